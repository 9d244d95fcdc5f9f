"""Words printed under the name of who says them, without a mark of quotation.

Interviews: "[Novak] We did not fire.", "Q: Who did it? / A: The army." Recordings of broadcasts:
"[begin recording] [Novak] We did not. [end recording]". Communiqués and speeches
of monitoring services: "-- [COMMUNIQUE] [VARNIAN ARMED FORCES] [TEXT] ...". Texts that a title
announces: "Full text of the statement by the Varnian foreign ministry".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.model import Span

# "[Novak]", "[Gen. Novak, interrupting]", "[reporter]".
_NAMED = (
    r"\[(?P<who>(?:[A-Z]|(?:unidentified |second |female |male )?(?:reporter|moderator|announcer|"
    r"correspondent|interviewer|presenter|journalist|host|anchor|speaker|voice)\b)[^\[\]\n]{0,50})\]"
)
# "[begin recording] [Novak] We did not. [end recording]": what is heard between the two is his.
_RECORDING = r"(?:recording|video(?: recording)?|audio|tape)"
_HEARD = rf"(?P<heard>(?i:\[begin {_RECORDING}\]\s+))?{_NAMED}"
_BRACKETS = re.compile(_HEARD + r":?\s+(?=\S)")
_HEARD_OUT = re.compile(rf"\s*\[end {_RECORDING}\]", re.IGNORECASE)
# "NOVAK:", "MR. ORR:", "Q:", "Answer:", "Jan Novak:".
_COLON = re.compile(
    r"(?P<who>Q|A|Question|Answer|(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3})\s?:\s+(?=\S)"
)
# "-- [COMMUNIQUE] [GENERAL COMMAND OF THE NFA] [TEXT] ".
_HEADER = re.compile(
    r"\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|MESSAGE|LETTER|DECLARATION|BULLETIN|APPEAL)S?\]\s+"
    r"\[(?:(?:ISSUED )?(?:BY|FROM|OF) )?(?P<who>[^\[\]\n]{2,90})\]\s+(?:\[[^\[\]\n]{2,60}\]\s+)*",
    re.IGNORECASE,
)
# The label of the first turn, which reading takes for the end of the dateline.
_BEFORE = re.compile(_HEARD + r"\s*$")
# So far before the body a header may begin.
_REACH = 260
_SAID = r"(?:statement|communiqu[eé]|speech|address|declaration|letter|message|remarks|appeal)s?"
_OPENING = r"(?:(?:full|complete) )?(?:text|transcript) of (?:the |a |an )?"
_TITLES = (
    re.compile(
        rf"{_OPENING}(?:[\w-]+ ){{0,2}}{_SAID}(?: (?:issued|made|delivered|released|given|read))?"
        r" (?:by|from|of) (?P<who>[^,:;.\n]{3,90}?)"
        r"(?= (?:on|at|in|to|before|during|after|following) |[,:;.\n]|$)",
        re.IGNORECASE,
    ),
    # "Transcript of President Orr's address".
    re.compile(
        rf"{_OPENING}(?P<who>[^,:;.\n]{{3,90}}?)['’]s (?:[\w-]+ ){{0,2}}{_SAID}\b", re.IGNORECASE
    ),
)
# What a desk puts into brackets besides names.
_NOTES = frozenset({
    "passage", "words", "word", "continued", "text", "excerpts", "excerpt", "sic", "end", "begin",
    "recording", "applause", "laughter", "music", "video", "figure", "sentence", "shouts", "crowd",
    "indistinct", "omitted", "name", "updated", "editor's", "note", "as", "see", "read", "photo",
    "report", "communique", "speech", "statement", "no", "unidentified words", "from",
})  # fmt: skip
# Whose words are the outlet's own: it asks.
_ASKING = frozenset({"q", "question", "interviewer"})
_ANSWERING = frozenset({"a", "answer"})
# What does not belong to the name.
_ASIDE = re.compile(r",.*$")
# One name that stands before a colon may label anything; so many times it labels what is said.
_OFTEN = 3


class Label(msgspec.Struct, frozen=True):
    """Who says a paragraph: the words of the label, and where what is said begins.

    ``who`` is None for a bare "A:", ``asks`` is true for "Q:".
    """

    paragraph: int
    who: Span | None
    said: Span
    asks: bool = False


def labels_of(text: str, paragraphs: Sequence[Span]) -> tuple[Label, ...]:
    """Return who says each paragraph that stands under a name, in order.

    A paragraph without a label goes on with the turn before it, but for what follows the last
    one, or the end of a recording, which may be the report's own.

    >>> t = "[Orr] Who fired?\\n\\n[Novak] The army.\\n\\nWe did not.\\n\\n[Orr] Thank you."
    >>> parts = [Span(m.start(), m.end()) for m in re.finditer("[^\\n]+", t)]
    >>> [(one.who.of(t), one.said.of(t)) for one in labels_of(t, parts)][1:3]
    [('Novak', 'The army.'), ('Novak', 'We did not.')]
    """
    return (_whole_text(text, paragraphs) or _turns(text, paragraphs)) if paragraphs else ()


def _whole_text(text: str, paragraphs: Sequence[Span]) -> tuple[Label, ...]:
    """Return a whole report's paragraphs as said by whom its header or title names."""
    for number, paragraph in enumerate(paragraphs[:2]):
        begin = max(0, paragraph.start - _REACH)
        header = _HEADER.search(text, begin, paragraph.end)
        if header is not None and header.end() < paragraph.end:
            who = Span(*header.span("who"))
            said = Span(max(header.end(), paragraph.start), paragraph.end)
            rest = enumerate(paragraphs[number + 1 :], number + 1)
            return (Label(number, who, said), *(Label(n, who, p) for n, p in rest))
        titles = (found.match(text, paragraph.start, paragraph.end) for found in _TITLES)
        if (title := next((found for found in titles if found is not None), None)) is not None:
            who = Span(*title.span("who"))
            rest = enumerate(paragraphs[number + 1 :], number + 1)
            return tuple(Label(n, who, p) for n, p in rest)
    return ()


