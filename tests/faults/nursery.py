"""Processes of the program that begin loaded: a clean process that has imported it forks each of them.

A start costs three seconds of which almost all is importing; what these tests prove begins after that. Each is a
process of its own, killed by real signals. That the program starts from nothing is proven elsewhere (tests/browser
starts it by its command line).
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.faults.loaded"])


def begin(arguments: Sequence[str], folder: Path, log: Path, environment: Mapping[str, str]) -> ForkServerProcess:
    """`tiengdan` with these arguments in a process of its own, which writes into `log`; it goes when the tests end."""
    return begin_with(_command, tuple(arguments), folder, log, dict(environment))


def begin_with(work: Callable[..., None], *arguments: object) -> ForkServerProcess:
    """Any work in such a process."""
    process = CONTEXT.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def write_into(log: Path) -> None:
    """Send what this process says into a file, from now on."""
    sys.stdout.flush()
    sys.stderr.flush()
    with log.open("ab") as opened:
        for stream in (1, 2):
            os.dup2(opened.fileno(), stream)


def _command(arguments: tuple[str, ...], folder: Path, log: Path, environment: dict[str, str]) -> None:
    write_into(log)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    from bot.cli import main

    main(list(arguments), prog_name="tiengdan")
