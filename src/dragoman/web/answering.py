"""One view, three forms: a page for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote, urlencode

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.briefing.naming import amount, day, figure, when
from dragoman.model.vocabulary import label
from dragoman.web.navigation import NAVIGATION
from dragoman.web.snapshot import Snapshot
from dragoman.web.state import State
from dragoman.web.wording import in_marks, shorten, written

# Characters that steer how text around them is shown (bidirectional overrides and isolates,
# other control characters) would let a report's words rearrange a page. Each is shown as one
# visible character, so that offsets stay those of the text.
_CONTROLS = ((0x00, 0x09), (0x0B, 0x0D), (0x0E, 0x20), (0x7F, 0xA0))
_BIDI = ((0x202A, 0x202F), (0x2066, 0x206A), (0xFEFF, 0xFF00))
_STEERING = dict.fromkeys(
    (code for span in (*_CONTROLS, *_BIDI) for code in range(*span)),
    "\N{REPLACEMENT CHARACTER}",
)


_json = msgspec.json.Encoder(order="deterministic", enc_hook=str)


def harmless(value: object) -> object:
    """Return text without characters that could rearrange the page; anything else as it is.

    >>> harmless("a\\u202eb")
    'a\\ufffdb'
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    # Half a surrogate pair cannot be sent as UTF-8 at all.
    return value.translate(_STEERING).encode("utf-8", "replace").decode()


def data_block(name: str, value: object) -> Markup:
    """Return ``value`` as JSON inside the page, for scripts to read by the element id ``name``.

    A page on a USB stick may fetch nothing, so what a widget draws stands in the page itself.
    Markup in the data cannot end the block: its brackets are escaped.
    """
    return Markup('<script type="application/json" id="{}">{}</script>').format(
        name, Markup(json_for_page(value))
    )


def json_for_page(value: object) -> str:
    """Return ``value`` as JSON that ends no element of a page: its brackets are escaped.

    >>> json_for_page("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = _json.encode(value).decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def environment() -> Environment:
    """Return the templates: everything is escaped, a missing name is an error."""
    found = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
        cache_size=-1,
        auto_reload=False,
    )
    found.globals.update(label=label, data_block=data_block, navigation=NAVIGATION, pairs=_pairs)
    found.filters.update(
        when=when,
        day=day,
        amount=amount,
        figure=figure,
        words=_words,
        shorten=shorten,
        in_marks=in_marks,
        written=written,
    )
    return found


def compile_templates() -> None:
    """Compile every template, so that no reader waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)


def _pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return choices of a filter whose codes are their words."""
    return [(word, word) for word in words]


def _words(code: str) -> str:
    return code.replace("_", " ")


def state_of(request: Request) -> State:
    """Return the state of the application that a request came to."""
    state: State = request.app.state.dragoman
    return state


def snapshot_of(request: Request) -> Snapshot:
    """Return the record as it stood when the request first asked: the same for all of it."""
    if not hasattr(request.state, "snapshot"):
        request.state.snapshot = state_of(request).snapshot
    found: Snapshot = request.state.snapshot
    return found


def answer(
    request: Request,
    template: str,
    view: msgspec.Struct,
    *,
    title: str,
    rows: Iterable[object] = (),
    status: int = 200,
    extra: Mapping[str, object] | None = None,
) -> Response:
    """Return ``view`` as the page that ``template`` makes of it, or in the form asked for.

    ``?format=json`` gives the view itself, ``?format=csv`` its ``rows`` (structs or mappings).
    ``extra`` are names for the template alone.
    """
    form = request.query_params.get("format", "html")
    if form == "json":
        return Response(_json.encode(view), status, media_type="application/json")
    if form == "csv":
        name = request.url.path.strip("/").replace("/", "-") or "overview"
        return Response(
            to_csv(rows),
            status,
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
        )
    state = state_of(request)
    context = {
        "view": view,
        "title": title,
        "state": state,
        "snap": snapshot_of(request),
        "path": request.url.path,
        "query": defaultdict(str, request.query_params),
        "address": _address(request),
        "writable": not state.read_only,
        "static": request.app.state.static_site,
        "csrf": request.app.state.csrf,
        "who": unquote(request.cookies.get("dragoman_who", "")),
        "bundles": request.app.state.bundles,
        **(extra or {}),
    }
    return HTMLResponse(environment().get_template(template).render(context), status)


# What an address asks once: the form of the answer, and a note on what has just happened.
_PASSING = {"format", "kept", "was"}


def _address(request: Request) -> Any:
    """Return a function from changed parameters to this page's address with them."""

    def changed(**parameters: object) -> str:
        kept = {**request.query_params, **parameters}
        for passing in _PASSING - parameters.keys():
            kept.pop(passing, None)
        filled = {key: value for key, value in kept.items() if value not in ("", None)}
        return request.url.path + (f"?{urlencode(filled)}" if filled else "")

    return changed


def to_csv(rows: Iterable[object]) -> str:
    """Return rows as CSV with a heading; lists are joined with "; ".

    A cell that a spreadsheet would take for a formula gets an apostrophe before it: its text may
    be a stranger's.
    """
    found = [_flat(row) for row in rows]
    heading = list(dict.fromkeys(key for row in found for key in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([row.get(key, "") for key in heading] for row in found)
    return out.getvalue()


def _flat(row: object) -> dict[str, str]:
    items = row if isinstance(row, Mapping) else msgspec.structs.asdict(row)  # type: ignore[arg-type]
    return {str(key): _cell(value) for key, value in items.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, msgspec.Struct):
        return _json.encode(value).decode()
    text = " ".join(str(value).split())
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdigit()
