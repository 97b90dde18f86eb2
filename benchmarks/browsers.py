"""Residents on the chat page, for `benchmarks.flood`; `python -m benchmarks.browsers URL FIRST COUNT` is a crowd."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import aiohttp

from benchmarks.turn.telegram import Resident

LONGEST_SECONDS: Final = 300.0
WAIT_SECONDS: Final = 20
LOST_SECONDS: Final = 0.5
"""After a connection that broke, as where a crowd opens more of them than wait to be taken."""
AGAIN_SECONDS: Final = 5.0
"""After what the page is told when it is refused for now."""


class Pages:
    """Browsers, each with a cookie and an address of its own; each waits for what comes by asking for it."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self._seen: dict[int, int] = {}
        self._said: dict[int, int] = {}

    async def says(self, chat: int, words: str) -> float:
        """Seconds until the answer is on the page."""
        number = self._said[chat] = self._said.get(chat, 0) + 1
        body = json.dumps({"event": f"e{number}", "text": words})
        began = time.perf_counter()
        async with asyncio.timeout(LONGEST_SECONDS):
            answer = asyncio.create_task(self._answer(chat))
            while not await self._posted(chat, body):
                await asyncio.sleep(AGAIN_SECONDS)
            return await answer - began

    async def _posted(self, chat: int, body: str) -> bool:
        try:
            async with self._session.post(f"{self._url}/chat/send", data=body, headers=_headers(chat)) as posted:
                if posted.status not in (200, 429, 503):
                    sys.exit(f"the page was refused: {posted.status}")
                return posted.status == 200
        except aiohttp.ClientError:
            return False

    async def _answer(self, chat: int) -> float:
        while True:
            asked = {"after": str(self._seen.get(chat, 0)), "wait": str(WAIT_SECONDS)}
            address = f"{self._url}/chat/messages"
            try:
                async with self._session.get(address, params=asked, headers=_headers(chat)) as found:
                    entries: list[dict[str, Any]] = (await found.json())["entries"]
            except aiohttp.ClientError:
                await asyncio.sleep(LOST_SECONDS)
                continue
            self._seen[chat] = max([self._seen.get(chat, 0), *(entry["seq"] for entry in entries)])
            if any(entry["dir"] == "out" for entry in entries):
                return time.perf_counter()


@asynccontextmanager
async def pages(url: str) -> AsyncIterator[Pages]:
    """Browsers of one process."""
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0), cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        yield Pages(session, url)


async def crowd(url: str, first: int, count: int) -> list[float]:
    """So many people who say what they have to tell at the same moment; what each waited."""
    async with pages(url) as page:
        people = [Resident.number(first + each) for each in range(count)]
        return await asyncio.gather(*(page.says(each.chat, each.words[0]) for each in people))


def _headers(chat: int) -> dict[str, str]:
    # The program trusts what a proxy of this machine says of where somebody comes from.
    address = f"10.{chat >> 16 & 255}.{chat >> 8 & 255}.{chat & 255}"
    return {"Cookie": f"td={chat:043}", "X-Forwarded-For": address, "Content-Type": "application/json"}


def main() -> None:
    url, first, count = sys.argv[1:]
    print(json.dumps(asyncio.run(crowd(url, int(first), int(count)))))


if __name__ == "__main__":
    main()
