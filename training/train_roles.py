"""Train the reader of roles: what a voice does with its words, with figures beside it.

    python training/train_roles.py --encoder MODEL_FOLDER --out OUT/roles.pt [--data DATA]
    python training/train_roles.py --export OUT/roles.pt

It learns from the development part of the passages that ship with the benchmarks
(``dragoman/bench/data/passages.jsonl``); the kept third is for judging it (`dragoman bench roles`).
With DATA it also sees reports of the development parts of `bench pairs` and `bench voices`: their
sentences that no label calls a denial are none, and what the grammar reads as killed or hurt is so.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from examples import read_tokenizer
from export_onnx import HERE, quantise
from network import WIDTH, Encoder
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from dragoman.bench import pair_labels, pairs, voices
from dragoman.bench.passages import Passage, is_figure, passages
from dragoman.library import build, extracts
from dragoman.model import Record
from dragoman.reading import Item, sources

FIGURES, VOICES = "khcmdt", "NSAB"
# A window of word pieces, and how far the next one begins behind it.
WINDOW, STRIDE = 252, 180
# Rare labels count more.
FIGURE, VOICE = 3.0, 2.0
# So many windows of real reports are taken beside the passages.
REAL = 260
CODES = {
    "killed": "k", "dead": "k", "injured": "h", "wounded": "h", "detained": "c", "abducted": "c",
    "held": "c", "released": "c", "captured": "c", "missing": "m", "displaced": "d",
}  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_NUMERAL = re.compile(
    r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|.*teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|thousands?|scores|several)$"
)


class Roles(nn.Module):
    """The encoder with a head for figures (one role) and one for voices (each role by itself)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.drop = nn.Dropout(0.15)
        self.figures = nn.Linear(WIDTH, 1 + len(FIGURES))
        self.voices = nn.Sequential(
            nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(0.1), nn.Linear(192, len(VOICES))
        )

    def forward(self, ids: Tensor, attention: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return the scores of each piece."""
        x = self.drop(self.encoder(ids, attention)[-1])
        return self.figures(x), self.voices(x)


class Read(nn.Module):
    """What the package runs: how sure each role of a voice is."""

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, ids: Tensor) -> Tensor:
        """Return that for each piece of one text."""
        return self.roles(ids)[1].sigmoid()


@dataclass
class Example:
    """A window of a text: word pieces, their roles, and which of them count (``*_known``)."""

    ids: list[int]
    figures: np.ndarray
    figures_known: np.ndarray
    voices: np.ndarray
    voices_known: np.ndarray


class Text:
    """A text in word pieces, to be labelled by stretches of characters."""

    def __init__(self, tokenizer: Tokenizer, text: str) -> None:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        self.text, self.ids, self.offsets = text, encoding.ids, encoding.offsets
        self.starts = [start for start, _ in encoding.offsets]
        n = len(self.ids)
        self.figures, self.figures_known = np.zeros(n, int), np.ones(n)
        self.voices, self.voices_known = np.zeros((n, len(VOICES))), np.ones((n, len(VOICES)))

    def rows(self, start: int, end: int) -> slice:
        first = max(0, bisect_right(self.starts, start) - 1)
        return slice(first, max(first + 1, bisect_left(self.starts, end)))

    def around(self, start: int, end: int) -> Iterator[slice]:
        """Yield the pieces of each sentence that a stretch reaches into."""
        cuts = [0, *(m.end() for m in _SENTENCE.finditer(self.text)), len(self.text)]
        for a, b in pairwise(cuts):
            if a < end and start < b:
                yield self.rows(a, b)

    def windows(self, tokenizer: Tokenizer) -> Iterator[Example]:
        first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
        start = 0
        while True:
            cut = slice(start, start + WINDOW)

            def padded(rows: np.ndarray, cut: slice = cut) -> np.ndarray:
                return np.pad(rows[cut], [(1, 1), *[(0, 0)] * (rows.ndim - 1)])

            yield Example(
                [first, *self.ids[cut], last],
                padded(self.figures),
                padded(self.figures_known),
                padded(self.voices),
                padded(self.voices_known),
            )
            if start + WINDOW >= len(self.ids):
                return
            start += STRIDE


def of_passage(tokenizer: Tokenizer, passage: Passage) -> Text:
    """Return a passage with its roles; of a marked sentence only the marked words are sure."""
    found = Text(tokenizer, passage.plain)
    told = [(span, role) for span, role in passage.roles if not is_figure(role)]
    for (start, end), role in told:
        if role in VOICES:
            for rows in found.around(start, end):
                found.voices_known[rows] = 0
    for (start, end), role in passage.roles:
        rows = found.rows(start, end)
        if is_figure(role):
            found.figures[rows] = FIGURES.find(role) + 1
            continue
        found.voices[rows] = [float(role == one) for one in VOICES]
        found.voices_known[rows] = 1
    return found


def of_reports(
    tokenizer: Tokenizer, record: Record, labelled: dict[str, list[tuple[int, int]]]
) -> Iterator[Text]:
    """Yield the reports of a record: figures as they are read, sentences that deny nothing.

    Of the roles of voices only the denial is known, and not in sentences that a label, a denial or
    an accusation stands in; a numeral that was not read may be anything.
    """
    for report in record.reports:
        found = Text(tokenizer, report.text)
        words = (report.text[start:end].lower() for start, end in found.offsets)
        found.figures_known[:] = [0.0 if _NUMERAL.match(word) else 1.0 for word in words]
        found.voices_known[:, 1:] = 0
        counts = (c for a in record.accounts if a.report == report.id for c in a.counts)
        for count in counts:
            if count.what in CODES:
                rows = found.rows(count.evidence.start, count.evidence.end)
                found.figures[rows] = FIGURES.find(CODES[count.what]) + 1
                found.figures_known[rows] = 1
        acts = [
            (c.act, e.start, e.end)
            for c in record.claims
            if c.report == report.id and c.act in ("deny", "reject", "accuse")
            for e in c.content
        ]
        for start, end in [*labelled.get(report.id, []), *(a[1:] for a in acts)]:
            for rows in found.around(start, end):
                found.voices_known[rows] = 0
        for act, start, end in acts:
            if act != "reject":
                rows = found.rows(start, end)
                found.voices[rows, 0] = float(act == "deny")
                found.voices_known[rows, 0] = 1
        yield found


def real_reports(tokenizer: Tokenizer, data: Path) -> Iterator[Text]:
    """Yield the reports of the development parts of `bench pairs` and `bench voices`."""
    ours = [pair for pair in pair_labels.labels() if pair.part == "development"]
    rows = {side.row for pair in ours for side in (pair.a, pair.b)}
    items = [
        item
        for item in sources([data / pairs.NEEDS[0]])
        if isinstance(item, Item) and pair_labels.row_of(item.source) in rows
    ]
    record = build([one for one in extracts(items) if hasattr(one, "report")])
    ids = {pair_labels.row_of(report.source): report.id for report in record.reports}
    labelled: dict[str, list[tuple[int, int]]] = {}
    for pair in ours:
        for side, name in ((pair.a, "a"), (pair.b, "b")):
            spans = [getattr(value, name) for value in pair.values]
            labelled.setdefault(ids.get(side.row, ""), []).extend(spans)
    yield from of_reports(tokenizer, record, labelled)
    told = [one for one in voices.labels() if one.part == "development"]
    record = build(voices.read(data, {one.source for one in told}))
    by_report = voices.by_report(record, told)
    spans = {i: [s for v in one.values for s in (v.a, v.b)] for i, one in by_report.items()}
    yield from of_reports(tokenizer, record, spans)


def collate(batch: list[Example]) -> tuple[Tensor, ...]:
    """Return ids, attention, roles of figures, their weights, roles of voices, their weights."""
    size, width = len(batch), max(len(one.ids) for one in batch)
    ids, attention = torch.zeros(size, width, dtype=torch.long), torch.zeros(size, width)
    figures, known = torch.zeros(size, width, dtype=torch.long), torch.zeros(size, width)
    told, sure = (torch.zeros(size, width, len(VOICES)) for _ in range(2))
    for i, one in enumerate(batch):
        n = len(one.ids)
        ids[i, :n], attention[i, :n] = torch.tensor(one.ids), 1
        figures[i, :n] = torch.from_numpy(one.figures)
        known[i, :n] = torch.from_numpy(one.figures_known)
        told[i, :n] = torch.from_numpy(one.voices)
        sure[i, :n] = torch.from_numpy(one.voices_known)
    return ids, attention, figures, known, told, sure


def loss_of(network: Roles, batch: list[Example]) -> Tensor:
    ids, attention, figures, known, told, sure = collate(batch)
    scores, certain = network(ids, attention)
    weights = torch.where(figures > 0, FIGURE, 1.0) * known
    rows = F.cross_entropy(scores.flatten(0, 1), figures.flatten(), reduction="none")
    first = (rows * weights.flatten()).sum() / weights.sum()
    weights = torch.where(told > 0, VOICE, 1.0) * sure
    cells = F.binary_cross_entropy_with_logits(certain, told, reduction="none")
    return first + 2 * (cells * weights).sum() / weights.sum()


def batches(found: list[Example], size: int) -> list[list[Example]]:
    """Return the examples in batches of about one length each, in a random order."""
    random.shuffle(found)
    cut: list[list[Example]] = []
    for i in range(0, len(found), 25 * size):
        some = sorted(found[i : i + 25 * size], key=lambda one: len(one.ids))
        cut += [some[j : j + size] for j in range(0, len(some), size)]
    random.shuffle(cut)
    return cut


def train(network: Roles, found: list[Example], epochs: int, rate: float, size: int) -> None:
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    rates = (rate, 8 * rate)
    groups = [{"params": p, "lr": r} for p, r in zip((inner, heads), rates, strict=True)]
    adam = torch.optim.AdamW(groups, weight_decay=0.01)
    steps, step, began = epochs * math.ceil(len(found) / size), 0, time.time()
    for epoch in range(epochs):
        network.train()
        for batch in batches(found, size):
            loss = loss_of(network, batch)
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*inner, *heads], 1.0)
            share = min(1.0, (step + 1) / (0.08 * steps)) * max(0.02, 1 - step / steps)
            for group, base in zip(adam.param_groups, rates, strict=True):
                group["lr"] = base * share
            adam.step()
            step += 1
            if step % 50 == 0:
                print(f"epoch {epoch} {step}/{steps} {loss.item():.3f} {time.time() - began:.0f} s")


def export(checkpoint: Path, file: Path) -> None:
    network = Roles()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    ids = torch.ones(1, 12, dtype=torch.long)
    quantise(Read(network), {"ids": ids}, {"voices": 2}, file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--export", type=Path)
    given = parser.parse_args()
    if given.export:
        export(given.export, HERE / "roles.onnx")
        return
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    tokenizer = read_tokenizer(given.encoder / "tokenizer.json")
    tokenizer.no_truncation()
    ours = [one for one in passages() if one.part == "development"]
    found = [w for one in ours for w in of_passage(tokenizer, one).windows(tokenizer)]
    if given.data:
        texts: Iterable[Text] = real_reports(tokenizer, given.data)
        real = [window for text in texts for window in text.windows(tokenizer)]
        found += random.sample(real, min(REAL, len(real)))
    network = Roles()
    network.encoder.load_pretrained(given.encoder / "model.safetensors")
    train(network, found, given.epochs, rate=1e-4, size=10)
    torch.save(network.state_dict(), given.out)


if __name__ == "__main__":
    main()
