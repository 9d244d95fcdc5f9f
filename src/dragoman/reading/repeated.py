"""A standfirst that was run together with the report, whose first sentence says the same again."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model import Span

# A repetition is looked for by so many characters; a shorter one is no standfirst.
_SHORTEST = 60
# No standfirst is longer, in characters.
_LONGEST = 700


def without_repetition(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the stretches of the body without an opening that stands there twice.

    The second time is kept: there the sentence goes on ("..., a spokesman said").

    >>> said = "The envoys of Varnia left the town of Tarsk on Sunday after three days of talks"
    >>> [span.start for span in without_repetition(f"{said} {said}, he said.", [Span(0, 171)])]
    [80]
    """
    if not spans:
        return ()
    first, *others = spans
    body = first.of(text)
    again = body.find(body[:_SHORTEST], _SHORTEST, _LONGEST + _SHORTEST)
    if again < 0 or not body.startswith(body[:again].rstrip(" \t\r\n.…"), again):
        return tuple(spans)
    return (Span(first.start + again, first.end), *others)
