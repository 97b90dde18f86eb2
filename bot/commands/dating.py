"""`tiengdan deadline` and `tiengdan holidays`: the law's own days."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from bot.commands.base import WRONG_USE, Command, CommandError, Group, terminal
from cases.kinds import KINDS

EVENTS = ("received", "accepted", "forwarded", "decided")


@click.command(cls=Command, help="cmd-deadline")
@click.option("--kind", type=click.Choice(KINDS), help="flag-kind")
@click.option("--event", type=click.Choice(EVENTS), help="flag-event")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="flag-on")
@click.option("--anonymous", is_flag=True, help="flag-anonymous")
@click.option("--complex", "hard", is_flag=True, help="flag-complex")
@click.option("--remote", is_flag=True, help="flag-remote")
@click.option("--instance", type=click.IntRange(1, 2), default=1, help="flag-instance")
@click.option("--json", "as_json", is_flag=True, help="flag-json")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False), help="flag-batch")
def deadline(
    kind: str | None,
    event: str | None,
    day: datetime | None,
    anonymous: bool,
    hard: bool,
    remote: bool,
    instance: int,
    as_json: bool,
    batch: Path | None,
) -> None:
    """Due dates that an event starts."""
    from cases.calendar import Calendar
    from cases.deadlines import due

    if batch is not None:
        _batch(batch)
        return
    if kind is None or event is None or day is None:
        raise CommandError("deadline-needs", WRONG_USE)
    try:
        found = due(
            kind,
            event,
            day.date(),
            calendar=Calendar(),
            anonymous=anonymous,
            complex=hard,
            remote=remote,
            instance=instance,
        )
    except ValueError as error:
        raise CommandError("deadline-failed", reason=str(error)) from None
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


def _batch(path: Path) -> None:
    from cases.calendar import Calendar
    from cases.deadlines import explain_lines

    try:
        with path.open(encoding="utf-8") as lines:
            for answer in explain_lines(lines, calendar=Calendar()):
                click.echo(answer)
    except OSError:
        raise CommandError("file-unreadable", WRONG_USE, file=str(path)) from None
    except (ValueError, TypeError) as error:
        raise CommandError("deadline-failed", reason=str(error)) from None


@click.group(cls=Group, help="cmd-holidays")
def holidays() -> None:
    """Hold the commands about days off."""


@holidays.command("list", help="cmd-holidays-list")
@click.option("--year", type=click.IntRange(2013, 2100), help="flag-year")
@click.option("--json", "as_json", is_flag=True, help="flag-json")
def list_days(year: int | None, as_json: bool) -> None:
    """Days of a year that differ from the plain week."""
    from bot.clock import system_now
    from cases.calendar import Calendar
    from cases.dates import local_day

    rows = Calendar().holidays_list(year or local_day(system_now()).year)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    words = terminal()
    for row in rows:
        click.echo(
            words.say(
                "holiday-line",
                day=str(row["date"]),
                effect=words.say("holiday-work" if row.get("effect") == "work" else "holiday-off"),
                reason=str(row.get("reason", row.get("why", ""))),
            )
        )
