"""The same pages as a folder of files: for a server without a program, or a USB stick."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from posixpath import relpath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec
from fastapi import FastAPI
from markupsafe import escape
from starlette.types import Message

from dragoman.errors import RecordError
from dragoman.exchange import EXPORTERS
from dragoman.web.answering import json_for_page
from dragoman.web.app import HERE, create_app
from dragoman.web.navigation import NAVIGATION
from dragoman.web.searchable import write_passages
from dragoman.web.state import State

# Everything that our templates print is escaped, quotation marks too: only a link that a template
# wrote looks like this.
_LINK = re.compile(r'\b(href|src)="(/[^"]*)"')
_DATA = re.compile(r'(<script type="application/json" id="[^"]*">)(.*?)(</script>)', re.DOTALL)
_FORM = re.compile(r"</?form\b[^>]*>")
# Folders that are copied, not rendered; and what is written beside the pages: the export, and
# the passages that the search looks through.
_FILES = ("assets", "static")
EXPORT = "record.jsonl"
PASSAGES = "passages"
# The page whose filters are worked in by the page itself, as it has no program to ask.
_SEARCH = "/search"
# What needs a program that answers: a link to it becomes mere words.
_SERVED = ("state", "openapi.json", "api", *(e.path[1:] for e in NAVIGATION if not e.published))

Progress = Callable[[str], None]


def publish(state: State, folder: str | Path, *, progress: Progress | None = None) -> int:
    """Write the pages of a record into ``folder``; return how many.

    Pages are those that can be reached from the first one. Links are relative, so that the folder
    works from any place. Raises `RecordError` when the folder holds anything.
    """
    out = Path(folder)
    if out.exists() and any(out.iterdir()):
        raise RecordError(f"{folder}: is not empty; name a new folder")
    for name in _FILES:
        if (HERE / name).is_dir():
            shutil.copytree(HERE / name, out / name)
    work = _write_pages(create_app(state, static_site=True), out, progress)
    # In a thread of its own: the caller, a notebook perhaps, may have a loop running.
    with ThreadPoolExecutor(max_workers=1) as pool:
        count = pool.submit(asyncio.run, work).result()
    write_passages(state.snapshot, out / PASSAGES)
    with (out / EXPORT).open("w", encoding="utf-8", newline="\n") as stream:
        EXPORTERS["jsonl"]().write(state.snapshot.record, stream)
    return count


async def _write_pages(app: FastAPI, out: Path, progress: Progress | None) -> int:
    waiting = [entry.path for entry in NAVIGATION if entry.published]
    seen = set(waiting)
    count = 0
    while waiting:
        address = waiting.pop()
        status, body = await _get(app, address)
        if status != 200:
            # A link to what the record no longer holds leads nowhere while served, too.
            continue
        page = page_for_files(body.decode(), address)
        target = out / file_of(address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, encoding="utf-8")
        count += 1
        if progress is not None:
            progress(address)
        for found in _addresses(body.decode()):
            if found not in seen:
                seen.add(found)
                waiting.append(found)
    return count


async def _get(app: FastAPI, address: str) -> tuple[int, bytes]:
    """Ask the application as a server would; return status and body."""
    parts = urlsplit(address)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": parts.path, "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(), "root_path": "", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    status, chunks = 0, []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            chunks.append(message.get("body", b""))

    await app(scope, receive, send)
    return status, b"".join(chunks)


def _first(link: str) -> str:
    return urlsplit(link).path.split("/")[1]


def _is_page(link: str) -> bool:
    return _first(link) not in (*_FILES, EXPORT, PASSAGES, *_SERVED)


def plain(address: str) -> str:
    """Return the address of the page that stands for ``address`` among files.

    Of what follows a question mark only the page of a list is kept: files cannot filter.

    >>> plain("/events?place=pla-1&page=2#x"), plain("/reports/rep-1#3-9")
    ('/events?page=2', '/reports/rep-1')
    """
    parts = urlsplit(address)
    page = dict(parse_qsl(parts.query)).get("page", "")
    return parts.path + (f"?page={page}" if page.isdigit() and page != "1" else "")


def file_of(address: str) -> str:
    """Return the name of the file that holds a page.

    >>> file_of("/"), file_of("/reports/rep-1"), file_of("/events?page=2")
    ('index.html', 'reports/rep-1.html', 'events--2.html')
    """
    parts = urlsplit(address)
    page = dict(parse_qsl(parts.query)).get("page", "")
    name = parts.path.strip("/") or "index"
    return f"{name}--{page}.html" if page else f"{name}.html"


def _addresses(page: str) -> Iterator[str]:
    for _, link in _LINK.findall(page):
        if _is_page(link):
            yield plain(link.replace("&amp;", "&"))
    for _, data, _ in _DATA.findall(page):
        for link in _hrefs(msgspec.json.decode(data)):
            if _is_page(link):
                yield plain(link)


def _hrefs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "href" and isinstance(item, str) and item.startswith("/"):
                yield item
            else:
                yield from _hrefs(item)
    elif isinstance(value, list):
        for item in value:
            yield from _hrefs(item)


def page_for_files(page: str, address: str) -> str:
    """Return a page with links that are relative to its own file, and without forms."""
    here = str(PurePosixPath(file_of(address)).parent)

    def relative(link: str) -> str:
        parts = urlsplit(link)
        path = parts.path.lstrip("/") if not _is_page(link) else file_of(plain(link))
        fragment = parts.query if parts.path == _SEARCH else parts.fragment
        return relpath(path, here) + (f"#{fragment}" if fragment else "")

    def linked(found: re.Match[str]) -> str:
        link = found[2].replace("&amp;", "&")
        return "" if _first(link) in _SERVED else f'{found[1]}="{escape(relative(link))}"'

    def rewritten(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: relative(item)
                if key == "href" and isinstance(item, str) and item.startswith("/")
                else rewritten(item)
                for key, item in value.items()
            }
        return [rewritten(item) for item in value] if isinstance(value, list) else value

    def with_data(found: re.Match[str]) -> str:
        return found[1] + json_for_page(rewritten(msgspec.json.decode(found[2]))) + found[3]

    return _DATA.sub(with_data, _FORM.sub("", _LINK.sub(linked, page)))
