"""What every test shares: the switch that rewrites transcripts, the rule that the build machine skips nothing, and how
several processes share the work."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest
import structlog
from hypothesis import HealthCheck, settings

from tests import databases

pytest_plugins = ["tests.stores"]
# How fast random input is made says nothing of the program, but much of what else this machine is doing.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
ROOT: Final = Path(__file__).parents[1]


def _no_number(truth: bool) -> int:
    """PostgreSQL takes no truth for a number: what a test writes to a file shall be writable there."""
    raise TypeError(f"{truth} is given to a statement: int() makes a number of it")


sqlite3.register_adapter(bool, _no_number)
LONGEST_FIRST: Final = (
    "tests/browser/test_program.py",
    "tests/faults/test_kill.py",
    "tests/bot/test_turn_faults.py",
    "tests/faults/test_processes.py",
    "tests/browser/test_chat_page.py",
    "tests/faults/test_points.py",
    "tests/faults/test_office.py",
    "tests/faults/test_zalo_drive.py",
    "tests/bot/test_turn_transcripts.py",
    "tests/bot/test_courier_outage.py",
    "tests/bot/importing/test_figures.py",
    "tests/handlers/test_machine.py",
    "tests/cases/test_tallied.py",
    "tests/channels/telegram/test_telegram_updates_mutated.py",
)
"""Files that several processes begin with: one that takes a minute and begins last makes all wait a minute for it.
After them those of many tests; what comes last is short."""
MAY_BE_SKIPPED: Final[dict[str, str]] = {}
"""Tests that may be skipped on the build machine: the end of their name -> why. Short, and every line has a reason."""


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """A test that sets up the program's logs leaves none of it to the next: its stream is closed by then."""
    before = {logger: (logger.level, logger.handlers[:], logger.propagate) for logger in _loggers()}
    yield
    structlog.reset_defaults()
    for logger in _loggers():
        logger.level, logger.handlers, logger.propagate = before.get(logger, (logging.NOTSET, [], True))
    logging.getLogger().manager._clear_cache()  # type: ignore[attr-defined]


def _loggers() -> list[logging.Logger]:
    known = logging.Logger.manager.loggerDict.values()
    return [logging.getLogger(), *(logger for logger in known if isinstance(logger, logging.Logger))]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write down what the bot says in tests/transcripts/*.chat")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """One of several processes imports a share of the tests first: what it has compiled the others find ready."""
    worker = getattr(session.config, "workerinput", None)
    if worker is None:
        return
    number = int(worker["workerid"].removeprefix("gw"))
    for path in sorted((ROOT / "tests").rglob("test_*.py"))[number :: worker["workercount"]]:
        with suppress(Exception, pytest.skip.Exception):  # it is collected later, and told of then
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):
        return
    tests = Counter(item.path for item in items)
    rank = {ROOT / name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: (rank.get(item.path, len(rank)), -tests[item.path]))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With CI=true a skip fails the run: what is missing there must be installed, not overlooked."""
    databases.close()  # a process that has said that it is through has ten seconds left
    if os.environ.get("CI") != "true" or hasattr(session.config, "workerinput"):
        return
    if _skipped(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    names = _skipped(config)
    if os.environ.get("CI") == "true" and names:
        terminalreporter.section("skipped, and CI=true: the run fails")
        for name in names:
            terminalreporter.write_line(name)


def _skipped(config: pytest.Config) -> list[str]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter is not None else []
    names = [report.nodeid for report in reports if not hasattr(report, "wasxfail")]
    return [name for name in names if not any(name.endswith(end) for end in MAY_BE_SKIPPED)]
