"""What one report states: times, places, actors, numbers, claims, accounts, agreements."""

from dragoman.extraction.pipeline import Pipeline, Step
from dragoman.extraction.steps import default_pipeline

__all__ = ["Pipeline", "Step", "default_pipeline"]
