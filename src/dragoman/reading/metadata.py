"""What a page says of itself in its head: title, outlet, authors, date, address."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator, Mapping
from html import unescape

import msgspec
from lxml import etree

from dragoman.model import Dates
from dragoman.reading.bylines import is_person
from dragoman.reading.credits import agency_in
from dragoman.reading.given import given_dates
from dragoman.reading.published import Found
from dragoman.reading.titles import without_site

_ARTICLES = re.compile(r"(?:News|Report|Analysis|Opinion|Blog|Live)?\w*(?:Article|Posting|Report)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATE = (
    "article:published_time", "datepublished", "date.published", "publication_date", "pubdate",
    "publishdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created", "article.published", "og:published_time", "citation_publication_date",
    "ptime", "rnews:datepublished",
)  # fmt: skip
_LONGEST = 300
# "Envoys meet in Tarsk - Karvelia Post": what follows the heading is the site.
_SITE = re.compile(r"\s+[-|–—:]\s+(?P<name>[^|–—]{2,40})")
_TITLE_WORDS = 3


class Metadata(msgspec.Struct, frozen=True):
    """What a page's head and its linked data say."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    published: Found | None = None
    url: str | None = None


def metadata_of(tree: etree._Element) -> Metadata:
    """Return what a page says of itself."""
    linked = next(_articles(tree), {})
    named = _named(tree)
    title = _text(linked.get("headline")) or _first(named, _TITLE) or _element(tree, "title")
    title, site = _shown(tree, title)
    outlet = _name(linked.get("publisher")) or _first(named, _OUTLET) or site
    return Metadata(
        title=without_site(title) if title else None,
        outlet=outlet.lstrip("@") if outlet else None,
        authors=_authors(linked.get("author")) or _written(_first(named, _AUTHOR)),
        agency=_agency(linked.get("author"), _first(named, _AUTHOR)),
        published=_published(linked, named, tree),
        url=_link(tree) or _first(named, ("og:url",)),
    )


def _shown(tree: etree._Element, title: str | None) -> tuple[str | None, str | None]:
    """Return a title as the page's heading has it, and the site's name that followed it."""
    for heading in tree.iter("h1") if title else ():
        said = " ".join("".join(heading.itertext()).split())
        rest = _SITE.fullmatch(title[len(said) :]) if title and title.startswith(said) else None
        if len(said.split()) >= _TITLE_WORDS and rest is not None:
            return said, rest["name"]
    return title, None


def _articles(tree: etree._Element) -> Iterator[Mapping[str, object]]:
    """Yield the articles of the page's JSON-LD; blocks that are broken are passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = msgspec.json.decode((script.text or "").strip().encode("utf-8", "replace"))
        except msgspec.DecodeError:
            continue
        for thing in _flat(value):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and _ARTICLES.match(k) for k in kinds):
                yield thing


def _flat(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for part in value:
            yield from _flat(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(value.get(key), depth + 1)


def _named(tree: etree._Element) -> dict[str, str]:
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            named.setdefault(name.strip().lower(), unescape(content))
    return named


def _first(named: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name][:_LONGEST] for name in names if name in named), None)


def _text(value: object) -> str | None:
    # Some escape their titles twice.
    return unescape(" ".join(value.split()))[:_LONGEST] or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = [name for one in values if (name := _name(one)) is not None]
    return tuple(n for name in names for n in _written(name))


def _agency(*values: object) -> str | None:
    """Return the agency that is named as an author: "Reuters"."""
    listed = [one for value in values for one in (value if isinstance(value, list) else [value])]
    return next((found for one in listed if (found := agency_in(_name(one) or ""))), None)


def _written(name: str | None) -> tuple[str, ...]:
    """Return the authors that one string names; addresses of profiles name nobody."""
    if not name or re.search(r"https?://|@|\.com\b", name):
        return ()
    bare = re.sub(r"^\s*by\s+", "", name, flags=re.I)
    parts = re.split(r"\s*(?:,|\band\b|&|;|\|)\s*", bare)
    return tuple(part for part in parts if is_person(part))


def _element(tree: etree._Element, tag: str) -> str | None:
    found = tree.find(f".//{tag}")
    return _text("".join(found.itertext())) if found is not None else None


def _link(tree: etree._Element) -> str | None:
    for link in tree.iter("link"):
        address = str(link.get("href") or "")
        if (link.get("rel") or "").lower() == "canonical" and address.startswith("http"):
            return address
    return None


def _published(
    linked: Mapping[str, object], named: Mapping[str, str], tree: etree._Element
) -> Found | None:
    for value, rule in (
        (_text(linked.get("datePublished")), "html:json-ld"),
        (_first(named, _DATE), "html:meta"),
    ):
        dates = given_dates(value, None, rule) if value else None
        if dates is not None and dates.precision == "day" and dates.start is not None:
            return Found(dates.start, None, rule)
    return _by_htmldate(tree)


def _by_htmldate(tree: etree._Element) -> Found | None:
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # Without its extensive search, which takes any date on the page, copyright and clocks too.
    found = find_date(tree, extensive_search=False, original_date=True)
    return Found(dt.date.fromisoformat(found), None, "html:htmldate") if found else None


def day_in_address(url: str | None) -> Dates | None:
    """Return the day that a report's address bears, as those of many outlets do.

    >>> str(day_in_address("https://post.example/2013/03/11/envoys-meet"))
    '2013-03-11'
    >>> day_in_address("https://post.example/envoys-meet-20")
    """
    from htmldate import find_date

    # It takes no address without a page.
    found = find_date("<html><body></body></html>", url=url, original_date=True) if url else None
    return Dates.day(dt.date.fromisoformat(found), None, "url:address") if found else None
