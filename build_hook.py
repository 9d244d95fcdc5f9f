"""What is made before a wheel or an editable install: the gazetteer and the web pages' bundle."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _beside(name: str) -> ModuleType:
    """Return a module of this folder, which is on no path when hatchling runs this one."""
    path = Path(__file__).resolve().parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class DragomanHook(BuildHookInterface):  # type: ignore[misc]
    """Builds each part once; without Node the package works, but for charts and maps."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        if self.target_name != "wheel":
            return
        gazetteer, frontend = _beside("build_gazetteer"), _beside("build_frontend")
        if not gazetteer.TARGET.exists():
            gazetteer.build()
        try:
            frontend.build()
        except frontend.FrontendError as fault:
            self.app.display_warning(
                f"The web pages' bundle was not built: {fault}\n"
                "'dragoman serve' works without maps, timelines, networks and plots. "
                "Install Node 20 or later and run: python build_frontend.py"
            )
