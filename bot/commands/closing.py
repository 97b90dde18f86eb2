"""`tiengdan close`: a printed period is closed; what changes in it later shows as a correction in the next."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.commands.base import (
    FAILED,
    WRONG_USE,
    Command,
    CommandError,
    Group,
    config_option,
    load_settings,
    terminal,
    waiting,
)


@click.command(cls=Command, help="cmd-close")
@click.option("--period", required=True, help="flag-period")
@click.option("--calendar", type=click.Choice(("state", "civil")), default=None, help="flag-calendar")
@click.option("--unit", default="", help="flag-unit")
@click.option("--reopen", "reason", default="", help="flag-reopen")
@config_option
def close(period: str, calendar: str | None, unit: str, reason: str, config: Path | None) -> None:
    """Close a period, or open it again."""
    settings = load_settings(config)

    async def work() -> str:
        import os

        from bot.clock import clock_for
        from bot.reports import closing as reports
        from bot.reports.report import ReportError
        from bot.store import opened
        from cases.periods import PeriodError, parse

        async with opened(settings) as store:
            now = clock_for(settings, os.environ)()
            try:
                asked = parse(period, calendar or settings.reports.month)
                return await reports.close_now(
                    store.database,
                    now,
                    lambda db: reports.close(db, settings.tree, unit, asked, now, reason=reason.strip()),
                )
            except (PeriodError, ReportError) as refusal:
                status = FAILED if refusal.key.startswith("close-") else WRONG_USE
                raise CommandError(refusal.key, status, text=refusal.text) from None

    done = asyncio.run(work())
    click.echo(terminal().say(f"close-{done}", text=period))


@click.group(cls=Group, help="cmd-tallies")
def tallies() -> None:
    """Hold the commands about tallies."""


@tallies.command("rebuild", help="cmd-tallies-rebuild")
@config_option
def rebuild(config: Path | None) -> None:
    """Forget the tallies and make them anew from the letters."""
    settings = load_settings(config)

    async def work() -> int:
        from bot.store import opened
        from bot.upkeep import count_all
        from storage import editions
        from storage import tallies as kept

        async with opened(settings) as store:
            await store.database.write(kept.rebuild)
            with waiting(terminal().say("cmd-tallies-rebuild")):
                await count_all(store.database)
            # which letters stood in which edition is forgotten with the rest: they are taken to stand in all
            await store.database.write(editions.begin)
            return await store.database.read(kept.how_many)

    terminal().tell("tallies-rebuilt", count=asyncio.run(work()))
