"""Numbers that count no things: money, lengths and weights, shares."""

from __future__ import annotations

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_lists import by_word, counted
from dragoman.extraction.numbers_noun import whole_of
from dragoman.language import Document, Token
from dragoman.model import Count, NumberMention, Report, Span


def plain(
    document: Document,
    report: Report,
    number: Number,
    what: str,
    unit: str,
    head: Token | None = None,
) -> NumberMention:
    """Return money or a measure: a number with a unit and no counted noun."""
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


def share(document: Document, report: Report, number: Number) -> NumberMention:
    """Return a share: of land when a place or "territory" follows "of"."""
    tokens = document.tokens
    last = number.last
    if per_cent(document, number):
        last += 2
    elif last < len(tokens) and tokens[last].lower in counted()["percent"]:
        last += 1
    span = Span(tokens[number.first].start, tokens[last - 1].end)
    scale = 100.0 if number.fraction else 1.0
    whole = whole_of(document, last)
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


def per_cent(document: Document, number: Number) -> bool:
    """Return whether "per cent" follows, written as two words."""
    tokens = document.tokens[number.last : number.last + 2]
    return [token.lower for token in tokens] == ["per", "cent"]


def is_distance(document: Document, number: NumberMention) -> bool:
    """Return whether a length says where something is: "seized 12 km (7 miles) north of Oren".

    It is the extent of a deed, no distance, where it tells how far somebody went: "were driven
    back 20 km to the west".
    """
    if number.count.what != "measure" or number.count.unit not in counted()["lengths"]:
        return False
    words = counted()["distance"]
    unit = document.tokens[number.head]
    if document.tokens[unit.i - 1].lower.startswith(("square", "sq")):
        return False
    figure = document.tokens_in(number.count.evidence.span)[0]
    opens = document.tokens[figure.i - 1].text == "("
    ahead = document.tokens[max(0, figure.i - (6 if opens else 1)) : figure.i]
    if any(token.lower in words["before"] for token in ahead):
        return True
    after = [token.lower for token in document.tokens[_past_brackets(document, unit) :][:3]]
    side = after[2:] if after[:2] == ["to", "the"] else after[:1]
    aside = bool(side) and side[0].startswith(tuple(words["sides"]))
    if not aside and not (after and after[0] in words["after"]):
        return False
    return next(document.ancestors(unit), unit).lemma not in words["ways"]


def _past_brackets(document: Document, unit: Token) -> int:
    """Return the token after a length and its conversion: "60 kilometres (35 miles) from"."""
    tokens, k = document.tokens, unit.i + 1
    if k < len(tokens) and tokens[k].text == "(":
        stop = min(len(tokens), k + 6)
        k = next((j for j in range(k, stop) if tokens[j].text == ")"), k - 1)
    return k + 1 if k < len(tokens) and tokens[k].text == ")" else k


def measure_unit(head: Token) -> str | None:
    """Return the unit that a noun names ("km", "USD"), or None when it is a thing counted."""
    measures = by_word("measures")
    money: dict[str, str] = counted()["money"]
    lemma = head.lemma.lower()
    return measures.get(lemma) or measures.get(head.lower) or money.get(lemma)
