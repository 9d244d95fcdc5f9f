"""From sources to a record: the one call that the command line and the store are faces of."""

from __future__ import annotations

import datetime as dt
import gc
import multiprocessing
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

import msgspec

from dragoman import packs as packs_room
from dragoman.assessment import assess
from dragoman.extraction import Pipeline, default_pipeline
from dragoman.language import parse
from dragoman.memo import Memo
from dragoman.model import Extract, Judgement, Record, Report, Skipped
from dragoman.reading import Item, read_item, sources
from dragoman.resolution import resolve

# Reports handed to a worker at a time: enough to hide the cost of sending them, few enough that
# progress moves and two workers end at about the same time.
_CHUNK = 4


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to read.

    ``processes`` reads on that many processes (the result is the same with any number);
    ``packs`` names packs or folders instead of the shipped ones (an empty tuple: none);
    ``tagger`` lets the learned tagger help the grammar to find claims (off: the grammar alone);
    ``as_of`` leaves out what was published after that day.
    """

    processes: int = 1
    packs: tuple[str, ...] | None = None
    tagger: bool = True
    as_of: dt.date | None = None


Progress = Callable[[Extract | Skipped], None]


@lru_cache(maxsize=4)
def pipeline_for(packs: tuple[str, ...] | None, tagger: bool) -> Pipeline:
    """Return the extraction pipeline with the packs named (None: the shipped ones)."""
    chosen = packs_room.default() if packs is None else packs_room.load(packs)
    return default_pipeline(chosen, tagger=tagger)


def extract(report: Report, *, options: Options | None = None) -> Extract:
    """Return what one report states, before anything is known of other reports."""
    options = options or Options()
    pipeline = pipeline_for(options.packs, options.tagger)
    return pipeline(parse(report), Extract(report=report))


def read_extract(item: Item, *, options: Options | None = None) -> Extract | Skipped:
    """Return what one item of a source states, or why it could not be read.

    A fault of ours in one report must not lose the thousand others of its batch: the report is
    listed with the fault, like any other that could not be read. What no report can be read
    without (a pack that is not there, the gazetteer) is no fault of a report, and is raised.
    """
    options = options or Options()
    pipeline_for(options.packs, options.tagger)
    try:
        report = read_item(item)
        return report if isinstance(report, Skipped) else extract(report, options=options)
    except Exception as fault:  # noqa: BLE001
        where = traceback.extract_tb(fault.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        reason = f"the program failed on it ({type(fault).__name__} at {place}): please report it"
        return Skipped(source=item.source, reason=reason)


def extracts(
    items: Iterable[Item | Skipped], *, options: Options | None = None
) -> Iterator[Extract | Skipped]:
    """Yield the extract of every item, in the items' order, on one or more processes."""
    options = options or Options()
    work = partial(_step, options=options)
    if options.processes <= 1:
        yield from map(work, items)
        return
    # "spawn" because a forked child of a process with threads may hang, and because it is the
    # same on every system.
    context = multiprocessing.get_context("spawn")
    with context.Pool(options.processes) as pool:
        # Items are drawn in slices, so that a folder of a million is not read into memory.
        source = iter(items)
        while batch := list(islice(source, _CHUNK * options.processes * 16)):
            yield from pool.imap(work, batch, chunksize=_CHUNK)


def _step(item: Item | Skipped, options: Options) -> Extract | Skipped:
    return item if isinstance(item, Skipped) else read_extract(item, options=options)


def build(
    found: Sequence[Extract],
    *,
    skipped: Sequence[Skipped] = (),
    judgements: Sequence[Judgement] = (),
    as_of: dt.date | None = None,
    memo: Memo | None = None,
) -> Record:
    """Return the record of a set of extracts, resolved across reports and assessed.

    With ``as_of``, reports published later, or without a date, are listed as skipped. A ``memo``
    that is handed on from one build to the next makes the next cost what is new in it; the
    record is the same with any.
    """
    with collecting_later():
        return _built(found, skipped, judgements, as_of, memo or Memo())


def _built(
    found: Sequence[Extract],
    skipped: Sequence[Skipped],
    judgements: Sequence[Judgement],
    as_of: dt.date | None,
    memo: Memo,
) -> Record:
    later = [_not_yet(extract.report, as_of) for extract in found]
    known = [extract for extract, late in zip(found, later, strict=True) if late is None]
    resolved = resolve(known, judgements=judgements, memo=memo)
    record = assess(resolved, as_of=as_of, judgements=judgements, memo=memo)
    memo.turn()
    listed = (
        *skipped,
        *(item for extract in known for item in extract.skipped),
        *(late for late in later if late is not None),
    )
    return msgspec.structs.replace(record, skipped=(*record.skipped, *listed))


@contextmanager
def collecting_later() -> Iterator[None]:
    """Put off the search for circular garbage: millions of small things are made, none circular.

    It would look through them again and again, a fifth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def is_known(report: Report, day: dt.date) -> bool:
    """Return whether a report is shown to have been published by a day."""
    return _not_yet(report, day) is None


def _not_yet(report: Report, as_of: dt.date | None) -> Skipped | None:
    if as_of is None:
        return None
    published = report.published
    if published is None or published.end is None:
        reason = f"no date of publication, so not shown to be known on {as_of}"
    elif published.end > as_of:
        reason = f"published {published}, after {as_of}"
    else:
        return None
    return Skipped(source=report.source, reason=reason, report=report.id)


def read(
    paths: str | Path | Sequence[str | Path],
    *,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Record:
    """Return the record of everything that ``paths`` hold: files, folders, globs or "-".

    What cannot be read, a missing path too, is listed in ``record.skipped`` with its reason;
    the rest goes on.

    >>> record = read([])
    >>> record.claims
    ()
    """
    options = options or Options()
    chosen = [paths] if isinstance(paths, str | Path) else list(paths)
    found: list[Extract] = []
    skipped: list[Skipped] = []
    for result in extracts(sources(chosen), options=options):
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            found.append(result)
        if progress is not None:
            progress(result)
    return build(found, skipped=skipped, as_of=options.as_of)
