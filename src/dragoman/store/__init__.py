"""The record in one SQLite file, and reading into it."""

from dragoman.store.runs import Change, Run
from dragoman.store.searching import Hit
from dragoman.store.store import Store, is_record
from dragoman.store.updating import Update, rebuild, update

__all__ = ["Change", "Hit", "Run", "Store", "Update", "is_record", "rebuild", "update"]
