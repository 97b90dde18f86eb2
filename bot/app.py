"""The running program: the only place that builds concrete things, and that starts and stops them in order."""

from __future__ import annotations

import asyncio
import random
import socket
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

import structlog
from starlette.routing import BaseRoute, Mount, Router
from starlette.types import ASGIApp

from bot.channels.contract import Accept, Channel, Received, Rereads, Shows
from bot.channels.posted import Desk
from bot.channels.web.channel import WebChannel
from bot.chores import jobs
from bot.clock import Clock, Now
from bot.company import Company
from bot.courier import Courier
from bot.fetcher import Fetcher
from bot.gate import RECALLED, Gate, Regulars
from bot.house import House, house_of
from bot.intake import BYTES_A_MB, Intake
from bot.keywatch import watch_keys
from bot.machine import machine_routes, metrics_only
from bot.menus import menus
from bot.metrics import Metrics
from bot.porch import Porch
from bot.posting import desks_in
from bot.postoffice import PostOffice
from bot.postroom import FetchRows, OutboxRows
from bot.report_files import ReportFiles
from bot.scanner import Clamd
from bot.serving import PageServer, address_of, listen
from bot.settings import Settings
from bot.store import SPOOL, Store, open_store
from bot.supervision import Supervisor
from bot.turn import TurnResult, Turns
from bot.watching import Watch
from bot.web.later import Later
from bot.web.mailbox import DatabaseMailbox, is_of_mail, mail_topic
from bot.web.spool import SealedSpool
from bot.window_chores import window_jobs
from cases.dates import local_day
from cases.records import record
from handlers.dialogue import advance
from locales import Locales
from storage import authorities, calls, conversations, outbox, staff
from storage.fetches import FetchItem
from storage.files import Files
from storage.leases import MISSED
from storage.outbox import OutboxItem
from storage.session import Session

if TYPE_CHECKING:
    from bot.doctor import Finding

DRAIN_SECONDS: Final = 5.0
CLOCK: Final = "clock"
TURNS_AT_ONCE: Final = 32
"""They wait for one commit together; of a crowd one at a time while nobody known is in, or who comes then would wait
for all of them. More would only wait in the database's own queue, where nobody goes before anybody."""


@record(frozen=True, slots=True)
class Running:
    """A program that has started: where it is reached, and what it works with."""

    address: str
    store: Store
    house: House
    turns: Turns
    now: Now


OnReady = Callable[[Running], Awaitable[None]]


async def serve(
    settings: Settings, now: Now, stop: asyncio.Event, on_ready: OnReady | None = None, *, demo: bool = False
) -> None:
    """Run until `stop` is set, then take in nothing more, finish what is under way, and close.

    Raises ConfigError, StorageError, PortTakenError and AddressUnusableError before anything has started.
    """
    listening = listen(settings.web.host, settings.web.port)
    try:
        store = await open_store(settings, exclusive=True, new=True)
    except BaseException:
        listening.close()
        raise
    program = _Program(settings, now, store, listening, demo=demo)
    try:
        await program.start()
        if on_ready is not None:
            await on_ready(program.running)
        await stop.wait()
    finally:
        await program.stop()


