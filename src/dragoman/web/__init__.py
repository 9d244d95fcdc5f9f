"""The record as a local web application: pages, decisions and an HTTP API under one address."""

from dragoman.web.app import create_app
from dragoman.web.state import State

__all__ = ["State", "create_app"]
