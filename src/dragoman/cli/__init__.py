"""The command line."""

from dragoman.cli import benching as benching
from dragoman.cli import commands as commands
from dragoman.cli import judging as judging
from dragoman.cli import serving as serving
from dragoman.cli.app import app, main

__all__ = ["app", "main"]
