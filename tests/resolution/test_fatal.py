from __future__ import annotations

from typing import Any

import pytest

from dragoman.resolution.fatal import Fatal


def killing(story: Any, text: str, *triggers: str) -> str | None:
    """Return the word for the killing that the first trigger's account has."""
    one = story(text)
    for trigger in triggers:
        one.account(trigger)
    extract = one.extract()
    account = next(a for a in extract.accounts if a.trigger.quote == triggers[0])
    word = Fatal(extract.accounts).word(account, extract.report)
    return word.of(extract.report.text) if word else None


@pytest.mark.parametrize(
    "text",
    [
        "The raid in which Mira Kost was killed was condemned.",
        "Mira Kost was killed in a raid.",
        "The raid on Mira Kost, who was killed, was condemned.",
    ],
)
def test_a_raid_has_the_word_for_the_killing_beside_it(story: Any, text: str) -> None:
    assert killing(story, text, "raid") == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "The raid came after Mira Kost was killed.",
        "The raid failed; Mira Kost was killed in March.",
        "The raid on rebels who killed Mira Kost was condemned.",
        "The raid by rebels who were killed later was condemned.",
    ],
)
def test_another_killing_is_not_the_raids(story: Any, text: str) -> None:
    assert killing(story, text, "raid") is None


def test_a_word_with_an_account_of_its_own_is_no_others(story: Any) -> None:
    text = "Mira Kost was killed in a raid."
    assert killing(story, text, "raid", "killed") is None
    assert killing(story, text, "killed", "raid") == "killed"
