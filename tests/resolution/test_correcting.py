from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from dragoman.assessment import assess
from dragoman.model import Judgement, Record
from dragoman.resolution import resolve
from dragoman.resolution.correcting import MissedClaim
from dragoman.verification import verify


def correct(subject: str, field: str, value: str, day: int = 1) -> Judgement:
    when = dt.datetime(2019, 3, day, tzinfo=dt.UTC)
    return Judgement(
        id=f"jud-{day}", decision="correct", subject=subject, field=field, value=value, when=when
    )


def test_a_corrected_speaker_is_the_actor_named_and_has_no_words_to_show(story: Any) -> None:
    one = story("The road was open, the mayor said. Ilya Marek left Tarsk.")
    mayor, marek = one.actor("the mayor"), one.actor("Ilya Marek")
    claim = one.claim(mayor, "The road was open")
    record = resolve([one.extract()], judgements=[correct(claim, "speaker", marek)])
    (said,) = record.claims
    assert (said.speaker.name, said.speaker.actor, said.speaker.evidence) == (
        "Ilya Marek", marek, None
    )  # fmt: skip
    assert verify(record) == ()


def test_a_speaker_whom_no_report_names_is_kept_by_name(story: Any) -> None:
    one = story("The road was open, the mayor said.")
    claim = one.claim(one.actor("the mayor"), "The road was open")
    (said,) = resolve([one.extract()], judgements=[correct(claim, "speaker", "Anna Tal")]).claims
    assert (said.speaker.name, said.speaker.actor) == ("Anna Tal", None)


def test_the_latest_correction_of_a_field_stands(story: Any) -> None:
    one = story("The road was open, the mayor said.")
    claim = one.claim(one.actor("the mayor"), "The road was open")
    rows = [correct(claim, "act", "deny", 2), correct(claim, "act", "promise", 1)]
    assert resolve([one.extract()], judgements=rows).claims[0].act == "deny"


def test_a_corrected_status_reaches_the_event(story: Any) -> None:
    one = story("Rebels shelled Selmo on Monday.")
    account = one.account("shelled")
    record = resolve([one.extract()], judgements=[correct(account, "status", "planned")])
    assert [event.status for event in record.events] == ["planned"]


def missed(story: Any, start: int, end: int) -> Record:
    one = story("The road was open, the mayor said.")
    mayor = one.actor("the mayor")
    claim = MissedClaim(start=start, end=end, speaker=mayor)
    value = msgspec.json.encode(claim).decode()
    return resolve([one.extract()], judgements=[correct(one.report.id, "missed_claim", value)])


def test_a_claim_that_was_missed_is_a_claim_with_its_words(story: Any) -> None:
    record = assess(missed(story, 0, 17))
    (claim,) = record.claims
    assert (claim.content[0].quote, claim.speaker.name) == ("The road was open", "the mayor")
    assert verify(record) == ()


def test_a_missed_claim_outside_the_text_is_passed_over(story: Any) -> None:
    assert missed(story, 0, 170).claims == ()
