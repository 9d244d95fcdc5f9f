"""The bundled scripts in a real Chromium, on a small record with hostile names in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Dialog, Page, Route, expect, sync_playwright

from dragoman.model import Count, Dates, Place, Record
from dragoman.store import Store
from dragoman.web import State, create_app

CHROMIUM = Path("/usr/bin/chromium")
BUNDLE = Path(__file__).parents[2] / "src" / "dragoman" / "web" / "static" / "app.js"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
LOCAL = "http://127.0.0.1:8000"
EVIL = "<img src=x onerror=alert(1)></script><b>"

expect.set_options(timeout=30_000)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed"),
    pytest.mark.skipif(not BUNDLE.exists(), reason="the bundle is not built: build_frontend.py"),
]
replace = msgspec.structs.replace


def with_drawings(record: Record) -> Record:
    """Return a record that every drawing has something to draw of, under hostile names."""
    places = (
        Place(id="pla-selmo", name=f"Selmo {EVIL}", type="town", precision="exact", lat=36.2,
              lon=37.1, country="SY"),
        Place(id="pla-idlib", name="Idlib", type="province", precision="province", lat=35.8,
              lon=36.6, country="SY"),
        Place(id="pla-syria", name="Syria", type="country", precision="country", country="SY"),
        Place(id="pla-river", name="a river", type="river", precision="landscape", lat=35.2,
              lon=40.3),
    )  # fmt: skip
    first, second = record.accounts
    counts = [
        (Count(what="killed", low=low, high=high, evidence=account.evidence[0]),)
        for account, low, high in ((first, 8, None), (second, 3, 5))
    ]
    share = Count(what="share_of_territory", low=60, high=60, unit="percent",
                  evidence=second.evidence[0])  # fmt: skip
    accounts = (
        replace(first, counts=counts[0]),
        replace(second, counts=(*counts[1], share), date=Dates.day(dt.date(2019, 3, 5))),
    )
    actors = tuple(replace(actor, name=f"{actor.name} {EVIL}") for actor in record.actors)
    claims = tuple(
        replace(claim, speaker=replace(claim.speaker, name=f"{claim.speaker.name} {EVIL}"))
        for claim in record.claims
    )
    (event,) = record.events
    others = (
        replace(event, id="eve-two", place="pla-idlib", status="planned", recipients=("act-oren",),
                date=Dates.month(2019, 4)),
        replace(event, id="eve-three", place="pla-syria", status="denied"),
        replace(event, id="eve-four", place="pla-river", date=None),
    )  # fmt: skip
    return replace(
        record, places=places, accounts=accounts, actors=actors, claims=claims,
        events=(event, *others),
    )  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, small_record: Record, tmp_path: Path) -> Iterator[Page]:
    """A page of the record, answered without a server; whatever goes wrong in it fails the test."""
    path = tmp_path / "small.dragoman"
    with Store(path, create=True) as store:
        store.put(with_drawings(small_record))
    state = State(path, read_only=True)
    client = TestClient(create_app(state), base_url=LOCAL)
    faults: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if not url.startswith(LOCAL):
            faults.append(f"a page asked for {url}")
            route.abort()
            return
        found = client.get(url.removeprefix(LOCAL))
        route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

    def refuse(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=LOCAL)
    context.route("http://**/*", answer)
    shown = context.new_page()
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    shown.on("dialog", refuse)
    yield shown
    context.close()
    state.close()
    assert faults == []


def test_the_map_draws_points_areas_and_rings(page: Page) -> None:
    page.goto("/map")
    page.wait_for_selector("#map[data-drawn]")
    expect(page.locator("#map .leaflet-marker-icon.mark")).to_have_count(1)
    expect(page.locator("#map path.area.province.unreal")).to_have_count(1)
    expect(page.locator("#map path.area.country.denied")).to_have_count(1)
    expect(page.locator("#map path.ring")).to_have_count(1)
    expect(page.locator("#map path.land").nth(200)).to_be_attached()


def test_names_on_the_map_stay_text(page: Page) -> None:
    page.goto("/map")
    page.wait_for_selector("#map[data-drawn]")
    page.locator("#map .leaflet-marker-icon.mark").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-popup")
    expect(page.locator(".map-popup strong")).to_contain_text(EVIL)
    expect(page.locator("#map img[src=x]")).to_have_count(0)


def test_the_timeline_draws_days_spans_and_what_was_denied(page: Page) -> None:
    page.goto("/timeline")
    page.wait_for_selector("#timeline[data-drawn]")
    expect(page.locator("#timeline .vis-item.vis-point.real").first).to_be_attached()
    expect(page.locator("#timeline .vis-item.vis-range.unreal.span")).to_have_count(1)
    expect(page.locator("#timeline .vis-item.denied").first).to_be_attached()
    expect(page.locator("#timeline .vis-item.reported").first).to_be_attached()
    expect(page.locator("#timeline")).to_contain_text(EVIL)
    page.click("#timeline .vis-item.vis-range .vis-item-content")
    link = page.locator("#timeline-detail a")
    expect(link).to_have_attribute("href", "/events/eve-two")


def test_the_network_draws_on_a_canvas(page: Page) -> None:
    page.goto("/network")
    page.wait_for_selector("#network[data-drawn]")
    expect(page.locator("#network canvas").first).to_be_attached()
    expect(page.locator("#ties")).to_contain_text(EVIL)


def test_the_plots_draw_what_their_tables_hold(page: Page) -> None:
    page.goto("/plots")
    page.wait_for_selector("#plot-figures-0[data-drawn]")
    expect(page.locator("#plot-events svg rect").first).to_be_attached()
    expect(page.locator("#plot-claims svg rect").first).to_be_attached()
    expect(page.locator("#plot-shares svg")).to_have_count(1)
    expect(page.locator("#plot-figures-0 svg").first).to_contain_text(EVIL)
    expect(page.locator("#plot-figures-0 + details tbody tr")).to_have_count(2)


def test_keys_go_to_pages_and_are_listed(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    expect(page.locator("dialog.help")).to_contain_text("Timeline")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/actors")
    page.keyboard.press("/")
    page.keyboard.type("g m?")
    expect(page.locator("#find")).to_have_value("g m?")
    assert page.url.endswith("/actors")


def test_the_theme_is_chosen_and_kept(page: Page) -> None:
    page.goto("/")
    button = page.locator("[data-theme-switch]")
    button.click()
    button.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/actors")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_tables_are_sorted_and_narrowed(page: Page) -> None:
    page.goto("/map")
    happened = "#places thead th:nth-child(3)"
    page.click(f"{happened} button")
    page.click(f"{happened} button")
    expect(page.locator(happened)).to_have_attribute("aria-sort", "descending")
    cells = page.locator("#places tbody td:nth-child(3)").all_inner_texts()
    # What is empty stays last.
    assert cells == sorted(cells, reverse=True)
    page.fill("[data-filter='#places']", "river")
    expect(page.locator("#places tbody tr:visible")).to_have_count(1)


@pytest.mark.parametrize("path", ["/timeline", "/map", "/network", "/plots"])
def test_without_the_bundle_the_tables_are_all_there(page: Page, path: str) -> None:
    page.route("**/static/*.js", lambda route: route.fulfill(status=200, body=""))
    page.goto(path)
    expect(page.locator("main table tbody tr").first).to_be_attached()
