"""Makes the pictures of the desk for ``docs/desk.md``: ``python docs/pictures.py`` in a checkout, with Chromium on the path.

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

import khabar

HERE = Path(__file__).parent
PAGES = {
    "stories": ("ar", "/stories"), "story": ("ar", "/story/{story}"), "report": ("ar", "/report/{report}"),
    "actor": ("ar", "/actor/person/joe-biden"),
    "dossier": ("ar", "/dossier/{dossier}"), "data": ("en", "/events"), "map": ("ar", "/map"), "network": ("en", "/network"), "add": ("ar", "/add"),
    "story-en": ("en", "/story/{story}"),
}  # fmt: skip


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
        ids = {"story": story.id, "report": story.reports[0], "dossier": dossier}
        server = uvicorn.Server(uvicorn.Config(khabar.desk(str(path)), host="127.0.0.1", port=0, log_level="error"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.02)
        home = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        (HERE / "pictures").mkdir(exist_ok=True)
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1040, "height": 760})
            for name, (language, address) in PAGES.items():
                page.goto(f"{home}/{language}{address.format(**ids)}")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=HERE / "pictures" / f"{name}.png")
            browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
