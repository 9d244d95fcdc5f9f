"""One event told by several words of a sentence is one trigger: "bombed ..., killing three"."""

from __future__ import annotations

import msgspec

from dragoman.extraction.accounts_causes import assault, cause_of
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.status import is_negated
from dragoman.extraction.status_words import status_words
from dragoman.language import Document, Token

_ARMS = ("@munition", "@weapons")


def fold(document: Document, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers with what tells of one event joined, in text order."""
    kept = _without_carried(document, triggers)
    by_token = {trigger.token.i: trigger for trigger in kept}
    # Further words for an event, and the token of the trigger that they are words for.
    by_light = {t.light.i: t.token.i for t in kept if t.light is not None}
    for trigger in kept:
        target = _target(document, trigger, by_token, by_light)
        if target is not None and target in by_token and target != trigger.token.i:
            borrowed = _of_another(document, trigger.token, by_token, target)
            by_token[target] = _joined(by_token[target], trigger, borrowed)
            by_token.pop(trigger.token.i, None)
            by_light[trigger.token.i] = target
    return tuple(by_token[i] for i in sorted(by_token) if not by_token[i].sense.joined)


def _target(
    document: Document, trigger: Trigger, by_token: dict[int, Trigger], by_light: dict[int, int]
) -> int | None:
    """Return the token of the trigger that ``trigger`` is another word for, None for none."""
    token = trigger.token
    if token.dep == "pcomp" and trigger.sense.type == "ASSAULT":
        claimed = _claimed(document, token, by_token)
        if claimed is not None:
            return claimed
    if token.pos not in ("VERB", "AUX"):
        return _renamed(document, trigger, by_token)
    if trigger.effect is not None:
        cause = cause_of(document, token, by_token, by_light)
        return None if cause is not None and _is_undone(document, cause) else cause
    kind = trigger.sense.type
    if kind == "ASSAULT" and token.lemma == "claim":
        syntax = Syntax(document)
        below = (t for one in syntax.objects(token) for t in syntax.preposed(one, ("for",)))
        for_it = (assault(one.i, by_token, by_light) for one in below)
        return next((i for i in for_it if i is not None), None)
    if kind == "ASSAULT":
        near = Syntax(document).agent(token)
        found = (assault(one.i, by_token, by_light) for one in near if one.pos != "VERB")
        cause = next((one for one in found if one is not None), None)
        cause = cause if cause is not None else _aimed_at(document, token, by_token)
        cause = cause if cause is not None else _thrown(document, trigger, by_token)
        if cause is not None or trigger.mode != "destroy":
            return cause
        if token.dep == "advcl" and token.tag == "VBG":
            return assault(token.head, by_token, by_light)
        passive = Syntax(document).passive(token)
        return cause_of(document, token, by_token, by_light) if passive else None
    if kind == "AID":
        words = [t.i for t in Syntax(document).agent(token)]
        if token.dep == "advcl" and token.tag == "VBG":
            words.append(token.head)
        same = (i for i in words if i in by_token and by_token[i].sense.type == kind)
        return next(same, None)
    if kind == "PROTEST" and token.dep in ("advcl", "xcomp") and token.tag in ("VB", "VBG"):
        above = by_token.get(token.head)
        return token.head if above is not None and above.sense.type == kind else None
    if kind == "CONSULT" and token.dep == "relcl":
        for above_token in document.ancestors(token):
            above = by_token.get(above_token.i)
            if above is not None:
                return above_token.i if above.sense.type == kind else None
    return None


def _claimed(document: Document, token: Token, by_token: dict[int, Trigger]) -> int | None:
    """Return the word by which a deed is claimed: "claimed responsibility for shelling Tarsk"."""
    link = document.head(token)
    for above in (document.head(link), document.head(document.head(link))):
        owned = above.lemma == "claim" and above.i in by_token and link.lower == "for"
        if owned and by_token[above.i].sense.type == "ASSAULT":
            return above.i
    return None


def _is_undone(document: Document, cause: int) -> bool:
    """Return whether a deed is told as undone: "ten were killed during a thwarted attack"."""
    words = (c.lower for c in document.children(document.tokens[cause]) if c.dep == "amod")
    return any(status_words().modifiers.get(word) == "denied" for word in words)


def _thrown(document: Document, trigger: Trigger, by_token: dict[int, Trigger]) -> int | None:
    """Return the attack that was made with what was fired ("hit by rockets fired by rebels")."""
    verb = trigger.token
    arms = document.head(verb)
    if verb.dep != "acl" or verb.tag != "VBN" or not trigger.sense.object:
        return None
    by = document.head(arms)
    hit = by.head if arms.dep == "pobj" and by.lower in ("by", "with") else by.i
    above = by_token.get(hit)
    struck = arms.dep in ("pobj", "nsubj") and above is not None and above.sense.type == "ASSAULT"
    if not struck or above is None or above.effect or above.actors not in ((), (arms,)):
        return None
    return hit


def _aimed_at(document: Document, verb: Token, by_token: dict[int, Trigger]) -> int | None:
    """Return the attack that "targeting" says the aim of: "launched missiles targeting troops".

    "Bombings to target officials" are no plan either.
    """
    thrown = document.head(verb)
    if any(child.tag == "TO" for child in document.children(verb)):
        near = (t for t in by_token.values() if thrown.i in (t.token.i, t.light and t.light.i))
        aimed = verb.lemma in ("target", "hit") and verb.dep in ("relcl", "acl", "advcl")
        return next((t.token.i for t in near if aimed and t.sense.type == "ASSAULT"), None)
    above = by_token.get(thrown.head)
    if verb.dep != "acl" or verb.tag != "VBG" or thrown.dep != "dobj" or above is None:
        return None
    return thrown.head if above.sense.type == "ASSAULT" and above.sense.object else None


def _renamed(document: Document, trigger: Trigger, by_token: dict[int, Trigger]) -> int | None:
    """Return the attack that a noun calls by another name ("the blast, a worse attack than")."""
    token = trigger.token
    if trigger.sense.type != "ASSAULT" or trigger.light is not None:
        return None
    named = document.head(token)
    if token.dep == "attr" and named.lemma == "be":
        named = next((t for t in Syntax(document).subject(named)), token)
    elif token.dep != "appos":
        return None
    first = by_token.get(named.i)
    same = first is not None and first.sense.type == "ASSAULT" and first.token.pos == "NOUN"
    return named.i if same and named.i < token.i else None


def _without_carried(document: Document, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Drop a noun that a verb's sense already asks for ("declared a truce"), and a light verb."""
    syntax = Syntax(document)
    asked: set[int] = set()
    lights = {t.light.i for t in triggers if t.light is not None}
    told = {t.token.i for t in triggers if t.sense.type == "ASSAULT"}
    for trigger in triggers:
        if trigger.token.pos in ("VERB", "AUX") and trigger.sense.object:
            # "An attack blamed on rebels" was made, whoever is accused of it.
            made = told if trigger.sense.type == "ACCUSE" else ()
            asked.update(
                token.i
                for one in syntax.objects(trigger.token)
                for token in syntax.conjuncts(one)
                if token.i not in made
            )
    for trigger in triggers:
        if trigger.token.pos == "VERB" and trigger.token.i not in lights:
            idiom = {part for words in trigger.sense.words for part in words.split()[1:]}
            held = (t for t in syntax.objects(trigger.token) if t.lemma.lower() in idiom)
            asked.update(t.i for t in held)
        if trigger.sense.type == "SANCTION":
            # A "suspension of aid" is no aid.
            asked.update(t.i for t in syntax.preposed(trigger.token, ("of",)))
    verbs = {t.token.i: t for t in triggers if t.token.pos in ("VERB", "AUX")}
    # A light verb that says who was killed is a further word for the attack, and no mere carrier.
    narrow = {i for i, t in verbs.items() if t.sense.object or t.effect}
    return tuple(
        t
        for t in triggers
        if (t.token.i not in asked if t.token.i not in verbs else True)
        and not (t.token.i in lights and t.token.i in verbs and t.token.i not in narrow)
    )


def _of_another(document: Document, verb: Token, by_token: dict[int, Trigger], target: int) -> bool:
    """Return whether the doer of "..., killing three" is only that of another event's verb.

    "They accused the army of an airstrike, killing three": those who accuse have not killed. Of
    "a bomb hit buses from two towns killing three" the towns have not, nor have those who "have not
    claimed it".
    """
    if verb.lemma == "claim" and is_negated(document, verb):
        return True
    while verb.dep == "conj" and verb.tag == "VBG":
        verb = document.head(verb)
    if verb.dep == "acl" and verb.tag == "VBG":
        return document.head(verb).dep in ("dobj", "pobj") and target < verb.i
    if verb.dep != "advcl" or verb.tag != "VBG":
        return False
    above = by_token.get(verb.head)
    return above is not None and above.token.i != target and above.sense.type != "ASSAULT"


def _joined(cause: Trigger, effect: Trigger, borrowed: bool = False) -> Trigger:
    doers = () if borrowed else effect.actors
    # "Hit by rockets fired by rebels": the rebels did it, and no rockets.
    others = tuple(t for t in doers if t.i != cause.token.i)
    thrown = [t for t in cause.actors if lexicon().in_class(t.lemma.lower(), _ARMS)]
    arms = effect.token.dep == "acl" and [t.i for t in thrown] == [effect.token.head]
    actors = others if arms and others else cause.actors or others
    recipients = cause.recipients or effect.recipients
    if cause.sense.mutual and effect.effect and effect.affected and not actors:
        # "Killed in clashes with rebels": the rebels are the other side, not those who suffered.
        actors, recipients = cause.recipients, effect.recipients
    light = cause.light
    if light is None and cause.token.pos not in ("VERB", "AUX") and _carries(cause, effect):
        light = effect.token
    return msgspec.structs.replace(
        cause,
        light=light,
        actors=actors,
        recipients=recipients,
        affected=(*cause.affected, *effect.affected),
        folded=(*cause.folded, effect.token, *effect.folded),
        effect=cause.effect or effect.effect,
        mode=cause.mode or (effect.mode if cause.token.lemma == "claim" else None),
    )


def _carries(cause: Trigger, effect: Trigger) -> bool:
    """Return whether the noun is the doer of the verb ("air raids hit the town")."""
    return effect.effect is None and effect.token.head != cause.token.i
