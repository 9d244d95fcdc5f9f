"""Who counts: bodies and persons whose figures are their own, and whether two of them differ."""

from __future__ import annotations

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.model import Account
from dragoman.resolution.names import fold


def is_body(index: Index, account: Account) -> bool:
    """Return whether a speaker is somebody: named, or more than a source or an official.

    "A spokesman for the police" speaks for it.
    """
    actor = index.actors.get(index.speaker(account) or "")
    if actor is None:
        return False
    for_body = find("spokesman", actor.name) and find("institution", actor.name)
    return actor.named or bool(for_body) or find("anybody", actor.name) is None


def two_bodies(index: Index, a: Account, b: Account) -> bool:
    """Return whether two bodies that do not repeat one another say what two accounts tell.

    "A monitor" may be the observatory that is named elsewhere.
    """
    if two_camps(index, a, b):
        return True
    counters = [_counter(index, one) for one in (a, b)]
    if None in counters or counters[0] == counters[1] or not independent(index, a, b):
        return False
    speakers = [index.actors[one] for one in counters if one]
    watch = all(find("watcher", one.name) for one in speakers)
    # "Monitor", as headlines have it, is no name.
    return not watch or all(one.named and " " in one.name for one in speakers)


def two_camps(index: Index, a: Account, b: Account) -> bool:
    """Return whether a state's own voice gives one account, its foes or watchers the other.

    "Activists" and "state media" are no bodies, but neither repeats the other.
    """
    return {_camp(index, a), _camp(index, b)} == {"of_the_state", "of_no_state"}


def of_the_state(index: Index, account: Account) -> bool:
    """Return whether a state's own voice gives an account: "state media", "the police"."""
    return _camp(index, account) == "of_the_state"


def of_no_state(index: Index, account: Account) -> bool:
    """Return whether a state's foes or watchers give an account: "activists", "rebels"."""
    return _camp(index, account) == "of_no_state"


def _camp(index: Index, account: Account) -> str:
    """Return the row of words that tells whose voice gives an account: none where it is of both."""
    speaker = index.actors.get(index.speaker(account) or "")
    name = speaker.name if speaker and account.claim else ""
    found = [row for row in ("of_the_state", "of_no_state") if find(row, name)]
    return found[0] if len(found) == 1 else ""


def one_body(index: Index, a: Account, b: Account) -> bool:
    """Return whether one body counts in two accounts.

    "A monitor" may be the observatory, "state TV" the state's media.
    """
    first, second = (index.actors.get(_teller(index, one) or "") for one in (a, b))
    if first is None or second is None:
        return False
    alike = any(
        all(find(row, one.name) for one in (first, second)) for row in ("watcher", "state_media")
    )
    return first is second or (alike and not (first.named and second.named))


def one_voice(index: Index, a: Account, b: Account) -> bool:
    """Return whether one body speaks in two claims of one report, by a longer and a shorter name.

    Or the second is what the agency of the first was told: "the agency quoted a police source".
    """
    speakers = [index.actors.get(index.speaker(one) or "") for one in (a, b)]
    first, second = (
        set(fold(one.name).split()) - {"the", "a"} if one else set() for one in speakers
    )
    if first and second and (first <= second or second <= first):
        return True
    return (
        find("by_agency", max((a, b), key=lambda one: one.trigger.start).evidence[0].quote)
        is not None
    )


def one_name(index: Index, a: Account, b: Account) -> bool:
    """Return whether one speaker is described by the other's name: "the interior ministry"."""
    speakers = [index.actors.get(index.speaker(one) or "") for one in (a, b)]
    if None in speakers or all(speaker.named for speaker in speakers if speaker):
        return False
    first, second = (set(fold(speaker.name).split()) - {"the"} for speaker in speakers if speaker)
    return first <= second or second <= first


def _teller(index: Index, account: Account) -> str | None:
    return index.speaker(account) or _counter(index, account)


def _counter(index: Index, account: Account) -> str | None:
    """Return the body whose count an account is: who says so, or the source that it names.

    "A source at the hospital" speaks for the hospital.
    """
    if account.claim:
        speaker = index.actors.get(index.speaker(account) or "")
        for_body = speaker is not None and find("institution", speaker.name) is not None
        return index.speaker(account) if for_body or is_body(index, account) else None
    involved = {*account.actors, *account.recipients}
    named = sorted(index.sources_in(account.evidence[0].quote) - involved)
    return named[0] if len(named) == 1 else None
