"""A pack's folder on disk to a `Pack`, or a `PackError` that an analyst can act on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from dragoman.errors import PackError
from dragoman.packs.entries import (
    Pack,
    PackActor,
    PackAgreement,
    PackInfo,
    PackPlace,
    PackState,
)
from dragoman.packs.states import actors_of

SHIPPED = Path(__file__).with_name("data")
_FILES = ("pack.yaml", "actors.yaml", "places.yaml", "agreements.yaml", "states.yaml")
# Scalars stay text (a bare NO is Norway, not "false"); the entries' types say what they become.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
T = TypeVar("T")
K = TypeVar("K", PackActor, PackPlace, PackAgreement)


def read_pack(name_or_path: str | Path) -> Pack:
    """Return the pack in a folder, or the shipped pack of that name.

    Raises `PackError` that names the file, the entry and what to do.
    """
    folder = SHIPPED / name_or_path if isinstance(name_or_path, str) else Path(name_or_path)
    if not (folder / "pack.yaml").is_file():
        folder = Path(name_or_path)
    if not (folder / "pack.yaml").is_file():
        shipped = ", ".join(sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
        raise PackError(
            f"no pack {str(name_or_path)!r}: give the name of a shipped pack ({shipped}) or the "
            "path of a folder with a pack.yaml"
        )
    return _read_folder(folder.resolve())


@lru_cache(maxsize=16)
def _read_folder(folder: Path) -> Pack:
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in _FILES:
            raise PackError(f"{path}: not a file of a pack; they are {', '.join(_FILES)}")
    info = _convert(_load(folder / "pack.yaml"), PackInfo, folder / "pack.yaml", "the file")
    actors = list(_entries(folder / "actors.yaml", PackActor))
    for state in _entries(folder / "states.yaml", PackState):
        actors.extend(actors_of(state))
    return Pack(
        info=info,
        actors=_completed(actors, info.name, folder / "actors.yaml"),
        places=_completed(
            _entries(folder / "places.yaml", PackPlace), info.name, folder / "places.yaml"
        ),
        agreements=_completed(
            _entries(folder / "agreements.yaml", PackAgreement),
            info.name,
            folder / "agreements.yaml",
        ),
    )


def _load(path: Path) -> object:
    try:
        return yaml.load(path.read_text("utf-8"), _LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: not readable as YAML in UTF-8: {error}") from error


def _entries(path: Path, kind: type[T]) -> Iterator[T]:
    if not path.is_file():
        return
    listed = _load(path)
    if listed in (None, ""):
        return
    if not isinstance(listed, list):
        raise PackError(f"{path}: begin every entry with '- ': the file must be a list")
    for number, entry in enumerate(listed, start=1):
        label = entry.get("key") or entry.get("code") if isinstance(entry, dict) else None
        yield _convert(entry, kind, path, f"entry {number} ({label or 'without a key'})")


def _convert(value: object, kind: type[T], path: Path, where: str) -> T:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise PackError(f"{path}, {where}: {error}. Correct this entry.") from error


def _completed(entries: object, pack: str, path: Path) -> tuple[K, ...]:
    done: dict[str, K] = {}
    for entry in entries:  # type: ignore[attr-defined]
        full = _with_pack(entry, pack)
        if full.key in done:
            raise PackError(f"{path}, {entry.key}: this key is used twice: change one of them")
        done[full.key] = full
    return tuple(done.values())


def _with_pack(entry: K, pack: str) -> K:
    def full(key: str) -> str:
        return key if ":" in key else f"{pack}:{key}"

    changes: dict[str, object] = {"key": full(entry.key)}
    if isinstance(entry, PackActor):
        changes["part_of"] = full(entry.part_of) if entry.part_of else None
        changes["roles"] = tuple(
            msgspec.structs.replace(role, of=full(role.of)) if role.of else role
            for role in entry.roles
        )
    elif isinstance(entry, PackPlace):
        changes["within"] = tuple(full(key) for key in entry.within)
    else:
        changes["parties"] = tuple(full(key) for key in entry.parties)
    return msgspec.structs.replace(entry, **changes)
