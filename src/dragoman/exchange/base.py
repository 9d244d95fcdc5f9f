"""What every export format has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, TextIO

from dragoman.model import Record


class Exporter(ABC):
    """A format that a record can be written in: one subclass and one file a format."""

    name: ClassVar[str]
    about: ClassVar[str]

    @abstractmethod
    def write(self, record: Record, stream: TextIO) -> int:
        """Write ``record`` to ``stream``; return how many lines or rows were written."""
