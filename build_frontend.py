"""Builds what runs in the browser: the scripts and styles of the web pages, and their map.

Run by hatchling when the package is built, or by hand: ``python build_frontend.py``. It needs
Node 20 or later with npm; the result needs neither. What it is made of is in ``frontend/``.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SOURCE = ROOT / "frontend"
TARGET = ROOT / "src" / "dragoman" / "web" / "static"
# Holds a hash of what the bundle was built from, so that nothing is built twice.
STAMP = "built-from.txt"


class FrontendError(Exception):
    """The bundle could not be built; the message says what is missing."""


def _hash(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(SOURCE)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _built_from() -> str:
    parts = [path for folder in ("src", "bundling") for path in (SOURCE / folder).iterdir()]
    return _hash([*parts, SOURCE / "package.json", SOURCE / "package-lock.json"])


def _run(*command: str) -> None:
    try:
        subprocess.run(command, cwd=SOURCE, check=True, capture_output=True, text=True)
    except OSError as fault:
        raise FrontendError(f"{command[0]} could not be started: {fault}") from fault
    except subprocess.CalledProcessError as fault:
        said = (fault.stderr or fault.stdout or "").strip().splitlines()
        last = "\n".join(said[-8:])
        raise FrontendError(f"{' '.join(command[:2])} failed:\n{last}") from fault


def _install(npm: str) -> None:
    """Install the packages of the lock file, unless they are there already."""
    lock = SOURCE / "package-lock.json"
    installed = SOURCE / "node_modules" / ".dragoman-lock"
    wanted = _hash([lock])
    if installed.is_file() and installed.read_text() == wanted:
        return
    # No package may run a script of its own on this machine; none of ours needs one.
    _run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    installed.write_text(wanted)


def build(target: Path = TARGET) -> Path:
    """Build the bundle into ``target`` unless it is there and current; return its path.

    Raises `FrontendError` where Node is missing or a step fails.
    """
    stamp = target / STAMP
    wanted = _built_from()
    if stamp.is_file() and stamp.read_text() == wanted:
        return target
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise FrontendError("Node 20 or later with npm was not found")
    _install(npm)
    _run(node, "bundling/bundle.mjs", str(target))
    stamp.write_text(wanted)
    return target


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{build()}\n")
    except FrontendError as fault:
        sys.exit(f"The web pages' bundle was not built: {fault}")
