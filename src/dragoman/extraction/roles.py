"""Where the reader of roles is asked, and what it said of a stretch of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from dragoman.language import Document
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.learned.roles import Roles, Voice

# A sentence is read with so many before it, which say what is told of.
BEFORE = 1


class RolesOf(Protocol):
    """What tells the roles of a text's voices."""

    def read(self, text: str) -> Roles:
        """Return the roles in ``text``."""
        ...


class Asked:
    """The roles in the stretches of a report around some of its sentences.

    Stretches that touch are read as one.
    """

    def __init__(self, document: Document, reader: RolesOf, sentences: Iterable[int]) -> None:
        self._document = document
        # By sentence: the stretch that it was read in, and the roles in that.
        self._read: dict[int, tuple[Span, Roles]] = {}
        for first, last in _stretches(sentences):
            whole = Span(document.sentences[first].start, document.sentences[last].end)
            read = whole, reader.read(whole.of(document.text))
            self._read.update(dict.fromkeys(range(first, last + 1), read))

    def voice(self, span: Span, role: Voice) -> float:
        """Return how likely the words in ``span`` are of a role, from 0 to 1.

        What begins in no sentence that was read is of none.
        """
        sentence = self._document.sentence_at(span.start)
        read = self._read.get(sentence.i) if sentence else None
        if read is None:
            return 0.0
        whole, roles = read
        end = min(span.end, whole.end)
        return roles.voice(Span(span.start - whole.start, end - whole.start), role)


def _stretches(sentences: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last sentence of each stretch around ``sentences``.

    >>> _stretches([3, 4, 12])
    [(2, 4), (11, 12)]
    """
    found: list[tuple[int, int]] = []
    for i in sorted(set(sentences)):
        first, last = max(0, i - BEFORE), i
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
