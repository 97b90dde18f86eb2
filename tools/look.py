"""`make look`: the pages as a resident and an officer see them, and the month's workbook, as pictures under look/.

Starts the demo with sample letters in a folder of its own, on a free port; stops it afterwards. Needs chromium; the
workbook becomes a picture only where LibreOffice is.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

OUT = Path("look").resolve()
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (360, 1200)
WAIT_SECONDS = 60
TOLD = (
    "Cống trước số nhà 12 ngõ 5 phường Nghĩa Đô tắc cả tháng nay, mưa là ngập. Đề nghị cho người thông cống.",
    "Đồng ý",
)
"""What the resident of the picture writes."""
ONWARD = ("Gửi", "Gửi xong", "Bỏ qua", "Không để tên", "Đang diễn ra", "Đúng rồi")
MOST_QUESTIONS = 16
STAFF_PAGES = {
    "officer": {
        "console": "/console",
        "done": "/console?loc=done",
        "month": "/console/thongke?ky=2026&don-vi=ha-noi",
        "account": "/console/phien",
        "chats": "/console/nhom",
    },
    "confidential": {"second": "/console/xac-thuc"},
    "admin": {"people": "/console/can-bo", "health": "/console/tinh-trang"},
}
LINK = re.compile(r"http://127\.0\.0\.1:\d+/console/vao/\S+")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def start(folder: str, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bot", "demo", "--port", str(port), "--sample", "40"]
    env = {"PYTHONPATH": str(Path.cwd()), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    )


def links_of(demo: subprocess.Popen[str], address: str) -> list[str]:
    """The sign-in links that the demo prints, once it can be reached."""
    assert demo.stdout is not None
    links: list[str] = []
    for line in demo.stdout:
        links += LINK.findall(line)
        if "var/demo" in line:
            break
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return links
    raise SystemExit("the demo did not start")


def take(page: Page, name: str, *, whole: bool = True) -> None:
    page.wait_for_timeout(400)
    page.screenshot(path=OUT / f"{name}.png", full_page=whole)
    print(f"look/{name}.png")


def resident(browser: Browser, address: str) -> None:
    """The residents' pages, on a phone and in an office."""
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 740})
        page.goto(address)
        page.wait_for_timeout(1_000)
        take(page, f"hello-{width}")
        for words in TOLD:
            page.locator("#words").fill(words)
            page.locator("#words").press("Enter")
            page.wait_for_timeout(1_500)
        take(page, f"chat-{width}", whole=False)
        page.locator("#attach").click()
        page.locator(".more > summary").click()
        take(page, f"chat-open-{width}", whole=False)
        page.goto(f"{address}/status")
        take(page, f"status-{width}")
        page.close()


def to_the_end(browser: Browser, address: str) -> None:
    """File the letter: the buttons that go on, else a place."""
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 740})
    page.goto(address)
    page.wait_for_timeout(1_000)
    for words in (*TOLD, "Đúng rồi"):
        page.locator("#words").fill(words)
        page.locator("#words").press("Enter")
        page.wait_for_timeout(1_000)
    for _ in range(MOST_QUESTIONS):
        offered = page.locator(".options button:enabled .label").all_inner_texts()
        label = next((each for each in ONWARD if each in offered), "")
        if label:
            page.locator(f".options button:enabled:has(.label:text-is('{label}'))").last.click()
        else:
            page.locator("#words").fill("trước số nhà 12")
            page.locator("#words").press("Enter")
        page.wait_for_timeout(900)
        if "Mã theo dõi" in page.locator("#log").inner_text():
            break
    take(page, "receipt-360", whole=False)
    page.close()


def staff(browser: Browser, address: str, links: list[str]) -> None:
    """The console as an officer, who is trusted with denunciations, and an admin see it."""
    for (role, paths), link in zip(STAFF_PAGES.items(), links, strict=True):
        page = browser.new_page(viewport={"width": WIDTHS[0], "height": 740})
        page.goto(link)
        if role == "officer":
            take(page, "door-360")
        page.locator("button").first.click()
        page.wait_for_url("**/console")
        for name, path in paths.items():
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 740})
                page.goto(f"{address}{path}")
                take(page, f"{name}-{width}")
        if role == "officer":
            letter(page, address)
        page.close()


def letter(page: Page, address: str) -> None:
    """One letter, and the question that an outcome asks."""
    page.goto(f"{address}/console?loc=mine")
    page.locator("table.work a").first.click()
    page.wait_for_url("**/console/don/**")
    here = page.url
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(here)
        take(page, f"letter-{width}")
    page.emulate_media(media="print")
    take(page, "letter-print")
    page.emulate_media(media="screen")
    page.locator(".moves button").last.click()
    take(page, "question-1200")


def main() -> None:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("chromium is needed: sudo apt install chromium")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        demo = start(folder, port)
        try:
            links = links_of(demo, address)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
                resident(browser, address)
                to_the_end(browser, address)
                staff(browser, address, links)
                browser.close()
        finally:
            demo.terminate()
            demo.wait(20)


if __name__ == "__main__":
    main()
