"""Who is at the other end of what a verb tells: receivers, the accused, those asked or refused."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_slots import Slots
from dragoman.language import Token

# Classes of those who speak, and so can be spoken to or of.
SPEAKING = ("@people", "@official", "@state", "@body", "@force")
# Types of what answers something that another did or asked for, and who that is.
_ANSWERED = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
_FROM_WHOM = ("by", "from", "of", "with")
# Prepositions by which a thing that is spoken of names those whom it concerns, by type.
_BENEATH: dict[str, tuple[str, ...]] = {
    "ACCUSE": ("against", "into", "by", "from", "of", "on"),
    "REQUEST": ("against", "from", "by", "with", "on", "of"),
    "REJECT": ("from", "by", "with", "to", "of"),
    "SUPPORT": ("by", "for", "to", "of", "with"),
    "AGREE": ("with", "to", "from", "for", "of", "on"),
    "SANCTION": ("against", "on", "to", "from", "of", "with"),
    "RETREAT": ("to", "on", "against"),
    "AID": ("to",),
    "MOBILIZE": ("against",),
    "THREATEN": ("with", "to", "against"),
}
# Prepositions by which one thing leads to another ("dozens of", "troops for the war on").
_PATHS = ("of", "for", "on")
_DEEPEST = 3
_LAYING = frozenset({"impose", "place", "put", "slap"})
_DONE_TO = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE"})


class Aims(Slots):
    """Finds the recipients of verbs in one document."""

    def _called(self, verb: Token) -> tuple[Token, ...]:
        """Return who is said to be something ("said that the men were spies")."""
        return tuple(
            subject
            for clause in self.document.children(verb)
            if clause.dep == "ccomp"
            for subject in self.spread(self.syntax.subject(clause))
        )

    def _about(
        self, verb: Token, objects: tuple[Token, ...], names: Iterable[str]
    ) -> tuple[Token, ...]:
        found = self.syntax.preposed(verb, names)
        found = found or tuple(t for o in objects for t in self.syntax.preposed(o, names))
        # "Lifted the limits imposed on them": the clause of the object's own says on whom.
        return found or tuple(
            t
            for o in objects
            for child in self.document.children(o)
            if (child.dep == "acl" and child.tag == "VBN") or self._imposed(child)
            for t in self.syntax.preposed(child, names)
        )

    def _imposed(self, verb: Token) -> bool:
        """Return whether a clause says on whom something was laid ("the ban it imposed on X")."""
        return verb.dep == "relcl" and verb.lemma in _LAYING

    def _owners(self, objects: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return whose the thing is that was refused or blamed ("a request from Varnia")."""
        found = tuple(
            owner
            for o in objects
            for owner in (
                *self.owned(o),
                *self._noun_slot(o, "adjective", False),
                *self._further(o, _FROM_WHOM),
            )
            if owner.i in self.named
        )
        return found or tuple(
            owner
            for o in objects
            for child in self.document.children(o)
            if child.dep == "acl" and child.tag == "VBN"
            for owner in self.syntax.preposed(child, ("by",))
        )

    def beneath(
        self, found: tuple[Token, ...], objects: tuple[Token, ...], sense: Sense
    ) -> tuple[Token, ...]:
        """Return whom a thing that is asked for, refused or looked into concerns.

        "Called for sanctions against Varnia", "opened an inquiry into the mayor": where nobody
        stands in the verb's own places, the nouns there are followed down.
        """
        names = _BENEATH.get(sense.type)
        if names is None or any(self._is_somebody(token) for token in found):
            return found
        level = found or self.spread(objects)
        for _ in range(_DEEPEST):
            nearer = self.spread(t for o in level for t in self._further(o, names))
            somebody = tuple(token for token in nearer if self._is_somebody(token))
            if somebody:
                return somebody
            level = (*nearer, *self.spread(t for o in level for t in self._about(o, (), _PATHS)))
        return found

    def _further(self, noun: Token, names: tuple[str, ...]) -> tuple[Token, ...]:
        rows = self.lexicon.nouns.get(noun.lemma.lower(), ())
        # Those whom an attack or a release befell are not those whom it is asked of.
        befell = any(
            sense.type in _DONE_TO and "of" in (sense.recipient or ()) for _, sense in rows
        )
        allowed = tuple(n for n in names if not (befell and n in ("of", "on")))
        return self._about(noun, (), allowed)

    def _is_somebody(self, token: Token) -> bool:
        return token.i in self.named or self.belongs(token, SPEAKING)

    def _verb_recipients(
        self, verb: Token, objects: tuple[Token, ...], sense: Sense
    ) -> tuple[Token, ...]:
        for slot in ("object",) if sense.recipient is None else sense.recipient:
            if slot == "by" and self.syntax.passive(verb):
                # "The proposal was rejected by X": X is who rejected it.
                continue
            if slot == "object":
                found = objects
            elif slot == "subject":
                found = self.syntax.subject(verb)
            elif slot == "iobj":
                found = self.syntax.indirect(verb)
            else:
                inner = tuple(t for o in objects for t in self.syntax.preposed(o, (slot,)))
                found = inner if sense.object and inner else self._about(verb, objects, (slot,))
            if found and slot == "object" and sense.type in _ANSWERED:
                none_named = not any(self.belongs(token, SPEAKING) for token in self.spread(found))
                found = (self._owners(found) if none_named else ()) or found
            if found and slot in ("object", "subject"):
                found += self.syntax.accompanying(verb, found)
            if found:
                return self.spread(found)
        return ()
