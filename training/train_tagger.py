"""Train the tagger of attributions, with factuality beside it, on one shared encoder.

    python training/train_tagger.py --data DATA --encoder MODEL_FOLDER --out OUT

DATA holds ``polnear/train`` and ``factuality/*/train.jsonl``; MODEL_FOLDER the encoder's
``model.safetensors`` and ``tokenizer.json``. One tenth of PolNeAR's training articles is kept aside
to judge the result; PolNeAR's dev split is not read. A checkpoint is written every 100 steps.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from pathlib import Path

import torch
from examples import (
    Example,
    attribution_examples,
    batches,
    factuality_examples,
    read_tokenizer,
)
from network import Network, crf_loss, link_scores
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from dragoman.bench.polnear import KINDS, Document, load
from dragoman.learned.tags import TAGS, decode, untag

FACT_SETS = ("UW", "MEANTIME", "UDS_IH2")
# Did not happen, uncertain, happened: about the square root of how rare each is.
FACT_WEIGHTS = (1.3, 2.2, 0.75)


def collate(batch: list[Example]) -> tuple[Tensor, Tensor]:
    width = max(len(e.ids) for e in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    attention = torch.zeros(len(batch), width, dtype=torch.long)
    for i, example in enumerate(batch):
        ids[i, : len(example.ids)] = torch.tensor(example.ids)
        attention[i, : len(example.ids)] = 1
    return ids, attention


def loss_of(network: Network, batch: list[Example]) -> Tensor:
    ids, attention = collate(batch)
    spans, links, facts = network(ids, attention)
    if batch[0].tags:
        return span_loss(network, batch, attention, spans) + link_loss(network, batch, links)
    return 2.0 * fact_loss(batch, facts)


def span_loss(network: Network, batch: list[Example], attention: Tensor, spans: Tensor) -> Tensor:
    tags = torch.zeros(*attention.shape, len(KINDS), dtype=torch.long)
    for i, example in enumerate(batch):
        tags[i, : len(example.ids)] = torch.tensor(example.tags).T
    scores = spans.view(*attention.shape, len(KINDS), TAGS)
    return crf_loss(scores, network.transitions, tags, attention)


def link_loss(network: Network, batch: list[Example], links: Tensor) -> Tensor:
    losses = []
    for i, example in enumerate(batch):
        for role in (0, 1):
            rows = [link for link in example.links if link[0] == role]
            if not rows:
                continue
            pieces = sorted({row[1] for row in rows})
            cues = sorted({row[2] for row in rows})
            gold = torch.zeros(len(pieces), len(cues))
            for _, piece, cue, right in rows:
                gold[pieces.index(piece), cues.index(cue)] = float(right)
            found = link_scores(
                links[i], network.link_bias, torch.tensor(pieces), torch.tensor(cues), role
            )
            losses.append(F.binary_cross_entropy_with_logits(found, gold, reduction="sum"))
    return torch.stack(losses).sum() / len(batch) if losses else links.sum() * 0.0


def fact_loss(batch: list[Example], facts: Tensor) -> Tensor:
    rows = [(i, place, label) for i, e in enumerate(batch) for place, label in e.facts]
    which = torch.tensor(rows)
    found = facts[which[:, 0], which[:, 1]]
    return F.cross_entropy(found, which[:, 2], weight=torch.tensor(FACT_WEIGHTS))


def f1(counts: list[int]) -> float:
    right, predicted, gold = counts
    return 200.0 * right / max(1, predicted + gold)


@torch.no_grad()
def evaluate(network: Network, spans: list[Example], facts: list[Example]) -> dict[str, float]:
    """Return exact F1 for each kind, and macro-F1 of factuality, on examples kept aside."""
    network.eval()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    transitions = network.transitions.numpy()
    for batch in batches(spans, 2048, random.Random(0)):
        ids, attention = collate(batch)
        scores = network(ids, attention)[0].numpy()
        single = [
            scores[i, : len(e.ids)].reshape(-1, len(KINDS), TAGS) for i, e in enumerate(batch)
        ]
        for example, rows in zip(batch, decode(single, transitions), strict=True):
            for kind, spans_found, gold in zip(KINDS, rows, example.tags, strict=True):
                found = {(first, last) for first, last, _ in spans_found}
                wanted = set(untag(gold))
                for k, n in enumerate((len(found & wanted), len(found), len(wanted))):
                    counts[kind][k] += n
    for batch in batches(facts, 2048, random.Random(0)):
        best = network(*collate(batch))[2].argmax(-1)
        for i, example in enumerate(batch):
            for place, label in example.facts:
                guess = int(best[i, place])
                counts[f"fact{label}"][0] += guess == label
                counts[f"fact{label}"][2] += 1
                counts[f"fact{guess}"][1] += 1
    network.train()
    return {name: round(f1(count), 2) for name, count in sorted(counts.items())}


def groups(network: Network, rate: float, decay: float) -> list[dict[str, object]]:
    """Return parameter groups: the lower a layer, the smaller its step; heads take ten times."""
    found: list[dict[str, object]] = []
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        factor = 1.0
        if name.startswith("encoder.layers."):
            factor = decay ** (5 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            factor = decay**6
        else:
            factor = 10.0
        rest = 0.0 if weight.dim() == 1 else 0.01
        found.append({"params": [weight], "lr": rate * factor, "weight_decay": rest})
    return found


def load_examples(
    data: Path, encoder: Path, aside: int
) -> tuple[list[list[Example]], list[Example]]:
    """Return the training examples of the two tasks and those kept aside for the first."""
    tokenizer = read_tokenizer(encoder / "tokenizer.json")
    documents = load(data / "polnear" / "train")
    random.Random(20).shuffle(documents)

    def take(some: list[Document]) -> list[Example]:
        return [e for d in some for e in attribution_examples(d, tokenizer)]

    facts = [
        example
        for name in FACT_SETS
        for example in factuality_examples(data / "factuality" / name / "train.jsonl", tokenizer)
        if example.facts
    ]
    return [take(documents[aside:]), facts], take(documents[:aside])


class Worker:
    """One of the processes that train the same shared weights without waiting for one another.

    On a machine where others work too, threads that wait for each other lose most of their time.
    """

    def __init__(self, index: int, network: Network, arguments: argparse.Namespace) -> None:
        torch.set_num_threads(arguments.threads)
        torch.manual_seed(arguments.seed + index)
        self.index, self.network, self.arguments = index, network, arguments
        self.optimiser = torch.optim.AdamW(groups(network, arguments.rate, 0.85), betas=(0.9, 0.98))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self.pace)
        average = torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
        self.steady = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=average)
        self.begun, self.step, self.total, self.running = time.time(), 0, 1, 0.0

    def pace(self, done: int) -> float:
        # On a slow machine the clock takes over, so that the rate still comes down to nothing.
        if done == 0:
            return 0.0
        seconds = time.time() - self.begun
        share = max(done / self.total, seconds / (60 * self.arguments.minutes))
        return share / 0.04 if share < 0.04 else max(0.0, (1 - share) / 0.96)

    def run(self, spans: list[Example], facts: list[Example]) -> None:
        self.network.train()
        plans = [
            plan(spans, facts, self.arguments, random.Random(self.arguments.seed + epoch))
            for epoch in range(self.arguments.epochs)
        ]
        mine = [batch for one in plans for batch in one[self.index :: self.arguments.workers]]
        self.total = len(mine)
        for batch in mine:
            self.take(batch)
            if self.schedule.get_last_lr()[0] == 0:
                break
        if self.index == 0:
            self.save("final.pt")

    def take(self, batch: list[Example]) -> None:
        loss = loss_of(self.network, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        self.running += 0.02 * (float(loss.detach()) - self.running)
        if self.index == 0:
            self.steady.update_parameters(self.network)
            if self.step % 25 == 0:
                seconds = time.time() - self.begun
                print(
                    f"{self.step}/{self.total} loss {self.running:.3f} {seconds:.0f} s", flush=True
                )
            if self.step % 100 == 0:
                self.save("latest.pt")

    def save(self, name: str) -> None:
        torch.save(self.steady.module.state_dict(), self.arguments.out / name)


def plan(
    spans: list[Example], facts: list[Example], arguments: argparse.Namespace, rng: random.Random
) -> list[list[Example]]:
    """Return the batches of one epoch, the two tasks mixed."""
    # The labels of factuality are fewer and noisier: some of them in each pass.
    some = rng.sample(facts, int(len(facts) * arguments.fact_share))
    mixed = batches(spans, arguments.pieces, rng) + batches(some, arguments.pieces, rng)
    rng.shuffle(mixed)
    return mixed[: arguments.max_steps or None]


def work(
    index: int,
    network: Network,
    spans: list[Example],
    facts: list[Example],
    arguments: argparse.Namespace,
) -> None:
    Worker(index, network, arguments).run(spans, facts)


def train(arguments: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    (spans, facts), aside = load_examples(arguments.data, arguments.encoder, arguments.aside)
    random.Random(arguments.seed).shuffle(facts)
    cut = len(facts) // 10
    facts, facts_aside = facts[cut:], facts[:cut]
    network = Network(arguments.dropout)
    network.encoder.load_pretrained(arguments.encoder / "model.safetensors")
    if arguments.resume:
        network.load_state_dict(torch.load(arguments.resume))
    network.share_memory()
    print(f"{len(spans)} paragraphs, {len(facts)} sentences", flush=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    context = torch.multiprocessing.get_context("fork")
    workers = [
        context.Process(target=work, args=(i, network, spans, facts, arguments))
        for i in range(arguments.workers)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    network.load_state_dict(torch.load(arguments.out / "final.pt"))
    print(json.dumps(evaluate(network, aside, facts_aside)), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=120, help="end by then, whatever is left")
    parser.add_argument("--pieces", type=int, default=1200, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--fact-share", type=float, default=0.5)
    parser.add_argument("--aside", type=int, default=60, help="articles kept aside")
    parser.add_argument("--workers", type=int, default=2, help="1 for the same weights every time")
    parser.add_argument("--threads", type=int, default=1, help="of each worker")
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--max-steps", type=int, default=0, help="cut each epoch (to try it out)")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
