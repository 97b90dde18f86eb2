"""`tiengdan report`: the month, counted and proven."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.commands.base import Command, config_option, load_settings, terminal

FORMATS = ("text", "json", "csv", "xlsx", "docx", "png")


@click.command(cls=Command, help="cmd-report")
@click.option("--period", default="", help="flag-period")
@click.option("--calendar", type=click.Choice(("state", "civil")), default=None, help="flag-calendar")
@click.option("--unit", default="", help="flag-unit")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="flag-format")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="flag-out")
@click.option("--form", "state_form", default="", help="flag-form")
@click.option("--public", is_flag=True, help="flag-public")
@click.option("--recount", is_flag=True, help="flag-recount")
@config_option
def report(
    period: str,
    calendar: str | None,
    unit: str,
    form: str,
    out: Path | None,
    state_form: str,
    public: bool,
    recount: bool,
    config: Path | None,
) -> None:
    """Count a period, prove it, write it."""
    settings = load_settings(config)

    async def work() -> int:
        import os

        from bot.clock import clock_for
        from bot.law import laws_of
        from bot.reports.command import command
        from bot.store import opened
        from locales import Locales

        async with opened(settings) as store:
            return await command(
                store.database,
                settings.tree,
                Locales(),
                period=period,
                calendar=calendar or settings.reports.month,
                now=clock_for(settings, os.environ)(),
                unit=unit,
                format=form,
                out=out,
                recount=recount,
                public=public,
                form=state_form,
                leading_zero=settings.reports.leading_zero,
                own=settings.own_topics,
                laws=laws_of(settings),
                lang=terminal().language,
            )

    click.get_current_context().exit(asyncio.run(work()))
