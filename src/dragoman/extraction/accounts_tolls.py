"""Tolls of one attack that no word of the attack carries: "put the toll at 12", "four deaths"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extraction.accounts_accidents import accident_words
from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_lexicon import Sense, lexicon
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.situations_tolls import Situation
from dragoman.extraction.situations_words import situation_words
from dragoman.language import Document, Token
from dragoman.model import Count, NumberMention

_VICTIMS = ("killed", "injured", "wounded")
# No single attack that reports tell of day by day has killed so many.
_ONE_ATTACK = 2000
# So many sentences after an attack, those who "died" died of it.
_AFTER = 2
_FIGHTERS = ("@irregular", "soldier", "fighter", "militiaman", "commando", "paratrooper")
_VERBAL = ("VERB", "AUX")


class Tolls:
    """Finds the tolls of single attacks in one document that tells of attacks."""

    def __init__(self, document: Document, events: Iterable[Trigger], voices: ClaimFinder) -> None:
        self.document = document
        self.voices = voices
        self.words = situation_words()
        attacks = [event.token for event in events if event.sense.type == "ASSAULT"]
        self.attacked = {document.sentence_of(token).i for token in attacks}
        self.warring = self._at_war()
        self.told = bool(attacks) or self.warring

    def _at_war(self) -> bool:
        """Return whether a report has words of fighting, and tells of no disaster."""
        lemmas = {token.lemma.lower() for token in self.document.tokens}
        disaster = lemmas & (accident_words().mishaps | accident_words().disasters)
        return not disaster and bool(lemmas & self.words["warring"])

    def of_one_attack(
        self, situation: Situation, numbers: Iterable[NumberMention]
    ) -> Trigger | None:
        """Return the trigger of a toll that has risen, None when it is that of a whole war."""
        token, verb = situation.trigger.token, situation.trigger.light or situation.trigger.token
        if situation.trigger.sense.type != "TOLL" or verb.lemma not in self.words["toll_verbs"]:
            return None
        sentence = self.document.sentence_of(token).i
        inside = [
            number
            for number in numbers
            if number.count.what in _VICTIMS and self._sentence(number) == sentence
        ]
        fitting = [number for number in inside if self._fits(number)]
        return self._made(token, fitting[0]) if fitting and len(fitting) == len(inside) else None

    def unowned(self, numbers: Iterable[NumberMention]) -> Iterator[Trigger]:
        """Yield a trigger for the victims in each sentence that no attack's words have counted.

        Each voice has its own: "the governor reported a toll of eight, the monitor one of 12".
        """
        done: set[tuple[int, str | None]] = set()
        for number in numbers:
            head, sentence = self.document.tokens[number.head], self._sentence(number)
            voice = self.voices.voice(head.span)
            known = (sentence, voice) in done or (
                voice is None and any(i == sentence for i, _ in done)
            )
            word = None if known or not self._fits(number) else self._word(number)
            if word is not None:
                done.add((sentence, voice))
                told = voice is None or voice == self.voices.voice(word.span)
                yield self._made(word if told else head, number)

    def _fits(self, number: NumberMention) -> bool:
        count = number.count
        told = self.told or self._fighters(number)
        victims = count.what in _VICTIMS or self._casualties(number)
        if not told or not victims or (count.low or 0) >= _ONE_ATTACK:
            return False
        sentence = self.document.sentences[self._sentence(number)]
        inside = self.document.tokens[sentence.first : sentence.last]
        near = {t.lemma.lower() for t in inside}
        lately = near & self.words["lately"] and not near & self.words["long_wars"]
        if near & self.words["war_nouns"] and not lately:
            return False  # "fighting left 12 dead by Friday" is no war's toll
        if any(self._since_long(t) for t in inside):
            return False
        # A verb of killing that is no attack's was found to tell of an accident.
        head = self.document.tokens[number.head]
        effects = lexicon().effects
        verbs = [t for t in self.document.ancestors(head) if t.pos == "VERB"]
        if any(t.lemma in effects and not self._died_of_it(t, count) for t in verbs):
            return False
        words = accident_words()
        return not near & (words.mishaps | words.nature) or bool(near & words.attack)

    def _casualties(self, number: NumberMention) -> bool:
        """Return whether a count is one of casualties by that name, or of none."""
        noun = self.document.tokens[number.head].lemma.lower()
        return number.count.what == "casualties" and (noun == "casualty" or number.count.high == 0)

    def _since_long(self, token: Token) -> bool:
        """Return whether a toll runs from a time long ago, not "since Sunday", "since dawn"."""
        if token.lower not in self.words["toll_since"]:
            return False
        following = self.document.tokens[token.i + 1 : token.i + 5]
        return not any(t.lower in self.words["lately"] for t in following)

    def _died_of_it(self, verb: Token, count: Count) -> bool:
        """Return whether those who "died" did so right after an attack or in a report of fighting.

        Not where a cause is named. That nobody was hurt is told of an attack, whatever the verb.
        """
        at = self.document.sentence_of(verb).i
        near = any(at - k in self.attacked for k in range(1, _AFTER + 1)) or self.warring
        behind = (c for c in self.document.children(verb) if c.i > verb.i)  # not "of whom 12 died"
        cause = any(c.lower in ("of", "from") for c in behind)
        dying = verb.lemma in self.words["dying_verbs"] or count.high == 0
        return dying and near and not cause

    def _fighters(self, number: NumberMention) -> bool:
        """Return whether those who died are fighters ("the deaths of two militants")."""
        head = self.document.tokens[number.head]
        return lexicon().in_class(head.lemma.lower(), _FIGHTERS)

    def _sentence(self, number: NumberMention) -> int:
        return self.document.sentence_of(self.document.tokens[number.head]).i

    def _word(self, number: NumberMention) -> Token | None:
        """Return the word that tells of the toll: "deaths", "toll", else a verb of counting.

        "The dead" are told of again, unless something new is said of some of them.
        """
        head, new = self.document.tokens[number.head], number.count.part_of is not None
        chain = (head, *self.document.ancestors(head))
        for token in chain:
            among = self._among(token)
            for one in (token, *self.document.children(token), *among):
                if one.lemma.lower() in self.words["victim_nouns"]:
                    # "Put the dead at 12" gives a number of its own.
                    new = new or (head.pos == "NUM" and one.i < head.i and one not in among)
                    return None if self._known(one, head) and not new else one
                if one.dep == "nsubj" and self._is_toll(one):
                    return one
            if token.pos in _VERBAL:
                told = self.words["counting_verbs"] | self.words["dying_verbs"]
                return token if token.lemma in told else self._alone(head)
        return self._alone(head)

    def _alone(self, head: Token) -> Token | None:
        """Return the word for those who were killed or hurt where no other tells of their toll."""
        inside = self.document.children(head)
        known = any(
            c.lower in ("the", "these", "those", "all") and c.i < head.i for c in inside
        )  # not "sixteen in all"
        return None if known else head

    def _among(self, verb: Token) -> tuple[Token, ...]:
        """Return those among whom somebody was: "three medics were among the dead"."""
        below = (c for c in self.document.children(verb) if c.lower in ("among", "amongst"))
        return tuple(t for c in below for t in self.document.children(c) if c.dep == "prep")

    def _is_toll(self, noun: Token) -> bool:
        """Return whether a noun is a toll by what it is of: "the number of dead was 51"."""
        of = [c for c in self.document.children(noun) if c.lower == "of"]
        inner = {t.lemma.lower() for c in of for t in self.document.children(c)}
        return noun.lemma == "number" and not inner.isdisjoint(self.words["victim_nouns"])

    def _known(self, word: Token, head: Token) -> bool:
        """Return whether the victims are those told of before ("the four dead")."""
        if word.pos == "NOUN" and word.lemma not in ("dead", "wounded", "injured"):
            return False
        inside = (*self.document.children(word), *self.document.children(head))
        return any(c.dep == "det" and c.lower in ("the", "these", "those") for c in inside)

    def _made(self, token: Token, number: NumberMention) -> Trigger:
        head = self.document.tokens[number.head]
        affected = (head,) if head.i != token.i else ()
        effect = "killed" if number.count.what == "killed" else "injured"
        sense = Sense(type="ASSAULT", words=(), effect=effect)
        return Trigger(token=token, sense=sense, affected=affected, effect=effect)
