"""The language of a text."""

from __future__ import annotations

import re

from dragoman.reading.furniture import function_share
from dragoman.reading.lines import word_list

# Enough to tell a language by, and little enough to cost nothing.
_SAMPLE = 1000
# Fewer letters than this tell nothing.
_LEAST = 20
# English has about four in ten of these words; its nearest kin, which shares "in" and "was", one.
_ENGLISH = 0.25
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or None when it is too short.

    >>> language_of("The envoys left the capital on Monday without an agreement.")
    'en'
    """
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _LEAST:
        return None
    # Faster than the classifier, which takes some English for Nigerian Pidgin.
    found = word_list(sample)
    if function_share(found) >= _ENGLISH:
        return "en"
    import py3langid

    # Capitals throughout, as on the wires of old, look like no language to the classifier.
    return str(py3langid.classify(sample.lower() if sample.isupper() else sample)[0])
