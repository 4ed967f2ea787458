"""Makes the pictures of the desk for ``docs/desk.md``: ``make pictures``, or ``python docs/pictures.py`` in a checkout, with Chromium on the path.

Serves a desk over the example reports, and takes one picture a page into ``docs/pictures``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright
from starlette.applications import Starlette

import khabar
from khabar.web import Guard

HERE = Path(__file__).parent
PAGES = {  # name -> language, address, light or dark
    "stories": ("ar", "/stories", "light"),
    "story": ("ar", "/story/{story}", "light"),
    "facts": ("ar", "/story/{story}#h-facts", "light"),
    "report": ("ar", "/report/{report}", "light"),
    "actor": ("ar", "/actor/person/joe-biden", "light"),
    "actors": ("en", "/actors", "light"),
    "dossier": ("ar", "/dossier/{dossier}", "light"),
    "dossiers": ("ar", "/dossiers", "light"),
    "brief": ("ar", "/dossier/{dossier}?view=brief", "light"),
    "data": ("en", "/events", "light"),
    "export": ("en", "/events?country=RUS&type=CONSULT#export", "light"),
    "map": ("ar", "/map", "light"),
    "network": ("en", "/network", "light"),
    "add": ("ar", "/add", "light"),
    "review": ("ar", "/story/{story}?review=1#review", "light"),
    "log": ("ar", "/log", "light"),
    "login": ("ar", "/login", "light"),
    "story-en": ("en", "/story/{story}", "light"),
    "dark": ("ar", "/report/{report}", "dark"),
}


def main() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium on the path")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "examples.db")
        with khabar.Store(path) as store:
            store.add([str(HERE.parent / "examples")])
            story = next(s for s in store.stories() if "phone" in s.id)
            dossier = max(store.dossiers(), key=lambda d: len(d.steps)).id
            event = next(store.events(story=story.id))
            store.decide("accept", event.id, who="amina", why="قرأت الجملة")
            mistaken = store.decide("correct", event.id, "planned", "status", who="amina", why="أُعلن عنه فقط")
            store.undo(mistaken.id, who="amina", why="وقع فعلا")
        ids = {"story": story.id, "report": story.reports[0], "dossier": dossier}
        home = _served(khabar.desk(str(path)))
        asking = _served(khabar.desk(str(path), Guard(users={"amina": ("coder", khabar.hashed("a password"))}, token="a-token-of-some-length")))
        (HERE / "pictures").mkdir(exist_ok=True)
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            for name, (language, address, scheme) in PAGES.items():
                page = browser.new_page(viewport={"width": 1040, "height": 760}, color_scheme=scheme)
                page.goto(f"{asking if name == 'login' else home}/{language}{address.format(**ids)}")
                page.wait_for_load_state("networkidle")
                if name == "export":
                    page.locator("#export").evaluate("d => { d.open = true; d.scrollIntoView(); }")
                page.screenshot(path=HERE / "pictures" / f"{name}.png")
                page.close()
            browser.close()


def _served(app: Starlette) -> str:
    """The address of an application that runs until the script ends."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


if __name__ == "__main__":
    main()
