"""`tiengdan doctor`: what is wrong with this installation, in the order in which to put it right."""

from __future__ import annotations

import os
import shutil
from collections.abc import Awaitable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bot.clock import clock_for
from bot.settings import Settings, is_loopback
from bot.store import FILES, Store, holds_data, keys_of
from cases.dates import local
from cases.records import record
from storage import backups, cases, chats, detours, grants, inbox, migrate, outbox, staff
from storage.database import Database
from storage.errors import KeyFileBroken, KeyFileOpen, StorageError
from storage.files import Files
from storage.session import Session
from storage.vault import Vault

LEAST_FREE_MB: Final = 500
BYTES_A_MB: Final = 1024 * 1024
MOVED_WITHIN: Final = timedelta(hours=24)
EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows less has not been set."""


@record(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: a message, and whether it is as it should be (None: only worth knowing)."""

    key: str
    fine: bool | None = True
    arguments: Mapping[str, str | int] = field(default_factory=dict)


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything; nothing is changed."""
    now = clock_for(settings, os.environ)()
    found = [Finding("doctor-config"), *_key(settings), _clock(now), _disk(settings)]
    found += await _channels(settings)
    if not holds_data(settings):
        return [*found, Finding("doctor-database-none", None)]
    if any(finding.fine is False and finding.key.startswith("doctor-key") for finding in found):
        return found
    return [*found, *await _database(settings, now)]


async def examine_running(settings: Settings, database: Database, now: datetime) -> list[Finding]:
    """Look at a program that runs, from inside: no vendor is asked and nothing is opened anew."""
    found = [*_key(settings), _clock(now), _disk(settings)]
    return [*found, *await database.read(_contents, settings, now)]


def _key(settings: Settings) -> Iterator[Finding]:
    path = settings.security.key_file
    try:
        if not path.exists():
            yield Finding("doctor-key-missing", False if holds_data(settings) else None, {"file": str(path)})
            return
        keys_of(settings, new=False)
    except KeyFileOpen:
        yield Finding("doctor-key-open", False, {"file": str(path)})
    except (KeyFileBroken, OSError):
        yield Finding("doctor-key-broken", False, {"file": str(path)})
    else:
        yield Finding("doctor-key")


def _clock(now: datetime) -> Finding:
    if now < EARLIEST:
        return Finding("doctor-clock-bad", False, {"now": local(now).strftime("%d/%m/%Y %H:%M")})
    return Finding("doctor-clock")


def _disk(settings: Settings) -> Finding:
    folder = settings.database.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder if folder.exists() else Path.cwd()).free // BYTES_A_MB
    if free < LEAST_FREE_MB:
        return Finding("doctor-disk-bad", False, {"free": free, "least": LEAST_FREE_MB})
    return Finding("doctor-disk", True, {"free": free})


async def _channels(settings: Settings) -> list[Finding]:
    found: list[Finding] = []
    if settings.telegram.on:
        from bot.channels.telegram.channel import TelegramChannel

        channel = TelegramChannel(settings.telegram.token.get_secret_value(), settings.telegram.api_base)
        found.append(await _answer("Telegram", channel.check()))
        await channel.close()
    if settings.zalo_bot.on:
        from bot.channels.zalo_bot.channel import check
        from bot.zalo import bot_account

        found.append(await _answer("Zalo Bot", check(bot_account(settings))))
        if settings.zalo_bot.mode == "polling":
            found.append(Finding("doctor-bot-polling", None))
    if settings.email.on:
        from bot.mailing import email_channel
        from locales import Locales

        mail = email_channel(settings, Locales(), "", clock_for(settings, os.environ))
        found.append(await _answer("E-mail", mail.check()))
    found += _ways(settings)
    if found or settings.zalo_oa.on:
        return found
    return [Finding("doctor-no-channel", None)]


async def _answer(name: str, asked: Awaitable[object]) -> Finding:
    from bot.channels.errors import SendError

    try:
        await asked
    except SendError as error:
        return Finding("doctor-channel-bad", False, {"channel": name, "name": error.code or type(error).__name__})
    return Finding("doctor-channel", True, {"channel": name})


def _ways(settings: Settings) -> Iterator[Finding]:
    """Chats and accounts of staff on channels that are not switched on: nobody is told anything there."""
    on = {"telegram": settings.telegram.on, "zalo_oa": settings.zalo_oa.on, "zalo_bot": settings.zalo_bot.on}
    on |= {"email": settings.email.on, "web": settings.web.chat}
    named = [chat for unit in settings.tree for chat in unit.staff_chats]
    named += [account for person in settings.staff for account in person.accounts]
    for channel in sorted({each.partition(":")[0] for each in named}):
        if not on.get(channel, False):
            yield Finding("doctor-way-off", False, {"channel": channel})
    local = not settings.web.public_url or is_loopback(settings.web.public_url)
    if settings.email.on and local:
        yield Finding("doctor-mail-address", None)


async def _database(settings: Settings, now: datetime) -> list[Finding]:
    vault = Vault(keys_of(settings, new=False))
    try:
        database = await Database.open(settings.database.url, vault, migrated=False)
    except (StorageError, OSError) as error:
        return [Finding("doctor-database-bad", False, {"name": type(error).__name__})]
    try:
        version = await database.write(migrate.current)
        needed = migrate.migrations()[-1][0]
        if migrate.missing(await database.read(migrate.applied)):
            return [Finding("doctor-database-old", False, {"version": version, "needed": needed})]
        found = [Finding("doctor-database", True, {"version": version})]
        found += await database.read(_contents, settings, now)
        return [
            *found,
            *await _zalo(settings, Store(database, vault, Files(settings.database.data_dir / FILES, vault))),
        ]
    finally:
        await database.close()


async def _zalo(settings: Settings, store: Store) -> list[Finding]:
    """Whether the Official Account answers us, how long its grant lasts, and whether events wait on disk."""
    found = []
    if settings.zalo_oa.on:
        from bot.metrics import Metrics
        from bot.window_chores import problem_of
        from bot.zalo import CHANNEL, zalo_channel
        from locales import Locales

        name = {"channel": "Zalo OA"}
        clock = clock_for(settings, os.environ)
        channel = zalo_channel(settings, store, Locales(), clock, Metrics())
        found.append(await _answer("Zalo OA", channel.check()))
        await channel.close()
        standing = next((each for each in await store.database.read(grants.standings) if each.channel == CHANNEL), None)
        if standing is None:
            found.append(Finding("doctor-grant-none", False, name))
        else:
            problem = problem_of(standing, clock())
            key = f"doctor-grant-{problem}" if problem else "doctor-grant"
            days = max((standing.ends_at - clock()).days, 0)
            found.append(Finding(key, not problem, {**name, "days": days}))
    return [*found, *_spools(settings, store.vault)]


def _spools(settings: Settings, vault: Vault) -> Iterator[Finding]:
    if not (settings.zalo_oa.on or settings.zalo_bot.on):
        return
    from bot.zalo import bot_spool_of, spool_of

    for name, spool in (("Zalo OA", spool_of(settings, vault)), ("Zalo Bot", bot_spool_of(settings, vault))):
        if waiting := spool.count():
            yield Finding("doctor-spool", None, {"channel": name, "count": waiting})


def _contents(db: Session, settings: Settings, now: datetime) -> list[Finding]:
    return [
        _backup(db, settings, now),
        _last_event(db),
        *_outbox(db, now),
        *_chats(db, settings),
        _unacknowledged(db, settings, now),
        *_unstaffed(db, settings),
    ]


def _backup(db: Session, settings: Settings, now: datetime) -> Finding:
    made = backups.last(db)
    if made is None:
        return Finding("doctor-backup-none", None if inbox.last_heard(db) == {} else False)
    hours, most = int((now - made).total_seconds() // 3600), settings.backup.max_age_hours
    if hours > most:
        return Finding("doctor-backup-old", False, {"hours": hours, "most": most})
    return Finding("doctor-backup", True, {"hours": hours})


def _last_event(db: Session) -> Finding:
    heard = inbox.last_heard(db)
    if not heard:
        return Finding("doctor-last-event-none", None)
    return Finding("doctor-last-event", None, {"at": local(max(heard.values())).strftime("%d/%m/%Y %H:%M")})


def _outbox(db: Session, now: datetime) -> Iterator[Finding]:
    counts = outbox.counts(db)
    oldest = outbox.next_due(db)
    if counts.get("due") and oldest is not None:
        minutes = max(0, int((now - oldest).total_seconds() // 60))
        yield Finding("doctor-outbox", minutes < 10, {"count": counts["due"], "minutes": minutes})
    else:
        yield Finding("doctor-outbox-empty")
    if counts.get("dead"):
        yield Finding("doctor-dead", None, {"count": counts["dead"]})
    if counts.get("held"):
        yield Finding("doctor-undelivered", None, {"count": counts["held"]})
    if counts.get("unrouted"):
        yield Finding("doctor-unrouted", False, {"count": counts["unrouted"]})
    for channel, why, count in detours.staff_moved(db, now - MOVED_WITHIN):
        yield Finding("doctor-staff-moved", False, {"channel": channel, "reason": why, "count": count})


def _chats(db: Session, settings: Settings) -> Iterator[Finding]:
    gone = [chat for chat in chats.everyone(db) if chat.gone]
    for chat in gone:
        # The address would name the group: its unit says enough.
        yield Finding("doctor-chats", False, {"channel": chat.channel, "unit": chat.unit, "reason": chat.gone})
    people = staff.unreachable(db)
    if people:
        yield Finding("doctor-officers", False, {"count": len(people)})
    if not gone and not people:
        yield Finding("doctor-chats-ok")


def _unacknowledged(db: Session, settings: Settings, now: datetime) -> Finding:
    limit = now - timedelta(minutes=settings.notices.acknowledge_minutes)
    units = [unit.code for unit in settings.tree]
    late = [case for case in cases.waiting(db, units) if case.status == "submitted" and case.received_at < limit]
    if late:
        return Finding("doctor-unacknowledged", False, {"count": len(late)})
    return Finding("doctor-acknowledged")


def _unstaffed(db: Session, settings: Settings) -> Iterator[Finding]:
    for unit in settings.tree:
        if not chats.of_unit(db, unit.code) and not staff.serving(db, unit.code):
            yield Finding("doctor-no-staff", None, {"unit": unit.code})
