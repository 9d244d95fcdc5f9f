"""Who the victims were, told after the deed: "The dead were identified as A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Sentence, Token
from dragoman.model import Account, Evidence, Extract

_NAMING = frozenset({"identify", "name"})
_SUBJECTS = ("nsubj", "nsubjpass")
_AMONG = frozenset({"among", "amongst", "including"})
# What befell whom a noun or a participle calls so; "victim" may be of any deed.
_BEFALLEN: Mapping[str, str] = {
    **dict.fromkeys(("dead", "deceased", "slain", "killed", "murdered", "assassinated", "executed",
                     "fatality", "body", "corpse"), "killed"),
    **dict.fromkeys(("injured", "wounded", "hurt"), "injured"),
    **dict.fromkeys(("hostage", "captive", "kidnapped", "abducted"), "abducted"),
    **dict.fromkeys(("arrested", "detained", "detainee"), "detained"),
    **dict.fromkeys(("victim", "casualty"), ""),
}  # fmt: skip
_DOERS = frozenset({"attacker", "assailant", "gunman", "bomber", "shooter", "assassin",
                    "kidnapper", "hijacker"})  # fmt: skip
_AGAIN = frozenset({"they", "he", "she", "both", "two", "three", "four", "five"})
_REAL = ("happened", "ongoing", "possible")
# So many sentences on, "the victims" are still those of the deed told last.
_NEAR = 4


class _Named(msgspec.Struct, frozen=True):
    """Names that a sentence gives ``subject``: at ``tokens``."""

    sentence: Sentence
    subject: Token
    tokens: tuple[Token, ...]


class Identified:
    """Gives the deeds of one report the victims and doers whom it names afterwards."""

    def __init__(
        self,
        document: Document,
        extract: Extract,
        actors: ActorFinder,
        triggers: Mapping[str, Trigger],
    ) -> None:
        self.document = document
        self.report = extract.report
        self.actors = actors
        self.triggers = triggers
        self._single = {
            one.id for one in extract.actors if not one.named and one.type in ("person", "group")
        }

    def __call__(self, accounts: Sequence[Account]) -> tuple[Account, ...]:
        """Return the accounts in their order, with those named for them."""
        found = [self._listed(account) for account in accounts]
        for named in self._namings():
            ids = self._persons(named.tokens)
            i = self._meant(named, found) if ids else None
            if i is not None:
                found[i] = self._with(found[i], ids, named)
        return tuple(found)

    def _listed(self, account: Account) -> Account:
        """Return a deed with those named in a row behind a colon: "three were killed: A, B, C"."""
        trigger = self.triggers.get(account.id)
        if trigger is None or account.type != "ASSAULT" or not account.recipients:
            return account
        sentence = self.document.sentence_of(trigger.token)
        tokens = self.document.tokens[trigger.token.i : sentence.last]
        colons = [t.i for t in tokens if t.text == ":"]
        last = sentence.last
        if colons and colons[0] == last - 1 and sentence.i + 1 < len(self.document.sentences):
            last = self.document.sentences[sentence.i + 1].last
        row = self.document.tokens[colons[0] + 1 : last] if colons else ()
        if not row or any(t.pos in ("VERB", "AUX") for t in row) or row[0].pos != "PROPN":
            return account
        ids = self._persons(row)
        new = tuple(one for one in ids if one not in (*account.recipients, *account.actors))
        return msgspec.structs.replace(account, recipients=(*account.recipients, *new))

    # -- what gives names -----------------------------------------------------------------------

    def _namings(self) -> Iterator[_Named]:
        for sentence in self.document.sentences:
            for token in self.document.tokens[sentence.first : sentence.last]:
                subject, names = self._naming(token)
                if subject is not None and names:
                    yield _Named(sentence, subject, tuple(self._row(names)))

    def _naming(self, verb: Token) -> tuple[Token | None, list[Token]]:
        children = self.document.children(verb)
        names = [c for c in children if c.dep in ("oprd", "attr") and c.pos == "PROPN"]
        if verb.lemma in _NAMING:
            names += [
                inner
                for c in children
                if c.lower == "as"
                for inner in self.document.children(c)
                if inner.dep == "pobj" and inner.pos == "PROPN"
            ]
            return self._named_by(verb, children), names
        if verb.lemma != "be" or any(c.dep == "neg" for c in children):
            return None, []
        first = children[0] if children else verb
        if first.lower in _AMONG and first.i < verb.i:
            inside = [c for c in self.document.children(first) if c.dep == "pobj"]
            behind = [c for c in children if c.dep in (*_SUBJECTS, "attr") and c.i > verb.i]
            return (inside[0] if inside else None), [c for c in behind if c.pos == "PROPN"]
        subjects = [c for c in children if c.dep in _SUBJECTS and c.i < verb.i]
        return (subjects[0] if subjects else None), names

    def _named_by(self, verb: Token, children: Sequence[Token]) -> Token | None:
        """Return who is named by "was identified as", "identified them as", "identified as"."""
        if verb.dep == "acl":
            return self.document.head(verb)
        passive = [c for c in children if c.dep == "nsubjpass"]
        objects = [c for c in children if c.dep == "dobj"]
        return next(iter([*passive, *objects]), None)

    def _row(self, names: Sequence[Token]) -> Iterator[Token]:
        for name in names:
            yield name
            for child in self.document.children(name):
                if child.dep in ("conj", "appos") and child.pos == "PROPN":
                    yield from self._row([child])

    def _persons(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        people = [t for t in tokens if self.actors.types.get(t.i) == "person"]
        return tuple(one for one in self.actors.at(people) if one not in self._single)

    # -- of which deed --------------------------------------------------------------------------

    def _meant(self, named: _Named, accounts: Sequence[Account]) -> int | None:
        """Return the deed whose victims, or doers, the subject means: the one told last."""
        befallen = self._befallen(named.subject)
        lemma = named.subject.lemma.lower()
        for i in reversed(range(len(accounts))):
            account = accounts[i]
            trigger = self.triggers.get(account.id)
            if trigger is None or account.status not in _REAL or not self._harms(account):
                continue
            apart = named.sentence.i - self.document.sentence_of(trigger.token).i
            if apart < 0 or apart > _NEAR or trigger.token.i >= named.subject.i:
                continue
            if lemma in _DOERS:
                return i
            if lemma in _AGAIN:
                return i if apart == 1 and self._nameless(account) else None
            told = {count.what for count in account.counts}
            if befallen == "" or befallen in told or self._befalls(account, trigger, befallen):
                return i
        return None

    def _befallen(self, noun: Token) -> str | None:
        """Return what befell whom a noun calls: "the dead", "the murdered inspector", "victims"."""
        lemma = noun.lemma.lower()
        if lemma == "one" or noun.pos in ("NUM", "DET", "PRON"):
            inner = [
                t
                for c in self.document.children(noun)
                if c.lower in ("of", "killed", "wounded", "injured", "kidnapped")
                for t in (c, *self.document.children(c))
            ]
            return next((b for t in inner if (b := self._by_word(t)) is not None), None)
        own = self._by_word(noun)
        before = (c for c in self.document.children(noun) if c.dep in ("amod", "acl"))
        return own if own is not None else next(
            (b for c in before if (b := self._by_word(c)) is not None), None
        )  # fmt: skip

    @staticmethod
    def _by_word(token: Token) -> str | None:
        found = _BEFALLEN.get(token.lower)
        return _BEFALLEN.get(token.lemma.lower()) if found is None else found

    @staticmethod
    def _harms(account: Account) -> bool:
        return (account.type, account.family) == ("ASSAULT", "event") or account.type in (
            "DETENTION",
            "COERCE",
        )

    def _nameless(self, account: Account) -> bool:
        return bool(account.recipients) and all(one in self._single for one in account.recipients)

    @staticmethod
    def _befalls(account: Account, trigger: Trigger, befallen: str | None) -> bool:
        """Return whether a deed without a count is one of a kind: a kidnapping, an arrest."""
        if befallen == "abducted":
            return account.mode == "abduct"
        if befallen == "detained":
            return account.type in ("DETENTION", "COERCE")
        suffered = bool(account.recipients) or trigger.effect == befallen
        return befallen is not None and account.mode != "abduct" and suffered

    def _with(self, account: Account, ids: Sequence[str], named: _Named) -> Account:
        evidence: Evidence = self.report.evidence(named.sentence.span)
        shown = account.evidence if evidence in account.evidence else (*account.evidence, evidence)
        if named.subject.lemma.lower() in _DOERS:
            actors = tuple(dict.fromkeys((*account.actors, *ids)))
            return msgspec.structs.replace(account, actors=actors, evidence=shown)
        # "A man", who has a name now.
        told = self.triggers[account.id].recipients
        alone = len(ids) == len(told) == 1 and told[0].tag == "NN"
        kept = [one for one in account.recipients if not alone or one not in self._single]
        recipients = tuple(dict.fromkeys((*kept, *(i for i in ids if i not in account.actors))))
        return msgspec.structs.replace(account, recipients=recipients, evidence=shown)
