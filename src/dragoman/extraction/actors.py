"""The Actors step: who acts and who speaks in one report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.extraction.actors_bodies import Bodies
from dragoman.extraction.actors_finishing import finished
from dragoman.extraction.actors_found import Found, Who, span_of, token_run
from dragoman.extraction.actors_groups import find_groups
from dragoman.extraction.actors_index import NameIndex, NameMatch, fold, index_of
from dragoman.extraction.actors_linking import link_names, words_of_name
from dragoman.extraction.actors_longer import in_longer_name
from dragoman.extraction.actors_nominals import Nominals
from dragoman.extraction.actors_people import persons_and_organisations
from dragoman.extraction.actors_phrases import is_title, styles
from dragoman.extraction.actors_posts import People
from dragoman.extraction.actors_roles import Posts
from dragoman.extraction.actors_runs import with_article
from dragoman.extraction.actors_shared_names import (
    without_first_names,
    without_last_names,
    without_others,
)
from dragoman.extraction.actors_sides import with_sides
from dragoman.extraction.actors_spokesmen import nameless_posts
from dragoman.extraction.actors_states import States, shortened
from dragoman.extraction.actors_unknown import is_unknown, own_states
from dragoman.extraction.coreference import Coreference
from dragoman.extraction.places_spotting import lost_apostrophes
from dragoman.extraction.quotes import find_quotes
from dragoman.language import Document
from dragoman.model import (
    Extract,
    MentionForm,
    Report,
    Span,
)
from dragoman.packs import PackActor, Packs

# Abbreviations that are English words in a line of capitals.
_WORDS_TOO = ("IS", "WHO", "CARE", "AID", "MENA", "AU")
_STATE_KINDS = ("state", "adjective", "nationals", "seat")
_BODIES = ("armed_group", "organisation")


class Actors:
    """Finds every actor of a report and every mention of it."""

    needs = ("report", "places", "place_mentions")
    gives = ("actors", "actor_mentions")

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.index = index_of(packs)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the actors and their mentions."""
        day = extract.report.published.end if extract.report.published is not None else None
        matches = self._matches(document, day)
        named = {t.i for match in matches for t in document.tokens_in(match.span)}
        places = {
            token.i
            for mention in extract.place_mentions
            for token in document.tokens_in(mention.evidence.span)
        }
        named |= places
        persons = {
            t.i: match.key
            for match in matches
            if self.packs.actors[match.key].type == "person"
            for t in document.tokens_in(match.span)
        }
        names = (self._known(document, match, named, persons, day) for match in matches)
        known = [one for one in names if one is not None]
        states = self._states(document, extract, matches)
        found = known + Bodies(states, states.packs).found(known)
        found += persons_and_organisations(document, _tokens(found), states.at, places)
        found = link_names(document, without_bylines(document, extract.report, found))
        found += states.acting(_tokens(found))
        nominals = Nominals(document, states.packs)
        found += nominals.bodies(found, _tokens(found) | set(states.at), states.foreign)
        posts = Posts(document, states)
        found = posts.widened(found)
        found += posts.owners
        found += People(document, states.packs, extract.report, states, posts).nominals(found)
        found = with_groups(document, found, states, [post.span for post in posts.posts])
        found = with_sides(document, found)
        quotes = find_quotes(document.text, document.paragraphs)
        found += Coreference(document, found, quotes).pronouns()
        found += posts.appositions
        found = [self._outside_packs(one) for one in found]
        held = [*posts.posts, *nameless_posts(document, found)]
        return finished(document, extract, found, held)

    def _states(self, document: Document, extract: Extract, matches: Sequence[NameMatch]) -> States:
        """Return the states that the report names, those that no pack knows among them."""
        found = [match for match in matches if match.kind in _STATE_KINDS]
        found += shortened(extract, self.packs)
        tokens = {t.i for match in found for t in document.tokens_in(match.span)}
        # "the Assad army": who is known as a person is no state.
        people = [m for m in matches if self.packs.actors[m.key].type == "person"]
        named = {t.i for match in people for t in document.tokens_in(match.span)}
        own = own_states(document, extract, self.packs, tokens | named)
        packs = self.packs
        if own is not None:
            packs = Packs((*packs.packs, own))
            index = NameIndex(Packs([own]))
            found += [
                match
                for paragraph in document.paragraphs
                for match in index.find(document.text, paragraph)
                if not any(t.i in tokens for t in document.tokens_in(match.span))
            ]
        return States(document, found, packs, extract.place_mentions, extract.places)

    def _outside_packs(self, one: Found) -> Found:
        """Return a mention of a state of the report's own without the marks of packs."""
        who = one.who
        pack = who.pack if who.pack in self.packs.actors else None
        country = None if is_unknown(who.country) else who.country
        if (pack, country) == (who.pack, who.country):
            return one
        return msgspec.structs.replace(
            one, who=msgspec.structs.replace(who, pack=pack, country=country)
        )

    def _matches(self, document: Document, day: dt.date | None) -> list[NameMatch]:
        """Return the names known on a day; of several actors with one, the one loaded last."""
        stripped = lost_apostrophes(document)
        found = {
            match.span: match
            for paragraph in document.paragraphs
            for match in self.index.find(document.text, paragraph, bare_genitives=stripped)
            if not _is_shouted(document, match) and self.packs.actors[match.key].may_be_meant(day)
        }
        known = without_first_names(document, list(found.values()))
        return without_others(document, without_last_names(document, known), self.packs)

    def _known(
        self,
        document: Document,
        match: NameMatch,
        named: set[int],
        persons: Mapping[int, str],
        day: dt.date | None,
    ) -> Found | None:
        run = token_run(document, match.span)
        actor = self.packs.actors[match.key]
        if run is None or match.kind in _STATE_KINDS:
            return None
        # "Blaming Noor Petrek says": two that are known stand side by side.
        others = {persons.get(i, match.key) for i in (run[0] - 1, run[1])} - {match.key}
        if not others and _is_namesake(document, *run, actor):
            return None
        if actor.type in _BODIES and in_longer_name(document, *run, named):
            return None
        who = Who(
            key=actor.key,
            name=actor.named_on(day),
            type=actor.type,
            country=actor.country,
            sector=actor.sector,
            pack=actor.key,
            gender=actor.gender,
        )
        form: MentionForm = "name" if match.span.of(document.text) == who.name else "alias"
        return Found(first=run[0], last=run[1], who=who, form=form)


