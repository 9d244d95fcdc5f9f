"""Persons named by their post alone: "the envoy", "Russia's top diplomat"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.actors_found import Found, Who, head_of
from dragoman.extraction.actors_linking import words_of_name
from dragoman.extraction.actors_phrases import Phrase, is_title
from dragoman.extraction.actors_post_words import plain_post
from dragoman.extraction.actors_roles import Posts
from dragoman.extraction.actors_states import States
from dragoman.extraction.claims_lexicon import speaking
from dragoman.language import Document, Token
from dragoman.model import Report
from dragoman.packs import Packs

# Posts that many hold at once: "the official" is the last one who was called so, never one whom
# only a pack knows to be one.
_COMMON = frozenset(("member", "official", "officer", "resident", "activist", "analyst", "expert",
                     "fighter", "rebel", "militant", "journalist", "lawmaker", "senator", "figure",
                     "soldier", "doctor", "lawyer", "prisoner", "counterpart", "dissident",
                     "aide", "player", "actor", "veteran", "monitor", "observer", "national",
                     "second", "first", "deputy", "coach", "author", "teacher"))  # fmt: skip
# A vice-president is not the president, nor is a former one.
_LESSER = frozenset(("vice", "deputy", "former", "ex", "late", "assistant", "under", "shadow",
                     "candidate", "elect", "designate", "then"))  # fmt: skip
# With one of these it is somebody else, or nobody yet.
_ANOTHER = frozenset(("next", "new", "future", "previous", "another", "other", "would", "first",
                      "last", "any", "every", "future", "potential"))  # fmt: skip
# Words of a phrase that a role need not have: "the veteran Russian foreign minister".
_LOOSE = frozenset(("the", "this", "that", "-", "veteran", "senior", "visiting", "outgoing",
                    "embattled", "current", "own", "'s", "’s", "'", "’"))  # fmt: skip
# Words that make another post of a noun.
_POSTWORDS = frozenset(("foreign", "prime", "deputy", "vice", "interior", "defence", "defense",
                        "finance", "former", "ex", "opposition", "rebel", "un", "u.n.", "army",
                        "police", "information", "health", "justice", "economy",
                        "acting"))  # fmt: skip
# "The agency chief" is its director, its president or its secretary-general.
_CHIEFS = frozenset(("chief", "head", "boss"))
_HEADS = frozenset(("chief", "head", "director", "president", "chairman", "commander", "leader",
                    "secretary", "administrator", "executive", "coordinator"))  # fmt: skip
_RULING = {"president", "prime minister", "king", "queen", "emir", "chancellor", "supreme leader"}
# A new speaker follows "the envoy said" within this many sentences.
_AHEAD = 3
# Of two presidents in a report, "the president" is the one alone named in so many sentences.
_NEAR = 5


class _Nominal(msgspec.Struct, frozen=True):
    first: int
    token: Token
    words: tuple[str, ...]
    country: str | None
    owner: str | None
    definite: bool


class People:
    """Leads posts without a name to the person of the report who holds them."""

    def __init__(
        self, document: Document, packs: Packs, report: Report, states: States, posts: Posts
    ) -> None:
        self.document = document
        self.packs = packs
        self.states = states
        self.posts = posts
        self.day = report.published.end if report.published else None

    def nominals(self, found: Sequence[Found]) -> list[Found]:
        """Return the definite posts in the report as mentions of the persons that hold them."""
        at = {i: one for one in found for i in range(one.first, one.last)}
        people = [one for one in found if one.who.type == "person" and one.who.named]
        people.sort(key=lambda one: one.first)
        resolved = []
        said = [post.span for post in self.posts.posts]
        for nominal in self._nominals(at):
            if any(span.contains(nominal.token.span) for span in said):
                continue
            who = self._holder(nominal, people) or self._introduced(nominal, people)
            if who is None:
                continue
            last = nominal.token.i + 1
            resolved.append(Found(first=nominal.first, last=last, who=who, form="title"))
            if nominal.owner or nominal.country:
                phrase = Phrase(nominal.first, self._with_object(last), nominal.token.i)
                self.posts.add(who, phrase, at)
        return resolved

    def _with_object(self, last: int) -> int:
        """Return the end of "envoy to Syria", which ends at ``last`` without its object."""
        tokens = self.document.tokens
        to = last + 1 < len(tokens) and tokens[last].lower in ("to", "for")
        return self.states.at[last + 1][1] if to and last + 1 in self.states.at else last

    def _nominals(self, at: dict[int, Found]) -> Iterator[_Nominal]:
        tokens = self.document.tokens
        for token in tokens:
            if token.i in at or token.tag not in ("NN", "NNP") or not is_title(token):
                continue
            if token.i + 1 < len(tokens) and self._goes_on(tokens[token.i + 1], token, at):
                continue
            nominal = self._nominal(token, at)
            if nominal is not None:
                yield nominal

    def _goes_on(self, after: Token, token: Token, at: dict[int, Found]) -> bool:
        if after.text == "-" or after.tag == "POS":
            return after.text == "-"
        if after.i in at and at[after.i].who.type == "person":
            return True
        return after.pos in ("NOUN", "PROPN") and (token.dep == "compound" or token.head == after.i)

    def _nominal(self, token: Token, at: dict[int, Found]) -> _Nominal | None:
        tokens = self.document.tokens
        start = self.document.sentence_of(token).first
        country = owner = None
        owned = False
        i = token.i - 1
        while i >= start:
            before = tokens[i]
            if i in self.states.at:
                country = self.states.at[i][3].country
                owned = owned or tokens[self.states.at[i][1]].tag == "POS"
                i = self.states.at[i][0] - 1
                continue
            if i in at and at[i].who.type != "person":
                owner = at[i].key
                owned = owned or tokens[at[i].last].tag == "POS"
                i = at[i].first - 1
                continue
            inside = before.pos in ("ADJ", "NOUN", "PROPN") or before.tag == "POS"
            if not inside and before.text != "-":
                break
            if i in at:
                return None
            i -= 1
        definite = i >= start and tokens[i].lower in ("the", "this", "that")
        headline = self._in_headline(token) and (country or owner)
        if not definite and not owned and not headline:
            return None
        if any(t.lower in _ANOTHER or t.tag == "JJS" for t in tokens[i + 1 : token.i]):
            return None
        first = i if definite else i + 1
        words = tuple(t.lower for t in tokens[first : token.i + 1] if t.i not in self.states.at)
        return _Nominal(first, token, words, country, owner, definite)

    def _holder(self, nominal: _Nominal, people: Sequence[Found]) -> Who | None:
        """Return the person last named before (or, with an owner, after) who holds the post."""
        before = [one for one in people if one.first < nominal.first]
        holders = [one for one in before if self._holds(one.who, nominal)]
        holders = holders or [one for one in before if self._heads(one.who, nominal)]
        if holders:
            return self._nearest(nominal, holders)
        if self._in_headline(nominal.token):
            opening = [one for one in people if one.first > nominal.first and self._opens(one)]
            holders = [one for one in opening if self._holds(one.who, nominal)]
            holders = holders or [one for one in opening if self._heads(one.who, nominal)]
            return holders[0].who if len({one.key for one in holders}) == 1 else None
        if nominal.owner or nominal.country:
            after = [one for one in people if one.first > nominal.first]
            keys = {one.key: one.who for one in after if self._known_to_hold(one.who, nominal)}
            if len(keys) == 1:
                return next(iter(keys.values()))
        return None

    def _in_headline(self, token: Token) -> bool:
        return self.document.sentence_of(token).headline

    def _opens(self, one: Found) -> bool:
        """Return whether a name stands in a report's first sentences, which repeat its headline."""
        body = [s.i for s in self.document.sentences if not s.headline]
        return bool(body) and self.document.sentence_of(one.first).i <= body[0] + _AHEAD

    def _nearest(self, nominal: _Nominal, holders: Sequence[Found]) -> Who | None:
        """Return the only holder, or of several the one who alone was named just before."""
        if len({one.key for one in holders}) == 1:
            return holders[-1].who
        here = self.document.sentence_of(nominal.token).i
        near = [one for one in holders if here - self.document.sentence_of(one.first).i <= _NEAR]
        last = self.document.sentence_of(holders[-1].first).i
        alone = len({one.key for one in near}) == 1
        return holders[-1].who if alone and here - last <= 1 else None

    def _holds(self, who: Who, nominal: _Nominal) -> bool:
        noun = plain_post([*nominal.words[:-1], nominal.token.lower])[-1]
        for post in self.posts.posts:
            title = plain_post(post.title.lower().replace("-", " ").split())
            if post.holder != who.key or noun not in title:
                continue
            if self._agrees(nominal, who, post.of) and _specific(nominal, title):
                return True
        return self._known_to_hold(who, nominal)

    def _heads(self, who: Who, nominal: _Nominal) -> bool:
        """Return whether "the agency chief" is somebody called its director or president."""
        leads = nominal.token.lower == "leader" and nominal.country is not None
        if leads and nominal.words[-2:-1] in ((), ("the",), ("-",)):
            return self._leads(who, nominal)
        return nominal.token.lower in _CHIEFS and any(
            post.holder == who.key
            and post.of == nominal.owner
            and nominal.owner is not None
            and not _HEADS.isdisjoint(post.title.lower().replace("-", " ").split())
            for post in self.posts.posts
        )

    def _leads(self, who: Who, nominal: _Nominal) -> bool:
        """Return whether "the Karvelian leader" is a state's president, premier or king."""
        told = [p for p in self.posts.posts if p.holder == who.key]
        titles = [(plain_post(p.title.lower().split()), p.of) for p in told]
        actor = self.packs.actors.get(who.pack or "")
        held = [r for r in actor.roles if r.covers(self.day)] if actor is not None else []
        titles += [(plain_post(r.title.lower().split()), r.of) for r in held]
        able = (t for t, of in titles if of is not None and self._agrees(nominal, who, of))
        return any(_RULING & {" ".join(title)} for title in able)

    def _agrees(self, nominal: _Nominal, who: Who, of: str | None) -> bool:
        """Return whether the post's owner may be the one that the phrase names."""
        if nominal.country:
            owner = self.packs.actors.get(of or "")
            country = owner.country if owner else None
            return nominal.country in (country, who.country)
        return nominal.owner is None or of is None or nominal.owner == of

    def _known_to_hold(self, who: Who, nominal: _Nominal) -> bool:
        actor = self.packs.actors.get(who.pack or "")
        if actor is None or nominal.token.lower in _COMMON:
            return False
        return any(
            _names_role(nominal, (role.title, *role.also))
            and self._agrees(nominal, who, role.of)
            and role.covers(self.day)
            for role in actor.roles
        )

    def _introduced(self, nominal: _Nominal, people: Sequence[Found]) -> Who | None:
        """Return who is named as the speaker right after "Karvelia's envoy expressed ...".

        Only at a report's beginning, where leads are written so; only a person who is named
        there for the first time, in full, and whom the pack does not know to be another.
        """
        if self._in_headline(nominal.token):
            return None
        here = self.document.sentence_of(nominal.token)
        body = [s.i for s in self.document.sentences if not s.headline]
        if not body or here.i - body[0] > 1 or nominal.token.dep not in ("nsubj", "nsubjpass"):
            return None
        if not (nominal.country or nominal.owner) or nominal.token.lower in _COMMON:
            return None
        for one in people:
            sentence = self.document.sentence_of(one.first).i
            if not here.i < sentence <= here.i + _AHEAD:
                continue
            return one.who if self._may_be(one, nominal, people) else None
        return None

    def _may_be(self, one: Found, nominal: _Nominal, people: Sequence[Found]) -> bool:
        earlier = any(p.key == one.key and p.first < one.first for p in people)
        head = head_of(self.document, one.first, one.last)
        says = self.document.head(head).lemma in speaking() and head.dep == "nsubj"
        full = len(words_of_name(one.who.name)) > 1
        other = any(post.holder == one.key for post in self.posts.posts)
        foreign = one.who.country not in (None, nominal.country)
        return says and full and not earlier and not other and not foreign


def _specific(nominal: _Nominal, title: Sequence[str]) -> bool:
    """Return whether the words before the noun do not speak of another post."""
    if any(word in _LESSER and word not in nominal.words for word in title):
        return False
    words = plain_post(nominal.words)[:-1]
    said = [w for w in words if w not in _LOOSE and w not in title]
    return not [word for word in said if word in _POSTWORDS]


def _names_role(nominal: _Nominal, titles: Sequence[str]) -> bool:
    said = [word for word in nominal.words if word not in _LOOSE]
    for title in titles:
        words = title.lower().replace("-", " ").split()
        if nominal.token.lower in words and all(word in words for word in said):
            return True
    return False
