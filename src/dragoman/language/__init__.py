"""Sentences, tokens and syntax: report in, `Document` out."""

from dragoman.language.document import Document, Sentence, Token
from dragoman.language.parsing import dictionary, paragraphs_of, parse, parse_bare, plain_view

__all__ = [
    "Document",
    "Sentence",
    "Token",
    "dictionary",
    "paragraphs_of",
    "parse",
    "parse_bare",
    "plain_view",
]
