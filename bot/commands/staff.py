"""`tiengdan staff invite`: a one-time word that lets somebody in, once an admin has confirmed them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Final

import click

from bot.commands.base import WRONG_USE, Command, CommandError, Group, config_option, load_settings, terminal
from cases.kinds import ROLES

INVITATION_HOURS: Final = 24


@click.group(cls=Group, help="cmd-staff")
def staff() -> None:
    """Hold the commands about officers."""


@staff.command("invite", cls=Command, help="cmd-staff-invite")
@click.option("--name", required=True, help="flag-name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="flag-role")
@click.option("--unit", "units", multiple=True, required=True, help="flag-units")
@config_option
def invite(name: str, role: str, units: tuple[str, ...], config: Path | None) -> None:
    """Make an invitation and print its word, which is kept nowhere else."""
    from bot.clock import system_now
    from bot.house import SecretIds
    from bot.store import opened
    from storage import staff as records

    settings = load_settings(config)
    known = [unit.code for unit in settings.tree]
    for code in units:
        if code not in known:
            raise CommandError("staff-unit-unknown", WRONG_USE, code=code, known=", ".join(known))
    word = SecretIds().word()

    async def work() -> None:
        async with opened(settings, new=True) as store:
            now = system_now()
            until = now + timedelta(hours=INVITATION_HOURS)
            await store.database.write(records.invite, name, role, units, word, until, now)

    asyncio.run(work())
    terminal().tell("staff-invited", name=name, word=word)
