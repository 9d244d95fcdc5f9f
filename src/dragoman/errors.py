"""Every error that Dragoman raises on purpose.

    DragomanError
    ├── ReadingError        bytes, a page or a row that cannot become a report
    ├── PackError           a pack's file or entry that cannot be used
    ├── RecordError         a record file that is missing, foreign or damaged
    │   └── EvidenceError   a value whose quote is not what the report says there
    ├── PipelineError       extraction steps in an order that cannot work
    └── MissingExtraError   an optional part that is not installed

A message names what went wrong, where (file, row, offset, line) and what to do about it.
"""


class DragomanError(Exception):
    """The base of all errors of this package; catch it to catch them all."""


class ReadingError(DragomanError):
    """Raised when a source cannot become a report.

    ``source`` is the path, address or row; ``reason`` says why in a few words.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class PackError(DragomanError):
    """Raised when a pack's file or one of its entries cannot be used."""


class RecordError(DragomanError):
    """Raised when a record file is missing, was not made by Dragoman, or is damaged."""


class EvidenceError(RecordError):
    """Raised when a quote is not what the report says at the offsets given."""


class PipelineError(DragomanError):
    """Raised when an extraction step needs what no earlier step gives."""


class MissingExtraError(DragomanError):
    """Raised when an optional part is used that is not installed; names the extra."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}': pip install 'dragoman[{extra}]'")
        self.extra = extra