def _turns(text: str, paragraphs: Sequence[Span]) -> tuple[Label, ...]:
    """Return the turns of a printed interview."""
    found = {
        n: m
        for n, p in enumerate(paragraphs)
        if (m := _BRACKETS.match(text, p.start, p.end)) is not None
    }
    first = _BEFORE.search(text, max(0, paragraphs[0].start - _REACH), paragraphs[0].start)
    found |= {0: first} if first is not None and 0 not in found else {}
    found = {n: m for n, m in found.items() if m["who"].lower().split()[0] not in _NOTES}
    ends = [m.start() for m in _HEARD_OUT.finditer(text)]
    heard = [n for n, m in found.items() if m["heard"] and m.end() < max(ends, default=0)]
    if len(found) < 2 and not heard:
        found = _before_colons(text, paragraphs)
        if len(found) < 2:
            return ()
    turns: list[Label] = []
    recorded = False
    for number, paragraph in enumerate(paragraphs):
        if (label := found.get(number)) is not None:
            recorded = recorded or number in heard
            turns.append(_upto(_label(number, label, paragraph), ends))
        elif turns and any(turns[-1].said.start < end <= paragraph.start for end in ends):
            recorded = False
        elif turns and (recorded or number < max(found)):
            turn = msgspec.structs.replace(turns[-1], paragraph=number, said=paragraph)
            turns.append(_upto(turn, ends))
    return tuple(turns)


def _upto(turn: Label, ends: Sequence[int]) -> Label:
    """Return a turn without what follows the end of its recording."""
    end = next((end for end in ends if turn.said.start < end < turn.said.end), turn.said.end)
    return msgspec.structs.replace(turn, said=Span(turn.said.start, end))


def _before_colons(text: str, paragraphs: Sequence[Span]) -> dict[int, re.Match[str]]:
    """Return labels before a colon: questions and answers, or names that stand there often."""
    found = {
        n: m
        for n, p in enumerate(paragraphs)
        if (m := _COLON.match(text, p.start, p.end)) is not None
    }
    seen = Counter(m["who"] for m in found.values())
    asked = any(who.lower() in _ASKING for who in seen)
    asks = any(
        text[p.start : p.end].rstrip().endswith("?") for n, p in enumerate(paragraphs) if n in found
    )
    often = {who for who, times in seen.items() if times >= _OFTEN and len(who) > 1}
    spoken = {who for who in seen if len(who) > 1} if often and len(seen) > 1 and asks else set()
    if asked or seen["A"] > 1 or seen["Answer"] > 1:
        spoken |= {who for who in seen if who.lower() in _ASKING | _ANSWERING}
    return {n: m for n, m in found.items() if m["who"] in spoken}


def _label(number: int, found: re.Match[str], paragraph: Span) -> Label:
    low = found["who"].lower()
    start = found.start("who")
    name = Span(start, start + len(_ASIDE.sub("", found["who"])))
    nameless = low in _ANSWERING or low in _ASKING
    return Label(
        number,
        None if nameless else name,
        Span(max(found.end(), paragraph.start), paragraph.end),
        low in _ASKING,
    )
