"""The desk in a real browser: every page, both languages, wide and narrow, by keyboard, without JavaScript, checked for access.

Needs Chromium (``chromium`` or ``google-chrome`` on the path); skipped where there is none.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import khabar
from khabar.web import Guard

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)
if CHROMIUM is None:
    pytest.skip("no Chromium on the path", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_playwright_python = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

LANGUAGES = ("ar", "en")
LOOKS = (("ar", 1440, "light"), ("ar", 360, "dark"), ("en", 1440, "dark"), ("en", 360, "light"))


@pytest.fixture(scope="module")
def home(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over a store of its own."""
    store = tmp_path_factory.mktemp("browser") / "s.db"
    shutil.copy(example_store, store)
    yield from _served(khabar.desk(str(store)))


def _served(app: Any) -> Iterator[str]:
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def paths(example_store: Path) -> dict[str, str]:
    with khabar.Store(example_store, readonly=True) as store:
        story = next(s for s in store.stories() if "phone" in s.id)
        dossier = max(store.dossiers(), key=lambda d: len(d.steps)).id
        return {
            "stories": "/stories",
            "search": "/stories?q=بايدن",
            "nothing": "/stories?q=zzzz",
            "story": f"/story/{story.id}",
            "report": f"/report/{story.reports[0]}?at=128-160",
            "actors": "/actors",
            "actor": "/actor/person/joe-biden",
            "dossiers": "/dossiers",
            "dossier": f"/dossier/{dossier}",
            "brief": f"/dossier/{dossier}?view=brief",
            "events": "/events",
            "map": "/map",
            "network": "/network",
            "add": "/add",
            "log": "/log",
            "error": "/story/none",
            "drawer": f"/story/{story.id}?review=1",
            "actor-drawer": "/actor/person/joe-biden?review=1",
            "login": "/login",
        }


@pytest.fixture(scope="module")
def asking(example_store: Path) -> Iterator[str]:
    """The address of a desk that asks who comes."""
    users = {"amina": ("coder", khabar.hashed("a long password"))}
    yield from _served(khabar.desk(str(example_store), Guard(users=users, token="a-token-of-some-length")))


OUTSIDE = """() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')].filter(e => {
  const b = e.getBoundingClientRect();
  return (b.right > innerWidth + 1 || b.left < -1) && b.width > 0 && !e.closest('.scroll, .tool, .hidden, .skip, svg');
}).slice(0, 5).map(e => e.tagName + '.' + e.className)]"""


def serious(page: Any) -> list[tuple[str, str, str]]:
    """What axe-core finds that is serious or critical."""
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        (v["id"], v["nodes"][0]["html"][:140], v["nodes"][0].get("failureSummary", "")[:200])
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_signing_in(browser: Any, asking: str, paths: dict[str, str], language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{asking}/{language}{paths['report']}")
    assert page.url.endswith(f"/{language}/login")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not serious(page)
    page.locator("input[name=name]").fill("amina")
    page.locator("input[name=password]").fill("wrong")
    page.keyboard.press("Enter")
    page.locator("[role=alert]").wait_for()
    page.locator("input[name=name]").fill("amina")
    page.locator("input[name=password]").fill("a long password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories")
    page.goto(f"{asking}/{language}{paths['report']}")
    assert page.locator(".text").is_visible()
    page.locator(".foot form button").click()
    page.wait_for_url("**/login")
    page.close()


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_every_page(browser: Any, home: str, paths: dict[str, str], language: str, width: int, scheme: str) -> None:
    """Nothing stands outside the page, nothing is refused or broken, and axe finds nothing serious."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    for name, path in paths.items():
        page.goto(f"{home}/{language}{path}")
        wide, *outside = page.evaluate(OUTSIDE)
        assert wide <= width, (name, wide, outside)
        assert not outside, (name, outside)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        wide, *outside = page.evaluate(OUTSIDE)
        assert not outside, (name, outside)
        if (language, width) == ("en", 360):  # the same markup and style as the other three
            continue
        assert not serious(page), (name, language, width, serious(page))
    assert not [s for s in said if "404" not in s], said
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript(browser: Any, home: str, paths: dict[str, str], language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 800})
    page = context.new_page()
    for name, path in paths.items():
        page.goto(f"{home}/{language}{path}")
        assert page.locator("h1").first.is_visible(), name
    page.goto(f"{home}/{language}{paths['story']}")
    page.locator(".cell summary").first.click()  # <details> needs no script
    assert page.locator(".cell[open] .quote").first.is_visible()
    page.locator(".cell[open] .cell-links a").first.click()
    assert page.locator(".m-at").first.is_visible()
    page.locator(".marks-legend input").first.uncheck()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone(browser: Any, home: str, paths: dict[str, str], language: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(f"{home}/{language}/stories")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Slash")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("بايدن")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    page.keyboard.press("KeyJ")
    assert page.locator(".current").count() == 1
    # On an Arabic layout the same key gives another letter: the place of the key counts.
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyK', key: 'ن', bubbles: true}))")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'Slash', key: '؟', shiftKey: true, bubbles: true}))")
    assert page.locator("#keys").evaluate("d => d.open")
    page.keyboard.press("Escape")
    page.locator(".card-title a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName"))
        seen = "const e = document.activeElement; return getComputedStyle(e).outlineStyle !== 'none' || !!e.closest('.search')"
        visible = page.evaluate(f"() => {{ {seen} }}")
        assert visible
    assert {"A", "SUMMARY"} <= reached
    page.close()


def test_a_decision_by_keyboard(browser: Any, home: str, paths: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(f"{home}/en{paths['report']}")
    page.locator("body").press("KeyR")
    assert page.locator(".drawer").evaluate("d => d.open")
    page.keyboard.press("KeyX")
    assert page.evaluate("document.activeElement.value") == "reject"
    page.locator(".drawer input[name=why]").first.fill("not in the text")
    page.keyboard.press("Enter")
    page.wait_for_url("**review=1*")
    assert "not in the text" in page.locator(".decisions").inner_text()
    page.locator(".undo input[name=why]").first.fill("it is after all")
    page.locator(".undo button").first.click()
    page.wait_for_load_state()
    assert page.locator(".decisions .undone").count() == 1
    page.close()


def test_two_articles_are_pasted(browser: Any, home: str, examples: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(f"{home}/ar/add")
    page.locator("#text-1").fill((examples / "tunis-1.txt").read_text("utf-8"))
    page.locator("#text-2").fill((examples / "tunis-2.txt").read_text("utf-8"))
    page.locator("main button.big").click()
    page.wait_for_url("**/ar/story/**", timeout=60_000)
    assert page.locator("table.facts").is_visible()
    page.close()


def test_first_load_is_light(browser: Any, home: str) -> None:
    """All that a first visit fetches but fonts, as it goes over the wire."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    fonts: list[str] = []

    def count(request: Any) -> None:
        if request.resource_type == "font":
            fonts.append(request.url)
        else:
            sizes.append(request.sizes()["responseBodySize"])

    page.on("requestfinished", count)
    page.goto(f"{home}/ar/stories")
    page.wait_for_load_state("networkidle")
    assert len(sizes) >= 3
    assert sum(sizes) < 200_000
    assert fonts
    context.close()
