"""What is found in the record, kept for as long as all that was asked to find it is answered alike.

A rule asks an index of the record for things by their ids, and questions of one kind or another
("who stands with whom"). All that it asks is noted, with no help from the rule. When the record
has been derived anew, what the rule found holds if each of its questions has the same answer now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from dragoman.memo import Memo
from dragoman.model import Place
from dragoman.resolution.places import PlaceIndex

V = TypeVar("V")
P = ParamSpec("P")
A = TypeVar("A", bound="Asking")

# The name of a kind of things or of a method, and of what it was asked.
Question = tuple[Hashable, ...]
# Who looks at a whole kind of things has asked what any new one answers differently.
_ALL: Question = ("all",)


class Trail:
    """The questions asked since somebody wanted to know; nobody does where it is None."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        self.asked: set[Question] | None = None


class Watched(Mapping[str, V]):
    """Things of one kind by id; it is noted on a trail which of them are asked for."""

    def __init__(self, kind: str, trail: Trail, things: Mapping[str, V]) -> None:
        self.things = things
        self._kind, self._trail = kind, trail

    def __getitem__(self, i: str) -> V:
        if self._trail.asked is not None:
            self._trail.asked.add((self._kind, i))
        return self.things[i]

    def get(self, i: str, default: Any = None) -> Any:
        """Return the thing with this id, ``default`` when there is none."""
        if self._trail.asked is not None:
            self._trail.asked.add((self._kind, i))
        return self.things.get(i, default)

    def __iter__(self) -> Iterator[str]:
        self._note_all()
        return iter(self.things)

    def __len__(self) -> int:
        self._note_all()
        return len(self.things)

    def _note_all(self) -> None:
        if self._trail.asked is not None:
            self._trail.asked.add(_ALL)


class _WatchedPlaces(PlaceIndex):
    """Places of which it is noted on a trail which are asked for."""

    def __init__(self, places: Watched[Place]) -> None:
        super().__init__(())
        self._places = places


class Answers:
    """What one record answers: things by kind and id, and the questions asked so far."""

    def __init__(self) -> None:
        self.things: dict[str, Watched[Any]] = {}
        self.told: dict[Question, object] = {}


class Held:
    """What was found, given what, with all that was asked, and the record that it was asked.

    The things that were looked at are apart from the questions that have to be answered again.
    """

    __slots__ = ("answers", "found", "given", "questions", "things")

    def __init__(
        self,
        answers: Answers,
        things: tuple[Question, ...],
        questions: tuple[Question, ...],
        given: object,
        found: object,
    ) -> None:
        self.answers, self.things, self.questions = answers, things, questions
        self.given, self.found = given, found


class Asking:
    """An index that notes what it is asked. ``_things`` has the record's things by kind and id."""

    def __init__(self, memo: Memo) -> None:
        self.memo = memo
        self.trail = Trail()
        self.answers = Answers()
        self._same: dict[Answers, _Same] = {}

    def watched(self, kind: str, things: Mapping[str, V]) -> Watched[V]:
        """Return things by id, noting from now on which are asked for."""
        found = self.answers.things[kind] = Watched(kind, self.trail, things)
        return found

    def watched_places(self, places: Iterable[Place]) -> PlaceIndex:
        """Return an index of places, noting from now on which are asked for."""
        return _WatchedPlaces(self.watched("places", {p.id: p for p in places}))

    def noting(self, kind: str, things: Mapping[str, V]) -> Watched[V]:
        """Return what follows of each thing of a kind from itself: a look-up asks for the thing."""
        return Watched(kind, self.trail, things)

    def note_all(self) -> None:
        """Note that everything is looked at."""
        if self.trail.asked is not None:
            self.trail.asked.add(_ALL)

    def kept(self, name: str, key: Hashable, given: object, make: Callable[[], V]) -> V:
        """Return what ``make`` finds, ``given`` something, by asking this index alone.

        What it found in the last record is taken where it would find the same: given the same,
        and with the same answers to all that it asked.
        """
        table = self.memo.table(name)
        held: Held | None = table.find(key)
        if held is not None and held.given == given and self._answers_as(held):
            table.keep(key, Held(self.answers, held.things, held.questions, given, held.found))
            return cast(V, held.found)
        asked: set[Question] = set()
        outer, self.trail.asked = self.trail.asked, asked
        try:
            found = make()
        finally:
            self.trail.asked = outer
        if outer is not None:
            outer |= asked
        kinds = self.answers.things
        things = tuple(one for one in asked if one[0] in kinds)
        questions = tuple(one for one in asked if one[0] not in kinds)
        table.keep(key, Held(self.answers, things, questions, given, found))
        return found

    def _answers_as(self, held: Held) -> bool:
        same = self._same.get(held.answers)
        if same is None:
            same = self._same[held.answers] = _Same(self, held.answers)
        unchanged = same.changed().isdisjoint(held.things)
        return unchanged and all(map(same.__getitem__, held.questions))

    def answer(self, question: Question) -> object:
        """Return what a method answers of this record, without a note of it.

        None where it is asked about what is no longer there.
        """
        outer, self.trail.asked = self.trail.asked, None
        try:
            return getattr(self, str(question[0]))(*question[1:])
        except KeyError:
            return None
        finally:
            self.trail.asked = outer


class _Same(dict[Question, bool]):
    """Whether an index gives the answer that was given before, by question."""

    def __init__(self, index: Asking, before: Answers) -> None:
        super().__init__()
        self._index, self._before = index, before
        self._changed: set[Question] = set()
        self._compared: set[str] = set()

    def __missing__(self, question: Question) -> bool:
        told = self._before.told
        same = question != _ALL and told.get(question) == self._index.answer(question)
        self[question] = same
        return same

    def changed(self) -> set[Question]:
        """Return the things that are others than before, or only in one of the two records."""
        before, now = self._before.things, self._index.answers.things
        if len(self._compared) < len(now):
            for kind in now.keys() - self._compared:
                old = before[kind].things if kind in before else {}
                self._changed.update(_differing(kind, old, now[kind].things))
            self._compared.update(now)
        return self._changed


def _differing(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Question]:
    yield from ((kind, i) for i in old.keys() - new.keys())
    for i, thing in new.items():
        known = old.get(i)
        if known is not thing and known != thing:
            yield kind, i


def asked(method: Callable[Concatenate[A, P], V]) -> Callable[Concatenate[A, P], V]:
    """Return a method of an index that is worked out once, and noted as a question with its answer.

    What it asks in turn is its own affair: its answer is what counts. Arguments go by position.
    """
    name = method.__name__

    @wraps(method)
    def answer(self: A, /, *args: P.args, **named: P.kwargs) -> V:
        question: Question = (name, *args)
        told, trail = self.answers.told, self.trail
        if question not in told:
            outer, trail.asked = trail.asked, None
            try:
                told[question] = method(self, *args, **named)
            finally:
                trail.asked = outer
        if trail.asked is not None:
            trail.asked.add(question)
        return cast(V, told[question])

    return answer
