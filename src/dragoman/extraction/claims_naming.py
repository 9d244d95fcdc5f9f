"""Unnamed persons who turn out to be named next to their claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.language import Document
from dragoman.model import Actor, ActorMention, Speaker

_DEFINITE = ("the ", "his ", "her ", "their ")


class Turn(msgspec.Struct, frozen=True):
    """One claim's speaker, the paragraph in which it speaks, and the actor that quotes it.

    ``aside``: the claim stands in what another says.
    """

    speaker: Speaker
    paragraph: int
    quoted_by: str | None = None
    aside: bool = False


def name_unnamed(
    document: Document,
    turns: Sequence[Turn],
    actors: Mapping[str, Actor],
    mentions: Sequence[ActorMention],
) -> list[Speaker]:
    """Return the speakers, an unnamed one replaced where the turns around it say who it is.

    Two patterns of agency reports. One person speaks before and after "the top diplomat noted",
    nobody else does: that person. "Russia's envoy said ..." opens a report and the next
    paragraph quotes somebody by a bare name, for the first time: the envoy.
    """
    first = _first_mentions(document, mentions, actors)
    speakers = [turn.speaker for turn in turns]
    for start, end in _unnamed_runs(speakers, actors):
        named = (
            _same_around(turns, start, end, actors)
            or _named_next(document, turns, end, actors, first)
            or _quoted_next(turns, start, end, actors, first)
        )
        if named is not None:
            for k in range(start, end):
                speakers[k] = msgspec.structs.replace(speakers[k], name=named.name, actor=named.id)
    return speakers


def _unnamed_runs(
    speakers: Sequence[Speaker], actors: Mapping[str, Actor]
) -> list[tuple[int, int]]:
    """Return the stretches of turns by one unnamed person, as first and one after last."""
    found = []
    k = 0
    while k < len(speakers):
        end = k + 1
        while end < len(speakers) and speakers[end].actor == speakers[k].actor:
            end += 1
        actor = actors.get(speakers[k].actor or "")
        if actor is not None and not actor.named and actor.type == "person":
            found.append((k, end))
        k = end
    return found


def _same_around(
    turns: Sequence[Turn], start: int, end: int, actors: Mapping[str, Actor]
) -> Actor | None:
    if start == 0 or end == len(turns) or any(turn.aside for turn in turns[start:end]):
        return None  # "Orr said that the captain had told him": Orr is not the captain
    before, after = turns[start - 1], turns[end]
    near = turns[start].paragraph - before.paragraph <= 1
    evidence = turns[start].speaker.evidence
    if before.speaker.actor != after.speaker.actor or not near or evidence is None:
        return None
    quote = evidence.quote.lower()
    definite = quote.startswith(_DEFINITE) or "'s " in quote or "’s " in quote
    actor = actors.get(before.speaker.actor or "")
    is_person = actor is not None and actor.named and actor.type == "person"
    return actor if definite and is_person else None


def _named_next(
    document: Document,
    turns: Sequence[Turn],
    end: int,
    actors: Mapping[str, Actor],
    first: Mapping[str, ActorMention],
) -> Actor | None:
    # "According to KNA, Jan Novak says": of two turns in a sentence the second may name him.
    following = [t for t in turns[end : end + 2] if t.paragraph - turns[end - 1].paragraph == 1]
    mention = next((m for t in following if (m := _introduced(t, first)) is not None), None)
    if mention is None:
        return None
    words = document.tokens_in(mention.evidence.span)
    # With a title ("President Ann Bell") a person is introduced, not named again.
    titles = {part for role in actors[mention.actor].roles for part in role.title.lower().split()}
    bare = (
        len(words) >= 2
        and all(word.pos == "PROPN" for word in words)
        and titles.isdisjoint(word.lower for word in words)
    )
    behind = document.tokens[words[-1].i + 1 : words[-1].i + 2]
    if not bare or any(token.text == "," for token in behind):
        return None
    return actors[mention.actor]


def _introduced(turn: Turn, first: Mapping[str, ActorMention]) -> ActorMention | None:
    """Return the mention by which a turn names its speaker for the first time, or None."""
    mention = first.get(turn.speaker.actor or "")
    evidence = turn.speaker.evidence
    if mention is None or evidence is None or mention.evidence.span != evidence.span:
        return None
    return mention


def _quoted_next(
    turns: Sequence[Turn],
    start: int,
    end: int,
    actors: Mapping[str, Actor],
    first: Mapping[str, ActorMention],
) -> Actor | None:
    """Return whom an agency quotes by name right after it quoted "a prominent senator"."""
    agency = turns[start].quoted_by
    if agency is None:
        return None
    for turn in turns[end:]:
        if turn.paragraph - turns[start].paragraph > 1:
            return None
        mention = first.get(turn.speaker.actor or "")
        if turn.quoted_by == agency and mention is not None and turn.speaker.evidence is not None:
            inside = turn.speaker.evidence.span.contains(mention.evidence.span)
            return actors[mention.actor] if inside else None
    return None


def _first_mentions(
    document: Document, mentions: Sequence[ActorMention], actors: Mapping[str, Actor]
) -> dict[str, ActorMention]:
    """Return the first mention of each named person in the body."""
    found: dict[str, ActorMention] = {}
    for mention in sorted(mentions, key=lambda m: m.evidence.start):
        actor = actors[mention.actor]
        headline = document.sentence_of(mention.head).headline
        if actor.named and actor.type == "person" and not headline:
            found.setdefault(actor.id, mention)
    return found
