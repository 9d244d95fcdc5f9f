"""The messages of the Message Understanding Conference, in mixed case, as things to read.

The messages are in capitals. How a word is written otherwise is learned from mixed-case reports at
hand: the way that it stands most often inside sentences. A word that is unknown there is taken for
a name, unless the parser's dictionary has it; one in brackets for an abbreviation, and words beside
it that have its letters for the name that it shortens. Lengths do not change.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.actors_runs import words_of
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Gazetteer
from dragoman.language import dictionary
from dragoman.reading import Item
from dragoman.reading.items import Given

_START = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4}).*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DATELINE = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})\b.{0,60}?--", re.DOTALL)
# The dateline stands in capitals in the wires themselves.
_OPENING = re.compile(r"^.{0,160}?--\s?(?:\[[A-Z][A-Z .,'-]*\]\s?)*", re.DOTALL)
_SHORT = re.compile(r"[\[(]([A-Z]{2,6})[\])]")
# "Tupac Amaru revolutionary movement (MRTA)", "the MRTA [Tupac Amaru revolutionary movement]".
_SHORTENED = re.compile(r"((?:[A-Z'-]+\s+){2,8})[\[(]([A-Z]{3,6})[\])]")
_WRITTEN_OUT = re.compile(r"\b([A-Z]{3,6})\s+[\[(]([A-Z'\s-]{8,80})[\])]")
_LINKS = frozenset({"of", "the", "for", "and", "in", "de", "la", "del", "los", "y"})
# Names made of common words that no report at hand has and that nothing shortens.
_NAMES = ("shining path", "jesuit", "jesuits", "jesuit's")
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_CLOSED = re.compile(r"[.!?:]['\")\]]*\s+$|^\s*$")
# Forms of a known word are written as it is; these endings are those of words, not of names.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ies", "y"), ("ied", "y"), ("ly", ""), ("er", ""), ("'s", ""), ("al", ""), ("ist", ""),
)  # fmt: skip
_WORDY = ("tion", "tions", "ment", "ments", "ness", "ously", "ingly", "ables", "istic", "ized")
# "Salvadoran" stands in the dictionary in small letters.
_OF_PEOPLES = ("an", "ese")
# A word seen less often than this is written as a name, as most unknown words of reports are.
_ENOUGH = 2
_OFTEN = 0.2
# Inhabitants of a town whose name is taken for one where no mixed-case report has the word.
_CITY = 100_000


class Casing:
    """How words are written, learned from mixed-case texts.

    >>> mixed = ["He said the rebels of Lima left Lima. The rebels in the town left."] * 2
    >>> Casing(mixed, ["[EGP]"]).recase("THE REBELS LEFT LIMA [EGP].  MR RUIZ LEFT THE TOWN.")
    'The rebels left Lima [EGP].  Mr Ruiz left the town.'
    """

    def __init__(self, texts: Iterable[str], capitals: Iterable[str] = ()) -> None:
        capitals = list(capitals)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            last, end = "", 0
            for found in _WORD.finditer(text):
                word, before = found.group(), text[max(0, found.start() - 4) : found.start()]
                if not _CLOSED.search(before) and not before.endswith("\n"):
                    seen[word.casefold()][word] += 1
                if last and found.start() == end + 1:
                    named = word[0].isupper() and last[0].isupper()
                    pairs[last.casefold(), word.casefold()] += 1 if named else -1
                last, end = word, found.end()
        self._forms = {
            word: _usual(word, forms) for word, forms in seen.items() if forms.total() >= _ENOUGH
        }
        self._pairs: set[tuple[str, ...]] = {pair for pair, share in pairs.items() if share > 0}
        # Abbreviations stand in brackets behind the name that they shorten.
        short = Counter(name for text in capitals for name in _SHORT.findall(text))
        self._forms.update(
            (name.casefold(), name) for name in short if name.casefold() not in self._forms
        )
        self._names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        names = (*(tuple(name.split()) for name in _NAMES), *_written_out(capitals))
        for name in names:
            self._names[name[0]].add(name)

    def recase(self, text: str) -> str:
        """Return ``text``, all in capitals, as it would stand in a report."""
        pieces: list[str] = []
        end = 0
        words = [*_WORD.finditer(text)]
        low = ["", *(found.group().casefold() for found in words), ""]
        capital = self._in_names(low[1:])
        for k, found in enumerate(words):
            gap, word = text[end : found.start()], found.group()
            named = not self._pairs.isdisjoint((tuple(low[k : k + 2]), tuple(low[k + 1 : k + 3])))
            # "Segundo Montes": what follows a given name, and is seen nowhere else, is a name.
            named = named or (gap == " " and low[k] in _given() and low[k + 1] not in self._forms)
            form = word.capitalize() if named or k in capital else self._form(word)
            start = _CLOSED.search(text[max(0, found.start() - 6) : found.start()])
            pieces += [gap, form[0].upper() + form[1:] if start else form]
            end = found.end()
        return "".join([*pieces, text[end:]])

    def _in_names(self, low: list[str]) -> set[int]:
        """Return which words stand inside names of several words."""
        return {
            i
            for k, word in enumerate(low)
            for name in self._names.get(word, ())
            if tuple(low[k : k + len(name)]) == name
            for i in range(k, k + len(name))
            if low[i] not in _LINKS
        }

    def _form(self, word: str) -> str:
        return self._forms.get(word.casefold()) or self._unknown(word)

    def _unknown(self, word: str) -> str:
        low = word.casefold()
        for ending, stem in _ENDINGS:
            if not low.endswith(ending):
                continue
            base = low.removesuffix(ending) + stem
            known = self._forms.get(base)
            if (known is not None and known.islower()) or base in dictionary():
                return low
        common = low in dictionary() and not _is_name(low)
        return low if common or low.endswith(_WORDY) else word.capitalize()


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    """Return given names: "hector" is a verb, too."""
    return frozenset(words_of("male") | words_of("female"))


def _is_name(word: str) -> bool:
    return word in _given() or word.endswith(_OF_PEOPLES) or _is_city(word)


def _is_city(word: str) -> bool:
    """Return whether a large town is called so: the dictionary has "medellin", too."""
    found = Gazetteer.open().entries(fold(word))
    return any(entry.kind == 0 and entry.population >= _CITY for entry in found)


def _written_out(capitals: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the names of several words that texts in capitals shorten, or write out, beside."""
    for text in capitals:
        for before, short in _SHORTENED.findall(text):
            words = before.casefold().split()
            runs = [words[k:] for k in range(len(words)) if words[k] not in _LINKS]
            best: list[str] = max(
                runs, key=lambda run: (_shared(run, short), -len(run)), default=[]
            )
            if _is_of(best, short):
                yield tuple(best)
        for short, after in _WRITTEN_OUT.findall(text):
            if _is_of(after.casefold().split(), short):
                yield tuple(after.casefold().split())


