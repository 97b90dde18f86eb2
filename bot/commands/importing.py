"""`tiengdan import` and `tiengdan export`: registers in and out, as JSON lines."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Final, NoReturn

import click

from bot.commands.base import FAILED, WRONG_USE, Command, config_option, load_settings, terminal, waiting
from cases.records import record

if TYPE_CHECKING:
    from bot.importing.lines import Line, Problem
    from bot.importing.preview import Say
    from bot.importing.register import Register
    from bot.importing.rows import Slip, Table
    from bot.importing.store import Stored
    from bot.settings import Settings
    from locales import Locales

SORTS: Final = ("reception", "case", "event", "activity", "voter_petition")
SHOWN: Final = 100
"""So many wrong lines are named; of the others the number is told."""


@click.command(name="import", cls=Command, help="cmd-import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "map_file", type=click.Path(path_type=Path), default=None, help="flag-map")
@click.option("--preview", is_flag=True, help="flag-preview")
@config_option
def import_(file: Path, map_file: Path | None, preview: bool, config: Path | None) -> None:
    """Bring registers in, all lines or none."""
    from bot.importing.lines import LinesError, own_topics
    from bot.importing.preview import notes, preview_lines
    from locales import Locales

    settings = load_settings(config)
    say = partial(_say, Locales(), terminal().language)
    found = _read(file, map_file, settings, say, only_sheets=preview or map_file is not None)
    slips, problems = found.register.slips() if found.register else [], found.problems
    if found.register is not None:
        for text in preview_lines(found.register, say) if preview else notes(found.register, say):
            click.echo(text, err=not preview)
    if slips or problems:
        _refuse(slips, problems, say)
    if preview:
        return
    try:
        stored, coming = asyncio.run(_store(found.lines, settings, say))
    except LinesError as error:
        if found.register is not None:
            _refuse([found.register.slip(problem) for problem in error.problems], [], say)
        _refuse([], error.problems, say)
    for sort in SORTS:
        numbers = [each.get(sort, 0) for each in (stored.new, stored.changed, stored.same)]
        if any(numbers):
            names = dict(zip(("added", "changed", "same"), numbers, strict=True))
            click.echo(say("import-done", sort=say(f"import-sort-{sort.replace('_', '-')}"), **names))
    if coming:
        click.echo(say("import-days-coming", count=len(coming), day=f"{max(coming):%d/%m/%Y}"), err=True)
    if strange := own_topics(found.lines) - {topic.code for topic in settings.own_topics}:
        click.echo(say("import-own-topics-unknown", topics=", ".join(sorted(strange))), err=True)
    if not found.lines:
        click.echo(say("import-empty"))


@click.command(cls=Command, help="cmd-export")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="flag-export-out")
@config_option
def export(out: Path | None, config: Path | None) -> None:
    """Write everything that counts."""
    from locales import Locales

    settings = load_settings(config)
    words, lang = Locales(), terminal().language

    async def work() -> list[str]:
        from bot.importing.export import export as lines
        from bot.store import opened

        async with opened(settings) as store:
            return await store.database.read(lambda db: list(lines(db)))

    with waiting(words.say("export-reading", lang)):
        text = "".join(f"{line}\n" for line in asyncio.run(work())).encode()
    if out is None:
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text)
        part.replace(out)
    except OSError:
        part.unlink(missing_ok=True)
        click.echo(words.say("export-failed", lang, file=str(out)), err=True)
        click.get_current_context().exit(FAILED)
    click.echo(words.say("export-written", lang, file=str(out), count=text.count(b"\n")), err=True)


@record(frozen=True, slots=True)
class _Found:
    """What a file holds: its lines, what is wrong with some, and the register where it is a sheet."""

    lines: list[tuple[int, Line]]
    problems: list[Problem]
    register: Register | None = None


def _read(file: Path, map_file: Path | None, settings: Settings, say: Say, *, only_sheets: bool) -> _Found:
    """What is in the file; ends the command where that cannot be known."""
    from bot.importing.grids import RegisterError, is_sheet
    from bot.importing.heading import Map, read_map
    from bot.importing.lines import read
    from bot.importing.register import read_register

    def give_up(text: str) -> NoReturn:
        click.echo(text, err=True)
        click.get_current_context().exit(WRONG_USE)

    try:
        content = file.read_bytes()
    except OSError:
        give_up(say("import-file-unreadable", file=str(file)))
    sheet = is_sheet(content, file.suffix)
    if only_sheets and not sheet:
        give_up(say("sheet-only-xlsx"))
    if not sheet:
        with _progress(say("import-reading")) as progress:
            found = read(content, progress)
        return _Found(found.lines, found.problems)
    try:
        with waiting(say("import-reading")):
            own = read_map(map_file.read_bytes()) if map_file is not None else Map()
            register = read_register(content, own, settings.tree, settings.own_topics)
    except OSError:
        give_up(say("import-file-unreadable", file=str(map_file)))
    except RegisterError as error:
        missing = error.key == "sheet-column-missing"
        named = say("sheet-field-" + error.value.replace("_", "-")) if missing else error.value
        give_up(say(error.key, value=named, sheet=error.sheet, others=error.others or "none"))
    return _Found(register.lines(), [], register)


async def _store(lines: list[tuple[int, Line]], settings: Settings, say: Say) -> tuple[Stored, list[date]]:
    """Store the lines, in small steps between which others may write; and the days of theirs that are yet to come.
    Raises LinesError."""
    from bot.clock import clock_for
    from bot.importing.lines import days_after
    from bot.importing.store import Terms, bring_in_by_steps
    from bot.law import laws_of
    from bot.store import opened
    from bot.upkeep import count_all
    from cases.codes import make_code
    from cases.dates import local_day
    from cases.deadlines import first

    async with opened(settings, new=True) as store:
        law = await store.database.read(laws_of(settings).of)

        @cache
        def due(kind: str, received_on: date, anonymous: bool) -> tuple[str, str]:
            found = first(kind, received_on, anonymous=anonymous, calendar=law.calendar, rules=law.rules)
            return found.on.isoformat(), found.rule

        units = [unit.code for unit in settings.tree]
        now = clock_for(settings, os.environ)()
        terms = Terms(units, lambda: make_code(_draw), due, now)
        with _progress(say("import-storing", count=len(lines))) as progress:
            stored = await bring_in_by_steps(store.database, lines, terms, progress)
        await count_all(store.database)
        return stored, days_after(lines, local_day(now))


def _refuse(slips: Sequence[tuple[Table, Slip]], problems: Sequence[Problem], say: Say) -> NoReturn:
    """Say what is wrong, and that nothing was stored."""
    from bot.importing.preview import slip_lines

    said = [*slip_lines(slips, say)]
    for problem in problems:
        reason = say(f"import-reason-{problem.reason}", value=problem.value)
        field = problem.field or say("import-whole-line")
        said.append(say("import-problem", line=str(problem.line), field=field, reason=reason))
    for text in said[:SHOWN]:
        click.echo(text, err=True)
    if len(said) > SHOWN:
        click.echo(say("import-problems-more", count=len(said) - SHOWN), err=True)
    click.echo(say("import-refused", count=len(slips) + len(problems)), err=True)
    click.get_current_context().exit(FAILED)


def _say(words: Locales, lang: str, key: str, /, **arguments: str | int) -> str:
    return words.say(key, lang, **arguments)


def _draw(below: int) -> int:
    """A number below a small one, from the machine's own source of chance, many times a second."""
    return int.from_bytes(token_bytes(8), "big") % below


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
