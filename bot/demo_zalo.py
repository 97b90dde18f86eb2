"""The demo's Zalo: the simulator on a port of its own, with a page that plays the app, and settings that lead to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib.resources import files
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.zalo_oa.ports import Pair
from bot.channels.zalo_oa.webhook import PATH
from bot.clock import Now
from bot.grants import StoredGrants
from bot.serving import PageServer, address_of, listen
from bot.settings import Settings
from bot.simulators.zalo_oa import Simulator, build
from bot.store import opened
from bot.terminal import Terminal
from bot.zalo import CHANNEL

HOST: Final = "127.0.0.1"
_WORDS: Final = "/*WORDS*/{}"
KEYS: Final = (
    "oa",
    "under",
    "send",
    "write",
    "photo",
    "place",
    "people",
    "person",
    "manager",
    "manager_help",
    "manager_send",
    "by_hand",
    "time",
    "time_help",
    "day",
    "week",
    "ties",
    "follow",
    "unfollow",
    "withdraw",
    "form",
)


def section_for(sim: Simulator, address: str) -> Mapping[str, Any]:
    """The `[zalo_oa]` of a demo."""
    return {
        "app_id": sim.app_id,
        "app_secret": sim.app_secret,
        "oa_id": sim.oa_id,
        "oa_secret_key": sim.oa_secret_key,
        "api_base": address,
        "oauth_base": address,
        "templates": {"news": "123456"},
        "monthly_budget": 10,
    }


@asynccontextmanager
async def serving(port: int, program_port: int, words: Terminal, *more: Route) -> AsyncIterator[Simulator]:
    """The simulated Zalo with its page (and `more`) on a loopback port, until the block is left: PortTakenError."""
    sim = Simulator()
    sim.templates["123456"] = {"ma_don"}
    listening = listen(HOST, port)
    sim.base = address_of(listening)
    sim.webhook = f"http://{HOST}:{program_port}{PATH}"
    server = PageServer(build(sim, [Route("/", _page(words), methods=["GET"]), *more]))
    task = asyncio.create_task(server.serve([listening]))
    try:
        yield sim
    finally:
        sim.close()
        server.should_exit = True
        await asyncio.wait({task})
        listening.close()


async def consent(settings: Settings, sim: Simulator, now: Now) -> None:
    """A consent as the administrator of the OA would give it: this simulator knows no token of an earlier one."""
    async with opened(settings, new=True) as store:
        pair = Pair("", sim.new_grant(), now() - timedelta(days=1), now() + timedelta(days=90))
        await StoredGrants(store.database, CHANNEL, now).keep(pair)


def _page(words: Terminal) -> Any:
    said = json.dumps({key: words.say(f"demo-zalo-{key.replace('_', '-')}") for key in KEYS}, ensure_ascii=False)
    text = files("bot.simulators.zalo_oa").joinpath("page.html").read_text(encoding="utf-8")
    page = text.replace(_WORDS, said.replace("</", "<\\/"))

    async def answer(_: Request) -> Response:
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    return answer
