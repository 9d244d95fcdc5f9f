"""The order of the extraction steps: one step, one kind of thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.errors import PipelineError
from dragoman.language import Document
from dragoman.model import Extract


class Step(Protocol):
    """One step: reads the document and what earlier steps found, and adds its own kind.

    ``needs`` and ``gives`` are names of fields of `Extract`. A step is a pure function: it
    keeps no state between reports and returns the extract with the fields of ``gives`` set.
    """

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that earlier steps must have set."""
        ...

    @property
    def gives(self) -> tuple[str, ...]:
        """The fields that this step sets."""
        ...

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with what this step finds in ``document``."""
        ...


class Pipeline:
    """Steps in an order that was checked when the pipeline was built."""

    def __init__(self, steps: Sequence[Step]) -> None:
        given = {"report"}
        for step in steps:
            missing = [need for need in step.needs if need not in given]
            if missing:
                raise PipelineError(
                    f"{type(step).__name__} needs {', '.join(missing)}, which no step before it "
                    "gives: put the step that gives it first"
                )
            given.update(step.gives)
        self.steps = tuple(steps)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` after every step has added its own."""
        for step in self.steps:
            extract = step(document, extract)
        return extract
