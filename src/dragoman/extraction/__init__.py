"""What one report states: times, places, actors, numbers, claims, accounts, agreements."""

from dragoman.extraction.pipeline import Pipeline, Step

__all__ = ["Pipeline", "Step"]
