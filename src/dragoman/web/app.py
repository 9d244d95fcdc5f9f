"""The application: pages, guard and state put together."""

from __future__ import annotations

import secrets
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from dragoman import __version__
from dragoman.web.answering import answer, compile_templates, snapshot_of, state_of
from dragoman.web.pages import ROUTERS
from dragoman.web.problems import Problem
from dragoman.web.security import Access, Guard
from dragoman.web.state import State
from dragoman.web.succession import heir

HERE = Path(str(files("dragoman.web")))


def create_app(state: State, *, access: Access | None = None, static_site: bool = False) -> FastAPI:
    """Return the application over ``state``; ``access`` says who may come in.

    ``static_site`` renders pages for `publish`: without forms, and without what needs a server.
    """
    app = FastAPI(title="Dragoman", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.dragoman = state
    app.state.static_site = static_site
    app.state.csrf = secrets.token_urlsafe(24)
    app.state.bundles = bundles()
    app.add_middleware(Guard, access=access or Access())
    compile_templates()
    app.mount("/assets", StaticFiles(directory=HERE / "assets"), name="assets")
    app.mount("/static", StaticFiles(directory=HERE / "static", check_dir=False), name="static")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _problem)
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    return app


_FORMS = ("text/html", "application/json", "text/csv")
_FORMAT = {
    "name": "format", "in": "query", "required": False,
    "schema": {"type": "string", "enum": ["html", "json", "csv"], "default": "html"},
}  # fmt: skip
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {"type": "object", "additionalProperties": {"type": "string"}}
        }
    },
}


def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description, with the forms that every page is given in."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=__version__, routes=app.routes)
        for methods in schema["paths"].values():
            if "get" in methods:
                methods["get"].setdefault("parameters", []).append(_FORMAT)
                methods["get"]["responses"]["200"]["content"] = {form: {} for form in _FORMS}
            if "post" in methods:
                methods["post"]["requestBody"] = _BODY
        app.openapi_schema = schema
    return app.openapi_schema


def bundles() -> frozenset[str]:
    """Return the names of the bundled scripts and styles that were built (none without Node)."""
    folder = HERE / "static"
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()


def unbuilt() -> list[str]:
    """Return what pages lack because Node was missing when the package was built, in words."""
    if "app.js" in bundles():
        return []
    return [
        "the drawings (map, timeline, network, plots) and the keys are not built: they need "
        "Node when the package is installed from a checkout; everything else works"
    ]


async def _problem(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if fault.status_code == 404 and (now := _moved(request)):
        return RedirectResponse(now, 303)
    view = Problem(status=fault.status_code, detail=str(fault.detail))
    return answer(
        request, "problem.html.jinja", view, title=view.detail, rows=[view], status=view.status
    )


def _moved(request: Request) -> str | None:
    """Return the address of what a thing that is gone has become, None where nothing holds it."""
    page, _, name = request.url.path.strip("/").partition("/")
    found = heir(page, name, snapshot_of(request), state_of(request).store)
    if found is None:
        return None
    return f"/{page}/{found}?{urlencode({**request.query_params, 'was': name})}"
