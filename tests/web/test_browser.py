"""The main paths in a real Chromium: find a dispute, read its evidence, decide, undo, export."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dragoman.store import Store, rebuild, update
from dragoman.web import State
from dragoman.web.facets import Asked
from dragoman.web.navigation import NAVIGATION
from dragoman.web.pages.search import search_of
from dragoman.web.publishing import publish

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

expect.set_options(timeout=30_000)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"{CHROMIUM} is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Served(NamedTuple):
    """A record behind an address."""

    state: State
    address: str


def records() -> list[str]:
    return ["examples", "seeds"] if SEEDS.is_dir() else ["examples"]


@pytest.fixture(scope="module")
def seed_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.dragoman"
    with Store(path, create=True) as store:
        update(store, [SEEDS])
    return path


@pytest.fixture(params=records())
def served(
    request: pytest.FixtureRequest, example_record: Path, tmp_path: Path, serving: Any
) -> Iterator[Served]:
    source = example_record
    if request.param == "seeds":
        source = request.getfixturevalue("seed_record")
    path = tmp_path / "own.dragoman"
    shutil.copy(source, path)
    state = State(path)
    with serving(state) as address:
        yield Served(state, address)
    state.close()


@pytest.fixture(scope="module")
def examples(state: State, serving: Any) -> Iterator[Served]:
    with serving(state) as address:
        yield Served(state, address)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(30_000)
    found = context.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    found.on("request", lambda asked: outside(asked.url, faults))
    yield found
    context.close()
    assert faults == []


def outside(url: str, faults: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:")):
        faults.append(f"a page asked for {url}")


def test_from_the_first_page_to_a_decision_that_lasts_and_back(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/disputes")
    page.select_option("select[name=about]", "control")
    page.wait_for_url("**about=control**")
    page.click("section.dispute h2 a")
    page.wait_for_url("**/disputes/dis-*")
    page.click(".stances cite a >> nth=0")
    page.wait_for_url("**/reports/rep-*")
    expect(page.locator("#text .on").first).to_be_visible()

    claim = correct_a_speaker(page)
    merge_two_actors(page, served)
    with Store(served.state.path) as store:
        rebuild(store)
        record = store.record()
    assert {c.id: c.speaker.name for c in record.claims}[claim] == "Nobody Known"

    page.goto(f"{served.address}/judgements")
    expect(page.locator("table.judged tbody tr")).to_have_count(2)
    with page.expect_download() as download:
        page.click("text=JSON >> nth=0", modifiers=["Alt"])
    exported = json.loads(Path(download.value.path()).read_text())
    assert {row["decision"] for row in exported["judgements"]} == {"same", "correct"}

    page.click("table.judged button:has-text('Undo') >> nth=0")
    page.wait_for_selector("tr.withdrawn")
    page.click("table.judged tr:not(.withdrawn) button:has-text('Undo')")
    page.wait_for_selector("tr.withdrawn >> nth=1")
    assert served.state.snapshot.claims[claim].speaker.name != "Nobody Known"


def correct_a_speaker(page: Page) -> str:
    """Name another speaker by keys alone; return the id of the claim."""
    page.click(".legend input[data-kind=account]")
    page.keyboard.press("n")
    card = page.locator(".evidence-card.k-claim:visible").first
    for _ in range(40):
        if card.count():
            break
        page.keyboard.press("n")
    claim = card.get_attribute("id")
    assert claim is not None
    page.click(f"[data-m~='{claim}']")
    page.keyboard.press("s")
    page.locator(f"#{claim} input[name=who]").first.fill("Ana")
    field = page.locator(f"#{claim} form[data-form=speaker] input[name=value]")
    field.fill("Nobody Known")
    field.press("Enter")
    page.wait_for_selector(f"#{claim} .decided")
    expect(page.locator(f"#{claim}")).to_contain_text("Nobody Known")
    return claim


def merge_two_actors(page: Page, served: Served) -> None:
    people = [a for a in served.state.snapshot.record.actors if a.type == "person" and a.named]
    one, two = people[:2]
    page.keyboard.press("Escape")
    page.goto(f"{served.address}/review")
    page.click("text=Join two actors by name")
    page.fill("input[name=one]", one.name)
    page.fill("input[name=two]", two.name)
    with page.expect_navigation():
        page.click("button:has-text('are the same')")
    merged = [a for a in served.state.snapshot.record.actors if one.name in a.names]
    assert any(two.name in actor.names for actor in merged)


def test_selected_words_become_a_claim_that_was_missed(
    own_state: State, page: Page, serving: Any
) -> None:
    with serving(own_state) as address:
        words = mark_plain_words(
            page, f"{address}/reports/{own_state.snapshot.record.reports[1].id}"
        )
    made = [c for c in own_state.snapshot.record.claims if c.speaker.name == "Anna Tal"]
    assert [claim.content[0].quote for claim in made] == [words]


def mark_plain_words(page: Page, address: str) -> Any:
    """Mark the first words of a report on which nothing rests; return them."""
    page.goto(address)
    page.evaluate(
        """() => {
            const plain = "#text span[data-s]:not(.furniture):not(.m)";
            const piece = [...document.querySelectorAll(plain)]
                .find((span) => span.textContent.trim().length > 8);
            getSelection().selectAllChildren(piece);
        }"""
    )
    words = page.evaluate("() => getSelection().toString().trim()")
    page.keyboard.press("m")
    page.fill("#missed input[name=speaker]", "Anna Tal")
    page.click("#missed button.main")
    page.wait_for_selector("#missed", state="hidden")
    return words


def every_page(served: Served) -> list[str]:
    record = served.state.snapshot.record
    return [
        *(entry.path for entry in NAVIGATION),
        f"/reports/{record.reports[1].id}",
        f"/events/{max(record.events, key=lambda e: len(e.accounts)).id}",
        f"/disputes/{record.disputes[0].id}",
        f"/agreements/{record.agreements[0].id}",
        f"/actors/{record.claims[0].speaker.actor}",
    ]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci in frontend/")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_has_a_serious_fault_of_accessibility(
    browser: Browser, examples: Served, theme: Any
) -> None:
    context = browser.new_context(color_scheme=theme, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    # The themes differ in their colours alone.
    rules = {} if theme == "light" else {"runOnly": ["color-contrast"]}
    for path in every_page(examples):
        page.goto(examples.address + path)
        page.evaluate(AXE.read_text())
        found = page.evaluate("(rules) => axe.run({resultTypes: ['violations'], ...rules})", rules)
        faults += [
            f"{path}: {fault['id']} {fault['nodes'][0]['html'][:200]}"
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
    context.close()
    assert faults == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, examples: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    for path in every_page(examples):
        page.goto(examples.address + path)
        over = page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert over <= 0, path
    context.close()


def test_published_pages_work_from_a_folder(page: Page, state: State, tmp_path: Path) -> None:
    publish(state, tmp_path / "site")
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.click("nav.side >> text=Disputes")
    page.wait_for_url("**/disputes*")
    page.click("section.dispute h2 a >> nth=0")
    page.wait_for_url("**/disputes/dis-*")
    page.click(".stances cite a >> nth=0")
    page.wait_for_url("**/reports/rep-*")
    expect(page.locator("#text .on").first).to_be_visible()
    expect(page.locator(".evidence-card:visible").first).to_be_visible()


def test_published_pages_are_searched_in_the_browser(
    page: Page, state: State, tmp_path: Path
) -> None:
    publish(state, tmp_path / "site")
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.fill("#find", "ceasefire")
    page.press("#find", "Enter")
    for words in ("no truce*", '"heavy weapons"', "Oren Ostrin", "ceasefire"):
        page.fill("#words", words)
        asked = Asked(q=words)
        view = search_of(state.snapshot, asked, [hit.evidence for hit in state.search(words)])
        expect(page.locator("#search-status")).to_have_text(re.compile(rf"^{view.total} passage"))
        for facet in view.facets:
            shown = page.locator(f"#search-facets section:has(h2:text-is('{facet.title}')) li")
            expect(shown).to_have_text([f"{o.words} {o.count}" for o in facet.options])
    assert view.total > 1
    expect(page.locator("#search-found mark").first).to_have_text("ceasefire", ignore_case=True)
    page.click("#search-facets section >> nth=0 >> a >> nth=0")
    expect(page.locator("#search-narrowed")).to_contain_text("who says it")
    page.fill("#words", "no such words as these")
    expect(page.locator("#search-status")).to_contain_text("0 passages")
    page.fill("#words", "")
    page.click("#search-found cite a >> nth=0")
    page.wait_for_url("**/reports/rep-*")
    expect(page.locator("#text .on").first).to_be_visible()
