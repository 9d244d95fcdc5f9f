"""All candidates of one report, from tags, verbs, phrases and quotes that go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extraction.claims_bare import bare_tag_of
from dragoman.extraction.claims_bounds import settle
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_counter import with_counter_claims
from dragoman.extraction.claims_covering import covering
from dragoman.extraction.claims_cutting import tidy
from dragoman.extraction.claims_denials import denial_of, own_denials
from dragoman.extraction.claims_figures import figure_candidates, told_by_count
from dragoman.extraction.claims_frames import verb_frames
from dragoman.extraction.claims_going_on import unquoted_statements, with_quotes_that_go_on
from dragoman.extraction.claims_joined import with_joined_charges
from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_nouns import noun_candidates
from dragoman.extraction.claims_phrases import according_to, as_told_by
from dragoman.extraction.claims_quoted import citing, quoted_as_saying
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_set_off import (
    led_by_verbs,
    set_off,
    told_that,
    with_gapped_speakers,
)
from dragoman.extraction.claims_sources import SHE_HE, is_document, is_known_speaker
from dragoman.extraction.claims_tags import tag_of
from dragoman.extraction.claims_told_before import FIRST_PERSON, starts_sentence
from dragoman.extraction.claims_verbs import last_resort, verb_candidate
from dragoman.extraction.claims_views import in_view_of
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

# Rules by which words that a speaker passes on in a quote are found, besides plain clauses.
_OF_OTHERS = ("verb:object", "verb:for", "verb:on", "verb:infinitive", "verb:clear", "expressed")
# Acts that a quoted speaker tells of rather as deeds: "the school decided to close".
_NOT_TOLD = frozenset({"intend", "promise", "doubt", "predict"})
# Characters between a quote and the verb of its tag, for the name of the speaker.
_NEAR = 40


def find_candidates(
    document: Document, quotes: Sequence[Quote], speakers: Sequence[Span] = ()
) -> tuple[Candidate, ...]:
    """Return every candidate of the grammar, in the order of their content.

    ``speakers`` are the stretches of text that name actors, for headlines and lost commas.
    """
    speech = [quote for quote in quotes if quote.speech]
    clauses = Clauses(document, quotes)
    found = [
        *_verbs(clauses, speakers),
        *according_to(clauses, speakers),
        *as_told_by(clauses),
        *in_view_of(clauses),
        *told_by_count(clauses),
        *noun_candidates(document),
        *set_off(clauses, speakers),
        *told_that(document),
    ]
    given = list(figure_candidates(document, found))
    told = {c.head for c in given}
    found = [c for c in found if c.head not in told] + given
    found += led_by_verbs(clauses, found)
    found = [tidy(document, c) for c in found]
    found = settle(document, quoted_as_saying(clauses, found, quotes, speakers))
    found = with_gapped_speakers(clauses, found, speakers)
    found = with_joined_charges(document, with_counter_claims(document, citing(document, found)))
    kept = [
        covering(document, c, quotes, speakers)
        for c in found
        if not _inside_own_quote(document, c, speech)
    ]
    kept.sort(key=lambda c: (c.content[0], c.head))
    kept += unquoted_statements(document, quotes)
    whole = with_quotes_that_go_on(document, kept, speech)
    own = own_denials(document, [c for c in found if _inside_own_quote(document, c, speech)])
    return tuple(sorted((*whole, *own), key=lambda c: (c.content[0], c.head)))


def _verbs(clauses: Clauses, names: Sequence[Span]) -> Iterable[Candidate]:
    document = clauses.document
    for token in document.tokens:
        frames = verb_frames(document, token)
        if not frames:
            continue
        if (denied := denial_of(document, token, frames)) is not None:
            yield denied
            continue
        forward = verb_candidate(document, token, frames)
        if forward is not None and _names_alone(document, forward):
            forward = bare_tag_of(clauses, token, frames, names) or forward
        both = _around(clauses, token, frames, forward)
        if both is not None:
            yield both
        elif forward is not None and not _quotes_somebody(document, token):
            yield forward
        elif (tag := tag_of(clauses, token, frames, clauses.quotes_near(token))) is not None:
            yield tag
        elif forward is not None:
            yield forward
        elif (bare := bare_tag_of(clauses, token, frames, names)) is not None:
            yield bare
        elif (rest := last_resort(document, token, frames)) is not None:
            yield rest


def _around(
    clauses: Clauses, verb: Token, frames: dict[str, Frame], forward: Candidate | None
) -> Candidate | None:
    """Return a tag behind a quote where the parse sees only what follows the verb."""
    if forward is None or forward.rule != "verb:clause":
        return None
    quotes = [q for q in clauses.quotes_near(verb) if q.speech]
    before = [q for q in quotes if q.span.end <= verb.start]
    if not before:
        return None
    quoted = any(forward.content[0].overlaps(q.span) for q in quotes)
    gap = verb.start - before[-1].span.end
    waits = _waits(clauses.document, before[-1], forward)
    led = clauses.document.tokens_in(forward.content[0])[0].tag == "IN" and forward.marker is None
    right_before = (not quoted and gap <= 1) or (waits and (led or not quoted))
    if forward.source is not None and forward.source.end <= before[-1].span.start:
        right_before = False  # "Novak, praising "a step forward," said the talks would go on"
    if not right_before and not (quoted and gap <= _NEAR):
        return None
    tag = tag_of(clauses, verb, frames, quotes)
    if tag is None or (gap > 1 and right_before and tag.source_head != forward.source_head):
        return None
    return tag if right_before or len(tag.content) > 1 else None


def _names_alone(document: Document, forward: Candidate) -> bool:
    """Return whether what seems said is a name: "Nobody knows what they have said Jan Novak."."""
    words = [t for piece in forward.content for t in document.tokens_in(piece)]
    said = forward.rule == "verb:clause" and document.tokens[forward.head].lemma == "say"
    return said and words[0].pos == "PROPN" and not any(t.pos in ("VERB", "AUX") for t in words)


def _waits(document: Document, quote: Quote, forward: Candidate) -> bool:
    """Return whether a quote ends in a comma right before the speaker: it waits for its tag."""
    comma = document.text[quote.inner.end - 1] == "," and quote.closed
    if not comma or forward.source is None or forward.marker is not None:
        return False
    if not starts_sentence(document, quote):
        return False  # "Speaking on “The Morning Show,” the minister said ..."
    return 0 <= forward.source.start - quote.span.end <= 1


def _quotes_somebody(document: Document, verb: Token) -> bool:
    """Return whether a verb is the "cited" of "cited a senator as saying"."""
    return any(
        inner.dep == "pcomp" and inner.tag == "VBG"
        for token in document.children(verb)
        if token.lower == "as"
        for inner in document.children(token)
    )


def _inside_own_quote(document: Document, found: Candidate, speech: Sequence[Quote]) -> bool:
    """Return whether a cue inside a quote is but the quoted speaker's own words."""
    around = [q for q in speech if found.cue is not None and q.inner.contains(found.cue)]
    if found.cue is None or not around:
        return False
    if found.source is not None and not around[0].span.contains(found.source):
        return True  # "urged them to help and "deny the rebels any victory""
    if found.source_head is None:
        return True
    head = document.tokens[found.source_head]
    if around[0].turn and head.lower not in FIRST_PERSON:
        return False  # a printed statement may tell of its speaker as "the army"
    able = head.pos == "PROPN" or is_known_speaker(head) or is_document(head)
    told = found.rule == "verb:clause" and (able or head.lower in SHE_HE)
    passed_on = found.rule.startswith(_OF_OTHERS) and found.act not in _NOT_TOLD
    return not told and not (able and passed_on)
