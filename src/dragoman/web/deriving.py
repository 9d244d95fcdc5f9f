"""A process that derives the record of a file, again and again, each time at the cost of the new.

Readers are served by another: deriving a record of a thousand reports would hold them up.
"""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from dragoman.store import Store, rebuild


class Deriver:
    """Derives the record of the file at ``path`` in a process of its own, started at once."""

    def __init__(self, path: Path) -> None:
        # "spawn" because a forked child of a process with threads may hang.
        context = multiprocessing.get_context("spawn")
        self._asked, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(str(path), theirs), daemon=True)
        self._process.start()
        theirs.close()

    def derive(self) -> bool:
        """Have the record derived and kept; return whether that went well."""
        try:
            self._asked.send(True)
            self._asked.recv()
        except (EOFError, OSError):
            return False
        return True

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._asked.close()
        self._process.terminate()
        self._process.join()


def _work(path: str, asked: Connection) -> None:
    """Work through the record once, so that the first decision does not wait for it; then serve."""
    # Ctrl-C is for the server, which ends this process when it is done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Store(path) as store:
        memo = store.memo()
        rebuild(store, memo=memo, keep=False)
        while True:
            try:
                asked.recv()
            except EOFError:
                return
            rebuild(store, memo=memo)
            asked.send(True)
