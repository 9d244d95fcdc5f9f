"""Search: words and phrases in the reports, narrowed by who says it, how, where and when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.briefing.naming import first_day as sorted_by
from dragoman.briefing.naming import when
from dragoman.model import Account, Evidence
from dragoman.web.answering import answer, snapshot_of, state_of
from dragoman.web.facets import (
    Asked,
    Facet,
    Passage,
    all_said,
    all_told,
    facets_of,
    passage_of,
)
from dragoman.web.finding import Stretch, marked, terms_of
from dragoman.web.paging import Paging, paginate
from dragoman.web.selecting import first_day, last_day
from dragoman.web.snapshot import Snapshot
from dragoman.web.statements import Statement, statement

router = APIRouter()

# Passages looked at for one search, the best first: facets count these.
MOST_HITS = 2000
# Characters of a passage that a result shows.
_SHOWN = 700


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, its words as stretches, and what the record holds on it."""

    href: str
    title: str
    outlet: str
    published: str
    text: tuple[Stretch, ...]
    statements: tuple[Statement, ...]
    reprints: int


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What was found; ``cut`` says that only the best were looked at."""

    asked: Asked
    found: tuple[Found, ...]
    facets: tuple[Facet, ...]
    total: int
    cut: bool
    paging: Paging


@router.get("/search", name="search")
def search(
    request: Request,
    q: str = "",
    speaker: str = "",
    act: str = "",
    place: str = "",
    type: str = "",  # noqa: A002
    outlet: str = "",
    since: str = "",
    until: str = "",
    order: str = "",
    page: int = 1,
) -> Response:
    """Passages that hold all words asked for, best first, with facets."""
    asked = Asked(
        q=q, speaker=speaker, act=act, place=place, type=type, outlet=outlet, since=since,
        until=until, order=order,
    )  # fmt: skip
    snap = snapshot_of(request)
    hits = [hit.evidence for hit in state_of(request).search(q, limit=MOST_HITS)] if q else None
    if request.app.state.static_site:
        # What is found depends on what a reader asks, and files cannot answer: the page can.
        empty = search_of(snap, asked, ())
        return answer(request, "search_published.html.jinja", empty, title="Search")
    whole = request.query_params.get("format") == "csv"
    view = search_of(snap, asked, hits, page=page, size=MOST_HITS if whole else 20)
    rows = [
        {
            "href": item.href,
            "outlet": item.outlet,
            "published": item.published,
            "title": item.title,
            "text": "".join(part.text for part in item.text),
            "reprints": item.reprints,
        }
        for item in view.found
    ]
    return answer(request, "search.html.jinja", view, title="Search", rows=rows)


def search_of(
    snap: Snapshot,
    asked: Asked,
    hits: Sequence[Evidence] | None,
    *,
    page: int = 1,
    size: int = 20,
) -> Search:
    """Return the passages of ``hits`` that are asked for.

    Without words (``hits`` is None) the statements and accounts themselves are searched.
    """
    if hits is None:
        passages = _without_words(snap, asked)
    else:
        passages = tuple(passage_of(hit, snap) for hit in hits if hit.report in snap.reports)
    when_asked = first_day(asked.since), last_day(asked.until)
    kept = [passage for passage in passages if _wanted(passage, asked, when_asked, snap)]
    folded, reprints, outlets = _folded(kept, snap)
    if asked.order == "time":
        folded.sort(key=lambda item: _when(item, snap))
    elif hits is None:
        folded.sort(key=lambda item: _latest(item, snap))
    part, paging = paginate(folded, page, size=size)
    words = terms_of(asked.q)
    return Search(
        asked=asked,
        found=tuple(_found(item, words, reprints[item.evidence], snap) for item in part),
        facets=facets_of(folded, outlets, asked, snap),
        total=len(folded),
        cut=hits is not None and len(hits) >= MOST_HITS,
        paging=paging,
    )


def _when(passage: Passage, snap: Snapshot) -> tuple[dt.date, str, int]:
    evidence = passage.evidence
    return sorted_by(snap.reports[evidence.report].published), evidence.report, evidence.start


def _latest(passage: Passage, snap: Snapshot) -> tuple[int, str, int]:
    evidence = passage.evidence
    day = sorted_by(snap.reports[evidence.report].published)
    return 0 if day == dt.date.max else -day.toordinal(), evidence.report, evidence.start


def _without_words(snap: Snapshot, asked: Asked) -> tuple[Passage, ...]:
    """Return what to look at when no words are given: statements, or accounts where asked for."""
    if (asked.place or asked.type) and not (asked.speaker or asked.act):
        return snap.once("told", all_told)
    return snap.once("said", all_said)


def _lies(account: Account, place: str, snap: Snapshot) -> bool:
    found = snap.places.get(account.place or "")
    return found is not None and (found.id == place or place in found.within)


def _wanted(
    passage: Passage, asked: Asked, days: tuple[dt.date | None, dt.date | None], snap: Snapshot
) -> bool:
    report = snap.reports[passage.evidence.report]
    if asked.outlet and snap.names.outlet(report.id) != asked.outlet:
        return False
    if (asked.speaker or asked.act) and not any(
        (not asked.speaker or claim.speaker.actor == asked.speaker)
        and (not asked.act or claim.act == asked.act)
        for claim in passage.claims
    ):
        return False
    if (asked.place or asked.type) and not any(
        (not asked.type or account.type == asked.type)
        and (not asked.place or _lies(account, asked.place, snap))
        for account in passage.accounts
    ):
        return False
    since, until = days
    if since is None and until is None:
        return True
    day = sorted_by(report.published)
    return day != dt.date.max and (since or dt.date.min) <= day <= (until or dt.date.max)


def _folded(
    passages: Iterable[Passage], snap: Snapshot
) -> tuple[list[Passage], Counter[Evidence], Counter[str]]:
    """Return each passage once, how many reprints have the same words, and who prints them."""
    first: dict[tuple[str, str], Passage] = {}
    more: Counter[Evidence] = Counter()
    printed: set[tuple[Evidence, str]] = set()
    for passage in passages:
        report = snap.reports[passage.evidence.report]
        key = (report.copy_of or report.id, " ".join(passage.evidence.quote.split()))
        kept = first.setdefault(key, passage)
        more[kept.evidence] += kept is not passage
        printed.add((kept.evidence, snap.names.outlet(report.id)))
    return list(first.values()), more, Counter(outlet for _, outlet in printed)


def _found(passage: Passage, words: Sequence[str], reprints: int, snap: Snapshot) -> Found:
    evidence = passage.evidence
    report = snap.reports[evidence.report]
    return Found(
        href=f"/reports/{report.id}#{evidence.start}-{evidence.end}",
        title=report.title or report.source,
        outlet=snap.names.outlet(report.id),
        published=when(report.published),
        text=marked(evidence.quote, words, most=_SHOWN),
        statements=tuple(statement(claim, snap) for claim in passage.claims[:4]),
        reprints=reprints,
    )
