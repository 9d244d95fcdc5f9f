"""Train the head that names the PLOVER type of what a source does to a target in a sentence.

    python training/train_types.py --data DATA --encoder FOLDER --checkpoint OUT/final.pt --out OUT

It takes the states of the fourth layer of the trained tagger, which stay as they are, marks the
pieces of source and target, and trains two layers of its own. First five folds are measured, then
all sentences are trained on. DATA holds ``plover/PLV_train.tsv``.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from dataclasses import dataclass
from pathlib import Path

import torch
from examples import read_tokenizer
from network import SHARED_LAYERS, TYPES, Network, TypeHead
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from dragoman.bench.polnear import Ratio

FOLDS, BATCH, EPOCHS, RATE = 5, 16, 8, 3e-4
_MARK = re.compile(r"(</?[st]>)")


@dataclass
class Sentence:
    states: Tensor
    roles: Tensor
    label: int


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the text without its marks, and where source (s) and target (t) stand in it."""
    text, ends = "", {"s": [], "t": []}  # type: tuple[str, dict[str, list[int]]]
    for part in _MARK.split(marked):
        if _MARK.fullmatch(part):
            ends[part.strip("</>")].append(len(text))
        else:
            text += part
    return text, {role: (at[0], at[-1]) for role, at in ends.items() if at}


@torch.no_grad()
def load(data: Path, encoder: Path, network: Network) -> list[Sentence]:
    tokenizer = read_tokenizer(encoder / "tokenizer.json")
    found = []
    with (data / "plover" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, places = unmarked(row["marked_sentence"])
            encoding = tokenizer.encode(text)
            ids = torch.tensor([encoding.ids])
            roles = torch.zeros(len(encoding.ids), dtype=torch.long)
            for number, role in enumerate("st", 1):
                start, end = places.get(role, (0, 0))
                for i, (a, b) in enumerate(encoding.offsets):
                    if a < b and a < end and b > start:
                        roles[i] = number
            states = network.encoder(ids, torch.ones_like(ids))[SHARED_LAYERS][0]
            found.append(Sentence(states, roles, TYPES.index(row["gold_root"])))
    return found


def collate(some: list[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
    pad = torch.nn.utils.rnn.pad_sequence
    attention = pad([torch.ones(len(s.roles)) for s in some], batch_first=True)
    states = pad([s.states for s in some], batch_first=True)
    return states, pad([s.roles for s in some], batch_first=True), attention


def weights(some: list[Sentence]) -> Tensor:
    """Return a weight for each type: one over the square root of how often it occurs."""
    counts = torch.tensor([sum(s.label == i for s in some) for i in range(len(TYPES))])
    found = counts.clamp(min=1) ** -0.5
    return found / found.mean()


def train(some: list[Sentence], network: Network, seed: int) -> TypeHead:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = TypeHead()
    head.start_from(network.encoder)
    slow = [p for name, p in head.named_parameters() if name.startswith("layers")]
    fast = [p for name, p in head.named_parameters() if not name.startswith("layers")]
    groups = [{"params": slow, "lr": RATE}, {"params": fast, "lr": 10 * RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = EPOCHS * (-(-len(some) // BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1.0, (k + 1) / (0.1 * total)) * max(0.0, (total - k) / total)
    )
    weight = weights(some)
    head.train()
    for _ in range(EPOCHS):
        order = rng.sample(some, len(some))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            loss = F.cross_entropy(
                head(*collate(batch)),
                torch.tensor([s.label for s in batch]),
                weight=weight,
                label_smoothing=0.05,
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return head.eval()


def folds(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Return five parts with the types shared out evenly."""
    order = random.Random(0).sample(sentences, len(sentences))
    order.sort(key=lambda s: s.label)
    return [order[i::FOLDS] for i in range(FOLDS)]


@torch.no_grad()
def guesses(head: TypeHead, some: list[Sentence]) -> list[int]:
    return [int(head(*collate([s])).argmax()) for s in some]


def macro_f1(gold: list[int], guessed: list[int]) -> float:
    scores = []
    for i in range(len(TYPES)):
        right = sum(g == p == i for g, p in zip(gold, guessed, strict=True))
        scores.append(Ratio(guessed.count(i), gold.count(i), right, right).f1)
    return sum(scores) / len(scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "encoder", "checkpoint", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--no-folds", action="store_true", help="only train on everything")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network = Network().eval()
    network.load_state_dict(torch.load(arguments.checkpoint))
    sentences = load(arguments.data, arguments.encoder, network)
    if not arguments.no_folds:
        gold, guessed = [], []
        for i, test in enumerate(parts := folds(sentences)):
            rest = [s for other in parts if other is not test for s in other]
            gold += [s.label for s in test]
            guessed += guesses(train(rest, network, i), test)
            print(f"fold {i + 1}: macro-F1 so far {macro_f1(gold, guessed):.3f}", flush=True)
    torch.save(train(sentences, network, 0).state_dict(), arguments.out / "types.pt")


if __name__ == "__main__":
    main()
