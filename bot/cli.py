"""The command line: which commands there are and where each lives; a module is imported when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import resource
from collections.abc import Mapping
from typing import Final

import click

from bot.commands.base import Group

COMMANDS: Final[Mapping[str, str]] = {
    "run": "bot.commands.running:run",
    "demo": "bot.commands.running:demo",
    "init": "bot.commands.setup:init",
    "doctor": "bot.commands.setup:doctor",
    "migrate": "bot.commands.setup:migrate",
    "backup": "bot.commands.keeping:backup",
    "restore": "bot.commands.keeping:restore",
    "key": "bot.commands.keeping:key",
    "retention": "bot.commands.retaining:retention",
    "chat": "bot.commands.chatting:chat",
    "staff": "bot.commands.staff:staff",
    "units": "bot.commands.listing:units",
    "zalo": "bot.commands.zalo:zalo",
    "audit": "bot.commands.setup:audit",
    "report": "bot.commands.reporting:report",
    "close": "bot.commands.closing:close",
    "tallies": "bot.commands.closing:tallies",
    "import": "bot.commands.importing:import_",
    "export": "bot.commands.importing:export",
    "deadline": "bot.commands.dating:deadline",
    "holidays": "bot.commands.dating:holidays",
    "classify": "bot.commands.judging:classify",
    "language": "bot.commands.judging:language",
}


ALONE: Final = "OPENBLAS_NUM_THREADS"
"""numpy's library of matrices starts a thread for each core when it is loaded, 0.08 s of the first letter on two cores;
ours are too small to be shared out."""


NEW_OBJECTS: Final = 10_000
"""So many between two looks of the collector of cycles, not 700: to look again and again through what is being loaded,
where next to nothing is in cycles, took a tenth of the start."""

NO_CORE_BYTES: Final = 1
"""A core dump would hold letters and keys. Less than a page, so no file is written; and 1, not 0, because that alone
stops the kernel from handing one to a program that collects them, too."""


class _Root(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        os.environ.setdefault(ALONE, "1")
        gc.set_threshold(NEW_OBJECTS)
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (NO_CORE_BYTES if hard else 0, hard))
        module, _, name = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Root, help="cmd-root", context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Hold the commands."""
