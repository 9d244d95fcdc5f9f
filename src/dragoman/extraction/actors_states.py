"""States, their governments and their forces: who acts when "Moscow" or "Syrian troops" act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from dragoman.extraction.actors_found import Found, Who, head_of, token_run, word_list
from dragoman.extraction.actors_index import NameMatch
from dragoman.language import Document, Token
from dragoman.model import MentionForm, PlaceMention
from dragoman.packs import PackActor, Packs

_LEFT = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT", "VERB", "ADV", "PRON")
_SIDES = frozenset(("backed", "led", "allied", "supported", "linked", "aligned", "funded", "held",
                    "based", "born", "made", "sponsored", "brokered", "controlled", "occupied",
                    "mediated", "hosted", "trained"))  # fmt: skip
# With one of these before it a noun is no part of a state ("the opposition delegation").
_OTHERS = frozenset(("opposition", "rebel", "rebels", "insurgent", "kurdish", "islamist", "allied",
                     "pro", "anti", "militant", "jihadist", "peacekeeping", "coalition", "foreign",
                     "enemy", "former", "exiled", "shadow", "interim", "transitional",
                     "self"))  # fmt: skip


class _Body:
    def __init__(self, entry: dict[str, object]) -> None:
        self.part = str(entry["part"])
        self.label = str(entry["label"])
        self.sector = str(entry.get("sector", "GOV"))
        self.alone = bool(entry.get("alone"))
        self.group = bool(entry.get("group"))


@lru_cache(maxsize=1)
def bodies() -> dict[str, list[tuple[tuple[str, ...], _Body]]]:
    """Return the nouns for parts of a state by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], _Body]]] = {}
    for entry in word_list("bodies"):
        for noun in entry["nouns"]:
            words = tuple(noun.split())
            found.setdefault(words[0], []).append((words, _Body(entry)))
    for listed in found.values():
        listed.sort(key=lambda item: -len(item[0]))
    return found


