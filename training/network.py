"""The network: a small BERT encoder (MiniLM-L6) with heads for spans, links, factuality, type."""

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
# The head for types goes on from the states of this layer.
SHARED_LAYERS = 4
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
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

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = qkv[0], qkv[1], qkv[2]
        weights = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + mask
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

    def forward(self, ids: Tensor, attention: Tensor) -> list[Tensor]:
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(place)))
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
        """Return, for each piece, scores of tags, link vectors, factuality, and shared states."""
        states = self.encoder(ids, attention)
        x = self.span_mix(states)
        return (
            self.spans(x),
            self.links(x),
            self.facts(self.fact_mix(states)),
            states[SHARED_LAYERS],
        )


class TypeHead(nn.Module):
    """Two layers of its own over the shared states, with source and target marked."""

    def __init__(self) -> None:
        super().__init__()
        self.roles = nn.Embedding(3, WIDTH)
        self.layers = nn.ModuleList(Layer(0.1) for _ in range(LAYERS - SHARED_LAYERS))
        self.dropout = nn.Dropout(0.2)
        self.out = nn.Linear(3 * WIDTH, len(TYPES))

    def start_from(self, encoder: Encoder) -> None:
        """Begin with the encoder's own last layers, and with marks that change nothing."""
        nn.init.zeros_(self.roles.weight)
        for mine, theirs in zip(self.layers, encoder.layers[SHARED_LAYERS:], strict=True):
            mine.load_state_dict(theirs.state_dict())

    def forward(self, states: Tensor, roles: Tensor, attention: Tensor) -> Tensor:
        """Return the scores of the types; roles are 1 in the source, 2 in the target, else 0."""
        x = states + self.roles(roles)
        mask = (1.0 - attention[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        shares = (attention, attention * (roles == 1), attention * (roles == 2))
        means = [
            (x * w.unsqueeze(-1)).sum(1) / w.sum(1, keepdim=True).clamp(min=1.0) for w in shares
        ]
        return self.out(self.dropout(torch.cat(means, -1)))


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
