"""Whether the text states an event, and does not only name its kind, its aim or its backers."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_causes import VAGUE
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.status_words import status_words
from dragoman.language import Document, Token
from dragoman.model import Account

# Types whose nouns, standing alone, name a thing or an idea more often than an event.
_WEAK = frozenset({
    "AGREE", "REQUEST", "ACCUSE", "THREATEN", "AID", "SUPPORT", "COOPERATE", "REJECT", "CONCEDE",
})  # fmt: skip
# Types of words that are spoken of, for or against something that the sentence names.
_AIMED = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_BACKING = frozenset({"SUPPORT", "AID"})
# What is told though nobody is named: "the ban was lifted", "the border was closed".
_ORDERED = frozenset({"RETREAT", "COERCE", "SANCTION", "MOBILIZE"})
# Verbs that only say of what somebody's words or help consist.
_BEING = frozenset({"be", "include", "comprise", "have", "carry", "get", "come", "become"})
_STAYING = frozenset({"be", "remain", "stay", "station", "base"})
_LISTING = frozenset({"be", "include", "comprise", "contain", "range"})
# What one denies, admits or is blamed for, before the attack that it was a part in.
_PART = frozenset({
    "involvement", "role", "part", "hand", "responsibility", "complicity", "participation", "link",
    "connection",
})  # fmt: skip
_THOSE = frozenset({"those", "all", "anyone", "everyone", "one", "others"})
_PERSONS = frozenset({"we", "they", "he", "she", "who"})
_TIMES = frozenset({"DATE", "TIME"})
_GOING_ON = frozenset({"underway", "way", "ongoing"})
_ACTING = ("party", "side", "delegation", "@official", "@armed", "@crowd", "@body", "@people")
_VERBAL = ("VERB", "AUX")
_CLAUSES = ("ccomp", "xcomp", "advcl", "prep", "prt", "dobj", "nsubjpass", "agent", "pcomp")


class Stated:
    """Tells which accounts of one document are stated as events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.words = status_words()
        self.lexicon = lexicon()

    def __call__(self, trigger: Trigger, account: Account) -> bool:
        """Return whether the text states an event here, and not only names its kind."""
        if trigger.mode == "visit" and not account.actors:
            return False
        if trigger.token.pos in _VERBAL and trigger.light is None:
            return self._verb(trigger, account)
        return self._noun(trigger, account)

    def _verb(self, trigger: Trigger, account: Account) -> bool:
        token, kind = trigger.token, trigger.sense.type
        if account.status == "denied" and self._tells_which(token):
            return False
        if self._only_aim(trigger) and account.status not in ("happened", "ongoing", "denied"):
            return False
        # "Rebels backed by Varnia" says who they are.
        backing = kind in _BACKING and token.lemma in self.words.enduring
        if backing and token.tag == "VBN" and (token.dep == "acl" or self._by_arms(token)):
            return False
        if kind == "AID" and not (account.recipients or account.counts) and self._vague(token):
            return False
        # "Bodies that work on supporting refugees": nobody is said to have done it.
        if kind == "SUPPORT" and not trigger.actors and not self.syntax.passive(token):
            return False
        if kind in _AIMED and not account.recipients and not self._about_something(token):
            return False
        if kind == "COERCE" and not trigger.actors and self._to_flight(token):
            return False
        if kind == "ASSAULT" and token.lemma == "claim" and account.status == "denied":
            return False
        if kind == "ASSAULT":
            # "Our thoughts are with those killed": an attack is meant that is told elsewhere.
            alone = token.dep == "acl" and self.document.head(token).lower in _THOSE
            # "Shots were fired", "a bomb was placed": the object says enough.
            done = bool(trigger.sense.object) and self.syntax.passive(token)
            somebody = bool(trigger.actors or trigger.recipients or done)
            return _anchored(account) or (somebody and not alone)
        if kind in _SPOKEN:
            people = self._people((*trigger.actors, *trigger.recipients))
            named = bool(account.actors or account.recipients)
            # "The talks were cancelled": the object says enough.
            off = kind == "REJECT" and bool(trigger.sense.object) and self.syntax.passive(token)
            return named or off or (people and kind != "SUPPORT")
        # "A truce was declared": the object says enough without anybody named.
        told = kind in ("CONCEDE", "AGREE") and bool(trigger.sense.object)
        told = told or (kind == "SUPPORT" and "@deal" in trigger.sense.object)
        said = bool(trigger.sense.object) or (trigger.mode == "seize" and bool(trigger.recipients))
        ordered = kind in _ORDERED and said and self.syntax.passive(token)
        told = told or (ordered and account.status in ("happened", "ongoing"))
        # "A warrant for Ann Bell": who is named is told of, though no actor is made of her.
        told = told or (kind == "COERCE" and any(t.ent == "PERSON" for t in trigger.recipients))
        told = told or trigger.sense.alone or self._people((*trigger.actors, *trigger.recipients))
        return told or bool(account.actors or account.recipients or account.counts)

    def _by_arms(self, verb: Token) -> bool:
        """Return whether it is vehicles, aircraft or fire that back somebody."""
        backing = self.syntax.preposed(verb, ("by", "with"))
        arms = (
            "vehicle",
            "jeep",
            "fire",
            "aircraft",
            "@munition",
            "@weapons",
            "tank",
            "helicopter",
        )
        return any(self.lexicon.in_class(token.lemma.lower(), arms) for token in backing)

    def _tells_which(self, verb: Token) -> bool:
        """Return whether a clause only says who is meant ("those who were not taken fled")."""
        if verb.dep != "relcl":
            return False
        inside = [verb, *(c for c in self.document.children(verb) if c.i < verb.i)]
        before = min(t.i for t in inside) - 1
        return before >= 0 and self.document.tokens[before].text not in (",", "-", "--", "–")

    def _to_flight(self, verb: Token) -> bool:
        """Return whether people "were forced to flee", which tells of no more than flight."""
        below = (c for c in self.document.children(verb) if c.dep in ("xcomp", "ccomp"))
        return any(c.lemma in ("flee", "leave", "abandon", "seek") for c in below)

    def _people(self, tokens: Iterable[Token]) -> bool:
        """Return whether one of the tokens is a word for people, though nobody is named."""
        return any(
            token.lower in _PERSONS or self.lexicon.in_class(token.lemma.lower(), _ACTING)
            for token in tokens
        )

    def _passed_over(self, noun: Token) -> bool:
        """Return whether it is what somebody "made no mention of"."""
        above = self.document.head(self.document.head(noun))
        if noun.dep != "pobj" or above.lemma != "mention":
            return False
        return any(c.dep == "det" and c.lower == "no" for c in self.document.children(above))

    def _noun(self, trigger: Trigger, account: Account) -> bool:
        if self._passed_over(trigger.token):
            return False
        if not trigger.sense.words:
            return bool(account.counts)
        if trigger.sense.type in _WEAK and not trigger.sense.alone:
            if self._both_sides(trigger, account):
                return True
            somebody = bool(account.actors or trigger.actors)
            if trigger.sense.type in _SPOKEN and somebody and self._says_what(trigger):
                return True
            light = trigger.light
            if light is not None and light.lemma == "come" and account.actors:
                return True
            if light is None or light.lemma in _BEING:
                return light is not None and self._under_way(trigger)
            parties = self._people((*trigger.actors, *trigger.recipients))
            return parties or _anchored(account)
        if trigger.token.lemma.lower() in VAGUE:
            # "Fighting in the town left nine dead": whom it killed tells enough.
            killed = trigger.token.lemma.lower() == "fight" and bool(account.counts)
            parties = bool(trigger.actors) or killed
            return bool(trigger.folded) or (trigger.light is not None and parties)
        # "After the rebel attack": who did it is told, though no name stands for it.
        told = trigger.sense.type == "ASSAULT" and bool(
            trigger.actors
            or trigger.sense.of
            or trigger.affected
            or trigger.folded
            or self._on_something(trigger)
        )
        told = told or (trigger.sense.type == "ASSAULT" and self._answered_for(trigger.token))
        return told or _anchored(account) or trigger.light is not None

    def _answered_for(self, noun: Token) -> bool:
        """Return whether somebody denies, admits or is blamed for a part in an attack."""
        above = self.document.head(self.document.head(noun))
        if noun.dep != "pobj":
            return False
        blamed = self.lexicon.in_class(above.lemma.lower(), ("@accusing",))
        return above.lemma in _PART or (blamed and above.pos == "VERB")

    def _on_something(self, trigger: Trigger) -> bool:
        """Return whether an attack is told from others by what it hit ("a raid on a camp").

        Or by whose it was: "the massacre at the Guild headquarters", "the Guild massacre".
        """
        noun = trigger.token
        before = (c for c in self.document.children(noun) if c.dep in ("compound", "nmod"))
        named = [t for t in before if t.pos == "PROPN" and t.ent not in _TIMES]
        known = any(c.lower == "the" for c in self.document.children(noun))
        near = self.syntax.preposed(noun, ("at", "outside")) if known else ()
        sites = any(
            c.pos == "PROPN" and t.ent not in _TIMES
            for t in near
            for c in (t, *self.document.children(t))
        )
        hit = any(token.pos in ("NOUN", "PROPN") for token in trigger.recipients)
        return hit or sites or (known and bool(named))

    def _both_sides(self, trigger: Trigger, account: Account) -> bool:
        """Return whether a noun says between whom it is ("a deal of A with B", "A's aid to B")."""
        if trigger.sense.mutual and len(account.actors) > 1:
            return True
        offered = trigger.sense.type == "AGREE" and not trigger.sense.mutual
        return bool(account.actors and account.recipients) and not offered

    def _under_way(self, trigger: Trigger) -> bool:
        """Return whether an inquiry is said to be going on ("investigations are under way")."""
        light = trigger.light
        if light is None or trigger.mode != "investigate":
            return False
        below = [c for c in self.document.children(light) for c in (c, *self.document.children(c))]
        return any(c.lower in _GOING_ON for c in below)

    def _says_what(self, trigger: Trigger) -> bool:
        """Return whether somebody's own words are told ("his allegations that they fled")."""
        children = self.document.children(trigger.token)
        owned = any(c.dep == "poss" for c in children)
        head = self.document.head(trigger.token)
        listed = trigger.token.dep == "nsubj" and head.lemma in _LISTING
        # "At their request", "their demands include".
        if trigger.sense.type == "REQUEST" and owned and (head.lower == "at" or listed):
            return True
        if trigger.sense.type == "REQUEST" and (
            owned or any(c.dep == "prep" and c.lower == "by" for c in children)
        ):
            return any(
                (c.dep == "prep" and c.lower == "for")
                or (c.dep == "acl" and c.tag in ("VB", "VBP", "VBZ"))
                for c in children
            )
        return owned and any(
            c.dep == "acl" and any(m.dep == "mark" for m in self.document.children(c))
            for c in children
        )

    def _only_aim(self, trigger: Trigger) -> bool:
        """Return whether a verb says what somebody's goal is ("the aim of defeating them")."""
        if self._aim_of_presence(trigger.token):
            return True
        if trigger.actors:
            return False
        above = self.document.head(trigger.token)
        if trigger.token.dep == "pcomp":
            above = self.document.head(above)
        return above.pos == "NOUN" and above.lemma in self.words.aims

    def _aim_of_presence(self, verb: Token) -> bool:
        """Return whether a verb says what troops are somewhere for ("are there to fight them")."""
        infinitive = any(c.tag == "TO" for c in self.document.children(verb))
        above = self.document.head(verb)
        if not infinitive or verb.dep not in ("advcl", "xcomp"):
            return False
        if above.pos == "ADV" and above.lower in ("there", "here"):
            return True
        where = (
            c.lower in ("there", "here") or (c.dep == "prep" and c.lower in ("in", "at", "inside"))
            for c in self.document.children(above)
        )
        return above.lemma in _STAYING and any(where)

    def _vague(self, verb: Token) -> bool:
        """Return whether what is given is aid only if it is given to somebody."""
        given = [token.lemma.lower() for token in self.syntax.objects(verb)]
        return any(lexicon().in_class(lemma, ("@favour",)) for lemma in given)

    def _about_something(self, verb: Token) -> bool:
        children = self.document.children(verb)
        return bool(self.syntax.objects(verb)) or any(c.dep in _CLAUSES for c in children)


def _anchored(account: Account) -> bool:
    parts = (account.actors, account.recipients, account.counts, account.place, account.date)
    return any(parts)


def without_repeats(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Return the accounts without those of a sentence that the report has already had.

    Feeds often give a first sentence twice, as a summary and as the text's own.
    """
    seen: set[tuple[str, int, str, str | None]] = set()
    kept: list[Account] = []
    for account in accounts:
        sentence = account.evidence[0]
        words = " ".join(sentence.quote.split())
        key = (words, account.trigger.start - sentence.start, account.type, account.place)
        if key not in seen:
            seen.add(key)
            kept.append(account)
    return tuple(kept)
