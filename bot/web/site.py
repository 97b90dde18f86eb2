"""All our own pages as routes, and what they are given to work with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.house import House
from bot.intake import Intake
from bot.reports.press import Press
from bot.reports.report import Committee
from bot.reports.sentences import LEADING_ZERO, LeadingZero
from bot.web import chat_page, status_page
from bot.web.console import Console
from bot.web.desk import Desk
from bot.web.doorway import Doorway
from bot.web.guard import Guard
from bot.web.health import Examine, Health
from bot.web.inside import Inside
from bot.web.live import Live
from bot.web.lost import refusals
from bot.web.mail_door import EMAIL, MailDoor
from bot.web.month import Month
from bot.web.pages import Pages
from bot.web.people import People
from bot.web.scans import Scans
from bot.web.slips_page import Slips
from bot.web.trial import Trial
from cases.records import record
from storage.database import Database
from storage.files import Files
from storage.outbox import OutboxItem


@record(frozen=True, slots=True)
class Site:
    """What the pages need. `address` is the public one; `wake` tells the courier what was just posted;
    `committees` are the units of the settings, `calendar` and `leading_zero` how reports are counted; in a `demo`
    pages also show what only a trial may show. `embed` are sites
    that may show the chat inside theirs; `examine` says how the program is; `closing` ends streams."""

    database: Database
    house: House
    files: Files
    now: Callable[[], datetime]
    wake: Callable[[Sequence[OutboxItem]], None]
    address: str
    committees: Sequence[Committee]
    calendar: str = "civil"
    leading_zero: LeadingZero = LEADING_ZERO
    chat: bool = True
    embed: Sequence[str] = ()
    file_mb: int = 20
    intake: Intake | None = None
    demo: bool = False
    examine: Examine | None = None
    closing: asyncio.Event | None = None


def application(site: Site) -> Starlette:
    """All pages, and what is shown where there is none."""
    pages = Pages(site.house.words, site.house.committee, site.embed)
    return Starlette(routes=_routes(site, pages), exception_handlers=refusals(pages))


def _routes(site: Site, pages: Pages) -> list[BaseRoute]:
    house = site.house
    desk = Desk(site.database, house, site.now, site.wake)
    press = Press(site.committees, site.leading_zero, house.laws, house.policy.own_topics)
    month = Month(site.database, press, house.words, site.now, calendar=site.calendar)
    guard = Guard(site.database, site.now, site.address)
    inside = Inside(pages, guard, demo=site.demo, mail=EMAIL in house.channels)
    tree = house.units
    console = Console(inside, desk, month, tree, site.files, site.now)
    closing = site.closing or asyncio.Event()
    return [
        *(chat_page.routes(pages, site.file_mb) if site.chat else ()),
        *status_page.routes(pages, desk, chat=site.chat),
        *Doorway(inside, desk, site.now).routes(),
        *MailDoor(inside, desk, house, site.now, site.wake).routes(),
        *console.routes(),
        *(Scans(inside, desk, site.intake, house.policy).routes() if site.intake else ()),
        *Slips(inside, desk, house.words, site.now).routes(),
        *People(inside, desk, tree, site.now).routes(),
        *Live(inside, desk, closing).routes(),
        *(Health(inside, site.examine).routes() if site.examine else ()),
        *(Trial(inside, desk).routes() if site.demo else ()),
        pages.static_route(),
    ]
