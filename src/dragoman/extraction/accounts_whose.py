"""Whether a place beside an event is a state that acts, or where its words or its people are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from dragoman.extraction.accounts_anchors import tokens_of
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token
from dragoman.model import ActorMention, PlaceMention, Span

# Wide places and capitals: who lives in one or comes from there may be anywhere.
_WIDE = ("country", "landscape")
_PEOPLE = ("@people", "@official", "@armed", "alliance")
_NAMES = frozenset({"PERSON", "ORG", "NORP"})
_CLAUSES = frozenset({"relcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAYING = frozenset({
    "say", "tell", "report", "announce", "add", "claim", "confirm", "state", "speak", "warn",
    "quote", "note", "declare", "write", "brief", "inform",
})  # fmt: skip
# Those who hear words, and what words are said at: where they are nothing else happened.
_HEARING = frozenset({
    "reporter", "journalist", "correspondent", "briefing", "conference", "interview", "parliament",
    "lawmaker", "council", "meeting",
})  # fmt: skip


def acting(mentions: Iterable[PlaceMention], actors: Iterable[ActorMention]) -> frozenset[Span]:
    """Return the names of states and capitals that stand for those who do or say something."""
    forms = {mention.evidence.span: mention.form for mention in actors}
    found = set()
    for mention in mentions:
        form = forms.get(mention.evidence.span)
        subject = mention.relation == "metonym" and mention.precision == "country"
        told = mention.relation in (None, "metonym")
        if (form == "metonym" and told) or (form == "name" and subject):
            found.add(mention.evidence.span)
    return frozenset(found)


class Whose:
    """Tells of places at which only the speakers, the hearers or the people of an event are."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def holds(self, head: Token, mention: PlaceMention, trigger: Trigger) -> bool:
        """Return whether the place named at ``head`` is only where words or people are."""
        mine = {token.i for token in tokens_of(trigger)}
        above = mine.union(t.i for i in mine for t in self.document.ancestors(self._token(i)))
        chain = [head, *takewhile(lambda t: t.i not in above, self.document.ancestors(head))]
        if chain[0].i in above:
            return False
        meeting = self.document.head(chain[-1])
        wide = mention.precision in _WIDE
        if meeting.lemma in _SAYING and meeting.i not in mine:
            speaker = chain[-1].dep in _SUBJECTS
            told = self.document.children(meeting) if len(chain) == 2 else ()
            hearers = (t for t in (*told, *chain) if t.dep not in _SUBJECTS)
            if not speaker and any(t.lemma in _HEARING for t in hearers):
                return True
            if wide and (speaker or self._said_in(chain, meeting, trigger)):
                return True
        return wide and any(t.head not in mine and self._of_somebody(t) for t in chain)

    def _token(self, i: int) -> Token:
        return self.document.tokens[i]

    def _said_in(self, chain: list[Token], verb: Token, trigger: Trigger) -> bool:
        """Return whether a place stands between a verb of saying and what was said."""
        return chain[-1].dep == "prep" and verb.i < chain[-1].i < trigger.token.i

    def _of_somebody(self, verb: Token) -> bool:
        """Return whether a clause says what somebody does or is ("the alliance fighting in")."""
        noun = self.document.head(verb)
        if verb.dep not in _CLAUSES or noun.pos not in ("NOUN", "PROPN"):
            return False
        return noun.ent in _NAMES or lexicon().in_class(noun.lemma.lower(), _PEOPLE)
