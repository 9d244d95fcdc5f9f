"""Claim by source: rows are questions, columns sources in order of time, cells value and words."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.briefing.brief import Quote
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import Link
from dragoman.web.paging import Paging, paginate
from dragoman.web.questions import Question, Source, questions, sources
from dragoman.web.snapshot import Snapshot

router = APIRouter()

# Questions on a page: with more, the columns grow past what a screen shows.
_ROWS = 10


class MatrixAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A source's answer; those of one ``group`` (from 1, in order of time) say the same.

    The group is 0 where all sources say the same.
    """

    value: str
    quote: Quote
    group: int


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """A question; ``cells`` has the answers of each source, in the order of the columns."""

    text: str
    link: Link | None
    differs: bool
    cells: tuple[tuple[MatrixAnswer, ...], ...]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Some questions and everybody who answers one of them."""

    sources: tuple[Source, ...]
    rows: tuple[MatrixRow, ...]
    paging: Paging


@router.get("/matrix")
def matrix(
    request: Request, q: str = "", place: str = "", differing: bool = False, page: int = 1
) -> Response:
    """Questions in rows, sources in columns in order of time, values and words in cells."""
    view = matrix_of(snapshot_of(request), q=q, place=place, differing=differing, page=page)
    rows = [
        {"question": row.text, "source": source.voice, "outlet": source.outlet,
         "published": source.published, "value": cell.value, "words": cell.quote.evidence.quote,
         "report": source.report, "start": cell.quote.evidence.start}
        for row in view.rows
        for source, cells in zip(view.sources, row.cells, strict=True)
        for cell in cells
    ]  # fmt: skip
    return answer(request, "matrix.html.jinja", view, title="Claim × source", rows=rows)


def matrix_of(
    snap: Snapshot, *, q: str = "", place: str = "", differing: bool = False, page: int = 1
) -> Matrix:
    """Return a page of the questions with a word, about a place, or with differing answers."""
    word = q.casefold()
    chosen = [
        question
        for question in snap.once("questions", questions)
        if (not word or word in question.text.casefold())
        and (not place or any(snap.lies_in(a.place, place) for a in question.answers))
        and (not differing or question.differs)
    ]
    found, paging = paginate(chosen, page, size=_ROWS)
    # In order of time, so that rows lie near the columns that answer them.
    part = sorted(found, key=lambda question: (question.day, question.key))
    columns = sources(part, snap)
    return Matrix(
        sources=columns, rows=tuple(_row(item, columns, snap) for item in part), paging=paging
    )


def _row(question: Question, columns: tuple[Source, ...], snap: Snapshot) -> MatrixRow:
    groups = list(dict.fromkeys(given.value for given in question.answers))
    by_source: dict[str, list[MatrixAnswer]] = {}
    for given in question.answers:
        cell = MatrixAnswer(
            value=given.value,
            quote=snap.names.quote(given.evidence),
            group=groups.index(given.value) + 1 if question.differs else 0,
        )
        by_source.setdefault(given.source, []).append(cell)
    link = None
    if question.key in snap.disputes:
        link = Link(text="dispute", href=f"/disputes/{question.key}")
    elif question.event:
        link = Link(text="event", href=f"/events/{question.event}")
    return MatrixRow(
        text=question.text,
        link=link,
        differs=question.differs,
        cells=tuple(tuple(by_source.get(source.id, ())) for source in columns),
    )
