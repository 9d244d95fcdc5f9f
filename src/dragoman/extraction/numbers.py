"""The step that finds numbers, their bounds and what they count."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from dragoman.extraction.numbers_find import Number, find_numbers
from dragoman.extraction.numbers_parts import link_parts
from dragoman.extraction.numbers_what import by_word, counted, is_person, what_of
from dragoman.language import Document, Token
from dragoman.model import Count, Extract, NumberMention, Report, Span, TimeMention

_PEOPLE_KINDS = frozenset(
    [
        "killed",
        "injured",
        "casualties",
        "missing",
        "abducted",
        "arrested",
        "detained",
        "captured",
        "released",
        "displaced",
        "evacuated",
        "besieged",
        "in_need",
        "aided",
        "rescued",
        "surrendered",
        "defected",
        "returned",
        "expelled",
        "recruited",
        "deployed",
        "troops",
        "observers",
    ]
)
_INSIDE_NOUN = ("amod", "compound", "nummod", "det", "poss", "nmod", "punct", "quantmod", "case")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class Numbers:
    """Finds numbers in headline and body that are no dates, ages or names."""

    needs = ("report", "times")
    gives = ("numbers",)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with ``numbers``, in text order."""
        found = numbers_of(document, extract.report, extract.times)
        return msgspec.structs.replace(extract, numbers=tuple(found))


def numbers_of(
    document: Document, report: Report, times: tuple[TimeMention, ...]
) -> list[NumberMention]:
    """Return the numbers of a report's headline and body with what they count, in text order."""
    starts = [time.evidence.start for time in times]
    mentions: list[NumberMention] = []
    for number in find_numbers(document):
        span = number.span(document)
        k = bisect_left(starts, span.end)
        if k and times[k - 1].evidence.end > document.tokens[number.core].start:
            continue
        mention = _mention(document, report, number)
        if mention is not None:
            mentions.append(mention)
    return link_parts(document, mentions)


def _mention(document: Document, report: Report, number: Number) -> NumberMention | None:
    tokens = document.tokens
    after = tokens[number.last] if number.last < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    sign = before.text if before is not None else ""
    money = counted()["money_signs"].get(sign[-1:])
    if money:
        return _plain(document, report, number, "money", money)
    if _is_name(document, number, before, after):
        return None
    if after is not None and (after.lower in counted()["percent"] or _per_cent(document, number)):
        return _share(document, report, number)
    head = counted_noun(document, number)
    if head.lower in ("year", "years") or (after and after.lower in ("-", "year", "years", "am")):
        return _hyphenated(document, report, number, head)
    unit = _measure(head)
    if unit is not None:
        return _plain(
            document,
            report,
            number,
            "money" if len(unit) == 3 and unit.isupper() else "measure",
            unit,
            head,
        )
    if number.fraction:
        return _share(document, report, number)
    if head.i == number.tail and number.low is not None and number.low % 1:
        return None
    return _counted(document, report, number, head)


def _counted(document: Document, report: Report, number: Number, head: Token) -> NumberMention:
    number = _bounded_after_noun(document, number, head)
    what = what_of(document, head, number.first, number.last - 1)
    if number.first > 1 and document.tokens[number.first - 2].lower == "out":
        what = "unspecified"  # "53 out of 101 birds had died"
    of = (
        None
        if head.i < number.last and head.i >= number.first
        else noun_phrase(document, number, head)
    )
    people = what in _PEOPLE_KINDS and (is_person(head) or of is None)
    count = Count(
        what=what,
        low=number.low,
        high=number.high,
        evidence=report.evidence(number.span(document)),
        unit="people" if people or (is_person(head) and of) else None,
        qualifier=number.qualifier,
        of=None if of is None else of.of(document.text),
    )
    return NumberMention(count=count, head=head.i)


def _bounded_after_noun(document: Document, number: Number, head: Token) -> Number:
    """Return the number with the bound that follows its noun: "20 civilians at least"."""
    following = [token.lower for token in document.tokens[head.i + 1 : head.i + 3]]
    if (
        number.qualifier
        or head.i < number.last
        or following not in (["at", "least"], ["or", "more"])
    ):
        return number
    if document.tokens[head.i + 3 : head.i + 4] and document.tokens[head.i + 3].pos == "NUM":
        return number
    return msgspec.structs.replace(number, high=None, qualifier=" ".join(following))


def _plain(
    document: Document,
    report: Report,
    number: Number,
    what: str,
    unit: str,
    head: Token | None = None,
) -> NumberMention:
    span = number.span(document)
    if head is None and number.first:
        span = Span(document.tokens[number.first - 1].start, span.end)
    elif head is not None and head.i >= number.last:
        span = Span(span.start, head.end)
    count = Count(
        what=what,
        low=number.low,
        high=number.high,
        evidence=report.evidence(span),
        unit=unit,
        qualifier=number.qualifier,
    )
    return NumberMention(count=count, head=head.i if head else number.tail)


