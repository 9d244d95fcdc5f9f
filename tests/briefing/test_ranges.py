from pathlib import Path

from dragoman.briefing import compose
from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import sources

MONITOR = (
    "Air strikes on the village of Mirel killed 56 civilians on Tuesday, "
    "the Observatory for Karvelia said."
)
AGENCY = "The agency Tamrin said 160 civilians were killed in the air strikes on Mirel on Tuesday."


def counts(folder: Path, *texts: str) -> list[str]:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(
            f"Title: Report {n}\nDate: 2019-03-{6 + n:02}\nSource: outlet{n}\n\n{text}\n"
        )
    found = [e for e in extracts(list(sources([str(folder)]))) if isinstance(e, Extract)]
    brief = compose(build(found))
    return [c for view in (*brief.chronology, *brief.undated) for c in view.counts]


def test_an_event_shows_how_far_its_sources_differ(tmp_path: Path) -> None:
    assert counts(tmp_path, f"{MONITOR} {AGENCY}") == ["160 killed (56 to 160 by source)"]


def test_a_source_that_counts_again_is_no_range(tmp_path: Path) -> None:
    later = MONITOR.replace("56", "60")
    assert counts(tmp_path, MONITOR, later) == ["60 killed"]


def test_figures_of_one_kind_are_told_apart_by_whom_they_are_of(tmp_path: Path) -> None:
    told = "Gunmen killed six priests and two women in the village of Mirel on Tuesday."
    assert counts(tmp_path, told) == ["6 priests killed", "2 women killed"]


def test_things_are_shown_by_the_noun_of_the_report(tmp_path: Path) -> None:
    told = "The army fired one missile at the village of Mirel on Tuesday."
    assert counts(tmp_path, told) == ["1 missile"]


def test_a_whole_and_its_parts_are_one_figure(tmp_path: Path) -> None:
    told = "Gunmen killed eight people, six priests and two women, in Mirel on Tuesday."
    assert counts(tmp_path, told) == ["8 killed"]
