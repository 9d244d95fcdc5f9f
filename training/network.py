"""The network: a small BERT encoder (MiniLM-L6) with heads for spans, links and factuality."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from dragoman.learned.tags import LEGAL, LEGAL_START, LEGAL_STOP, TAGS

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
KINDS = ("source", "cue", "content")
LINK_WIDTH = 64
FACTUALITY = ("did_not_happen", "uncertain", "happened")


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = qkv[0], qkv[1], qkv[2]
        weights = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        if mask is not None:
            weights = weights + mask
        mixed = weights.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Returns every layer's states; word vectors stay as they were pre-trained."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.words.weight.requires_grad_(False)

    def forward(self, ids: Tensor, attention: Tensor | None = None) -> list[Tensor]:
        """Return the states; ``attention`` is 0 at padding, None where there is none."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(place)))
        mask = None
        if attention is not None:
            mask = (1.0 - attention[:, None, None, :].to(x.dtype)) * -1e4
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def load_pretrained(self, file: Path) -> None:
        """Copy in a BERT checkpoint (safetensors); the one segment type goes into the positions."""
        old = load_file(file)
        take = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "positions.weight": old["embeddings.position_embeddings.weight"]
            + old["embeddings.token_type_embeddings.weight"][0],
        }
        for end in ("weight", "bias"):
            take[f"norm.{end}"] = old[f"embeddings.LayerNorm.{end}"]
            for i in range(LAYERS):
                there, here = f"encoder.layer.{i}", f"layers.{i}"
                parts = [
                    old[f"{there}.attention.self.{n}.{end}"] for n in ("query", "key", "value")
                ]
                take[f"{here}.qkv.{end}"] = torch.cat(parts)
                take[f"{here}.out.{end}"] = old[f"{there}.attention.output.dense.{end}"]
                take[f"{here}.norm1.{end}"] = old[f"{there}.attention.output.LayerNorm.{end}"]
                take[f"{here}.up.{end}"] = old[f"{there}.intermediate.dense.{end}"]
                take[f"{here}.down.{end}"] = old[f"{there}.output.dense.{end}"]
                take[f"{here}.norm2.{end}"] = old[f"{there}.output.LayerNorm.{end}"]
        self.load_state_dict(take)


class Mix(nn.Module):
    """A learned weighted mean of the layers, one mix for each head."""

    def __init__(self) -> None:
        super().__init__()
        # Starts on the last layers.
        self.weights = nn.Parameter(torch.linspace(-3.0, 1.0, LAYERS + 1))
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: list[Tensor]) -> Tensor:
        share = self.weights.softmax(0)
        total = share[0] * states[0]
        for i in range(1, len(states)):
            total = total + share[i] * states[i]
        return self.dropout(total)


class Network(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.span_mix, self.fact_mix = Mix(), Mix()
        self.spans = nn.Linear(WIDTH, len(KINDS) * TAGS)
        self.links = nn.Linear(WIDTH, len(KINDS) * LINK_WIDTH)
        self.facts = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Linear(192, 3))
        self.link_bias = nn.Parameter(torch.zeros(2))
        self.transitions = nn.Parameter(torch.zeros(len(KINDS), TAGS, TAGS))

    def forward(self, ids: Tensor, attention: Tensor) -> tuple[Tensor, ...]:
        """Return, for each piece, scores of tags, link vectors and factuality."""
        states = self.encoder(ids, attention)
        x = self.span_mix(states)
        return self.spans(x), self.links(x), self.facts(self.fact_mix(states))


class Attributions(nn.Module):
    """What the package runs: spans and links of one text, without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Return, for each piece, scores of tags and link vectors."""
        x = self.network.span_mix(self.network.encoder(ids))
        return self.network.spans(x), self.network.links(x)


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, attention: Tensor) -> Tensor:
    """Return minus the log-likelihood of the tags, a mean over sequences and kinds.

    ``scores`` is batch x pieces x kinds x tags, ``tags`` batch x pieces x kinds.
    """
    steps = transitions + torch.from_numpy(LEGAL)
    live = attention.bool()
    alpha = scores[:, 0] + torch.from_numpy(LEGAL_START)
    for i in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha.unsqueeze(-1) + steps, dim=2) + scores[:, i]
        alpha = torch.where(live[:, i, None, None], step, alpha)
    total = torch.logsumexp(alpha + torch.from_numpy(LEGAL_STOP), dim=-1)
    own = scores.gather(-1, tags.unsqueeze(-1)).squeeze(-1)
    kinds = torch.arange(tags.shape[2])
    moves = steps[kinds, tags[:, :-1], tags[:, 1:]]
    gold = (own * attention[:, :, None]).sum(1) + (moves * attention[:, 1:, None]).sum(1)
    return (total - gold).mean()


def link_scores(vectors: Tensor, bias: Tensor, pieces: Tensor, cues: Tensor, role: int) -> Tensor:
    """Return how well each of ``pieces`` goes with each of ``cues`` (rows of first and last)."""
    wide = vectors.view(-1, len(KINDS), LINK_WIDTH)
    mine = wide[pieces, 2 * role].mean(1)
    theirs = wide[cues, 1].mean(1)
    return mine @ theirs.T / math.sqrt(LINK_WIDTH) + bias[role]
