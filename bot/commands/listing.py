"""`tiengdan units`: the list of units, from a sheet to a file that the config names."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.base import WRONG_USE, Command, CommandError, Group, config_option, terminal

DEFAULT = "units.jsonl"


@click.group(cls=Group, help="cmd-units")
def units() -> None:
    """Hold the commands about units."""


@units.command("import", cls=Command, help="cmd-units-import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="flag-units-out")
@click.option("--check", is_flag=True, help="flag-units-check")
@config_option
def import_(file: Path, out: Path | None, check: bool, config: Path | None) -> None:
    """Bring a list in whole, or not at all."""
    from bot.commands.base import CONFIG_NAME
    from bot.settings import read_data, units_file, with_units
    from bot.unit_list import UnitListError, as_lines, read_rows

    words = terminal()
    path = config or Path(CONFIG_NAME)
    data = read_data(path)
    try:
        rows = read_rows(file.read_bytes())
    except OSError:
        raise CommandError("units-file-unreadable", WRONG_USE, file=str(file)) from None
    except UnitListError as error:
        reason = words.say(error.reason, value=error.value, sheet=error.sheet)
        if not error.line:
            raise CommandError("units-wrong-file", WRONG_USE, file=str(file), reason=reason) from None
        where = {"line": str(error.line), "column": error.column or "none"}
        raise CommandError("units-wrong", WRONG_USE, file=str(file), reason=reason, **where) from None
    if not rows:
        raise CommandError("units-wrong-file", WRONG_USE, file=str(file), reason=words.say("units-empty"))
    with_units(data, str(path), rows, str(file))
    if check:
        words.tell("units-fine", count=len(rows))
        return
    named = units_file(data)
    target = out or named or Path(DEFAULT)
    part = target.with_name(target.name + ".part")
    part.write_text(as_lines(rows), encoding="utf-8")
    part.replace(target)
    words.tell("units-imported", count=len(rows), file=str(target))
    if named is None or named.resolve() != target.resolve():
        words.tell("units-name-it", file=str(target))
