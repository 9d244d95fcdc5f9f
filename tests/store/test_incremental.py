"""Nothing stale: a record derived step by step is that of all reports and decisions at once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from dragoman.library import build, read_extract
from dragoman.memo import Memo
from dragoman.model import Extract, Judgement, Record
from dragoman.reading import Item, sources
from dragoman.store import Store, rebuild

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
NOON = dt.datetime(2019, 4, 1, 12, tzinfo=dt.UTC)
STEPS = 40

# Names, places and figures in many combinations, so that what one report adds bears on others.
MORE = (
    (4, "Shells fall on Selmo", "At least nine people were killed when shells hit a market in "
     "Selmo on Monday, Colonel Davit Oren said. The army shelled the market, residents said."),
    (4, "Market in Selmo hit", "Shells hit a market in Selmo on Monday and killed 14 people, the "
     "Northern Observatory said. The NFA denied that it had shelled the market."),
    (5, "Observatory counts the dead of Selmo", "The Northern Observatory said on Tuesday that "
     "the shelling of the market in Selmo on Monday had killed 17 people."),
    (5, "Army denies attack on Selmo", "The army denied on Tuesday that it had shelled Selmo. "
     "Colonel Oren said that the Northern Free Army had fired on the market."),
    (5, "Who shelled the market", "Tomas Reyl blamed the Northern Free Army for the attack on the "
     "market in Selmo. The League accused the army of shelling the market."),
    (6, "NFA holds Selmo", "The Northern Free Army said on Wednesday that it controlled Selmo and "
     "all villages around Lirra. It promised to free 20 prisoners by 9 March."),
    (7, "Army in control of Selmo", "Selmo is under the control of the army, Karvelia's defence "
     "minister Tomas Reyl said on Thursday. No NFA fighter is left there, he said."),
    (11, "Prisoners freed", "The NFA freed 20 prisoners near Lirra on Sunday, the League said."),
    (11, "No prisoners freed", "The NFA did not free any prisoners, Tomas Reyl said on Monday."),
)  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def extracts() -> list[Extract]:
    found = [read_extract(item) for item in sources([REPORTS]) if isinstance(item, Item)]
    for number, (day, title, text) in enumerate(MORE):
        told = f"{title}\nBy Ada Noor, {day} March 2019\n\nTARSK - {text}\n"
        found.append(read_extract(Item(name=f"{number}.txt", content=told.encode())))
    return [one for one in found if isinstance(one, Extract)]


def decisions(record: Record, draw: random.Random, step: int) -> Iterator[Judgement]:
    """Decisions of every kind, on things drawn from what the record holds."""

    def on(kind: str, number: int = 1) -> list[str]:
        return [thing.id for thing in draw.sample(getattr(record, kind), number)]

    def judgement(decision: str, subject: str, **more: str) -> Judgement:
        when = NOON + dt.timedelta(minutes=step)
        return msgspec.convert(
            {"id": f"jud-{step}", "decision": decision, "subject": subject, "when": when, **more},
            Judgement,
        )

    account = draw.choice(record.accounts).id
    yield judgement("reject", *on("claims"))
    yield judgement("correct", *on("claims"), field="speaker", value=on("actors")[0])
    yield judgement("correct", *on("claims"), field="act", value="deny")
    yield judgement("correct", account, field="status", value="denied")
    for kind in ("actors", "events"):
        one, other = on(kind, 2)
        yield judgement(draw.choice(("same", "different")), one, other=other)
    joined = [event.accounts for event in record.events if len(event.accounts) > 1]
    if joined:
        one, *_, other = draw.choice(joined)
        yield judgement("different", one, other=other)
    if record.disputes:
        yield judgement("reject", *on("disputes"))


@pytest.mark.parametrize("seed", range(5))
def test_reports_and_decisions_in_any_order_give_the_record_of_all_at_once(
    extracts: list[Extract], seed: int
) -> None:
    draw, memo = random.Random(seed), Memo()
    left = draw.sample(extracts, len(extracts))
    held, decided = [left.pop() for _ in range(4)], list[Judgement]()
    record = build(held, memo=memo)
    for step in range(STEPS):
        turn = draw.choice(("add", "add", "remove", "decide", "decide", "undo"))
        if turn == "add" and left:
            held.append(left.pop(draw.randrange(len(left))))
        elif turn == "remove" and len(held) > 4:
            left.append(held.pop(draw.randrange(len(held))))
        elif turn == "decide":
            decided.append(draw.choice(list(decisions(record, draw, step))))
        elif turn == "undo" and decided:
            taken = decided.pop(draw.randrange(len(decided)))
            decided.append(msgspec.structs.replace(taken, withdrawn=NOON))
        draw.shuffle(held)
        record = build(held, judgements=decided, memo=memo)
        anew = build(sorted(held, key=lambda e: e.report.id), judgements=decided)
        assert msgspec.structs.replace(record, skipped=()) == msgspec.structs.replace(
            anew, skipped=()
        )


def test_a_file_that_is_written_step_by_step_holds_and_finds_what_one_written_at_once_does(
    extracts: list[Extract], tmp_path: Path
) -> None:
    memo = Memo()
    with (
        Store(tmp_path / "steps.dragoman", create=True) as steps,
        Store(tmp_path / "whole.dragoman", create=True) as whole,
    ):
        for extract in extracts:
            steps.add([(extract.report.id, extract)])
            rebuild(steps, memo=memo)
        whole.add((extract.report.id, extract) for extract in extracts)
        rebuild(whole)
        assert steps.record() == whole.record()
        assert steps.record(memo=Memo()) == whole.record()
        for query in ("Selmo", "market*", '"Davit Oren"'):
            found, wanted = (
                [(hit.evidence, round(hit.rank, 6)) for hit in store.search(query)]
                for store in (steps, whole)
            )
            assert found == wanted
