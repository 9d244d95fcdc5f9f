"""What surrounds a claim: its form, when it was said and through which channel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import span_of
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Dates, Form, Span, TimeMention

_WORD = re.compile(r"\w+")
# "on Twitter", "by phone", "at a briefing", "in a statement", "in comments carried by TASS".
_PLACES = {
    "on": frozenset({"twitter", "facebook", "television", "tv", "radio", "telegram", "cnn",
                     "channel", "x", "youtube", "instagram", "website", "blog", "page"}),
    "by": frozenset({"phone", "telephone", "email", "e-mail", "telegram", "radio", "letter"}),
    "over": frozenset({"phone", "telephone", "radio"}),
    "via": frozenset({"phone", "telephone", "email", "twitter", "telegram", "skype"}),
    "through": frozenset({"spokesman", "spokeswoman", "lawyer"}),
    "at": frozenset({"briefing", "conference", "meeting", "rally", "summit", "session", "event",
                     "hearing", "ceremony", "funeral", "forum", "news", "speech"}),
    "during": frozenset({"briefing", "conference", "meeting", "interview", "rally", "speech",
                         "session", "call", "address", "debate", "broadcast"}),
    "in": frozenset({"statement", "interview", "speech", "tweet", "comment", "remark", "letter",
                     "report", "message", "video", "address", "broadcast", "briefing", "post",
                     "email", "article", "release", "communique", "communiqué", "paper", "sermon",
                     "recording", "telegram", "note", "editorial", "memo", "bulletin", "call",
                     "resolution", "declaration", "conference", "dispatch", "leaflet"}),
    "to": frozenset({"reporter", "journalist", "press", "media", "newspaper", "television"}),
}  # fmt: skip
_PASSED = frozenset({"ADP", "SCONJ", "NOUN", "PROPN", "NUM"})
# How far a date may stand from its cue, in steps up the tree.
_FARTHEST = 5
# How a time hangs on a noun: "the murder on Monday", "the murder eight days ago".
_TIED = ("prep", "npadvmod", "advmod")
# "Said since 1982 they have": a time of what is told, on which nobody says anything.
_SPANNING = ("since", "until")
# A longer addition tells of the occasion, not of the channel.
_LONGEST_ADDITION = 6
_ISSUED = frozenset({"issue", "release", "publish", "carry", "broadcast", "post", "air", "read",
                     "deliver", "give", "hold", "date"})  # fmt: skip
_CARRIED = frozenset({"carry", "publish", "quote", "broadcast", "release", "post", "cite",
                      "report", "air", "run"})  # fmt: skip


def form_of(content: Sequence[Span], quotes: Sequence[Quote], text: str) -> Form:
    """Return direct when every word stands in quotation marks, indirect when none does."""
    words = quoted = 0
    near = [quote for quote in quotes if any(quote.span.overlaps(piece) for piece in content)]
    for piece in content:
        for match in _WORD.finditer(text, piece.start, piece.end):
            words += 1
            quoted += any(quote.inner.start <= match.start() < quote.inner.end for quote in near)
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"


def said_on(document: Document, found: Candidate, times: Sequence[TimeMention]) -> Dates | None:
    """Return the date that the report ties to the cue, or to the verb that it goes on from."""
    if found.head < 0:
        return None
    cue = document.tokens[found.head]
    if cue.pos == "NOUN" and found.rule.startswith("expressed"):
        cue = document.head(cue)
    own = _dated(document, found, {cue.i, found.head}, times)
    if own is not None:
        return own
    if found.goes_on is not None and found.goes_on >= 0:
        return _dated(document, found, {found.goes_on}, times)
    above = _gone_on_from(document, cue)
    return _dated(document, found, {above.i}, times) if above is not None else None


def _gone_on_from(document: Document, cue: Token) -> Token | None:
    """Return "met" of "met on Sunday, saying X", "rejected" of "rejected it and said X"."""
    verb = document.head(cue)
    if verb.i >= cue.i or verb.pos not in ("VERB", "AUX"):
        return None
    if any(t.dep in ("nsubj", "nsubjpass", "mark") for t in document.children(cue)):
        return None
    trailing = cue.tag == "VBG" and cue.dep in ("advcl", "xcomp", "ccomp")
    joined = cue.dep == "conj" and verb.lemma in lexicon().verbs and cue.tag == verb.tag
    return verb if trailing or joined else None


def _dated(
    document: Document, found: Candidate, cues: set[int], times: Sequence[TimeMention]
) -> Dates | None:
    inside = found.content
    for mention in times:
        span = mention.evidence.span
        named = found.source is not None and found.source.overlaps(span)
        if named or mention.dates is None or any(piece.overlaps(span) for piece in inside):
            continue
        if found.occasion is not None and found.occasion.contains(span):
            return mention.dates
        head = document.head_of_span(span)
        if head is None or mention.kind not in ("date", "time") or mention.bound in _SPANNING:
            continue
        if _hangs_on(document, head, cues) and not _is_of_deed(document, span, cues):
            return mention.dates
    return None


def _is_of_deed(document: Document, span: Span, cues: set[int]) -> bool:
    """Return whether "eight days ago" stands behind who "has denied" something.

    Nobody has done anything days ago: it is the day of the deed that is denied.
    """
    has = any(
        t.dep == "aux" and t.lower in ("has", "have")
        for i in cues
        for t in document.children(document.tokens[i])
    )
    return has and span.of(document.text).lower().endswith(" ago")


def _hangs_on(document: Document, token: Token, cues: set[int]) -> bool:
    """Return whether a time modifies the cue, or the occasion on which it was said.

    "said on Monday", "said at talks on Monday", "said addressing the Duma on Monday".
    """
    steps = [token, *document.ancestors(token)]
    for k, above in enumerate(steps[1:], start=1):
        if above.i in cues:
            return True
        if k > _FARTHEST or above.i < min(cues) < token.i:
            return False
        below = steps[k - 1]
        if above.pos == "VERB":
            if above.dep == "acl" and above.lemma in _ISSUED and below.dep != "ccomp":
                continue  # "in a statement issued on Monday"
            occasion = (
                above.dep in ("advcl", "xcomp") and above.tag == "VBG" and below.dep != "ccomp"
            )
            if not occasion or above.i < min(cues):
                return False
        elif above.pos == "NOUN" and above.dep == "pobj" and below.dep in _TIED:
            link = document.head(above)
            reported = link.lower == "to" and document.head(link).lower == "according"
            if link.lower not in ("at", "during", "in", "after") and not reported:
                return False
        elif above.lower in ("here", "there") and below.pos == "ADP":
            continue  # "said Novak, the envoy, here on Tuesday"
        elif above.pos not in _PASSED or (below.pos == "ADP" and above.pos in ("NOUN", "PROPN")):
            return False
    return False


def channel_of(document: Document, found: Candidate) -> str | None:
    """Return to whom or through what it was said, in the report's words, or None."""
    if found.head < 0 or found.rule == "according-to":
        return None
    cue = document.tokens[found.head]
    parts = [
        part
        for token in document.children(cue)
        if token.i > cue.i and (part := _channel(document, cue, token, found.content))
    ]
    text = ""
    for part in parts:
        link = " " if part.startswith(("by ", "over ", "via ", "through ")) else ", "
        text = f"{text}{link}{part}" if text else part
    return text or None


