"""Benchmarks: our score beside a naive baseline and the published figures."""

from dragoman.bench.rows import Row

__all__ = ["Row"]
