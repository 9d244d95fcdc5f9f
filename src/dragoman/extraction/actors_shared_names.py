"""Names that are not whose they seem: "Varnia's Red Cross", the Sofia of "Sofia Petrek"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from dragoman.extraction.actors_index import NameMatch, fold
from dragoman.extraction.actors_linking import words_of_name
from dragoman.extraction.actors_phrases import is_title
from dragoman.extraction.actors_runs import words_of
from dragoman.language import Document
from dragoman.packs import PackActor, Packs

# Whose names end as those of many states' own bodies do ("Red Cross", "Security Council").
_SHARED = ("IGO", "SOC")
# Before the end of such a name: that of one state or region.
_HOME = frozenset({"national", "regional", "federal", "provincial", "local", "own"})
# Behind one of these a state's name is its own: "in Jordan Smith said".
_WHERE = frozenset({"in", "from", "to", "into", "inside", "outside", "across", "near", "within",
                    "throughout", "around", "over", "toward", "towards", "against"})  # fmt: skip
# First names that states and their capitals bear too.
_FIRST_NAMES = frozenset({"chad", "georgia", "india", "ireland", "israel", "jordan", "kenya",
                          "kingston", "lima", "london", "paris", "santiago", "sofia", "victoria",
                          "vienna"})  # fmt: skip
# A state and its adjective begin alike: "Varnia's Monitor" may be the Varnian Monitor.
_STEM = 4


def without_others(
    document: Document, matches: Sequence[NameMatch], packs: Packs
) -> list[NameMatch]:
    """Return ``matches`` without those that are bodies of states which bear a known one's name.

    "The national Security Council" and "Russia's Security Council" are not that of the UN, and
    after "the Varnian Red Cross" nor is "the Red Cross", where the known one is named nowhere.
    """
    others = {match for match in matches if _is_anothers(document, match, packs.actors[match.key])}
    if not others:
        return list(matches)
    said = {(match.key, fold(match.span.of(document.text))): match.span.start for match in others}
    whole = {
        match.key
        for match in matches
        if match.kind == "abbreviation" or not _is_end(document, match, packs.actors[match.key])
    }
    kept = []
    for match in matches:
        first = said.get((match.key, fold(match.span.of(document.text))))
        again = first is not None and first < match.span.start and match.key not in whole
        if match not in others and not again:
            kept.append(match)
    return kept


def without_first_names(document: Document, matches: Sequence[NameMatch]) -> list[NameMatch]:
    """Return ``matches`` without the states and capitals that are persons' first names.

    "Sofia Petrek" is not Bulgaria: it is a first name, the parse calls both words one person's
    name, the second is neither a post nor known, and no word of place stands before them.
    """
    taken = {t.i for match in matches for t in document.tokens_in(match.span)}
    return [match for match in matches if not _is_first_name(document, match, taken)]


def without_last_names(document: Document, matches: Sequence[NameMatch]) -> list[NameMatch]:
    """Return ``matches`` without the states and capitals that are a told person's last name.

    After "Sudesh Amman" it is he whom "Amman" means, unless the report tells of somewhere "in
    Amman".
    """
    borne: dict[str, int] = {}
    for token in document.tokens:
        inside = token.ent == "PERSON" and not token.ent_start
        after = document.tokens[token.i + 1 : token.i + 2]
        goes_on = bool(after) and after[0].ent == "PERSON" and not after[0].ent_start
        if inside and not goes_on and token.pos == "PROPN":
            borne.setdefault(token.lower, token.i)
    return [match for match in matches if not _is_last_name(document, match, matches, borne)]


def _is_last_name(
    document: Document,
    match: NameMatch,
    matches: Sequence[NameMatch],
    borne: Mapping[str, int],
) -> bool:
    tokens = document.tokens_in(match.span)
    if match.kind not in ("state", "seat") or len(tokens) != 1:
        return False
    first = borne.get(tokens[0].lower)
    if first is None or tokens[0].i < first:
        return False
    word = tokens[0].lower
    before = (
        document.tokens[one[0].i - 1].lower
        for one in map(document.tokens_in, (m.span for m in matches))
        if len(one) == 1 and one[0].i and one[0].lower == word
    )
    return _WHERE.isdisjoint(before)


def _is_first_name(document: Document, match: NameMatch, taken: Container[int]) -> bool:
    tokens = document.tokens_in(match.span)
    if match.kind not in ("state", "seat") or len(tokens) != 1:
        return False
    token, after = tokens[0], document.tokens[tokens[0].i + 1 : tokens[0].i + 2]
    before = document.tokens[token.i - 1].lower if token.i else ""
    if (
        token.lower not in _FIRST_NAMES
        or token.ent != "PERSON"
        or not after
        or after[0].i in taken
        or before in _WHERE
    ):
        return False
    surname = after[0]
    joined = surname.ent == "PERSON" and not surname.ent_start and surname.pos == "PROPN"
    return (
        joined
        and surname.start - token.end == 1
        and (surname.text.istitle() or surname.lower in words_of("particles"))
        and not is_title(surname)
    )


def _is_end(document: Document, match: NameMatch, actor: PackActor) -> bool:
    """Return whether a body is called by no more than the end of its name."""
    said, whole = words_of_name(match.span.of(document.text)), words_of_name(actor.name)
    return len(said) < len(whole) and said == whole[-len(said) :]


def _is_anothers(document: Document, match: NameMatch, actor: PackActor) -> bool:
    tokens = document.tokens_in(match.span)
    if actor.sector not in _SHARED or not tokens or tokens[0].i == 0:
        return False
    if not _is_end(document, match, actor):
        return False
    before = document.tokens[tokens[0].i - 1]
    owner = document.tokens[before.i - 1] if before.tag == "POS" and before.i else before
    own = {word[:_STEM] for name in actor.all_names for word in words_of_name(name)}
    if owner.lower[:_STEM] in own:
        return False  # "the United Nations' Security Council"
    inside = before.ent == "ORG" and before.pos in ("ADJ", "PROPN") and not tokens[0].ent_start
    return before.tag == "POS" or before.lower in _HOME or before.ent == "NORP" or inside
