"""`tiengdan retention`: erase the words of letters whose time is over, or keep some that must not go yet."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bot.commands.base import FAILED, Command, CommandError, Group, config_option, load_settings, terminal
from cases.actors import OPERATOR

if TYPE_CHECKING:
    from storage.erasing import Over
    from storage.session import Session

Result = TypeVar("Result")


@click.group(cls=Group, help="cmd-retention")
def retention() -> None:
    """Hold the commands about how long letters are kept."""


@retention.command("run", cls=Command, help="cmd-retention-run")
@click.option("--dry-run", is_flag=True, help="flag-retention-dry")
@config_option
def run(dry_run: bool, config: Path | None) -> None:
    """Erase what is over, and print what a record of destruction needs; with --dry-run only say what would go."""
    from bot.clock import clock_for
    from bot.store import opened
    from bot.upkeep import seal_all
    from cases.dates import local_day
    from storage import counts, erasing

    settings = load_settings(config)
    schedule = settings.retention.schedule
    words = terminal()

    async def work() -> tuple[list[Over], str]:
        async with opened(settings) as store:
            now = clock_for(settings, os.environ)()
            found = await store.database.read(lambda db: list(erasing.over(db, schedule, local_day(now))))
            if dry_run:
                return found, ""
            gone = []
            for each in found:
                # One letter a transaction: a running bot waits for none of this.
                if await store.database.write(erasing.erase, each.case, f"until {each.until}", OPERATOR, now):
                    gone.append(each)
            await seal_all(store.database, now)
            return gone, await store.database.read(counts.last_seal)

    found, seal = asyncio.run(work())
    if not found:
        words.tell("retention-none")
        return
    words.tell("retention-would" if dry_run else "retention-done", count=len(found))
    for (kind, status), count in sorted(Counter((each.kind, each.status) for each in found).items()):
        words.tell("retention-line", kind=words.say(f"kind-{kind}"), status=words.say(f"status-{status}"), count=count)
    for each in found:
        words.tell("retention-letter", code=each.code, unit=each.unit, until=each.until.strftime("%d/%m/%Y"))
    if seal:
        words.tell("retention-seal", seal=seal)


@retention.command("hold", cls=Command, help="cmd-retention-hold")
@click.argument("code")
@click.option("--reason", required=True, help="flag-retention-reason")
@config_option
def hold(code: str, reason: str, config: Path | None) -> None:
    """Keep a letter until it is released."""
    from storage import erasing

    if not reason.strip():
        raise CommandError("retention-no-reason")
    done = _on_case(code, config, lambda db, case, now: erasing.hold(db, case, reason.strip(), OPERATOR, now))
    terminal().tell("retention-held" if done else "retention-held-before", code=code)


@retention.command("release", cls=Command, help="cmd-retention-release")
@click.argument("code")
@config_option
def release(code: str, config: Path | None) -> None:
    """Let a letter go when its time is over."""
    from storage import erasing

    done = _on_case(code, config, lambda db, case, now: erasing.release(db, case, OPERATOR, now))
    if not done:
        raise CommandError("retention-not-held", FAILED, code=code)
    terminal().tell("retention-released", code=code)


@retention.command("held", cls=Command, help="cmd-retention-held")
@config_option
def held(config: Path | None) -> None:
    """List the letters that are kept."""
    from bot.store import opened
    from storage import erasing

    settings = load_settings(config)

    async def work() -> list[erasing.Hold]:
        async with opened(settings) as store:
            return await store.database.read(erasing.held)

    words = terminal()
    kept = asyncio.run(work())
    for each in kept:
        words.tell("retention-kept", code=each.code, reason=each.reason, since=each.at.strftime("%d/%m/%Y"))
    if not kept:
        words.tell("retention-kept-none")


def _on_case(code: str, config: Path | None, change: Callable[[Session, str, datetime], Result]) -> Result:
    """Do something with the letter of a code, typed in any of its forms."""
    from bot.clock import clock_for
    from bot.store import opened
    from cases.codes import read_code
    from storage import cases

    settings = load_settings(config)
    plain = read_code(code)

    async def work() -> Result:
        async with opened(settings) as store:
            row = await store.database.read(cases.by_code, plain) if plain else None
            if row is None:
                raise CommandError("retention-no-letter", FAILED, code=code)
            return await store.database.write(change, row.id, clock_for(settings, os.environ)())

    return asyncio.run(work())
