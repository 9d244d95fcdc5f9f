"""Parts of states: "the Syrian army", "Assad's government", "the parliament of Karvelia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extraction.actors_bare import Bare, BareBodies, Told
from dragoman.extraction.actors_body_nouns import Body, bodies
from dragoman.extraction.actors_found import Found, Who, word_list
from dragoman.extraction.actors_owners import Owners
from dragoman.extraction.actors_states import States
from dragoman.packs import Packs

_LEFT = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT", "VERB", "ADV", "PRON")
# Parts of states whose raids are theirs, and not on them ("a parliament attack").
_DOING = ("government", "forces")
# With one of these before it a noun is no part of a state ("the opposition delegation").
_OTHERS = frozenset(("opposition", "rebel", "rebels", "insurgent", "kurdish", "islamist", "allied",
                     "pro", "anti", "militant", "jihadist", "peacekeeping", "coalition", "foreign",
                     "enemy", "former", "exiled", "shadow", "interim", "transitional",
                     "self"))  # fmt: skip
# Words that stand inside the names of states' own forces.
_SERVICES = frozenset(("armed", "air", "aerospace", "arab", "special", "ground", "defence",
                       "defense", "national", "royal", "naval", "marine", "border", "military",
                       "coast", "land", "space", "people", "revolutionary", "islamic", "imperial",
                       "federal", "regular", "state", "riot", "traffic", "security", "civil",
                       "judicial", "secret"))  # fmt: skip


class Bodies:
    """Finds the parts of states that a report names, with the states that it names."""

    def __init__(self, states: States, packs: Packs) -> None:
        self.states = states
        self.document = states.document
        self.at = states.at
        self.bare = BareBodies(states)
        self.owners = Owners(states)
        self.packs = packs
        self._named: frozenset[int] = frozenset()
        self.group_nouns = {
            noun.split()[0] for entry in word_list("groups") for noun in entry["nouns"]
        }

    def found(self, known: Iterable[Found]) -> list[Found]:
        """Return the mentions of bodies of states: "the Syrian army", "Assad's government".

        ``known`` are the names that are known: persons own such bodies.
        """
        at = {i: one.who for one in known for i in range(one.first, one.last)}
        self._named = frozenset(at)
        owners = {i: who for i, who in at.items() if who.type == "person"}
        return list(self._found(owners))

    def _found(self, owners: dict[int, Who]) -> Iterator[Found]:
        pending: list[tuple[Bare, int, Body]] = []
        told: list[Told] = []
        i = 0
        tokens = self.document.tokens
        while i < len(tokens):
            size, body = self._body_at(i)
            first = self._left(i) if body else i
            if body is None or self._is_other(body, i, first):
                if body is not None and body.part == "forces":
                    yield from self._joined(first, body)
                i += size
                continue
            owner = self.owners.of(first, i, owners)
            if owner is None and (leader := self.owners.leader(i)) is not None:
                owner, first = leader, leader[1]
            of = None if owner or body.group else self.owners.after(i + size, body.part)
            last = of[1] if of else i + size
            if of is None:
                first = self._without_article(first, i, last)
            if code := (owner or of or ("",))[0]:
                told.append(Told(i, body.part, code, self.bare.of_rulers(first, i)))
                yield self._body_found(first, last, body, code)
                yield from self._joined(owner[1], body) if owner else ()
            elif self.bare.stands_alone(
                first, i, last, alone=body.alone, forces=body.part == "forces"
            ):
                rulers = self.bare.of_rulers(first, i)
                pending.append((Bare(first, i, body.part, rulers), last, body))
            i = last
        for bare, last, body in pending:
            meant = self.bare.meant(bare, told)
            if meant is not None:
                yield self._body_found(bare.first, last, body, meant)
            elif body.part in ("government", "forces"):
                yield self._nameless(bare, last, body)

    def _is_other(self, body: Body, i: int, first: int) -> bool:
        """Return whether the noun phrase is of no state ("the opposition delegation")."""
        if any(token.lower in _OTHERS for token in self.document.tokens[first:i]):
            return True
        if body.part in ("forces", "police") and self._is_own_name(i, first):
            return True
        return body.part == "government" and self._ends_a_name(i, first)

    def _is_own_name(self, i: int, first: int) -> bool:
        """Return whether forces bear a name of their own: "the Karvelian Democratic Forces"."""
        tokens = self.document.tokens
        if not tokens[i].text[0].isupper() or self.document.sentence_of(i).first == i:
            return False
        between = [t for t in tokens[first:i] if t.i not in self.at and t.pos in ("PROPN", "ADJ")]
        return any(t.text[0].isupper() and t.lower not in _SERVICES for t in between)

    def _ends_a_name(self, i: int, first: int) -> bool:
        """Return whether the noun ends a longer name ("General Services Administration")."""
        token, before = self.document.tokens[i], self.document.tokens[i - 1]
        return (
            i > first
            and token.text[0].isupper()
            and before.pos == "PROPN"
            and before.text[0].isupper()
            and i - 1 not in self.at
        )

    def _joined(self, i: int, body: Body) -> Iterator[Found]:
        """Yield Russia's forces for "Russian" in "Russian and Iranian forces" (``i``: Iranian).

        Also Karvelia's for "Karvelian" in "Karvelian and coalition forces" (``i``: coalition).
        """
        tokens = self.document.tokens
        if i < 2 or tokens[i - 1].lower not in ("and", ",", "or"):
            return
        other = self.at.get(i - 2)
        if other is None or other[3].country is None:
            return
        said = tokens[i - 2]
        above = self.document.head(said) if said.dep == "conj" else said
        if other[2].kind != "adjective" and not (
            said.text in other[3].adjectives and above.dep in ("amod", "nmod", "compound")
        ):
            return
        yield self._body_found(other[0], other[1], body, other[3].country)
        yield from self._joined(other[0], body)

    def _without_article(self, first: int, i: int, last: int) -> int:
        """Return ``first``, past words that belong to a later noun ("a regime victory")."""
        tokens = self.document.tokens
        modifier = last < len(tokens) and tokens[last].pos == "NOUN"
        while first < i and (
            tokens[first].lower in ("both", "all", "any", "some", "-")
            or (modifier and tokens[first].pos == "DET")
        ):  # fmt: skip
            first += 1
        return first

    def _body_at(self, i: int) -> tuple[int, Body | None]:
        for size, body in self._said_at(i):
            if self.document.tokens[i + size - 1].pos in ("NOUN", "PROPN", "ADJ"):
                return size, None if self._is_modifier(i, i + size, body.part) else body
        return 1, None

    def _said_at(self, i: int) -> Iterator[tuple[int, Body]]:
        """Yield the bodies whose words begin at a token, with how many words they are."""
        for words, body in bodies().get(self.document.tokens[i].lower, ()):
            said = self.document.tokens[i : i + len(words)]
            if tuple(token.lower for token in said) == words:
                yield len(words), body

    def _is_modifier(self, i: int, last: int, part: str) -> bool:
        """Return whether the noun only modifies what follows ("government troops")."""
        tokens = self.document.tokens
        if i > 1 and tokens[i - 1].text == "-":
            return True
        if last >= len(tokens):
            return False
        after = tokens[last]
        does = part in _DOING and after.lemma.lower() in word_list("deeds")["deeds"]
        if does and not any(self._said_at(last)):
            return False  # "Regime Air Raids", in the capitals of a title
        if after.pos == "PROPN" and tokens[i].text[0].isupper() and tokens[i].head >= last:
            return True
        if after.text == "-" or (tokens[i].pos == "ADJ" and after.pos == "NOUN"):
            return True
        return after.pos == "NOUN" and (after.lower in bodies() or after.lemma in self.group_nouns)

    def _left(self, i: int) -> int:
        """Return the first token of the noun phrase that ends with token ``i``."""
        tokens = self.document.tokens
        sentence = self.document.sentence_of(i)
        first = i
        while first > sentence.first:
            before = tokens[first - 1]
            if before.pos not in _LEFT or (before.pos == "PUNCT" and before.text != "-"):
                break
            if before.pos == "VERB" and before.tag != "VBN" and before.dep != "amod":
                break
            if before.pos in ("NOUN", "PROPN") and before.dep not in (
                "compound", "poss", "nmod", "amod", "npadvmod",
            ) and first - 1 not in self.at:  # fmt: skip
                break
            if before.pos == "PRON" and before.tag != "PRP$":
                break
            if first - 1 in self.at and not self._modifies(first - 1, first, i):
                break
            if first - 1 in self._named and first in self.at:
                break  # "according to KNA Karvelian forces advanced"
            first -= 1
            if before.pos == "DET":
                break
        return first

    def _modifies(self, i: int, after: int, noun: int) -> bool:
        """Return whether the state named at ``i`` can modify the ``noun`` that follows it.

        A second state before the noun does not, unless it is an adjective or an owner: "Ostravia
        confident Karvelian army ..." is a headline.
        """
        kind = self.at[i][2].kind
        if kind == "adjective" or self.states.is_genitive(after):
            return True
        run = self.at[i][0]
        if any(k in self.at and self.at[k][0] != run for k in range(after, noun)):
            return self.document.tokens[after].text == "-"
        if kind == "state" and self.document.tokens[i].dep in ("compound", "nmod"):
            return True
        text = self.document.tokens[i].text
        return text in self.at[i][3].adjectives or self.document.tokens[after].text == "-"

    def _nameless(self, bare: Bare, last: int, body: Body) -> Found:
        """Return "the government" of a report that names no state, as an unnamed actor."""
        who = Who(
            key=f"body:{body.part}",
            name="government forces" if body.part == "forces" else "government",
            type="government",
            sector=body.sector,
            named=False,
            plural=body.part == "forces",
        )
        return Found(first=bare.first, last=last, who=who, form="nominal")

    def _body_found(self, first: int, last: int, body: Body, code: str) -> Found:
        return Found(first=first, last=last, who=self.body_who(body, code), form="nominal")

    def body_who(self, body: Body, code: str) -> Who:
        """Return the actor that is ``body`` of the state with ``code``."""
        state = self.packs.states[code]
        key = f"{state.key}-{body.part}"
        known = self.packs.actors.get(key)
        preposition = "from" if body.group else "of"
        return Who(
            key=key,
            name=known.name if known else f"{body.label} {preposition} {state.name}",
            type="group" if body.group else "government",
            country=code,
            sector=body.sector,
            pack=key if known else None,
            named=not body.group,
            plural=body.part in ("forces", "police", "officials", "security-forces"),
        )
