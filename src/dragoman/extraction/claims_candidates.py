"""What the grammar and the tagger propose: a cue with its source and content."""

from __future__ import annotations

import msgspec

from dragoman.model import Act, Span


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A cue with its source and content, before the speaker is known.

    ``head`` is the token index of the cue word, ``source_head`` that of the source's head word;
    ``marker`` is the complementiser that was cut off the content; ``reported_by`` is the token
    index of the cue of the claim that this one stands in, where the grammar knows it;
    ``goes_on`` is the cue of the claim that this one goes on from ("..., adding that");
    ``occasion`` is where the report tells on what occasion it was said ("during a visit").
    """

    head: int
    cue: Span | None
    source: Span | None
    source_head: int | None
    content: tuple[Span, ...]
    act: Act
    rule: str
    stance: bool = False
    negated: bool = False
    marker: Span | None = None
    reported_by: int | None = None
    occasion: Span | None = None
    goes_on: int | None = None