def _channel(document: Document, cue: Token, token: Token, content: Sequence[Span]) -> str | None:
    if any(piece.overlaps(token.span) for piece in content):
        return None
    if token.dep in ("dobj", "dative") and cue.lemma == "tell" and token.pos != "PRON":
        return span_of(_short(document, token, ("by", "over", "via"))).of(document.text)
    target = next((t for t in document.children(token) if t.dep == "pobj"), None)
    if target is None or target.lemma.lower() not in _PLACES.get(token.lower, frozenset()):
        return None
    carrier = _carrier(document, target)
    if carrier is not None:
        return carrier
    text = span_of(_short(document, target)).of(document.text)
    return f"{token.lower} {text}" if token.lower in ("by", "over", "via", "through") else text


def _short(
    document: Document, noun: Token, links: tuple[str, ...] = ("in", "with", "of")
) -> list[Token]:
    """Return a noun with what stands before it and a first "in Geneva" after it."""
    inside = {t.i for t in document.subtree(noun)}
    first = last = noun.i
    while first - 1 in inside:
        first -= 1
    for token in document.children(noun):
        if token.i == last + 1 and token.dep == "prep" and token.lower in links:
            tokens = document.subtree(token)
            if len(tokens) <= _LONGEST_ADDITION and not any(t.pos == "VERB" for t in tokens):
                last = tokens[-1].i
    return list(document.tokens[first : last + 1])


def _carrier(document: Document, noun: Token) -> str | None:
    """Return TASS of "in comments carried by state news agency TASS"."""
    for verb in document.children(noun):
        if verb.dep != "acl" or verb.lemma not in _CARRIED:
            continue
        for by in document.children(verb):
            if by.dep in ("agent", "prep") and by.lower in ("by", "on"):
                return _last_name(document, by)
    return None


def _last_name(document: Document, preposition: Token) -> str | None:
    """Return the last run of capitalised words of a phrase ("state news agency TASS")."""
    tokens = [t for t in document.subtree(preposition) if t.i > preposition.i]
    following = tokens[-1].i + 1 if tokens else 0
    while 0 < following < len(document.tokens) and document.tokens[following].pos == "PROPN":
        tokens.append(document.tokens[following])
        following += 1
    names = [t for t in tokens if t.text[:1].isupper()]
    if not names:
        return span_of(tokens).of(document.text) if tokens else None
    first = last = names[-1].i
    while any(t.i == first - 1 for t in names):
        first -= 1
    return Span(document.tokens[first].start, document.tokens[last].end).of(document.text)
