"""The browser's part: packages locked without addresses, types that hold, a kind build."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "frontend"
TSC = FRONTEND / "node_modules" / ".bin" / "tsc"


@pytest.fixture
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_frontend", ROOT / "build_frontend.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_packages_are_locked_by_version_and_hash_without_addresses() -> None:
    package = json.loads((FRONTEND / "package.json").read_text())
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    lock = json.loads((FRONTEND / "package-lock.json").read_text())["packages"]
    for name, entry in lock.items():
        assert "resolved" not in entry
        assert not name or "integrity" in entry
    for name, version in wanted.items():
        assert lock[f"node_modules/{name}"]["version"] == version


@pytest.mark.slow
@pytest.mark.skipif(not TSC.exists(), reason="npm ci in frontend/ first")
def test_types_hold() -> None:
    done = subprocess.run([TSC, "--noEmit"], cwd=FRONTEND, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_without_node_the_build_says_what_is_missing(
    builder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(builder.FrontendError, match="Node 20 or later"):
        builder.build(tmp_path / "static")
    assert not (tmp_path / "static").exists()


def test_a_current_bundle_is_not_built_again(
    builder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / builder.STAMP).write_text(builder._built_from())
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert builder.build(tmp_path) == tmp_path


def test_a_failing_step_says_its_last_words(builder: ModuleType) -> None:
    with pytest.raises(builder.FrontendError, match="no such module"):
        builder._run("python3", "-c", "raise SystemExit('no such module')")
