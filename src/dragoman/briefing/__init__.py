"""The brief: a record arranged for a reader, as HTML, Markdown or terminal text."""

from dragoman.briefing.brief import Brief
from dragoman.briefing.composing import compose
from dragoman.briefing.rendering import to_html, to_markdown, to_terminal

__all__ = ["Brief", "compose", "to_html", "to_markdown", "to_terminal"]
