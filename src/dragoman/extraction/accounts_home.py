"""What took place "here" or "in this capital" took place where the report's dateline says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.extraction.accounts_anchors import tokens_of
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token
from dragoman.model import Extract, Place, PlaceMention, Span

_CITY = frozenset({"capital", "city", "town", "port", "village"})
# A country's name stands in a dateline for want of a town's.
_BROAD = ("country", "landscape", "province")
_BEFORE_A_NAME = ("compound", "nmod", "amod", "poss")
_TIMES = ("DATE", "TIME")
# "The hill 20 km north of the capital" is not in it.
_ELSEWHERE = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast",
                        "southwest", "outside", "km", "kilometers", "kilometres", "miles", "from",
                        "to", "toward", "towards"})  # fmt: skip
# Up to so many words lie between: "in the northern part of the capital".
_STEPS = 6


class Home:
    """The words of a report that mean the one town of its dateline, and what is done there."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.report = extract.report
        self.place = _of_dateline(extract)
        # "I was born here", he says, wherever he is.
        self._said = [
            piece.span for one in extract.claims if one.form == "direct" for piece in one.content
        ]
        self._words: dict[int, list[tuple[Token, Span]]] = {}
        for token, span in self._found() if self.place else ():
            self._words.setdefault(document.sentence_of(token).i, []).append((token, span))

    def _found(self) -> Iterator[tuple[Token, Span]]:
        for token in self.document.tokens:
            if token.lower == "here" and token.dep == "advmod":
                first = token
            elif token.lower in _CITY and self._is_this(token):
                first = self.document.tokens[token.i - 1]
            else:
                continue
            span = Span(first.start, token.end)
            if not any(said.contains(span) for said in self._said):
                yield token, span

    def _is_this(self, city: Token) -> bool:
        """Return whether a word for a town means the dateline's: "this city", "the capital"."""
        before = self.document.tokens[city.i - 1].lower if city.i else ""
        after = self.document.tokens[city.i + 1 : city.i + 2]
        named = city.dep in _BEFORE_A_NAME or any(
            t.lower == "of" or (t.pos == "PROPN" and t.ent not in _TIMES) for t in after
        )
        if before == "this":
            return not named
        seat = self.place is not None and self.place.type == "capital"
        return before == "the" and city.lower == "capital" and seat and not named

    def of(self, trigger: Trigger) -> PlaceMention | None:
        """Return the dateline's place where a trigger is told to be there, else None."""
        if self.place is None:
            return None
        mine = {token.i for token in tokens_of(trigger)}
        for token, span in self._words.get(self.document.sentence_of(trigger.token).i, ()):
            for above in islice(self.document.ancestors(token), _STEPS):
                if above.lower in _ELSEWHERE:
                    break
                if above.i in mine:
                    return PlaceMention(
                        evidence=self.report.evidence(span),
                        place=self.place.id,
                        relation="in",
                        precision=self.place.precision,
                    )
                if above.pos in ("VERB", "AUX"):
                    break
        return None


def _of_dateline(extract: Extract) -> Place | None:
    """Return the one town of the dateline, None where there is none, or several."""
    ids = {m.place for m in extract.place_mentions if m.relation == "dateline"}
    places = [place for place in extract.places if place.id in ids]
    one = places[0] if len(places) == len(ids) == 1 else None
    return one if one and one.lat is not None and one.precision not in _BROAD else None
