"""What every test shares: the switch that rewrites transcripts, and the rule that the build machine skips nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import Final

import pytest
import structlog

from tests import databases

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


def pytest_unconfigure() -> None:
    databases.close()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With CI=true a skip fails the run: what is missing there must be installed, not overlooked."""
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
