"""The light verbs that carry a noun's event: "held talks", "came under fire", "saw clashes"."""

from __future__ import annotations

from dragoman.extraction.accounts_phrases import HELD_TO_BE
from dragoman.extraction.accounts_verbs import VerbFinder
from dragoman.language import Token

# What stands before "of" an event's noun and is carried by a light verb in its stead.
CONTAINERS = frozenset({
    "round", "series", "wave", "string", "spate", "session", "campaign", "day", "week", "month",
    "hour", "night", "statement", "message", "expression", "both", "several", "most", "all",
    "number", "dozen", "total", "flurry", "pair", "couple", "handful",
})  # fmt: skip
# What somebody is "of" an attack; at a scene it only took place.
_STRUCK = {"target": "sufferer", "victim": "sufferer", "object": "sufferer", "scene": "scene"}
_BECOMING = ("be", "become", "remain")
# Verbs that tell of what took place only where their subject is a place or a time.
_SEEING = ("see", "witness")
_TIMES_SEEN = frozenset({"day", "night", "week", "weekend", "month", "year", "hour", "period"})


class Carriers(VerbFinder):
    """Finds the verb that carries a noun, and which kind it is, in one document."""

    def _light(self, noun: Token) -> tuple[Token | None, str]:
        """Return the light verb that carries a noun, and which kind it is."""
        first = noun
        while first.dep == "conj" and self.document.head(first).pos in ("NOUN", "PROPN"):
            first = self.document.head(first)
        verb = self.document.head(first)
        if verb.lower == "of" and self.document.head(verb).lemma.lower() in CONTAINERS:
            first = self.document.head(verb)
            verb = self.document.head(first)
        struck = self._struck(verb)
        if struck is not None:
            return struck
        if verb.pos == "ADP":
            verb = self.document.head(verb)
        kind = ""
        if verb.pos in ("VERB", "AUX") and first.head != first.i:
            verb = self._raised(verb)
            kind = self._kind(verb, first)
        if kind == "doer":
            return verb, kind
        inner = self._light_below(noun)
        return inner if inner[1] else ((verb, kind) if kind else (None, ""))

    def _raised(self, verb: Token) -> Token:
        """Return the verb of what is believed or said of something ("believed to have begun")."""
        if verb.lemma not in HELD_TO_BE or not self.syntax.passive(verb):
            return verb
        below = (c for c in self.document.children(verb) if c.dep == "xcomp" and c.pos == "VERB")
        return next(below, verb)

    def _struck(self, preposition: Token) -> tuple[Token, str] | None:
        """Return the verb of "was the target of", "became the scene of", and its kind."""
        noun = self.document.head(preposition)
        kind = _STRUCK.get(noun.lemma)
        verb = self.document.head(noun)
        if preposition.lower != "of" or kind is None or verb.lemma not in _BECOMING:
            return None
        return (verb, kind) if noun.dep == "attr" else None

    def _sets_scene(self, verb: Token) -> bool:
        """Return whether a verb says that its object took place ("the town has seen clashes")."""
        if verb.lemma not in _SEEING or self.syntax.passive(verb):
            return True
        subject = self.syntax.subject(verb)
        return any(
            t.i in self.placed or t.lemma in _TIMES_SEEN or self.belongs(t, ("@land",))
            for t in subject
        )

    def _light_below(self, noun: Token) -> tuple[Token | None, str]:
        """Return the light verb in a clause of the noun's own ("the talks held in May")."""
        for child in self.document.children(noun):
            if child.dep in ("acl", "relcl") and child.pos == "VERB":
                if self._of_one_thing(child) and noun.tag in ("NNS", "NNPS"):
                    continue  # "raids on Tarsk, which is held by": the town is held
                kind = self._kind(child, noun)
                if kind:
                    return child, kind
        return None, ""

    def _of_one_thing(self, verb: Token) -> bool:
        """Return whether a relative clause is said of a single thing: "which is held"."""
        words = [verb, *(c for c in self.document.children(verb) if c.dep.startswith("aux"))]
        return verb.dep == "relcl" and any(t.tag == "VBZ" or t.lower == "was" for t in words)

    def _undone(self, verb: Token) -> bool:
        """Return whether a verb says nothing of its subject's taking place ("stop the army")."""
        if self.syntax.passive(verb):
            return True
        ending = verb.lemma.lower() in self.lexicon.ending
        return ending and any(c.dep == "dobj" for c in self.document.children(verb))

    def _kind(self, verb: Token, noun: Token) -> str:
        # "Strikes IS targets": no form of "be".
        rows = self.lexicon.light.get(verb.lemma.lower(), ()) if verb.text != "IS" else ()
        near: frozenset[str] | None = None
        for word, kind in rows:
            if word and near is None:
                near = self.syntax.near_words(verb)
            if word and word not in (near or ()):
                continue
            places = self.syntax.preposed(verb, (word,)) if word else ()
            if kind == "scene":
                places = self.syntax.objects(verb) if self._sets_scene(verb) else ()
            elif kind == "taking_place":
                places = () if self._undone(verb) else self.syntax.subject(verb)
            else:
                places = (*places, *self.syntax.objects(verb))
            if noun in self.spread(places):
                return kind
        return ""
