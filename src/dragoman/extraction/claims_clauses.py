"""Contents that are clauses: "said that X", "X, said by Y", wherever the parse has hung them."""

from __future__ import annotations

import msgspec

from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_misread import second_subject, torn_relative
from dragoman.extraction.claims_second import SAYING, coordinated, second_clause
from dragoman.extraction.claims_sentences import end_of
from dragoman.extraction.claims_surface import behind_comma, following_clause, of_antecedent
from dragoman.extraction.claims_syntax import child
from dragoman.extraction.hearers import is_told
from dragoman.language import Document, Token

# How far after its verb a "that" may stand, in tokens: "said on Monday in a statement that".
_REACH = 14
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Verbs with a hearer: a "that" behind whom they tell begins what they tell.
TELLING = frozenset({
    "tell", "inform", "assure", "remind", "warn", "notify", "reassure", "convince",
    "persuade", "advise", "promise", "alert", "update", "lobby", "caution", "brief",
})  # fmt: skip
# How far after such a verb its "that" may stand, in tokens, and what may not stand between.
_FARTHEST = 26
_STOPS = frozenset({";", ":", '"', "“", "''", "``", "—"})
DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday",
})  # fmt: skip
_IF = frozenset({"if", "whether", "unless"})
_MARKERS = frozenset({"that"})
# "Denied charges that the army had levelled": what one does with a charge is not the charge.
_LEVELLING = frozenset({"level", "make", "bring", "raise", "lodge", "levy"})


# Who answers what others claim does not claim it.
_ANSWERING = frozenset({"respond", "reply", "react", "answer", "counter", "retort"})


class Found(msgspec.Struct, frozen=True):
    """The tokens of a content, with the preposition or "that" which leads to it."""

    indices: tuple[int, ...]
    preposition: Token | None = None
    marker: Token | None = None


def clause_of(document: Document, verb: Token) -> Found | None:
    """Return the clause of "said that X", without its "that"."""
    if (told := _told(document, verb)) is not None:
        return told
    between = document.tokens[verb.i + 1 : document.sentence_of(verb).last]
    if any(_is_answered(document, noun, verb) for noun in between):
        return None
    if (behind := of_antecedent(document, verb)) is not None:
        return Found(behind)
    if (spliced := _behind_second_subject(document, verb)) is not None:
        return spliced
    if relative := torn_relative(document, verb):
        return Found(tuple(relative))
    clause = _clause_after(document, verb) or _strayed_clause(document, verb)
    if clause is None and (torn := _torn(document, verb)) is not None:
        return torn
    if clause is None and (rest := _rest(document, verb)) is not None:
        return rest
    if clause is None:
        surface = behind_comma(document, verb) or following_clause(document, verb)
        if surface is not None:
            return Found(surface)
    if clause is None and verb.tag == "VBZ" and verb.lemma == "say":
        return _elliptic(document, verb)
    if clause is None or clause.i < verb.i:
        return None
    indices = [token.i for token in document.subtree(clause)]
    marker = next((t for t in document.subtree(clause) if t.i > verb.i), None)
    cut = marker if marker is not None and marker.lower in _MARKERS else None
    before = [document.tokens[i] for i in indices if i < verb.i]
    if any(t.tag not in ("WDT", "WP") and not _is_relative(t) for t in before):
        return None
    kept = [i for i in indices if i > verb.i and (cut is None or i > cut.i)]
    if cut is None and child(document, clause, "nsubj", "nsubjpass", "expl", "csubj") is None:
        kept += _lost_subject(document, verb, clause)
    kept += coordinated(document, verb, clause)
    kept += second_clause(document, verb, clause, kept)
    kept += _torn_in_two(document, verb, kept)
    kept += _broken_off(document, kept)
    return Found(tuple(_behind_agency(document, verb, sorted(kept))), None, cut)


def _behind_agency(document: Document, verb: Token, kept: list[int]) -> list[int]:
    """Return "Ana Orr had left" of "told KNA Ana Orr had left", read as one name."""
    agency = document.tokens[verb.i + 1]
    if not kept or not is_told(document, agency):
        return kept
    if kept[0] == agency.i:
        return kept[1:]
    name = document.head(agency)
    torn = name.dep == "dobj" and name.head == verb.i and kept[0] == name.i + 1
    return [*range(agency.i + 1, kept[0]), *kept] if torn else kept


def _is_relative(token: Token) -> bool:
    """Return whether a "that" is the subject of what is said: "burns that doctors say were Y"."""
    return token.lower == "that" and token.dep in ("nsubj", "nsubjpass")


