import msgspec

from dragoman.model import Record
from dragoman.verification import verify


def rules(record: Record) -> list[str]:
    return [problem.rule for problem in verify(record)]


def test_a_sound_record_has_no_problem(small_record: Record) -> None:
    assert verify(small_record) == ()


def test_a_quote_that_the_report_does_not_say_is_found(small_record: Record) -> None:
    report = small_record.reports[0]
    changed = msgspec.structs.replace(report, text=report.text.replace("ours", "lost"))
    record = msgspec.structs.replace(small_record, reports=(changed, *small_record.reports[1:]))
    assert "evidence-quote" in rules(record)


def test_a_value_from_page_furniture_is_found(small_record: Record) -> None:
    report = small_record.reports[0]
    changed = msgspec.structs.replace(report, body=())
    record = msgspec.structs.replace(small_record, reports=(changed, *small_record.reports[1:]))
    assert "evidence-furniture" in rules(record)


def test_an_id_that_nothing_has_is_found(small_record: Record) -> None:
    record = msgspec.structs.replace(small_record, actors=())
    assert "reference" in rules(record)


def test_an_id_that_stands_twice_is_found(small_record: Record) -> None:
    record = msgspec.structs.replace(small_record, claims=small_record.claims[:1] * 2)
    assert "unique-id" in rules(record)