def _is_shouted(document: Document, match: NameMatch) -> bool:
    """Return whether an abbreviation is a plain word of a headline in capitals ("WAR IS OVER")."""
    if match.kind != "abbreviation" or match.span.of(document.text) not in _WORDS_TOO:
        return False
    sentence = document.sentence_at(match.span.start)
    letters = [c for c in sentence.span.of(document.text) if c.isalpha()] if sentence else []
    return sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _is_namesake(document: Document, first: int, last: int, actor: PackActor) -> bool:
    """Return whether a known surname ends another person's name ("Igor" before it)."""
    text = span_of(document, first, last).of(document.text)
    if actor.type != "person" or len(words_of_name(text)) > 1:
        return False
    first = with_article(document, first)
    after = document.tokens[last] if last < len(document.tokens) else None
    if after is not None and after.ent == "PERSON" and not after.ent_start and after.tag != "POS":
        return after.pos == "PROPN"
    if first == 0:
        return False
    name = {word for known in actor.all_names for word in words_of_name(known)}
    before, here = document.tokens[first - 1], document.tokens[first]
    if words_of_name(actor.name)[0] in [t.lower for t in document.tokens[first:last]]:
        return False
    touching = here.start - before.end <= 1 and before.text[0].isupper() and before.pos == "PROPN"
    other = fold(before.text) not in name and not is_title(before) and before.lower not in styles()
    return touching and other and before.ent in ("PERSON", "")


def _tokens(found: Iterable[Found]) -> set[int]:
    return {i for one in found for i in range(one.first, one.last)}


def without_bylines(document: Document, report: Report, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` without the names that stand in a byline ("By X and Y")."""
    kept = []
    for one in found:
        start = document.sentence_of(one.first).first
        before = [token.lower for token in document.tokens[start : one.first]]
        by = "by" in before and all(
            token.pos in ("PROPN", "ADP", "CCONJ", "PUNCT", "X") for token in
            document.tokens[start : one.first]
        ) and document.tokens[start + before.index("by")].text == "By"  # fmt: skip
        if not by and one.who.name not in report.authors:
            kept.append(one)
    return kept


def with_groups(
    document: Document, found: Sequence[Found], states: States, posts: Sequence[Span]
) -> list[Found]:
    """Return ``found`` and the unnamed groups; "Daesh fighters" are a mention of Daesh."""
    tokens = _tokens(found)
    named = {i for one in found if one.who.named for i in range(one.first, one.last)}
    at = {i: one for one in found for i in range(one.first, one.last) if one.form != "adjective"}
    kept = list(found)
    kept += states.nationals(tokens)
    for group in find_groups(document, tokens, named):
        head = document.tokens[group.last - 1]
        if any(span.contains(head.span) and head.tag in ("NN", "NNP") for span in posts):
            continue
        armed = [
            at[i]
            for i in range(group.first, group.last - 1)
            if i in at
            and at[i].who.type == "armed_group"
            and at[i].who.named
            and not _only_linked(document, at[i])
        ]
        if armed and group.who.type == "armed_group":
            whole = msgspec.structs.replace(group, who=armed[-1].who)
            kept = [one for one in kept if one not in armed] + [whole]
        else:
            kept.append(_with_country(group, states))
    return kept


def _only_linked(document: Document, name: Found) -> bool:
    """Return whether others are called after a group, "NFA-linked fighters", and are not it."""
    after = document.tokens[name.last : name.last + 2]
    return len(after) > 1 and after[0].text == "-" and after[1].tag in ("VBN", "VBD", "JJ")


def _with_country(group: Found, states: States) -> Found:
    codes = [states.at[i][3].country for i in range(group.first, group.last) if i in states.at]
    if len(codes) != 1 or codes[0] is None:
        return group
    return msgspec.structs.replace(group, who=msgspec.structs.replace(group.who, country=codes[0]))
