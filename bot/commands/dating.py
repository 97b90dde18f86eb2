"""`tiengdan deadline` and `tiengdan holidays`: the law's own days, and those that the committee declares."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bot.commands.base import (
    CONFIG_NAME,
    WRONG_USE,
    Command,
    CommandError,
    Group,
    config_option,
    load_settings,
    terminal,
)
from cases.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.law import Law
    from bot.settings import Settings
    from cases.calendar import CalendarError
    from storage.session import Session

T = TypeVar("T")

EVENTS = ("received", "accepted", "forwarded", "decided")
EFFECTS = ("off", "work")
MAX_SHOWN_CHARS = 120


@click.command(cls=Command, help="cmd-deadline")
@click.option("--kind", type=click.Choice(KINDS), help="flag-kind")
@click.option("--event", type=click.Choice(EVENTS), help="flag-event")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="flag-on")
@click.option("--anonymous", is_flag=True, help="flag-anonymous")
@click.option("--complex", "hard", is_flag=True, help="flag-complex")
@click.option("--special", is_flag=True, help="flag-special")
@click.option("--remote", is_flag=True, help="flag-remote")
@click.option("--instance", type=click.IntRange(1, 2), default=1, help="flag-instance")
@click.option("--json", "as_json", is_flag=True, help="flag-json")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="flag-batch")
@config_option
def deadline(
    kind: str | None,
    event: str | None,
    day: datetime | None,
    anonymous: bool,
    hard: bool,
    special: bool,
    remote: bool,
    instance: int,
    as_json: bool,
    batch: Path | None,
    config: Path | None,
) -> None:
    """Due dates that an event starts."""
    from cases.calendar import CalendarError
    from cases.deadlines import due

    if batch is not None:
        _batch(batch, config)
        return
    if kind is None or event is None or day is None:
        raise CommandError("deadline-needs", WRONG_USE)
    law = _law(config)
    try:
        found = due(
            kind,
            event,
            day.date(),
            calendar=law.calendar,
            anonymous=anonymous,
            complex=hard,
            special=special,
            remote=remote,
            instance=instance,
            rules=law.rules,
        )
    except CalendarError as error:
        raise CommandError("deadline-failed", reason=_why(error)) from None
    if as_json:
        click.echo(json.dumps([entry.as_json() for entry in found], ensure_ascii=False))
        return
    words = terminal()
    if not found:
        words.tell("deadline-none")
    for entry in found:
        counted = sum(counting.counted for counting in entry.days)
        words.tell(
            "deadline-line",
            due=entry.due.strftime("%d/%m/%Y"),
            title=words.say(entry.title),
            article=entry.article,
            count=counted,
            unit=words.say(f"deadline-unit-{entry.unit}"),
        )


def _batch(path: Path, config: Path | None) -> None:
    """Answer a file line by line; a line that cannot be answered is named, and the command ends with 1."""
    from cases.deadlines import explain_lines

    law = _law(config)
    wrong: list[tuple[int, str]] = []
    try:
        lines = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise CommandError("file-unreadable", WRONG_USE, file=str(path)) from None
    for answer in explain_lines(lines.split("\n"), calendar=law.calendar, rules=law.rules, tell=_why):
        click.echo(answer)
        if answer.startswith("{"):
            told = json.loads(answer)
            wrong.append((told["line"], told["error"]))
    for number, reason in wrong:
        terminal().complain("deadline-line-wrong", line=number, reason=reason)
    if wrong:
        raise CommandError("deadline-lines-wrong", count=len(wrong))


def _why(error: CalendarError) -> str:
    """Why a date cannot be counted, in the reader's language."""
    about = {name: value if isinstance(value, int) else _shown(value) for name, value in error.about.items()}
    return terminal().say(f"uncounted-{error.reason}", **about)


def _shown(given: str) -> str:
    """What somebody wrote, as far as a line can show it."""
    return given[:MAX_SHOWN_CHARS].encode("utf-8", "replace").decode("utf-8")


@click.group(cls=Group, help="cmd-holidays")
def holidays() -> None:
    """Hold the commands about days off."""


@holidays.command("list", cls=Command, help="cmd-holidays-list")
@click.option("--year", type=click.IntRange(2013, 2100), help="flag-year")
@click.option("--json", "as_json", is_flag=True, help="flag-json")
@config_option
def list_days(year: int | None, as_json: bool, config: Path | None) -> None:
    """Days of a year that differ from the plain week."""
    from bot.clock import system_now
    from cases.dates import local_day

    rows = _law(config).calendar.holidays_list(year or local_day(system_now()).year)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    words = terminal()
    for row in rows:
        click.echo(
            words.say(
                "holiday-line",
                day=str(row["date"]),
                effect=words.say("holiday-work" if row["effect"] == "work" else "holiday-off"),
                reason=str(row["why"]),
                source=str(row["source"]),
                has_source="yes" if row["source"] else "no",
            )
        )


@holidays.command("add", cls=Command, help="cmd-holidays-add")
@click.argument("day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]))
@click.argument("effect", type=click.Choice(EFFECTS))
@click.option("--reason", required=True, help="flag-day-reason")
@click.option("--source", required=True, help="flag-day-source")
@config_option
def add_day(day: datetime, effect: str, reason: str, source: str, config: Path | None) -> None:
    """Declare a day off, or a day off worked. The running program counts its open dates anew by itself."""
    import os

    from bot.clock import clock_for
    from storage import days

    reason, source = reason.strip(), source.strip()
    if not reason or not source:
        raise CommandError("holiday-needs", WRONG_USE)
    settings = load_settings(config)
    now = clock_for(settings, os.environ)()

    def declare(db: Session) -> tuple[Law, Law, int]:
        from bot.law import laws_of

        laws = laws_of(settings)
        before = laws.of(db)
        version = days.add(db, day.date().isoformat(), effect, reason, source, now)
        return before, laws.of(db), version

    before, after, version = asyncio.run(_in_store(settings, declare, writes=True))
    words = terminal()
    was, now_is = before.calendar.status(day.date()), after.calendar.status(day.date())
    key = "holiday-added-same" if was.working == now_is.working else "holiday-added"
    words.tell(
        key,
        day=day.strftime("%d/%m/%Y"),
        effect=words.say("holiday-work" if effect == "work" else "holiday-off"),
        before=was.why,
        version=version,
    )


def _law(config: Path | None) -> Law:
    """The law of the config named or found; where there is none, that of the program alone."""
    from bot.law import Laws, laws_of
    from bot.store import holds_data

    if config is None and not Path(CONFIG_NAME).exists():
        return Laws().made_of(())
    settings = load_settings(config)
    laws = laws_of(settings)
    return asyncio.run(_in_store(settings, laws.of)) if holds_data(settings) else laws.made_of(())


async def _in_store(settings: Settings, do: Callable[[Session], T], *, writes: bool = False) -> T:
    from bot.store import opened

    async with opened(settings, new=writes) as store:
        return await (store.database.write(do) if writes else store.database.read(do))