class _Program:
    def __init__(
        self, settings: Settings, now: Now, store: Store, listening: socket.socket, *, demo: bool = False
    ) -> None:
        self._settings = settings
        self._demo = demo
        self._closing = asyncio.Event()
        self._store = store
        self._now = now
        self._log = structlog.get_logger()
        self._listening = listening
        self._parts = Supervisor()
        self._servers: list[tuple[PageServer, asyncio.Task[None]]] = []
        self._draining = False
        self._recalling: asyncio.Task[None] | None = None
        self._metrics = Metrics()
        self._regulars = Regulars()
        self._gate = Gate(TURNS_AT_ONCE, self._regulars, strangers=1)
        self._metrics.gate.set_function(lambda: self._gate.waiting)
        self._leases = store.database.leases()
        self._company = Company(
            store.database.call,
            store.vault,
            self._regulars,
            alone=lambda: all(self._leases.holds(name) for name in self._leased()),
            monotonic=time.monotonic,
        )
        self._last_event: datetime | None = None
        self._metrics.last_event.set_function(lambda: self._last_event.timestamp() if self._last_event else 0.0)
        self._porch = Porch(
            store.database,
            store.vault,
            self._gate,
            self._regulars,
            now,
            # As many as may be in: how many of a crowd come in beside whom, the gate knows.
            at_once=TURNS_AT_ONCE,
        )
        self._watch = Watch(store.database, self._metrics, now, settings.notices.acknowledge_minutes)
        words = Locales()
        address = settings.web.public_url.rstrip("/") or address_of(listening)
        self._web = self._web_channel()
        self._channels: dict[str, Channel] = {}
        if settings.web.chat:
            self._channels["web"] = self._web
        if settings.telegram.on:
            self._channels["telegram"] = self._telegram(words)
        if settings.zalo_oa.on:
            from bot.zalo import zalo_channel

            self._channels["zalo_oa"] = zalo_channel(settings, store, words, now, self._metrics)
        if settings.zalo_bot.on:
            from bot.zalo import bot_channel

            self._channels["zalo_bot"] = bot_channel(settings, store, now, self._metrics)
        if settings.email.on:
            from bot.mailing import email_channel

            self._channels["email"] = email_channel(settings, words, address, now)
        house = house_of(settings, words, now, self._channels, address)
        self._house = house
        self._turns = Turns(
            store.database,
            house,
            advance,
            now=now,
            wake=self._hand,
            fetch=self._fetch,
            files=store.files,
            load=lambda: _load_readers(house, now()),
            tell=self._company.read,
            show=self._show,
        )
        self._offices = {name: self._office(name, channel) for name, channel in self._channels.items()}
        self._metrics.waiting.set_function(lambda: sum(office.waiting for office in self._offices.values()))
        chores = jobs(store.database, self._turns, settings, house.reach, self._hand)
        self._clock = Clock([*chores, *window_jobs(store.database, self._turns, house, self._hand)], now=now)
        self.running = Running(address, store, house, self._turns, now)

    async def start(self) -> None:
        await self._store.database.write(_sync_staff, self._settings, self._now())
        self._recalling = asyncio.create_task(self._recall())
        routes = self._routes()
        self._serve(self._app(routes), self._listening, desks_in(routes))
        metrics = self._settings.metrics
        if metrics.port:
            self._serve(metrics_only(self._watch, self._metrics), listen("127.0.0.1", metrics.port))
        self._parts.keep("keys", partial(watch_keys, self._settings.security.key_file, self._store.vault))
        self._parts.keep("leases", partial(self._leases.follow, self._leased(), self._changed, self._heard))
        self._log.info("started", count=len(self._channels), units=len(self._settings.tree))

    async def _recall(self) -> None:
        self._regulars.add(await self._store.database.read(conversations.regulars, RECALLED))

    async def stop(self) -> None:
        self._draining = True
        self._log.info("stopping")
        self._parts.end("channel")
        self._closing.set()
        await self._web.close()
        for server, _ in self._servers:
            server.should_exit = True
        await asyncio.gather(*(task for _, task in self._servers), return_exceptions=True)
        self._parts.end("porch")
        self._parts.end(CLOCK)
        await asyncio.gather(*(office.drain(DRAIN_SECONDS) for office in self._offices.values()))
        await self._parts.close()
        if self._recalling:
            await asyncio.wait({self._recalling})
        for channel in self._channels.values():
            await channel.close()
        await self._store.database.close()
        self._listening.close()
        self._log.info("stopped")

    # Channels ---------------------------------------------------------------------------------------------

    def _web_channel(self) -> WebChannel:
        folder = self._settings.database.data_dir / SPOOL
        spool = SealedSpool(folder, Files(folder, self._store.vault))
        return WebChannel(
            DatabaseMailbox(self._store.database, self._store.vault),
            spool,
            self._now,
            file_limit=self._settings.limits.file_mb * BYTES_A_MB,
            embedded=bool(self._settings.web.embed),
            knows=self._knows_page,
        )

    def _knows_page(self, peer: str) -> bool:
        return conversations.lane_in(self._store.vault, "web", peer).hex() in self._regulars

    def _telegram(self, words: Locales) -> Channel:
        # What a town does not use is not loaded: libraries of channels and pages are half of the memory.
        from bot.channels.telegram.channel import TelegramChannel

        section = self._settings.telegram
        return TelegramChannel(
            section.token.get_secret_value(),
            section.api_base,
            section.mode,
            section.webhook_url,
            section.webhook_secret.get_secret_value(),
            menus=menus(words),
            now=self._now,
        )

    def _accept(self, name: str) -> Accept:
        metrics = self._metrics
        stored, unstored = (metrics.tally(metrics.turns, name, outcome) for outcome in ("stored", "unstored"))
        seconds = metrics.turn_seconds

        async def accept(received: Received) -> None:
            began = time.perf_counter()
            try:
                await self._take(name, received)
            except BaseException:
                unstored.number += 1
                raise
            finally:
                seconds.observe(time.perf_counter() - began)
            stored.number += 1
            self._last_event = self._now()

        return accept

    async def _take(self, name: str, received: Received, kept: int = 0) -> None:
        incoming = received.incoming
        if incoming is None:
            await self._turns.take(name, received, kept)
            return
        name = incoming.channel
        lane = conversations.lane_in(self._store.vault, name, incoming.peer).hex()
        result: TurnResult | None
        if not kept and isinstance(self._channels.get(name), Rereads):
            result = await self._porch.let_in(received, incoming, lane, partial(self._turns.take, name, received, 0))
            if result is None:
                return
        else:
            async with self._gate.place(lane):
                result = await self._turns.take(name, received, kept)
        if result.regular:
            self._company.knows(lane)
        if result.waits:
            self._porch.ring(name)

    # What one process does for all ------------------------------------------------------------------------

    def _office(self, name: str, channel: Channel) -> PostOffice:
        store, limits, clamav = self._store, self._settings.limits, self._settings.security.clamav

        def courier(fenced: Channel) -> Courier:
            return Courier(
                OutboxRows(store.database, self._house.reach, self._now, name),
                {name: fenced},
                now=self._now,
                monotonic=time.monotonic,
                sleep=asyncio.sleep,
                jitter=random.random,
                metrics=self._metrics,
                regulars=self._regulars,
                make=ReportFiles(store.database, self._settings, self._house.words, self._now),
            )

        def fetcher() -> Fetcher:
            return Fetcher(
                FetchRows(store.database, self._turns, name),
                store.files,
                {name: channel},
                file_mb=limits.file_mb,
                image_megapixels=limits.image_megapixels,
                scanner=Clamd(clamav) if clamav else None,
                now=self._now,
                sleep=asyncio.sleep,
                metrics=self._metrics,
            )

        return PostOffice(
            name,
            channel,
            self._accept(name),
            courier=courier,
            fetcher=fetcher,
            parts=self._parts,
            call=store.database.call,
            brought=partial(outbox.unpacked, store.vault),
            held=partial(self._leases.holds, f"channel.{name}"),
            porch=self._porch,
            take_up=partial(self._take, name),
        )

    def _leased(self) -> list[str]:
        return [CLOCK, *(f"channel.{name}" for name in self._channels)]

    def _changed(self, lease: str, held: bool) -> None:
        if self._draining:
            return
        self._log.info("lease.won" if held else "lease.lost", name=lease)
        self._metrics.leases.labels(lease).set(held)
        if lease == CLOCK:
            if held:
                self._parts.keep(CLOCK, self._clock.run)
            else:
                self._parts.end(CLOCK)
            return
        office = self._offices[lease.partition(".")[2]]
        if held:
            office.open()
        else:
            office.close()

    def _heard(self, call: str) -> None:
        topic, vault = calls.topic_of(call), self._store.vault
        if is_of_mail(topic):
            self._web.ring(lambda box: topic in (MISSED, mail_topic(vault, box)))
        self._company.heard(call, self._turns.reader)
        for office in self._offices.values():
            office.heard(topic, call)

    def _hand(self, items: Sequence[OutboxItem]) -> None:
        for name in {item.channel for item in items}:
            if (office := self._offices.get(name)) is not None:
                office.hand([item for item in items if item.channel == name])

    def _show(self, name: str, peer: str) -> None:
        channel: object = self._channels.get(name)
        if isinstance(channel, Shows):
            self._metrics.tally(self._metrics.sent, name, "sent").number += 1
            channel.show(peer)

    def _fetch(self, items: Sequence[FetchItem]) -> None:
        for name, office in self._offices.items():
            office.fetch([item for item in items if item.channel == name])

    # Pages ------------------------------------------------------------------------------------------------

    def _routes(self) -> list[BaseRoute]:
        found: list[BaseRoute] = machine_routes(
            self._watch,
            self._metrics,
            token=self._settings.metrics.token.get_secret_value(),
            draining=lambda: self._draining,
        )
        for name, channel in self._channels.items():
            found += channel.routes(self._accept(name))
        return found

    def _app(self, routes: Sequence[BaseRoute]) -> ASGIApp:
        # A router alone: what an application lays around it, each page has within its own.
        app = Router([*routes, Mount("/", Later(self._pages))])
        return self._web.straight(app) if "web" in self._channels else app

    def _pages(self) -> ASGIApp:
        from bot.web.site import Site, application

        limits, clamav = self._settings.limits, self._settings.security.clamav
        intake = Intake(
            self._store.files,
            file_mb=limits.file_mb,
            image_megapixels=limits.image_megapixels,
            scanner=Clamd(clamav) if clamav else None,
        )
        site = Site(
            database=self._store.database,
            house=self._house,
            files=self._store.files,
            now=self._now,
            wake=self._hand,
            address=self.running.address,
            committees=self._settings.tree,
            calendar=self._settings.reports.month,
            leading_zero=self._settings.reports.leading_zero,
            chat=self._settings.web.chat,
            embed=self._settings.web.embed,
            file_mb=limits.file_mb,
            intake=intake,
            demo=self._demo,
            examine=self._examine,
            closing=self._closing,
        )
        return application(site)

    async def _examine(self) -> list[Finding]:
        from bot.doctor import examine_running

        return await examine_running(self._settings, self._store.database, self._now())

    def _serve(self, app: ASGIApp, listening: socket.socket, desks: Mapping[bytes, Desk] | None = None) -> None:
        server = PageServer(app, desks, proxies=[str(each) for each in self._settings.web.proxies])
        self._servers.append((server, asyncio.create_task(server.serve([listening]))))


def _sync_staff(db: Session, settings: Settings, now: datetime) -> None:
    people = [staff.ConfigStaff(person.name, person.role, person.units, person.accounts) for person in settings.staff]
    groups = [(unit.code, chat) for unit in settings.tree for chat in unit.staff_chats]
    staff.sync_config(db, people, groups, now)
    authorities.sync_config(
        db,
        [authorities.Authority(a.code, a.name, a.address, a.unit, tuple(a.topics)) for a in settings.authorities],
    )


def _load_readers(house: House, now: datetime) -> None:
    """Load what the first text needs (weights, wards, holidays): for nobody before it."""
    from cases.classify import classify
    from cases.deadlines import first

    classify("đơn")  # of no words at all it needs no weights
    house.units.search("")
    first("khac", local_day(now), anonymous=False, calendar=house.laws.made_of(()).calendar)
