"""`python -m tests.bot.first_word FOLDER NAME…`: starts the program, says a first word on its page, and prints which
of these modules are loaded when it is answered; in a process of its own, since a test has loaded them all."""

from __future__ import annotations

import asyncio
import json
import sys
import urllib.request
from pathlib import Path

from bot import logs
from bot.app import Running, serve
from bot.channels.telegram import channel  # noqa: F401 - as in a town that has it
from bot.clock import system_now
from bot.settings import from_data


def answer(address: str) -> str:
    """What the program says to who opens the page."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    browser.open(f"{address}/chat/messages?after=0&wait=0").close()
    said = json.dumps({"event": "e1", "text": "/start"}).encode()
    browser.open(urllib.request.Request(f"{address}/chat/send", said, {"Content-Type": "application/json"})).close()
    after = 0
    for _ in range(10):
        with browser.open(f"{address}/chat/messages?after={after}&wait=5") as told:
            for entry in json.load(told)["entries"]:
                if entry["dir"] == "out":
                    return str(entry["text"])
                after = entry["seq"]
    return ""


async def main(folder: Path, names: list[str]) -> None:
    stop = asyncio.Event()

    async def ready(program: Running) -> None:
        assert await asyncio.to_thread(answer, program.address)
        print(*(name for name in names if name in sys.modules))
        stop.set()

    settings = from_data(
        {
            "database": {"url": f"sqlite:///{folder}/tiengdan.db"},
            "security": {"key_file": str(folder / "tiengdan.key")},
            "web": {"port": 0},
            "committee": {"name": "Mặt trận phường X"},
            "units": [{"code": "x", "name": "phường X", "level": "phuong"}],
        },
        "test",
    )
    await serve(settings, system_now, stop, ready)


if __name__ == "__main__":
    logs.start(pretty=False)
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:]))
