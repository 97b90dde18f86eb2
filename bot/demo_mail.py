"""The demo's post: a mail server on this machine that takes whatever is sent to staff, and a page that shows it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from html import escape
from importlib.resources import files
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.simulators.smtp import Kept, MailServer
from bot.terminal import Terminal

PATH: Final = "/thu"
SHOWN: Final = 100
DOMAIN: Final = "vidu.test"
_LINK: Final = re.compile(r"https?://[^\s<]+")


@asynccontextmanager
async def serving() -> AsyncIterator[MailServer]:
    """The mail server on a loopback port, until the block is left."""
    post = MailServer()
    await post.start()
    try:
        yield post
    finally:
        await post.stop()


def section_for(post: MailServer) -> Mapping[str, Any]:
    """The `[email]` of a demo."""
    return {"host": "127.0.0.1", "port": post.port, "tls": "none", "sender": f"tiengdan@{DOMAIN}"}


def told_by_mail(data: Mapping[str, Any]) -> dict[str, Any]:
    """The units and people of a demo, told by e-mail: nobody here has Telegram."""
    units = [
        {**unit, "staff_chats": [f"email:{unit['code']}@{DOMAIN}"] if unit["staff_chats"] else []}
        for unit in data["units"]
    ]
    people = [{**each, "accounts": [f"email:{each['role']}@{DOMAIN}"]} for each in data["staff"]]
    return {"units": units, "staff": people}


def page(post: MailServer, words: Terminal) -> Route:
    """All letters, the newest first. A link in one can be followed: that is how an officer comes in."""
    template = files("bot.simulators").joinpath("mail.html").read_text(encoding="utf-8")
    empty = f"<p>{escape(words.say('demo-mail-empty'))}</p>"

    async def answer(_: Request) -> Response:
        shown = letters(post.kept[-SHOWN:]) or empty
        text = template.replace("/*TITLE*/", escape(words.say("demo-mail-title")))
        text = text.replace("/*UNDER*/", escape(words.say("demo-mail-under"))).replace("/*LETTERS*/", shown)
        return HTMLResponse(text, headers={"Cache-Control": "no-store"})

    return Route(PATH, answer, methods=["GET"])


def letters(kept: Sequence[Kept]) -> str:
    """Letters as HTML, the newest first."""
    return "".join(
        f"<article><h2>{escape(str(each.mail['Subject']))}</h2><p>{escape(each.recipient)}</p>"
        f"<pre>{_LINK.sub(_linked, escape(each.text.strip()))}</pre></article>"
        for each in reversed(kept)
    )


def _linked(found: re.Match[str]) -> str:
    return f'<a href="{found.group()}" target="_blank" rel="noreferrer">{found.group()}</a>'
