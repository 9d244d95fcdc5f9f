"""A brief as HTML, Markdown or terminal text."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.console import Console
from rich.markdown import Markdown

from dragoman.briefing.brief import Brief, Quote
from dragoman.briefing.marked_text import pieces
from dragoman.model import Record, Span
from dragoman.model.vocabulary import label
from dragoman.model.walk import evidence_in

# Lines of each section that the terminal shows unless told to show all.
_SHORT = 12


@cache
def _environment(autoescape: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.briefing"),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["anchor"] = anchor
    environment.filters["oneline"] = _one_line
    environment.globals["label"] = label
    return environment


def anchor(quote: Quote) -> str:
    """Return the address inside the page of the words that a quote was taken from."""
    evidence = quote.evidence
    return f"{evidence.report}.{evidence.start}-{evidence.end}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def to_html(brief: Brief, record: Record) -> str:
    """Return the brief as one self-contained page: styles, script and report texts inside."""
    cited: dict[str, list[Span]] = defaultdict(list)
    for field in ("claims", "accounts", "agreements", "commitments", "disputes", "actors"):
        for evidence in evidence_in(getattr(record, field)):
            cited[evidence.report].append(evidence.span)
    texts = {report.id: pieces(report, cited[report.id]) for report in record.reports}
    script, style = _resource("brief.js"), _resource("brief.css")
    # The page may run this one script and load nothing: a report's text can do no harm in it.
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    template = _environment(True).get_template("brief.html.jinja")
    return template.render(brief=brief, texts=texts, style=style, script=script, script_hash=digest)


def _resource(name: str) -> str:
    return (files("dragoman.briefing") / "templates" / name).read_text(encoding="utf-8")


def to_markdown(brief: Brief, *, limit: int | None = None) -> str:
    """Return the brief as Markdown; with ``limit``, that many lines of each section."""
    template = _environment(False).get_template("brief.md.jinja")
    return template.render(brief=brief, limit=limit)


def to_terminal(brief: Brief, stream: TextIO, *, full: bool = False) -> None:
    """Write the brief to a terminal, or as plain Markdown when ``stream`` is not one."""
    text = to_markdown(brief, limit=None if full else _SHORT)
    if stream.isatty():
        Console(file=stream).print(Markdown(text))
    else:
        stream.write(text)
