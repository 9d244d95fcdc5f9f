"""The step that finds every statement that a report attributes to somebody.

Candidates come from a grammar over the parse and the quotation marks; then the speaker is
resolved, act, form, time and channel are read off the words around the cue, and claims that
stand inside the content of another are set within it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_able import can_speak
from dragoman.extraction.claims_acts import act_of
from dragoman.extraction.claims_attitudes import with_own_attitudes
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_denials import OWN
from dragoman.extraction.claims_details import channel_of, form_of, said_on
from dragoman.extraction.claims_grammar import find_candidates
from dragoman.extraction.claims_naming import Turn, name_unnamed
from dragoman.extraction.claims_nesting import holders_of, innermost, is_aside
from dragoman.extraction.claims_tagged import Tagger, with_tagger
from dragoman.extraction.claims_voices import with_denials
from dragoman.extraction.quotes import Quote, find_quotes
from dragoman.extraction.roles import RolesOf
from dragoman.extraction.speakers import Speakers
from dragoman.language import Document
from dragoman.model import UNNAMED, Claim, Extract, Speaker, make_id

# Rules by which what is said is a clause: whom it names has not spoken.
_TOLD = ("verb:clause", "tag")


class Claims:
    """Adds the claims of a report, and the unnamed speakers that they brought up."""

    needs = ("report", "times", "actors", "actor_mentions")
    gives = ("claims", "actors", "actor_mentions")

    def __init__(self, tagger: Tagger | None = None, roles: RolesOf | None = None) -> None:
        """Take a learned ``tagger`` and a reader of ``roles``; without them: grammar alone."""
        self._tagger = tagger
        self._roles = roles

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with its claims."""
        quotes = find_quotes(document.text, document.paragraphs)
        named = [mention.evidence.span for mention in extract.actor_mentions]
        named += [mention.evidence.span for mention in extract.place_mentions]
        proposed = list(find_candidates(document, quotes, named))
        if self._tagger is not None:
            proposed = with_tagger(document, self._tagger, proposed, quotes)
        able = _named(extract)
        found = [c for c in proposed if not c.stance and _can_speak(document, c, able)]
        words = [quote.span for quote in quotes]
        words += [piece for c in found if c.rule.startswith(_TOLD) for piece in c.content]
        speakers = Speakers(document, extract, words)
        spoken = _spoken(document, extract, found, speakers)
        pairs = [(c, s) for c, s in zip(found, spoken, strict=True) if _is_sure(c, s)]
        found = [candidate for candidate, _ in pairs]
        claims = [_claim(document, extract, quotes, speaker, c) for c, speaker in pairs]
        nested = with_own_attitudes(document, _nested(claims, found), found)
        if self._roles is not None:
            nested = with_denials(document, nested, self._roles)
        used = {claim.speaker.actor for claim in claims}
        return msgspec.structs.replace(
            extract,
            claims=nested,
            actors=(*extract.actors, *(a for a in speakers.new.values() if a.id in used)),
            actor_mentions=(
                *extract.actor_mentions,
                *(m for m in speakers.mentions if m.actor in used),
            ),
        )


def _named(extract: Extract) -> frozenset[int]:
    """Return where names end: who has a name can speak."""
    known = {actor.id for actor in extract.actors if actor.named}
    spans = [m.evidence.span for m in extract.actor_mentions if m.actor in known]
    return frozenset(span.end for span in spans)


def _can_speak(document: Document, found: Candidate, named: frozenset[int]) -> bool:
    """Return whether a source can be a speaker: by its word, or as a name read as a noun."""
    if can_speak(document, found):
        return True
    head = document.tokens[found.source_head] if found.source_head is not None else None
    misread = head is not None and head.tag in ("NN", "NNS", "JJ") and head.text[:1].isupper()
    return head is not None and (misread or head.text == "IS") and head.end in named


def _spoken(
    document: Document, extract: Extract, found: Sequence[Candidate], speakers: Speakers
) -> list[Speaker]:
    """Return the speaker of each candidate; sources are resolved in the order of the text."""
    holders = holders_of(found)
    places = sorted(range(len(found)), key=lambda k: (found[k].source or found[k].content[0]).start)
    resolved = {k: speakers.of(found[k], aside=is_aside(found, holders[k])) for k in places}
    spoken = [resolved[k] for k in range(len(found))]
    for k, around in enumerate(holders):
        if found[k].rule == OWN and (quoted := innermost(found, around)) is not None:
            spoken[k] = spoken[quoted]
    actors = {actor.id: actor for actor in (*extract.actors, *speakers.new.values())}
    by_head = {c.head: s.actor for c, s in zip(found, spoken, strict=True)}
    turns = [
        Turn(
            s,
            _paragraph(document, c),
            by_head.get(c.reported_by) if c.reported_by else None,
            aside=bool(around),
        )
        for s, c, around in zip(spoken, found, holders, strict=True)
    ]
    return name_unnamed(document, turns, actors, extract.actor_mentions)


def _is_sure(found: Candidate, speaker: Speaker) -> bool:
    """Return whether to keep a claim: with nobody known, a text's or words that are surely said."""
    said = found.rule.startswith(("tag", "verb:clause", "continued", "led-in", "quoted", "turn"))
    return speaker.name != UNNAMED or said


def _paragraph(document: Document, found: Candidate) -> int:
    tokens = document.tokens_in(found.source or found.content[0])
    return document.sentence_of(tokens[0]).paragraph if tokens else -1


def _claim(
    document: Document,
    extract: Extract,
    quotes: Sequence[Quote],
    speaker: Speaker,
    found: Candidate,
) -> Claim:
    report = extract.report
    content = tuple(report.evidence(piece) for piece in found.content)
    tokens = document.tokens_in(found.content[0])
    return Claim(
        id=make_id("cla", report.id, found.cue, *found.content),
        report=report.id,
        speaker=speaker,
        content=content,
        form=form_of(found.content, quotes, report.text),
        act=act_of(document, found),
        cue=report.evidence(found.cue) if found.cue is not None else None,
        said_on=said_on(document, found, extract.times),
        channel=channel_of(document, found),
        headline=bool(tokens) and document.sentence_of(tokens[0]).headline,
    )


def _nested(claims: Sequence[Claim], found: Sequence[Candidate]) -> tuple[Claim, ...]:
    """Return the claims with ``within`` set: the smallest content that holds the cue."""
    by_head = {candidate.head: claim.id for claim, candidate in zip(claims, found, strict=True)}
    nested = []
    for claim, candidate, holders in zip(claims, found, holders_of(found), strict=True):
        around = innermost(found, holders)
        within = claims[around].id if around is not None else None
        if candidate.reported_by is not None:
            within = by_head.get(candidate.reported_by, within)
        nested.append(msgspec.structs.replace(claim, within=within))
    return tuple(nested)