def _shared(words: list[str], short: str) -> int:
    return (Counter(w[0] for w in words if w not in _LINKS) & Counter(short.casefold())).total()


def _is_of(words: list[str], short: str) -> bool:
    told = sum(word not in _LINKS for word in words)
    return 1 < told <= len(short) + 1 and _shared(words, short) >= max(2, len(short) * 2 / 3)


def _usual(word: str, forms: Counter[str]) -> str:
    """Return how a word is written: small where it often is ("new", for all of New York)."""
    return word if forms[word] >= _OFTEN * forms.total() else forms.most_common(1)[0][0]


def mixed_case(data: Path) -> Iterator[str]:
    """Yield the texts that casing is learned from: agency reports, politics and Wikinews."""
    for path in sorted((data / "tempeval3" / "silver").rglob("*.tml")):
        yield re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8", errors="replace"))
    for path in sorted((data / "polnear" / "train" / "text").glob("*")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in sorted((data / "wikinews").glob("*.csv")):
        yield path.read_text(encoding="utf-8", errors="replace")


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of every message of a file."""
    parts = _START.split(path.read_text(encoding="latin-1"))
    yield from zip(parts[1::2], parts[2::2], strict=True)


def item_of(message: str, text: str, casing: Casing) -> Item:
    """Return a message as something to read, one paragraph a line, with its day given."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n {2,}(?=\S)", text)]
    plain = "\n\n".join(part for part in paragraphs if part)
    opening = _OPENING.match(plain)
    head = opening.group() if opening else ""
    return Item(
        name=message,
        content=(head + casing.recase(plain[len(head) :])).encode(),
        form="text",
        given=Given(title="", published=day_of(text), language="en"),
    )


def day_of(text: str) -> str | None:
    """Return the day of a message's dateline, if it has one.

    >>> day_of("LIMA, 4 FEB 90 (AFP) -- [TEXT] ...")
    '1990-02-04'
    """
    found = _DATELINE.search(text[:400])
    if found is None or found.group(2) not in _MONTHS:
        return None
    day, month, year = found.groups()
    try:
        return dt.date(1900 + int(year), 1 + _MONTHS.index(month), int(day)).isoformat()
    except ValueError:
        return None