class States:
    """Reads what a report says of states, with the states' names that were matched in it."""

    def __init__(
        self,
        document: Document,
        matches: Iterable[NameMatch],
        packs: Packs,
        places: Iterable[PlaceMention],
    ) -> None:
        self.document = document
        self.packs = packs
        self.place_spans = [mention.evidence.span for mention in places]
        self.words = word_list("acting")
        self.at: dict[int, tuple[int, int, NameMatch, PackActor]] = {}
        for match in matches:
            run = token_run(document, match.span)
            if run:
                for i in range(*run):
                    self.at[i] = (*run, match, packs.actors[match.key])
        self.group_nouns = {
            noun.split()[0] for entry in word_list("groups") for noun in entry["nouns"]
        }

    @cached_property
    def foreign(self) -> set[int]:
        """The tokens of adjectives of states, but for those in "Karvelian-backed"."""
        tokens = self.document.tokens
        return {
            i
            for i, (_, last, match, _) in self.at.items()
            if match.kind == "adjective" and not (last < len(tokens) and tokens[last].text == "-")
        }

    def bodies_of(self, persons: Iterable[Found]) -> list[Found]:
        """Return the mentions of bodies of states: "the Syrian army", "Assad's government"."""
        owners = {i: one.who for one in persons for i in range(one.first, one.last)}
        return list(self._bodies(owners))

    def acting(self, taken: set[int]) -> Iterator[Found]:
        """Yield the states that act or speak under their own name, outside ``taken``.

        Inside a longer mention only an owner counts: Russia in "Russia's air force".
        """
        seen: set[int] = set()
        for first, last, match, actor in self.at.values():
            if first in seen:
                continue
            seen.add(first)
            if first in taken and not self._is_genitive(last):
                continue
            if self._acts(first, last, match):
                form: MentionForm = "metonym" if match.kind == "seat" else "name"
                yield Found(first=first, last=last, who=state_who(actor), form=form)

    def _bodies(self, owners: dict[int, Who]) -> Iterator[Found]:
        pending: list[tuple[int, int, _Body]] = []
        told: list[tuple[int, _Body, str]] = []
        i = 0
        tokens = self.document.tokens
        while i < len(tokens):
            size, body = self._body_at(i)
            if body is None:
                i += 1
                continue
            first = self._left(i)
            if any(t.lower in _OTHERS for t in tokens[first:i]):
                i += size
                continue
            if body.part == "government" and self._ends_a_name(i, first):
                i += size
                continue
            owner = self._owner(first, i, owners)
            of = None if owner or body.group else self._owner_after(i + size)
            if of is not None:
                told.append((i, body, of[0]))
                yield self._body_found(first, of[1], body, of[0])
                i = of[1]
                continue
            first = self._without_article(first, i, i + size)
            if owner is not None:
                told.append((i, body, owner[0]))
                yield self._body_found(first, i + size, body, owner[0])
                yield from self._joined(owner[1], body)
            elif body.alone and self._stands_alone(first, i, i + size):
                pending.append((first, i + size, body))
            i += size
        for first, last, body in pending:
            code = self._meant(first, body, told)
            if code:
                yield self._body_found(first, last, body, code)

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

    def _joined(self, i: int, body: _Body) -> Iterator[Found]:
        """Yield Russia's forces for "Russian" in "Russian and Iranian forces" (``i``: Iranian)."""
        if i < 2 or i not in self.at or self.document.tokens[i - 1].lower not in ("and", ",", "or"):
            return
        other = self.at.get(i - 2)
        if other is None or other[2].kind != "adjective" or other[3].country is None:
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

    def _meant(self, at: int, body: _Body, told: Sequence[tuple[int, _Body, str]]) -> str | None:
        """Return the state that a bare "the army" means: the last one so named before, else the
        one that the report is about; a bare ministry is never guessed."""
        before = [code for i, other, code in told if i < at and other.part == body.part]
        if before:
            return before[-1]
        return self.about if body.part in ("government", "forces") else None

    @cached_property
    def about(self) -> str | None:
        """The state that the report is about: the one most often named, its people included."""
        counted = Counter(
            actor.country
            for _, _, match, actor in self.at.values()
            if actor.country and match.kind != "seat"
        )
        return max(counted, key=lambda code: (counted[code], code)) if counted else None

    def _body_at(self, i: int) -> tuple[int, _Body | None]:
        tokens = self.document.tokens
        for words, body in bodies().get(tokens[i].lower, ()):
            size = len(words)
            said = tokens[i : i + size]
            if size > 1 and tuple(token.lower for token in said) != words:
                continue
            if said[-1].pos in ("NOUN", "PROPN", "ADJ"):
                return size, None if self._is_modifier(i, i + size) else body
        return 1, None

    def _is_modifier(self, i: int, last: int) -> bool:
        """Return whether the noun only modifies what follows ("government troops")."""
        tokens = self.document.tokens
        if i > 1 and tokens[i - 1].text == "-":
            return True
        if last >= len(tokens):
            return False
        after = tokens[last]
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
            if first - 1 in self.at and not self._modifies(first - 1, first):
                break
            first -= 1
            if before.pos == "DET":
                break
        return first

    def _modifies(self, i: int, after: int) -> bool:
        """Return whether the state named at ``i`` can modify what follows it."""
        kind = self.at[i][2].kind
        if kind == "adjective" or self._is_genitive(after):
            return True
        if kind == "state" and self.document.tokens[i].dep in ("compound", "nmod"):
            return True
        text = self.document.tokens[i].text
        return text in self.at[i][3].adjectives or self.document.tokens[after].text == "-"

    def _owner(self, first: int, i: int, owners: dict[int, Who]) -> tuple[str, int] | None:
        """Return the state that the modifiers from ``first`` to ``i`` name, and the token."""
        tokens = self.document.tokens
        for k in range(i - 1, first - 1, -1):
            code = owners[k].country if k in owners else None
            if code:
                return code, k
            if k in self.at:
                after = tokens[k + 2].lower if k + 2 < len(tokens) else ""
                if tokens[k + 1].text == "-" and (after in _SIDES or tokens[k + 2].tag == "VBN"):
                    continue
                if k and tokens[k - 1].text == "-" and tokens[k - 2].lower in ("pro", "anti"):
                    continue
                code = self.at[k][3].country
                return (code, self.at[k][0]) if code else None
        return None

    def _owner_after(self, i: int) -> tuple[str, int] | None:
        """Return the state after "of" at ``i`` ("the parliament of Karvelia") and its end."""
        tokens = self.document.tokens
        if i + 1 >= len(tokens) or tokens[i].lower != "of":
            return None
        at = self.at.get(i + 2 if tokens[i + 1].lower == "the" else i + 1)
        if at is None or at[2].kind != "state" or at[3].country is None:
            return None
        listed = at[1] + 1 < len(tokens) and tokens[at[1]].lower in (",", "and")
        return None if listed and at[1] + 1 in self.at else (at[3].country, at[1])

    def _stands_alone(self, first: int, i: int, last: int) -> bool:
        tokens = self.document.tokens
        after = tokens[last].lower if last < len(tokens) else ""
        if after == "of":
            return False
        plain = all(t.pos == "DET" or t.lower in ("government", "regime", "state", "allied",
                    "loyalist") for t in tokens[first:i])  # fmt: skip
        definite = tokens[first].lower in ("the", "regime", "government") or tokens[i].lower in (
            "regime",
        )
        return plain and definite

    def _body_found(self, first: int, last: int, body: _Body, code: str) -> Found:
        return Found(first=first, last=last, who=self.body_who(body, code), form="nominal")

    def body_who(self, body: _Body, code: str) -> Who:
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

    def nationals(self, taken: set[int]) -> Iterator[Found]:
        """Yield "Syrians" outside ``taken`` as an unnamed group of the country."""
        for i in self.at:
            first, last, match, actor = self.at[i]
            if i != first or match.kind != "nationals" or first in taken:
                continue
            who = Who(
                key=f"{actor.key}-nationals",
                name=actor.nationals[0],
                type="group",
                country=actor.country,
                sector="CVL",
                named=False,
                plural=True,
            )
            yield Found(first=first, last=last, who=who, form="nominal")

    def _is_genitive(self, i: int) -> bool:
        return i < len(self.document.tokens) and self.document.tokens[i].tag == "POS"

    def _acts(self, first: int, last: int, match: NameMatch) -> bool:
        if match.kind in ("adjective", "nationals"):
            return False
        document = self.document
        seat = match.kind == "seat"
        token = head_of(document, first, last)
        if self._is_genitive(last):
            return self._possessor_acts(document.tokens[last - 1])
        while token.dep == "conj" and document.head(token).pos in ("PROPN", "NOUN"):
            token = document.head(token)
        governor = document.head(token)
        if token.dep in ("nsubj", "nsubjpass", "csubj"):
            return self._subject_acts(token, governor, seat)
        if token.dep in ("dobj", "dative", "iobj"):
            if seat:
                return governor.lemma in self.words["mind_verbs"]
            return governor.lemma not in self.words["motion_verbs"]
        if token.dep in ("pobj", "agent"):
            return self._party(governor, seat)
        return False

    def _subject_acts(self, token: Token, verb: Token, seat: bool) -> bool:
        words = self.words
        if token.dep == "nsubjpass":
            return verb.lemma in words["mind_verbs"]
        if verb.lemma in words["place_verbs"]:
            after = [c.lemma for c in self.document.children(verb) if c.i > verb.i]
            return any(word in words["minds"] for word in after) or (
                not seat and verb.lemma in ("be", "see", "remain", "become")
            )
        return verb.pos in ("VERB", "AUX")

    def _possessor_acts(self, token: Token) -> bool:
        head = self.document.head(token)
        if head.i <= token.i or head.lemma.lower() in self.words["place_nouns"]:
            return False
        return not any(span.start <= head.start < span.end for span in self.place_spans)

    def _party(self, preposition: Token, seat: bool) -> bool:
        words = self.words
        noun = self.document.head(preposition)
        if noun.lemma in words["place_nouns"]:
            return False
        if seat:
            return preposition.lower in words["capital_prepositions"] and (
                preposition.dep == "agent" or noun.lemma in words["party_nouns"]
                or noun.pos == "VERB" or preposition.lower == "by"
            )  # fmt: skip
        if preposition.dep == "agent" or preposition.lower in ("with", "between", "against"):
            return True
        return noun.lemma in words["party_nouns"] and preposition.lower in (
            "of", "from", "to", "on", "by", "among", "toward", "towards",
        )  # fmt: skip


def state_who(actor: PackActor) -> Who:
    """Return a state of a pack as an actor of a report."""
    return Who(
        key=actor.key,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        sector=actor.sector,
        pack=actor.key,
    )
