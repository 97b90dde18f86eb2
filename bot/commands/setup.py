"""`tiengdan init`, `doctor`, `migrate`, `audit verify`: what whoever runs the machine needs."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.base import (
    CONFIG_NAME,
    CONFIG_VARIABLE,
    FAILED,
    WRONG_USE,
    Command,
    CommandError,
    Group,
    config_option,
    load_settings,
    terminal,
)

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.session import Session


@click.command(cls=Command, help="cmd-init")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar=CONFIG_VARIABLE,
    default=Path(CONFIG_NAME),
    help="flag-output",
)
def init(output: Path) -> None:
    """Ask, then write config.toml and the key file."""
    from bot.init import ask, prepare, write

    words = terminal()
    if output.exists():
        raise CommandError("init-exists", file=str(output))
    prepare(output)
    words.tell("init-hello", file=str(output))
    answers = ask(words)
    key = write(answers, output)
    words.tell("init-done", file=str(output), key=str(key), code=answers.code)
    if answers.zalo:
        words.tell("init-done-zalo", file=str(output))


@click.command(cls=Command, help="cmd-doctor")
@config_option
def doctor(config: Path | None) -> None:
    """Check everything; 1 when something must be put right."""
    from bot.doctor import examine

    words = terminal()
    settings = load_settings(config)
    healthy = True
    for finding in asyncio.run(examine(settings)):
        sort = "note" if finding.fine is None else "ok" if finding.fine else "bad"
        words.tell(f"doctor-{sort}", what=words.say(finding.key, **finding.arguments))
        healthy = healthy and finding.fine is not False
    if not healthy:
        click.get_current_context().exit(FAILED)


@click.command(cls=Command, help="cmd-migrate")
@click.option("--copy-to", "target", metavar="postgresql://…", help="flag-copy-to")
@config_option
def migrate(target: str | None, config: Path | None) -> None:
    """Bring the schema up to date, or carry everything to another database."""
    from bot.store import opened
    from storage.migrate import current

    settings = load_settings(config)
    if target:
        _copy(settings, target)
        return

    async def work() -> int:
        async with opened(settings, exclusive=True, new=True) as store:
            return await store.database.write(current)

    terminal().tell("migrated", version=asyncio.run(work()))


def _copy(settings: Settings, target: str) -> None:
    from bot.clock import system_now
    from bot.commands.keeping import progress
    from bot.keeping import copy_to

    if not settings.database.url.startswith("sqlite:///") or not target.startswith("postgresql://"):
        raise CommandError("copy-wrong-url", WRONG_USE)
    done = asyncio.run(copy_to(settings, target, system_now(), progress()))
    told = "copied" if done.whole else "copied-in-use"
    terminal().tell(told, rows=sum(done.rows.values()), letters=done.rows.get("cases", 0))


@click.group(cls=Group, help="cmd-audit")
def audit() -> None:
    """Hold the commands about audit chains."""


@audit.command("verify", help="cmd-audit-verify")
@config_option
def verify(config: Path | None) -> None:
    """Walk every chain; 1 when one does not hold."""
    from bot.store import opened

    settings = load_settings(config)

    async def work() -> list[str]:
        async with opened(settings) as store:
            return await store.database.read(_broken)

    broken = asyncio.run(work())
    words = terminal()
    if broken:
        names = sorted({name or words.say("audit-seals") for name in broken})
        raise CommandError("audit-broken", count=len(names), cases=", ".join(names))
    words.tell("audit-fine")


def _broken(db: Session) -> list[str]:
    """The codes of cases whose chain does not hold; "" for the chain over all."""
    from storage import audit as chains
    from storage import cases

    found = []
    for link in chains.verify(db):
        case = cases.by_id(db, link.case) if link.case else None
        found.append(case.code if case else link.case)
    return found
