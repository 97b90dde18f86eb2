"""`python -m benchmarks.flood`: how long a known resident waits while many newcomers write at once."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median, quantiles

import aiohttp

from benchmarks.__main__ import STORY

FLOOD_STARTS_SECONDS = 2.0

CONFIG = """
[database]
url = "{url}"
[security]
key_file = "{folder}/key"
[web]
port = {port}
[committee]
name = "Mặt trận"
phone = "024 1"
address = "số 1"
hours = "8-17"
[[units]]
code = "P1"
name = "phường Cầu Giấy"
level = "phuong"
"""


class Page:
    """A browser: says something and waits for the answer."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address
        self._cookies = {"Cookie": f"td={secrets.token_urlsafe(32)}"}
        self._after = 0
        self._count = 0

    async def says(self, text: str) -> float:
        """Seconds until the answer is on the page."""
        began = time.perf_counter()
        self._count += 1
        body = {"event": f"e{self._count}", "text": text}
        while True:
            try:
                async with self._http.post(f"{self._address}/chat/send", json=body, headers=self._cookies) as answer:
                    if answer.status == 200:
                        break
            except aiohttp.ClientError:
                pass  # as a page does: again in a moment, with the same number
            await asyncio.sleep(0.2)
        while True:
            url = f"{self._address}/chat/messages?after={self._after}&wait=20"
            try:
                async with self._http.get(url, headers=self._cookies) as answer:
                    entries = (await answer.json())["entries"]
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)
                continue
            self._after = max([self._after, *(entry["seq"] for entry in entries)])
            if any(entry["dir"] == "out" for entry in entries):
                return time.perf_counter() - began


async def flood(address: str, newcomers: int) -> None:
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=300)) as http:
        waited = await asyncio.gather(*(Page(http, address).says(STORY) for _ in range(newcomers)))
    report(f"the {newcomers} newcomers", waited)


async def measure(address: str, newcomers: int, times: int) -> None:
    async with aiohttp.ClientSession() as http:
        known = Page(http, address)
        await known.says(STORY)
        await known.says("Đồng ý")
        alone = [await known.says("Đúng rồi" if number % 2 else "Lùi lại") for number in range(times)]
        report("a known resident alone", alone)

        # They are elsewhere: on this machine they get what the program and the known resident leave.
        command = [sys.executable, "-m", "benchmarks.flood", "--newcomers", str(newcomers), "--only", address]
        crowd = subprocess.Popen(["nice", "-n", "15", *command])
        await asyncio.sleep(FLOOD_STARTS_SECONDS)
        during = []
        while crowd.poll() is None:
            during.append(await known.says("Đúng rồi" if len(during) % 2 else "Lùi lại"))
        report("the same one during the flood", during)
        print(f"  median during / alone: {median(during) / median(alone):.1f}")


def report(who: str, took: list[float]) -> None:
    most = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    print(f"  {who:32} half {1000 * median(took):7.1f} ms   19 of 20 {1000 * most:7.1f} ms   ({len(took)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--newcomers", type=int, default=1000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--only", default="", metavar="ADDRESS", help="be the newcomers, at this address")
    given = parser.parse_args()
    if given.only:
        asyncio.run(flood(given.only, given.newcomers))
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name).resolve()
        config = folder / "config.toml"
        config.write_text(CONFIG.format(url=f"sqlite:///{folder}/t.db", folder=folder, port=port), encoding="utf-8")
        program = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--config", str(config)], stderr=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}"
            while True:
                try:
                    urllib.request.urlopen(f"{address}/readyz", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            asyncio.run(measure(address, given.newcomers, given.times))
        finally:
            program.terminate()
            program.wait(30)


if __name__ == "__main__":
    main()
