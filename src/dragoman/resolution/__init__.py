"""Resolution: the same report, actor, event and agreement across reports."""

from dragoman.resolution.resolving import resolve

__all__ = ["resolve"]
