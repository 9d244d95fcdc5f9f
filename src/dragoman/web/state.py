"""What the application holds between requests: the record, and the way decisions get into it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from dragoman.library import collecting_later
from dragoman.memo import Memo
from dragoman.model import Judgement, Record
from dragoman.store import Hit, Store, rebuild
from dragoman.web.deriving import Deriver
from dragoman.web.facets import all_said, all_told
from dragoman.web.needing import needs
from dragoman.web.questions import questions
from dragoman.web.snapshot import Snapshot

log = logging.getLogger("dragoman.web")

# A record of up to this many reports is derived anew in this process and before the answer;
# a larger one in a process of its own, while readers go on with what there was.
_AT_ONCE = 60


class State:
    """The record of one file, loaded once; decisions are written at once and worked in after.

    ``snapshot`` is replaced as a whole, never changed: a request takes it once and keeps it.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self.store = Store(self.path)
        self._lock = threading.Lock()
        self._building = threading.Lock()
        self._decided = 0
        self._worked_in = 0
        self._worker: threading.Thread | None = None
        self._deriver: Deriver | None = None
        self._derived, self._decoded = Memo(), Memo()
        self.fault = ""
        self.snapshot = self._load()
        threading.Thread(target=self.snapshot.warm_reasons, daemon=True).start()
        if len(self.snapshot.reports) > _AT_ONCE and not read_only:
            self._deriver = Deriver(self.path)

    def _load(self, record: Record | None = None, earlier: Snapshot | None = None) -> Snapshot:
        with collecting_later():
            record = record or self.store.record(self._decoded)
            found = Snapshot(record, self.store.judgements(), earlier)
            found.warm()
            # What pages derive from the whole record, made now so that no reader waits for it.
            found.once("questions", questions)
            found.once("needs", needs)
            found.once("said", all_said)
            found.once("told", all_told)
        return found

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Return passages that hold all words of ``query`` (see `Store.search`)."""
        return self.store.search(query, limit=limit)

    @property
    def pending(self) -> int:
        """How many decisions are kept but not yet worked into the record shown."""
        return self._decided - self._worked_in

    def judge(self, *judgements: Judgement) -> None:
        """Keep decisions for good, then have the record derived anew."""
        for judgement in judgements:
            self.store.judge(judgement)
        with self._lock:
            self._decided += len(judgements)
        if len(self.snapshot.reports) <= _AT_ONCE:
            self._work_in_here()
        else:
            self.snapshot = self.snapshot.with_judgements(self.store.judgements())
            self._start_worker()

    def _work_in_here(self) -> None:
        with self._building:
            decided = self._decided
            self.snapshot = self._load(rebuild(self.store, memo=self._derived))
            self._worked_in = decided

    def _start_worker(self) -> None:
        with self._lock:
            if self._worker is None:
                self._worker = threading.Thread(target=self._work_in_apart, daemon=True)
                self._worker.start()

    def _work_in_apart(self) -> None:
        """Derive the record in another process until no decision is left to work in."""
        while True:
            with self._lock:
                decided = self._decided
                if decided == self._worked_in or self.fault:
                    self._worker = None
                    return
            self._deriver = self._deriver or Deriver(self.path)
            if not self._deriver.derive():
                self.fault = "the record could not be derived anew; the decisions are kept"
                log.error("%s: %s", self.path, self.fault)
                continue
            found = self._load(earlier=self.snapshot)
            self.snapshot = found
            self._worked_in = decided
            found.warm_reasons()

    def close(self) -> None:
        """Wait for work under way and close the file."""
        worker = self._worker
        if worker is not None:
            worker.join()
        if self._deriver is not None:
            self._deriver.close()
        self.store.close()
