"""Takes the pictures of the guide to the pages anew: the twelve-report story, read by hearsay, in Debian's Chromium.

    python scripts/pictures.py [docs/pages]

At desktop and phone width, light and dark; needs Pillow beside the development tools. Look at them before you commit
them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync".split()
)
DESKTOP, PHONE = (1280, 860), (390, 844)
COLOURS = 160  # of a picture: type on paper needs no more
HEAVIEST = 120_000  # bytes

PICTURES = {
    "incidents": (DESKTOP, "light"),
    "dossier": (DESKTOP, "light"),
    "report": (DESKTOP, "dark"),
    "actor": (DESKTOP, "light"),
    "incidents-phone": (PHONE, "light"),
    "dossier-phone": (PHONE, "dark"),
    "report-phone": (PHONE, "light"),
    "incidents-dark": (DESKTOP, "dark"),
}
"""Each by its name, which begins with the page, with its size and colours."""


def main() -> int:
    """Makes the book, serves it, and takes the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "pages")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as work,
        served(Path(work) / "story.db") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, (size, scheme) in PICTURES.items():
            take(browser, address, folder / f"{name}.png", size, scheme)
        browser.close()
    return 0


@contextmanager
def served(book: Path) -> Iterator[str]:
    """The address of a site with the story."""
    command = [sys.executable, "-m", "hearsay"]
    subprocess.run([*command, "add", str(ROOT / "examples" / "story"), "--into", str(book)], check=True)  # noqa: S603 - our own
    arguments = [*command, "serve", str(book), "--port", "0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        try:
            found = re.search(r"http://[\d.:]+", server.stderr.readline() if server.stderr else "")
            if found is None:
                raise SystemExit("the server did not start")
            yield found[0]
        finally:
            server.terminate()


def take(browser: Browser, address: str, path: Path, size: tuple[int, int], scheme: str) -> None:
    """One picture, in few colours, so that it is small."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    go_to(page, path.stem.partition("-")[0])
    page.screenshot(path=path)
    context.close()
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > HEAVIEST:
        raise SystemExit(f"{path} is larger than {HEAVIEST} bytes")


def go_to(page: Page, what: str) -> None:
    """The page that a picture is of."""
    page.goto("/incidents")
    if what == "incidents":
        return
    page.locator("table.cases tr", has_text="disputed").locator("th a").first.click()
    if what == "actor":
        page.locator(".words .said a").first.click()
    elif what == "report":
        page.locator(".stories a.headline").first.click()


if __name__ == "__main__":
    sys.exit(main())
