"""Names that stand behind a whole post without a comma: "head of the Relief Fund Milan Petrek"."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_phrases import is_title
from dragoman.extraction.actors_runs import Run, is_first_name, name_of, words_of
from dragoman.language import Document, Token

_LINKS = frozenset({"of", "for", "to", "at", "in", "from"})
# How sure a name behind a title is.
SURE = 4
# "head of the Karvelian section of the Relief Fund" has no longer owner.
_LONGEST_OWNER = 10


class AfterPosts:
    """Parts the names of a report's persons from whom their posts are of.

    ``known`` are the tokens of names that are known; ``towns`` the words of places' names.
    """

    def __init__(
        self, document: Document, runs: Sequence[Run], known: Container[int], towns: set[str]
    ) -> None:
        self._tokens = document.tokens
        self._known = known
        self._inside = {i for run in runs for i in range(run.first, run.last)}
        self._towns = towns
        self._names = {self._key(run.first, run.last) for run in runs}

    def parted(self, run: Run) -> Run:
        """Return a run without what the post before it is of, a person's where that is sure."""
        run = self._without_owner(self._without_town(self._without_region(run)))
        name = self._tokens[run.first : run.last]
        bodies = [k for k, t in enumerate(name) if t.lower in words_of("organisation_nouns")]
        if bodies:
            return self._without_body(run, bodies[-1])
        whole = " " in self._key(run.first, run.last) and all(
            t.pos == "PROPN" or t.text == "-" for t in name
        )
        apart = not any(i in self._known for i in range(run.first, run.last))
        if whole and apart and not name[0].text.isupper() and self._follows_post(run.first):
            return msgspec.structs.replace(run, label="PERSON", weight=SURE)
        return run

    def _without_region(self, run: Run) -> Run:
        """Return Milan Petrek of "minister for the Middle East Milan Petrek"."""
        tokens, first = self._tokens, run.first
        if first < 3 or run.last - first < 3 or tokens[first - 1].lower != "the":
            return run
        names = [k for k in range(first + 1, run.last - 1) if is_first_name(tokens[k])]
        able = tokens[first - 2].lower in _LINKS and is_title(tokens[first - 3]) and names
        if not able or is_first_name(tokens[first]):
            return run
        return msgspec.structs.replace(run, first=names[0])

    def _without_town(self, run: Run) -> Run:
        """Return Milan Petrek of "director for Tarsk Milan Petrek"."""
        tokens, first = self._tokens, run.first
        if first < 2 or run.last - first < 3 or tokens[first - 1].lower not in _LINKS:
            return run
        article = tokens[first + 1].lower in words_of("particles")  # "activist from Deir al-Garn"
        if not is_title(tokens[first - 2]) or tokens[first + 1].pos != "PROPN" or article:
            return run
        town = fold(tokens[first].text) in self._towns
        named = is_first_name(tokens[first + 1]) and not is_first_name(tokens[first])
        again = run.last - first == 3 and self._key(first + 1, run.last) in self._names
        if not (town or named or again):
            return run
        body = any(t.lower in words_of("organisation_nouns") for t in tokens[first : run.last])
        sure = run.weight if body else SURE
        return Run(first + 1, run.last, run.label if body else "PERSON", sure)

    def _without_owner(self, run: Run) -> Run:
        """Return Milan Petrek of "Milan Petrek Karvelias envoy", which lost its marks."""
        last = run.last - 1
        following = self._tokens[run.last : run.last + 2]
        owner = last in self._known and self._tokens[last].lower.endswith("s")
        if not owner or last - run.first < 2 or not any(is_title(t) for t in following):
            return run
        return msgspec.structs.replace(run, last=last)

    def _without_body(self, run: Run, last: int) -> Run:
        """Return Milan Petrek of "Relief Council Milan Petrek"; ``last``: the body's noun in it."""
        first = run.first + last + 1
        placed = self._tokens[first].lower == "of" and first + 1 in self._known
        while (
            placed
            and first < run.last
            and (self._tokens[first].lower == "of" or (first in self._known))
        ):
            first += 1  # "Communist Party of Karvelia Milan Petrek"
        rest = self._tokens[first : run.last]
        if not last or len(rest) < 2 or not all(t.pos == "PROPN" or t.text == "-" for t in rest):
            return run
        if is_first_name(rest[0]) or _is_initial(rest[0]) or (placed and self._follows_post(first)):
            return Run(first, run.last, "PERSON", SURE)
        return run

    def _follows_post(self, first: int) -> bool:
        """Return whether a whole post ends before a name: "spokesman for the Relief Fund"."""
        tokens = self._tokens
        i = first - 1
        while i > max(1, first - _LONGEST_OWNER) and self._is_owner(i):
            i -= 1
        if i == first - 1 or i < 1:
            return False
        if tokens[i].lower == "the":
            i -= 1
        title = tokens[i - 1]
        return tokens[i].lower in _LINKS and is_title(title) and title.tag not in ("NNS", "NNPS")

    def _is_owner(self, i: int) -> bool:
        named = i in self._known or i in self._inside
        return named or self._tokens[i].tag == "POS"

    def _key(self, first: int, last: int) -> str:
        return fold(name_of(self._tokens[first:last]))


def _is_initial(token: Token) -> bool:
    """Return whether a word is the initial of a first name: "S." of "S. Petrek"."""
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."