def _behind_second_subject(document: Document, verb: Token) -> Found | None:
    """Return "it had left" of "the League reported on Friday it had left"."""
    subject = second_subject(document, verb) if verb.tag == "VBN" else None
    if subject is None:
        return None
    first = document.subtree(subject)[0].i
    return Found(tuple(range(first, end_of(document, verb))))


def _told(document: Document, verb: Token) -> Found | None:
    """Return X of "told reporters in Tarsk, the capital, that X", wherever the parse hung it.

    Only where the parse has no clause, or one that begins later.
    """
    if verb.lemma not in TELLING:
        return None
    clause = child(document, verb, "ccomp")
    starts = document.subtree(clause)[0].i if clause is not None else verb.i
    sentence = document.sentence_of(verb)
    for that in document.tokens[verb.i + 2 : min(sentence.last, verb.i + _FARTHEST)]:
        if verb.i < starts <= that.i or that.text in _STOPS:
            return None
        if that.tag in _FINITE_TAGS and that.dep not in ("relcl", "advcl", "aux", "auxpass"):
            return None
        if that.lower == "that" and that.dep == "mark" and that.tag == "IN":
            above = document.head(document.head(that))
            if verb.i < above.i < that.i and above.lemma in lexicon().verbs:
                return None  # "warned of a letter saying that X"
            inside = document.subtree(document.head(that))
            if (first := _that_before(document, verb, that)) is not None:
                return Found(tuple(range(first.i + 1, inside[-1].i + 1)), None, first)
            kept = [t.i for t in inside if t.i > that.i]
            return Found(tuple(kept), None, that) if kept else None
    return None


def _that_before(document: Document, verb: Token, that: Token) -> Token | None:
    """Return the first "that" of "told X that A but that B", or None."""
    if document.tokens[that.i - 1].lower not in ("and", "but"):
        return None
    between = document.tokens[verb.i + 1 : that.i - 1]
    return next((t for t in between if t.lower == "that" and t.tag in ("WDT", "IN")), None)


def _clause_after(document: Document, verb: Token) -> Token | None:
    """Return the clausal complement to the right of a verb; else one that begins to its left."""
    found = [t for t in document.children(verb) if t.dep == "ccomp"]
    target, joint = child(document, verb, "dobj"), child(document, verb, "cc")
    if target is not None and joint is not None and joint.i > target.i > verb.i:
        found = [t for t in found if t.i < joint.i]  # "condemned the raid, and the army left"
    if target is not None and "object" in lexicon().verbs.get(verb.lemma, {}):
        # "denied all claims that X, however, the report said Y"
        last = document.subtree(target)[-1].i
        found = [t for t in found if not (last > verb.i and _is_spliced(document, last, t))]
    after = [t for t in found if t.i > verb.i]
    return after[0] if after else (found[0] if found else None)


def _is_spliced(document: Document, last: int, clause: Token) -> bool:
    """Return whether a clause with a subject of its own stands behind an object and a comma."""
    subject = child(document, clause, "nsubj", "nsubjpass")
    own = subject is not None and subject.i > last
    return own and document.tokens[last].pos != "PUNCT" and document.tokens[last + 1].text == ","


def _rest(document: Document, verb: Token) -> Found | None:
    """Return all that follows "claimed that" or "saying" where the parse lost the clause."""
    last = end_of(document, verb)
    following = document.tokens[verb.i + 1 : last]
    trailing = verb.tag == "VBG" and verb.i > 0 and document.tokens[verb.i - 1].text == ","
    if not following or (verb.lemma not in SAYING and not trailing):
        return None
    that = following[0] if following[0].lower == "that" else None
    if that is None and (
        verb.lemma not in SAYING or verb.tag != "VBG" or following[0].tag in ("IN", "TO", ",", ":")
    ):
        return None
    if that is None and any(t.tag == "WRB" for t in document.children(verb)):
        return None  # "when announcing the arrest, the police named nobody"
    words = following[1:] if that is not None else following
    verbal = _FINITE_TAGS | {"VBN"} if that is not None else _FINITE_TAGS
    if not any(t.tag in verbal for t in words):
        return None
    return Found(tuple(t.i for t in words), None, that)


def _torn(document: Document, verb: Token) -> Found | None:
    """Return "X, especially, is Y" of "claimed X, especially, is Y", read as object and verb."""
    target = child(document, verb, "dobj")
    later = child(document, verb, "conj")
    if target is None or later is None or verb.lemma not in SAYING:
        return None
    joined = any(t.dep == "cc" for t in document.children(verb))
    if joined or not verb.i < target.i < later.i or child(document, later, "nsubj", "nsubjpass"):
        return None
    first, last = document.subtree(target)[0].i, document.subtree(later)[-1].i
    return Found(tuple(range(first, last + 1)))


