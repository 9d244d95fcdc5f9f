"""The Actors step: who acts and who speaks in one report."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.actors_found import Found, Who, head_of, span_of, token_run
from dragoman.extraction.actors_groups import find_groups
from dragoman.extraction.actors_index import NameMatch, index_of
from dragoman.extraction.actors_people import link_parts, persons_and_organisations
from dragoman.extraction.actors_states import States
from dragoman.language import Document
from dragoman.model import Actor, ActorMention, Extract, Report, make_id
from dragoman.packs import Packs

_STATE_KINDS = ("state", "adjective", "nationals", "seat")


class Actors:
    """Finds every actor of a report and every mention of it."""

    needs = ("report", "places", "place_mentions")
    gives = ("actors", "actor_mentions")

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.index = index_of(packs)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the actors and their mentions."""
        matches = self._matches(document)
        known = [one for one in matches if one.kind not in _STATE_KINDS]
        states = [one for one in matches if one.kind in _STATE_KINDS]
        found = [one for match in known if (one := self._known(document, match)) is not None]
        taken = {i for one in found for i in range(one.first, one.last)}
        held = taken | {
            i for match in states for i in range(*(token_run(document, match.span) or (0, 0)))
        }
        found += persons_and_organisations(document, held)
        found = link_parts(found)
        named = {i for one in found for i in range(one.first, one.last)}
        persons = [one for one in found if one.who.type == "person"]
        of_states = States(document, states, self.packs, extract.place_mentions)
        found += of_states.found(persons)
        taken = {i for one in found for i in range(one.first, one.last)}
        found += find_groups(document, taken, named)
        return finished(document, extract, found)

    def _matches(self, document: Document) -> list[NameMatch]:
        return [
            match
            for paragraph in document.paragraphs
            for match in self.index.find(document.text, paragraph)
        ]

    def _known(self, document: Document, match: NameMatch) -> Found | None:
        run = token_run(document, match.span)
        if run is None:
            return None
        actor = self.packs.actors[match.key]
        who = Who(
            key=actor.key,
            name=actor.name,
            type=actor.type,
            country=actor.country,
            sector=actor.sector,
            pack=actor.key,
            gender=actor.gender,
        )
        form = "name" if match.span.of(document.text) == actor.name else "alias"
        return Found(first=run[0], last=run[1], who=who, form=form)


def finished(document: Document, extract: Extract, found: Iterable[Found]) -> Extract:
    """Return ``extract`` with ``found`` as actors and mentions in the order of the text."""
    report = extract.report
    ordered = sorted(found, key=lambda one: (one.first, -one.last, one.key))
    by_key: dict[str, list[Found]] = {}
    mentions = []
    for one in ordered:
        by_key.setdefault(one.key, []).append(one)
        mentions.append(
            ActorMention(
                evidence=report.evidence(span_of(document, one.first, one.last)),
                actor=make_id("act", report.id, one.key),
                form=one.form,
                head=head_of(document, one.first, one.last).i,
            )
        )
    actors = tuple(_actor(document, report, all_of) for all_of in by_key.values())
    return msgspec.structs.replace(extract, actors=actors, actor_mentions=tuple(mentions))


def _actor(document: Document, report: Report, found: list[Found]) -> Actor:
    who = found[0].who
    naming = [one for one in found if one.form in ("name", "alias", "metonym")]
    spans = [span_of(document, one.first, one.last) for one in naming]
    names = tuple(dict.fromkeys(" ".join(span.of(report.text).split()) for span in spans))
    first = span_of(document, found[0].first, found[0].last)
    return Actor(
        id=make_id("act", report.id, who.key),
        name=who.name,
        names=names or (who.name,),
        type=who.type,
        country=who.country,
        sector=who.sector,
        pack=who.pack,
        named=who.named,
        evidence=(report.evidence(first),),
    )
