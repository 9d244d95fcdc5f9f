"""One event told by several words of a sentence is one trigger: "bombed ..., killing three"."""

from __future__ import annotations

import msgspec

from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token

# Nouns of a whole war, which is no event of its own unless something is said of it.
VAGUE = frozenset(
    {
        "war",
        "violence",
        "bloodshed",
        "hostility",
        "aggression",
        "warfare",
        "fight",
        "operation",
        "abuse",
        "crime",
    }
)
# Of these somebody may well be said to have died.
_DEADLY = frozenset({"operation", "violence"})
_LATER = frozenset({"after", "following", "amid"})
_WHEN = frozenset({"when", "after", "as", "once", "because"})
_IN = ("in", "by", "during", "from", "after", "when", "amid", "following", "as")


def fold(document: Document, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers with what tells of one event joined, in text order."""
    kept = _without_carried(document, triggers)
    by_token = {trigger.token.i: trigger for trigger in kept}
    # Further words for an event, and the token of the trigger that they are words for.
    by_light = {t.light.i: t.token.i for t in kept if t.light is not None}
    for trigger in kept:
        target = _target(document, trigger, by_token, by_light)
        if target is not None and target in by_token and target != trigger.token.i:
            borrowed = _of_another(trigger.token, by_token, target)
            by_token[target] = _joined(by_token[target], trigger, borrowed)
            by_token.pop(trigger.token.i, None)
            by_light[trigger.token.i] = target
    return tuple(by_token[i] for i in sorted(by_token) if not by_token[i].sense.joined)


def _target(
    document: Document, trigger: Trigger, by_token: dict[int, Trigger], by_light: dict[int, int]
) -> int | None:
    """Return the token of the trigger that ``trigger`` is another word for, None for none."""
    token = trigger.token
    if token.pos not in ("VERB", "AUX"):
        return _renamed(document, trigger, by_token)
    if trigger.effect is not None:
        return _cause(document, token, by_token, by_light)
    kind = trigger.sense.type
    if kind == "ASSAULT" and token.lemma == "claim":
        syntax = Syntax(document)
        below = (t for one in syntax.objects(token) for t in syntax.preposed(one, ("for",)))
        for_it = (_assault(one.i, by_token, by_light) for one in below)
        return next((i for i in for_it if i is not None), None)
    if kind == "ASSAULT":
        near = Syntax(document).agent(token)
        found = (_assault(one.i, by_token, by_light) for one in near if one.pos != "VERB")
        cause = next((one for one in found if one is not None), None)
        if cause is not None or trigger.mode != "destroy":
            return cause
        if token.dep == "advcl" and token.tag == "VBG":
            return _assault(token.head, by_token, by_light)
        passive = Syntax(document).passive(token)
        return _cause(document, token, by_token, by_light) if passive else None
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
    for trigger in triggers:
        if trigger.token.pos in ("VERB", "AUX") and trigger.sense.object:
            asked.update(
                token.i for one in syntax.objects(trigger.token) for token in syntax.conjuncts(one)
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


def _cause(
    document: Document, verb: Token, by_token: dict[int, Trigger], by_light: dict[int, int]
) -> int | None:
    """Return the token of the trigger that an effect ("killed") belongs to."""
    syntax = Syntax(document)
    partners = [c for c in document.children(verb) if c.dep == "conj" and c.pos == "VERB"]
    if verb.dep == "conj":
        partners.append(document.head(verb))
    doers = [t for one in syntax.agent(verb) for t in syntax.conjuncts(one)]
    # "Wounded by shells fired at the town": the firing is what wounded them.
    doers += [c for one in doers for c in document.children(one) if c.dep == "acl"]
    # "The army killed nine after an attack": what somebody did then is another event.
    own = bool(doers) and all(_assault(t.i, by_token, by_light) is None for t in doers)
    names = tuple(name for name in _IN if not (own and name in _LATER))
    near = [
        *doers,
        *(t for one in (verb, *partners) for t in _where(document, syntax, one, names)),
        *(
            c
            for one in (verb, *partners)
            for c in document.children(one)
            if c.dep == "advcl" and c.pos == "VERB" and _says_when(document, c, own)
        ),
    ]
    for token in near:
        for one in (token, *syntax.preposed(token, ("of",))):
            found = _assault(one.i, by_token, by_light)
            if found is not None:
                return found
    found = None
    parted = _apart(document, verb) or _another_deed(document, verb, by_token)
    if verb.dep in ("advcl", "conj", "acl", "ccomp", "relcl") and not parted:
        found = _assault(verb.head, by_token, by_light)
    if found is None and verb.dep == "acl":
        found = _assault(_joined_to(document, verb), by_token, by_light)
    if found is None and verb.dep == "relcl" and _by_thing(document, verb):
        above = (_assault(t.i, by_token, by_light) for t in _named_before(document, verb))
        found = next((i for i in above if i is not None), None)
    over = tuple(document.ancestors(verb))[:3]
    left = verb.tag == "VBG" or any(t.lemma == "leave" for t in over)
    return _before(document, verb, by_token) if found is None and left else found


def _apart(document: Document, verb: Token) -> bool:
    """Return whether a clause tells of another event by its own subject ("after rebels killed")."""
    children = document.children(verb)
    marked = any(c.dep == "mark" or c.lower == "when" for c in children)
    return verb.dep == "advcl" and marked and any(c.dep in ("nsubj", "nsubjpass") for c in children)


def _another_deed(document: Document, verb: Token, by_token: dict[int, Trigger]) -> bool:
    """Return whether "killed two men and executed two others" tells of two deeds."""
    here, above = by_token.get(verb.i), by_token.get(verb.head)
    if verb.dep != "conj" or here is None or above is None or here.effect != above.effect:
        return False
    own = any(c.dep == "dobj" for c in document.children(verb))
    return own and any(c.dep == "dobj" for c in document.children(above.token))


def _joined_to(document: Document, verb: Token) -> int:
    """Return the verb of "nine were killed" for the "injured" of "and 50 injured"."""
    noun = document.head(verb)
    while noun.dep in ("conj", "appos") and noun.head != noun.i:
        noun = document.head(noun)
    return noun.head


def _says_when(document: Document, clause: Token, own: bool) -> bool:
    """Return whether a clause says at what somebody was killed ("when rebels shelled ...")."""
    marks = {c.lower for c in document.children(clause) if c.dep in ("mark", "advmod")}
    return bool(marks & _WHEN) and not (own and marks & _LATER)


def _where(
    document: Document, syntax: Syntax, verb: Token, names: tuple[str, ...]
) -> tuple[Token, ...]:
    """Return what a verb, or what it says of them ("reported missing in"), was a part of."""
    said = [c for c in document.children(verb) if c.dep in ("oprd", "acomp", "xcomp")]
    found = tuple(t for one in (verb, *said) for t in syntax.preposed(one, names))
    if verb.dep == "relcl" and any(t.lower == "which" for t in found):
        return (*found, *_named_before(document, verb))
    return found


def _by_thing(document: Document, verb: Token) -> bool:
    """Return whether what killed is a thing or an event, and nobody: "which killed nine"."""
    return any(c.dep == "nsubj" and c.lower in ("which", "that") for c in document.children(verb))


def _named_before(document: Document, verb: Token) -> tuple[Token, ...]:
    """Return the noun that a relative clause is about, or the one on which that noun hangs.

    "The attacks on three hotels, which killed nine": the clause hangs on the hotels.
    """
    noun = document.head(verb)
    above = document.head(document.head(noun)) if noun.dep == "pobj" else noun
    return (noun, above)


def _before(document: Document, verb: Token, by_token: dict[int, Trigger]) -> int | None:
    """Return the last attack told of before "..., killing three" in its sentence."""
    first = document.sentence_of(verb).first
    attacks = [
        i
        for i, trigger in by_token.items()
        if first <= i < verb.i
        and trigger.sense.type == "ASSAULT"
        and trigger.effect is None
        and trigger.token.lemma.lower() not in VAGUE
    ]
    return max(attacks, default=None)


def _assault(i: int, by_token: dict[int, Trigger], by_light: dict[int, int]) -> int | None:
    i = by_light.get(i, i)
    trigger = by_token.get(i)
    if trigger is None or trigger.sense.type != "ASSAULT" or trigger.sense.joined:
        return None
    lemma = trigger.token.lemma.lower()
    if lemma in VAGUE and lemma not in _DEADLY and not trigger.actors:
        return None
    return i


def _of_another(verb: Token, by_token: dict[int, Trigger], target: int) -> bool:
    """Return whether the doer of "..., killing three" is only that of another event's verb.

    "They accused the army of an airstrike, killing three": those who accuse have not killed.
    """
    if verb.dep != "advcl" or verb.tag != "VBG":
        return False
    above = by_token.get(verb.head)
    return above is not None and above.token.i != target and above.sense.type != "ASSAULT"


def _joined(cause: Trigger, effect: Trigger, borrowed: bool = False) -> Trigger:
    doers = () if borrowed else effect.actors
    actors = cause.actors or tuple(t for t in doers if t.i != cause.token.i)
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
    )


def _carries(cause: Trigger, effect: Trigger) -> bool:
    """Return whether the noun is the doer of the verb ("air raids hit the town")."""
    return effect.effect is None and effect.token.head != cause.token.i
