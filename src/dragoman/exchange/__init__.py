"""The record in the forms that other programs read: one file a format."""

from dragoman.exchange.base import Exporter
from dragoman.exchange.jsonl import JsonLines, objects, plain

EXPORTERS: dict[str, type[Exporter]] = {exporter.name: exporter for exporter in (JsonLines,)}

__all__ = ["EXPORTERS", "Exporter", "JsonLines", "objects", "plain"]
