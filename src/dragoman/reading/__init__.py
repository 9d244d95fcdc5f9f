"""Bytes to reports: text with offsets, body told apart from page furniture, who wrote it, when."""

from dragoman.reading.items import DEFAULT_LIMIT, Given, Item
from dragoman.reading.reader import read_item
from dragoman.reading.sources import sources

__all__ = ["DEFAULT_LIMIT", "Given", "Item", "read_item", "sources"]