def _elliptic(document: Document, verb: Token) -> Found | None:
    """Return the rest of a headline after "says": "X says goal of talks 'reached'"."""
    last = end_of(document, verb)
    following = child(document, verb, "dobj", "oprd", "attr")
    if following is None or following.i < verb.i or document.tokens[last - 1].text == ".":
        return None
    return Found(tuple(range(verb.i + 1, last)))


def _torn_in_two(document: Document, verb: Token, kept: list[int]) -> list[int]:
    """Return the rest of a clause whose subject the parse took for a clause: "raids" for a verb.

    "Said raids and shelling killed ten": no mark stands between the two.
    """
    for other in document.children(verb):
        if kept and other.dep == "ccomp" and other.i > max(kept):
            tokens = document.subtree(other)
            touches = tokens[0].i <= max(kept) + 1 and tokens[0].pos != "PUNCT"
            return list(range(max(kept) + 1, tokens[-1].i + 1)) if touches else []
    return []


def _broken_off(document: Document, kept: list[int]) -> list[int]:
    """Return the end of a clause that the parse broke off in the middle.

    "said troops backed by jeeps raided the town": no mark stands between "jeeps" and "raided".
    """
    if not kept:
        return []
    following = max(kept) + 1
    last = end_of(document, document.tokens[max(kept)])
    if following >= last or document.tokens[following].tag not in _FINITE_TAGS | {"VBN", "TO"}:
        return []
    return list(range(following, last))


def _lost_subject(document: Document, verb: Token, clause: Token) -> list[int]:
    """Return the subject of a clause that the parse hung elsewhere.

    "world safety" of "said on Tuesday world safety has worsened", "no support" of "indicated no
    support will come".
    """
    between = document.tokens[verb.i + 1 : clause.i]
    dates = [t.i for t in between if t.ent in ("DATE", "TIME") or t.lower in DAYS]
    if dates and any(t.pos in ("NOUN", "PROPN") for t in between if t.i < dates[0]):
        dates = []  # "commented the tweets Monday were X"
    if clause.tag not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"):
        return []
    if dates:
        return list(range(dates[-1] + 1, clause.i))
    lost = child(document, verb, "dobj")
    if lost is not None and verb.i < lost.i < clause.i and verb.lemma not in TELLING:
        # "announced the new body, to be called Z, would be in charge"
        first = document.subtree(lost)[0].i
        return [t.i for t in between if t.i >= first]
    tight = all(t.pos != "PUNCT" for t in between) and verb.lemma != "tell"
    return [t.i for t in between] if tight else []


def _strayed_clause(document: Document, verb: Token) -> Token | None:
    """Return the clause of "said at a briefing that X" where the parser hung it on the noun."""
    last = end_of(document, verb)
    for token in document.tokens[verb.i + 1 : min(last, verb.i + _REACH)]:
        if token.pos == "PUNCT" or (token.pos == "VERB" and token.dep != "prep"):
            return None
        if token.lower in _IF:
            return None  # "must act if allegations that X prove true"
        if token.lower == "that" and token.dep == "mark" and token.head > token.i:
            clause = document.head(token)
            noun = document.head(clause)
            if noun.dep in ("nsubj", "nsubjpass") or _is_answered(document, noun, verb):
                return None  # "countered claims that X"
            if _is_object_of(noun, verb) or clause.lemma in _LEVELLING:
                return None  # "confirmed the possibility that X": the possibility is the content
            above = [t.i for t in document.ancestors(clause)]
            is_clause = clause.dep in ("acl", "relcl", "ccomp", "advcl", "conj")
            return clause if is_clause and verb.i in above else None
    return None


def _is_answered(document: Document, noun: Token, verb: Token) -> bool:
    """Return whether somebody answers the claims of others: "responded to claims that X"."""
    to = document.head(noun)
    answered = noun.dep == "dobj" and noun.head == verb.i
    answered = answered or (noun.dep == "pobj" and to.lower == "to" and to.head == verb.i)
    return answered and verb.lemma in _ANSWERING and noun.lemma in lexicon().nouns


def _is_object_of(noun: Token, verb: Token) -> bool:
    """Return whether a noun is the object of a verb that takes one as its content."""
    own = noun.dep == "dobj" and noun.head == verb.i and noun.lemma not in lexicon().nouns
    return own and "object" in lexicon().verbs.get(verb.lemma, {})
