"""Who a printed label names: "[Novak]", "Q:", "[VARNIAN ARMED FORCES] [TEXT]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.actors_phrases import ranks, styles, title_nouns
from dragoman.extraction.claims_sources import type_of_word
from dragoman.model import UNNAMED, Actor, Evidence, Extract, Span, Speaker, make_id

# Who speaks for the whole of a body that is named before it.
_COMMANDS = (
    ("general", "command"),
    ("high", "command"),
    ("supreme", "command"),
    ("general", "staff"),
    ("general", "secretariat"),
    ("executive", "committee"),
    ("central", "committee"),
    ("political", "bureau"),
)


class Labels:
    """Finds the actor behind a label by its letters: a label may stand outside the body."""

    def __init__(self, extract: Extract, new: dict[str, Actor]) -> None:
        self._report = extract.report
        self._actors = {actor.id: actor for actor in extract.actors}
        self._mentions = extract.actor_mentions
        self._new = new

    def of(self, label: Span | None, said: Span) -> Speaker:
        """Return who says what stands under a label; a bare "A:" is of whom is named first."""
        if label is None:
            return self._interviewed(said)
        evidence = self._report.evidence(label)
        actor = self._known(evidence.quote) or self._other(evidence)
        return Speaker(name=actor.name, actor=actor.id, evidence=evidence)

    def _interviewed(self, said: Span) -> Speaker:
        before = (m for m in self._mentions if m.evidence.end <= said.start)
        first = next((m for m in before if self._is_person(m.actor)), None)
        if first is None:
            return Speaker(name=UNNAMED)
        return Speaker(name=self._actors[first.actor].name, actor=first.actor)

    def _is_person(self, name: str) -> bool:
        return self._actors[name].named and self._actors[name].type == "person"

    def _known(self, label: str) -> Actor | None:
        """Return the actor of the report that a label names: whole, within it, or by surname."""
        words = _words(label)
        whole = (a for a in self._all() if any(_words(name) == words for name in a.names))
        told = (m.actor for m in self._mentions if _words(m.evidence.quote) == words)
        if (same := next(whole, None)) is not None:
            return same
        if (mentioned := next(told, None)) is not None:
            return self._actors[mentioned]
        named = [actor for actor in self._all() if actor.named]
        inside = [
            (len(_words(name)), actor)
            for actor in named
            for name in actor.names
            if _stands_in(words, _words(name))
        ]
        if inside:
            longest = max(size for size, _ in inside)
            return next(actor for size, actor in inside if size == longest)
        people = [a for a in named if a.type in ("person", "unknown")]
        found = [a for a in people if any(_words(n)[-1:] == words[-1:] for n in a.names)]
        return found[0] if len(found) == 1 else None

    def _all(self) -> Iterator[Actor]:
        yield from self._actors.values()
        yield from self._new.values()

    def _other(self, evidence: Evidence) -> Actor:
        """Return an actor that the report names in a label alone."""
        label = evidence.quote
        words = _led(label.split(",")[0].split())
        bare = _untitled(words)
        name = " ".join(bare or words)
        name = name.title() if name.isupper() and len(name.split()) > 1 else name
        kind = type_of_word(name.split()[-1])
        if kind is None and bare and len(bare) < len(words):
            kind = "person"
        actor = Actor(
            id=make_id("act", self._report.id, "label", name.lower()),
            name=name,
            names=(name,),
            type=kind or "unknown",
            named=name[:1].isupper() and type_of_word(name.split()[0]) is None,
            evidence=(evidence,),
        )
        return self._new.setdefault(actor.id, actor)


def _led(words: Sequence[str]) -> Sequence[str]:
    """Return the body of "NORTHERN FREE FRONT GENERAL COMMAND", for which its command speaks."""
    ends = tuple(word.lower() for word in words[-2:])
    return words[:-2] if ends in _COMMANDS and len(words) > 3 else words


def _untitled(words: Sequence[str]) -> Sequence[str]:
    """Return "Jan Orr" of "PRESIDENT JAN ORR"; nothing of a title alone."""
    known = title_nouns() | styles() | ranks()
    titles = [k for k, word in enumerate(words) if word.lower().rstrip(".") in known]
    return words[titles[-1] + 1 :] if titles else words


def _words(name: str) -> list[str]:
    words = [word.removesuffix("'s") for word in name.casefold().replace("’", "'").split()]
    return words[1:] if words[:1] == ["the"] else words


def _stands_in(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether a label holds a name; one of a single word must be its last."""
    size = len(name)
    if size == 1:
        return list(words[-1:]) == list(name)
    return any(list(words[k : k + size]) == list(name) for k in range(len(words) - size + 1))
