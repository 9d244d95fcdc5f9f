"""Names in a title that end in its source: "Rebels kill 50 near Ostland Monitor"."""

from __future__ import annotations

from collections.abc import Container

from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_runs import Run, name_of
from dragoman.extraction.actors_spots import names_at
from dragoman.extraction.claims_signed import TELLERS
from dragoman.language import Document


def is_signed_place(document: Document, run: Run, places: Container[int]) -> bool:
    """Return whether a run is a title's last place and, behind it, the title's source.

    ``places`` are the tokens of the names of places and states. What the report calls so in its
    own sentences, too, is a name ("Tarsk Monitor said").
    """
    words = document.tokens[run.first : run.last]
    if len(words) < 2 or words[-1].lower not in TELLERS:
        return False
    if not document.sentence_of(run.first).headline:
        return False
    return fold(words[-2].text) in names_at(document, places) and not _told(document, run)


def _told(document: Document, run: Run) -> bool:
    """Return whether the body of the report has a name, too."""
    size, name = run.last - run.first, name_of(document.tokens[run.first : run.last])
    return any(
        name_of(document.tokens[i : i + size]) == name
        for sentence in document.sentences
        if not sentence.headline
        for i in range(sentence.first, sentence.last - size + 1)
    )
