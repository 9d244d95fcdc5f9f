"""The HTTP API for people: what there is to ask, without a script from elsewhere."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.web.answering import answer

router = APIRouter()


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """Something that an address takes after its question mark, or in its path."""

    name: str
    place: str
    type: str
    default: str


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """An address with its method and what it gives."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]


class Api(msgspec.Struct, frozen=True, kw_only=True):
    """All operations, in the order of the pages."""

    operations: tuple[Operation, ...]


@router.get("/api")
def api(request: Request) -> Response:
    """The addresses that programs may ask, with what they take."""
    view = operations_of(request.app.openapi())
    rows = [
        {"method": o.method, "path": o.path, "what": o.summary,
         "takes": [p.name for p in o.parameters]}
        for o in view.operations
    ]  # fmt: skip
    return answer(request, "api.html.jinja", view, title="HTTP API", rows=rows)


def operations_of(schema: dict[str, Any]) -> Api:
    """Return the operations of an OpenAPI description."""
    found = [
        Operation(
            method=method.upper(),
            path=path,
            summary=operation.get("description", ""),
            parameters=tuple(_parameter(item) for item in operation.get("parameters", ())),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return Api(operations=tuple(found))


def _parameter(item: dict[str, Any]) -> Parameter:
    shape = item.get("schema", {})
    return Parameter(
        name=item["name"],
        place=item["in"],
        type=shape.get("type", "string"),
        default=str(shape.get("default", "")),
    )
