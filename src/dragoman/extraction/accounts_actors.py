"""From the head tokens about a trigger to the actors that the report names there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_common import CommonWords
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_slots import is_placed_by
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.actors_groups import followers
from dragoman.extraction.actors_phrases import kin_nouns
from dragoman.extraction.hearers import is_told
from dragoman.language import Document, Token
from dragoman.model import ActorMention, Extract, Span

# Heads that stand for those they belong to: "Varnian warplanes", "the leaders of Varnia".
_STANDS_FOR = (
    "@people", "@official", "@force", "@troops", "@weapons", "@projectile", "@target", "@state",
    "@quantity",
)  # fmt: skip
# "The attack on the Varnian town" is none on Varnia.
_TOWNS = (
    "town", "village", "city", "capital", "suburb", "neighborhood", "neighbourhood", "province",
)  # fmt: skip
_PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})
_FIRST = frozenset({"we", "us", "i"})
_INSIDE = frozenset({"amod", "compound", "nmod", "poss", "nn"})

_GROUPS = frozenset({"group", "organisation", "organization", "militia", "faction", "movement"})
_NAMED = ("name", "alias", "title")
_JOINTS = (["and"], [",", "and"], [","])


def _holds(outer: ActorMention, inner: ActorMention) -> bool:
    return outer.evidence.span != inner.evidence.span and outer.evidence.span.contains(
        inner.evidence.span
    )


class ActorFinder:
    """Looks up actors by the head tokens of their mentions in one report."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.lexicon = lexicon()
        types = {actor.id: actor.type for actor in extract.actors}
        self._unnamed = frozenset(actor.id for actor in extract.actors if not actor.named)
        self._mentions: dict[int, list[ActorMention]] = {}
        for mention in sorted(extract.actor_mentions, key=lambda m: len(m.evidence.span)):
            here = self._mentions.setdefault(mention.head, [])
            # "Karvelia and the rebels" as one speaker adds nothing to its two parts.
            span = mention.evidence.span
            if not any(
                span != one.evidence.span and span.contains(one.evidence.span) for one in here
            ):
                here.append(mention)
        named = (m for m in extract.actor_mentions if m.form in _NAMED)
        self._names = sorted(named, key=lambda m: (m.evidence.start, m.evidence.end))
        self._name_starts = [mention.evidence.start for mention in self._names]
        shortest = (m for here in self._mentions.values() for m in here)
        self._common = CommonWords(document, shortest)
        self.types = {
            head: types.get(mentions[0].actor, "unknown")
            for head, mentions in self._mentions.items()
        }
        self._claims = ClaimFinder(extract.claims)
        self._covering = self._tokens_of_names(extract)

    def _tokens_of_names(self, extract: Extract) -> dict[int, str]:
        """Return the actor of each token inside a name whose head the parse put elsewhere."""
        found: dict[int, str] = {}
        for mention in extract.actor_mentions:
            if mention.actor not in self._unnamed and mention.form in ("name", "alias", "title"):
                for token in self.document.tokens_in(mention.evidence.span):
                    if token.dep not in ("poss", "amod", "compound", "pobj"):
                        found.setdefault(token.i, mention.actor)
        return found

    def names(self) -> frozenset[int]:
        """Return the tokens inside names of actors, which are no triggers."""
        found: set[int] = set()
        for mentions in self._mentions.values():
            for mention in mentions:
                if mention.form in ("name", "alias"):
                    tokens = self.document.tokens_in(mention.evidence.span)
                    found.update(t.i for t in tokens if t.text[:1].isupper())
        return frozenset(found)

    def of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the ids of the actors that the tokens head or stand for, each once."""
        found: dict[str, None] = {}
        for token in tokens:
            for actor in (*self._beside(token), *self._before(token), *self._at(token, 0)):
                found.setdefault(actor)
        return tuple(found)

    def _beside(self, token: Token) -> tuple[str, ...]:
        """Return those joined to a name by "and" whom the parse took for a part of it.

        Of "President A and Prime Minister B met" it makes one name.
        """
        here = self._mentions.get(token.i)
        if here is None or here[0].form not in _NAMED:
            return ()
        found: list[str] = []
        start = here[0].evidence.start
        below = {one.i for one in self.document.subtree(token)}
        for mention in reversed(self._names_before(start)):
            between = self.document.tokens_in(Span(mention.evidence.end, start))
            words = [one.lower for one in between]
            last = not found and words not in (["and"], [",", "and"])
            if mention.head not in below or last or words not in _JOINTS:
                break
            found.insert(0, mention.actor)
            start = mention.evidence.start
        return tuple(found)

    def _before(self, token: Token) -> tuple[str, ...]:
        """Return whose else it is: of "Karvelian and Varnian warplanes" Karvelia's, too."""
        return tuple(
            mention.actor
            for child in self.document.children(token)
            if self._joined_before(child, token)
            for mention in self._mentions.get(child.i, ())
        )

    def _joined_before(self, child: Token, token: Token) -> bool:
        """Return whether an adjective is joined by "and" to what the mention of a noun says."""
        here = self._mentions.get(token.i)
        if not here or child.dep not in ("amod", "nmod") or child.end >= here[0].evidence.start:
            return False
        if not any(c.dep in ("conj", "cc") for c in self.document.children(child)):
            return False
        between = self.document.tokens_in(Span(child.end, here[0].evidence.start))
        joined = any(one.lower in ("and", "or") for one in between)
        return joined and not any(one.pos == "PUNCT" and one.text != "," for one in between)

    def _in_brackets(self, child: Token, token: Token) -> bool:
        """Return whether a word, and not its noun, is in brackets: "(KNA News) Rebels advanced"."""
        between = self.document.tokens[child.i + 1 : token.i]
        return next((one.text for one in between if one.text in "()"), "") == ")"

    def _names_before(self, start: int) -> list[ActorMention]:
        """Return the last few mentions by name that end before a place in the text."""
        last = bisect_left(self._name_starts, start)
        rows = self._names[max(0, last - 6) : last]
        outer = [m for m in rows if not any(o is not m and _holds(o, m) for o in rows)]
        return [mention for mention in outer if mention.evidence.end <= start]

    def at(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the ids of the actors that the tokens themselves head, each once."""
        mentions = [m for token in tokens for m in self._mentions.get(token.i, ())]
        return tuple(dict.fromkeys(mention.actor for mention in mentions))

    def _at(self, token: Token, depth: int) -> tuple[str, ...]:
        here = tuple(mention.actor for mention in self._mentions.get(token.i, ()))
        if any(actor not in self._unnamed for actor in here):
            return here
        if not here and depth == 0 and (called := self._common.of(token)):
            return called
        if not here and token.lower in _FIRST:
            return self._speaker(token) if depth == 0 else ()
        if not here and token.lower in _PRONOUNS:
            teller = self._teller(token)
            return self._at(teller, depth + 1) if teller is not None else ()
        if (name := self._called(token)) is not None:
            return (name,)
        if depth > 2 or not (here or self._stands(token)):
            return here
        return self._behind(token, depth) or here

    def _called(self, token: Token) -> str | None:
        """Return by what name somebody is called at once: "a foreigner named Ada Noor"."""
        for name in self.syntax.called(token):
            for mention in self._mentions.get(name.i, ()):
                if mention.form in _NAMED and self.types.get(name.i) == "person":
                    return mention.actor
        return None

    def _behind(self, token: Token, depth: int) -> tuple[str, ...]:
        """Return the named actors that "fighters of X", "Xian warplanes" stand for."""
        covering = self._covering.get(token.i)
        if covering is not None:
            return (covering,)
        if token.lemma.lower() in followers():
            return ()
        # The minister's daughter is not the minister.
        kin = token.lemma.lower() in kin_nouns()
        inside = [
            actor
            for child in self.document.children(token)
            if child.dep in _INSIDE and not self._joined_to_more(child)
            if not (kin and child.dep == "poss")
            if not self._joined_before(child, token) and not self._in_brackets(child, token)
            if not is_told(self.document, child)
            if not (child.dep == "amod" and self.lexicon.in_class(token.lemma.lower(), _TOWNS))
            if not self._where_rebels_are(child, token)
            if not self._where_it_was(child, token)
            for actor in self._at(child, depth + 1)
        ]
        inside += [a for one in self.syntax.hyphened(token) for a in self._at(one, depth + 1)]
        found = inside or self._by_common_word(token)
        if found:
            return tuple(found)
        # "Shells from Karvelia" may be anybody's.
        shot = self.lexicon.in_class(token.lemma.lower(), ("@projectile",))
        owners = self.syntax.preposed(token, ("of",) if shot else () if kin else ("of", "from"))
        within = tuple(
            actor
            for one in (*owners, *self.syntax.described(token))
            for conjunct in self.syntax.conjuncts(one)
            for actor in self._at(conjunct, depth + 1)
        )
        return within or self._named_after(token)

    def _where_rebels_are(self, name: Token, token: Token) -> bool:
        """Return whether a state is where irregulars are: "Varnia" of "Varnia rebel rocket"."""
        if name.dep not in ("compound", "nmod", "nn") or self.types.get(name.i) != "state":
            return False
        irregular = self.lexicon.classes["irregular"]
        behind = self.document.tokens[name.i + 1 : token.i + 1]
        return any(one.lemma.lower() in irregular for one in behind)

    def _where_it_was(self, name: Token, token: Token) -> bool:
        """Return whether a state is where a bomb went off: "Varnia" of "Varnia bomb attacks"."""
        noun = name.pos == "PROPN" and self.types.get(name.i) == "state"
        return noun and is_placed_by(self.document, token)

    def _by_common_word(self, token: Token) -> tuple[str, ...]:
        """Return whose a common word before a noun says it is: "rebel shells", "coalition jets".

        Who is called by a word of his own ("police officers") is led to a name alone.
        """
        near = (*self.document.children(token), *self.syntax.hyphened(token))
        before = [one for one in near if one.i < token.i and not self._joined_to_more(one)]
        if token.i not in self._mentions:
            return tuple(actor for one in before for actor in self._common.of(one))
        if not self.lexicon.in_class(token.lemma.lower(), ("@force", "@troops")):
            return ()
        # "Rival rebel groups" are others than the rebels.
        irregular = self.lexicon.classes["irregular"]
        lawful = (one for one in before if one.lemma.lower() not in irregular)
        found = (actor for one in lawful for actor in self._common.of(one))
        return tuple(actor for actor in found if actor not in self._unnamed)

    def _named_after(self, token: Token) -> tuple[str, ...]:
        """Return by what name a group is called at once: "the group, the Free Army, claimed"."""
        if token.tag != "NN" or token.lemma.lower() not in _GROUPS:
            return ()
        return tuple(
            mention.actor
            for child in self.document.children(token)
            if child.dep == "appos" and child.pos == "PROPN"
            for mention in self._mentions.get(child.i, ())
            if mention.form in _NAMED
        )

    def _speaker(self, pronoun: Token) -> tuple[str, ...]:
        """Return whose words a "we" or "I" stands in."""
        claim = self._claims.holding(pronoun.span)
        return (claim.speaker.actor,) if claim is not None and claim.speaker.actor else ()

    def _teller(self, pronoun: Token) -> Token | None:
        """Return who says what the pronoun stands in: "the army said it had withdrawn"."""
        verb = self.document.head(pronoun)
        if pronoun.dep == "poss":
            return self._owner(pronoun, verb)
        governor = self.document.head(verb)
        if verb.dep != "ccomp" or governor.pos != "VERB":
            return None
        tellers = [c for c in self.document.children(governor) if c.dep == "nsubj"]
        if not tellers or tellers[0].pos == "PRON":
            return None
        # "They shot at the houses, the police said": of others.
        if pronoun.lower == "they" and pronoun.i < tellers[0].i:
            return None
        # "Officials confirmed it had killed three": what, they told before.
        if pronoun.lower in ("it", "its") and tellers[0].tag == "NNS":
            return None
        person = self.types.get(tellers[0].i) == "person"
        return tellers[0] if person == (pronoun.lower in ("he", "she", "his", "her")) else None

    def _owner(self, pronoun: Token, noun: Token) -> Token | None:
        """Return who does the verb that a possessed noun stands under ("confirmed its retreat").

        Of "killed by the army and its allies" it is none of the killed.
        """
        if noun.dep == "conj" and self.document.head(noun).i in self.types:
            return None
        for verb in self.document.ancestors(noun):
            if verb.pos != "VERB":
                continue
            found = self.syntax.subject(verb)
            if len(found) == 1 and found[0].lower in _PRONOUNS and found[0].i < pronoun.i:
                # "The army said it would end its siege": whose it is, is who "it" is.
                return self._teller(found[0])
            if found and found[0].i == noun.i:
                # "They admitted that their army had fled": whose it is stands further up.
                continue
            if len(found) != 1 or found[0].pos == "PRON" or noun.i <= found[0].i:
                return None
            if any(one.i == pronoun.i for one in self.document.subtree(found[0])):
                return None
            person = self.types.get(found[0].i) == "person"
            return found[0] if person == (pronoun.lower in ("his", "her")) else None
        return None

    def _joined_to_more(self, token: Token) -> bool:
        """Return whether a hyphen makes another word of it ("anti-Varnian", "Varnia-backed")."""
        tokens = self.document.tokens
        after = token.i + 1 < len(tokens) and tokens[token.i + 1].text == "-"
        before = token.i >= 2 and tokens[token.i - 1].text == "-"
        return (after and tokens[token.i + 2 : token.i + 3][0].tag in ("VBN", "JJ")) or (
            before and tokens[token.i - 2].lower in ("anti", "pro", "non", "ex", "post")
        )

    def _stands(self, token: Token) -> bool:
        if token.pos in ("PROPN", "NUM", "ADJ"):
            return True
        return self.lexicon.in_class(token.lemma.lower(), _STANDS_FOR)