def _share(document: Document, report: Report, number: Number) -> NumberMention:
    """Return a share: of land when a place or "territory" follows "of"."""
    tokens = document.tokens
    last = number.last
    if _per_cent(document, number):
        last += 2
    elif last < len(tokens) and tokens[last].lower in counted()["percent"]:
        last += 1
    span = Span(tokens[number.first].start, tokens[last - 1].end)
    scale = 100.0 if number.fraction else 1.0
    whole = _whole_of(document, last)
    land = whole is not None and (
        whole.lemma.lower() in counted()["land"] or whole.ent in ("GPE", "LOC")
    )
    what = "share_of_territory" if land else "share"
    of = None
    if whole is not None:
        start = tokens[last + 1].start if last + 1 < len(tokens) else span.end
        if start < whole.end:
            of = Span(start, whole.end).of(document.text)
    count = Count(
        what=what,
        low=None if number.low is None else round(number.low * scale, 3),
        high=None if number.high is None else round(number.high * scale, 3),
        evidence=report.evidence(span),
        unit="percent",
        qualifier=number.qualifier,
        of=of,
    )
    return NumberMention(count=count, head=whole.i if whole is not None else number.tail)


def _per_cent(document: Document, number: Number) -> bool:
    tokens = document.tokens[number.last : number.last + 2]
    return [token.lower for token in tokens] == ["per", "cent"]


def _whole_of(document: Document, k: int) -> Token | None:
    """Return the noun after "of" at token ``k``."""
    tokens = document.tokens
    if k + 1 >= len(tokens) or tokens[k].lower != "of":
        return None
    for child in document.children(tokens[k]):
        if child.dep == "pobj":
            return child
    return None


def _is_name(document: Document, number: Number, before: Token | None, after: Token | None) -> bool:
    """Return whether the figure is part of a name, an age, an ordinal or a clock time."""
    core = document.tokens[number.core]
    if _ORDINAL.fullmatch(core.lower) or core.ent in ("TIME",):
        return True
    if before is not None and number.first == number.core:
        glued = before.end == core.start
        if glued and before.text in ("-", "/", ":", "+", "#", ".", "_"):
            return True
        if before.lower in counted()["names"] and core.text[0].isdigit():
            return True
        if before.lower in ("aged", "age"):
            return True
        if before.text == "," and after is not None and after.text == "," and core.text.isdigit():
            return before.i > 0 and document.tokens[before.i - 1].pos == "PROPN"
    if after is not None and after.start == document.tokens[number.last - 1].end:
        return after.text in ("/", ":", "+", "_", "'s", "’s") or bool(
            _ORDINAL.fullmatch(core.lower + after.lower)
        )
    return core.lower in ("one",) and not _counts_one(document, core)


def _counts_one(document: Document, core: Token) -> bool:
    """Return whether "one" counts: not in "no one", "one another", "one of", "the one"."""
    following = document.tokens[core.i + 1] if core.i + 1 < len(document.tokens) else None
    if core.i and document.tokens[core.i - 1].lower in (
        "no",
        "the",
        "any",
        "every",
        "each",
        "this",
        "that",
    ):
        return False
    if core.dep == "nummod":
        return True
    if following is not None and following.lower in by_word("states"):
        return True
    return (
        core.dep in ("nsubjpass", "dobj") and following is not None and following.lower != "another"
    )


def _hyphenated(
    document: Document, report: Report, number: Number, head: Token
) -> NumberMention | None:
    """Return a measure for "55-kilometer", nothing for "70-year-old" and "two-day"."""
    tokens = document.tokens
    k = number.last
    if k + 1 < len(tokens) and tokens[k].lower == "-" and tokens[k].start == tokens[k - 1].end:
        unit = _measure(tokens[k + 1])
        if unit is not None:
            return _plain(document, report, number, "measure", unit, tokens[k + 1])
        return None
    if head.lower in ("year", "years"):
        return None
    return _counted(document, report, number, head)


def _measure(head: Token) -> str | None:
    measures = by_word("measures")
    money: dict[str, str] = counted()["money"]
    lemma = head.lemma.lower()
    return measures.get(lemma) or measures.get(head.lower) or money.get(lemma)


def counted_noun(document: Document, number: Number) -> Token:
    """Return the noun that a number counts, or the number's own last token.

    "dozens of civilians", "two of the soldiers" count the noun after "of".
    """
    tokens = document.tokens
    tail = tokens[number.tail]
    whole = _whole_of(document, number.last)
    if whole is not None:
        return whole
    token = tail
    for _ in range(4):
        if token.dep not in (
            "nummod",
            "quantmod",
            "compound",
            "amod",
            "det",
            "advmod",
            "nmod",
            "predet",
        ):
            break
        head = document.head(token)
        if head.i == token.i or head.pos in ("VERB", "AUX", "ADJ", "ADV"):
            break
        token = head
        if token.i > tail.i and token.pos in ("NOUN", "PROPN"):
            break
    if token.i > tail.i and token.pos in ("NOUN", "PROPN", "ADJ", "PRON"):
        return token
    return _noun_after(document, number) or tail


def _noun_after(document: Document, number: Number) -> Token | None:
    """Return the last of the nouns right after a number that the parse left alone."""
    found = None
    stop = document.sentence_of(number.tail).last
    for token in document.tokens[number.last : min(stop, number.last + 6)]:
        if token.pos in ("NOUN", "PROPN"):
            if found is not None and token.i > found.i + 1 and found.pos == "NOUN":
                break
            found = token
        elif token.pos not in ("ADJ", "PART") and token.text != "-":
            break
        if found is not None and found.tag == "NNS":
            break
    return found


def noun_phrase(document: Document, number: Number, head: Token) -> Span | None:
    """Return the counted noun with what stands before it: "pro-government fighters"."""
    tokens = document.tokens
    first = number.last
    if first < len(tokens) and tokens[first].lower == "of":
        first += 1
    if first > head.i or head.i - first > 12:
        return None
    return Span(tokens[first].start, head.end)
