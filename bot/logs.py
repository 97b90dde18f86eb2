"""The log: events by name with a closed list of facts, so that nothing a resident wrote can get into it."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, Final, TextIO, cast

from bot.without import without

# What structlog would paint tracebacks with, and what it would hold its context in for greenlets: six megabytes and a
# tenth of the start, and our log tells of an error no more than its class.
with without("rich", "better_exceptions", "greenlet"):
    import structlog

FACTS: Final = frozenset(
    {
        "address", "age_seconds", "attachment", "broken", "case", "channel", "code", "count", "delay_seconds",
        "error", "event_id", "file", "id", "item", "kind", "level", "logger", "milliseconds", "mode", "name",
        "outbox", "path", "pid", "port", "problem", "reason", "schema", "seconds", "signal", "size", "sort",
        "status", "subject", "task", "timer", "timestamp", "tries", "unit", "units", "version", "where",
    }
)  # fmt: skip
"""Names of facts that a log line may carry. Each holds a number, an id of ours or a word from our own code."""

_LONGEST_FACT: Final = 200
_EVENT: Final = re.compile(r"^[a-z][a-z0-9_.-]*$")

# Libraries that would write addresses with a token, message bodies or peers.
_SILENT: Final = (
    "telegram", "telegram.ext", "aiohttp", "aiohttp.access", "aiohttp.client", "httpx", "httpcore",
    "asyncio", "aiosqlite", "psycopg", "psycopg.pool", "PIL", "multipart", "python_multipart", "watchfiles",
    "uvicorn", "uvicorn.error", "uvicorn.access",
)  # fmt: skip


def start(*, pretty: bool | None = None, level: int = logging.INFO) -> None:
    """Send structured lines to standard error: JSON, or easy to read on a terminal."""
    pretty = sys.stderr.isatty() if pretty is None else pretty
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if pretty else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_known_facts,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Unfailing(sys.stderr))),
        cache_logger_on_first_use=False,
    )
    tame_libraries()


def tame_libraries() -> None:
    """Let other people's code say only that something failed, by the name of the logger and the error's class."""
    handler = _ClassesOnly()
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.ERROR)
    for name in _SILENT:
        logger = logging.getLogger(name)
        logger.handlers = []
        logger.propagate = True
        logger.setLevel(logging.ERROR)


def keep_known_facts(_logger: Any, _method: str, facts: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every fact that is not in the list, and every event that is not a plain name."""
    event = facts.pop("event", "")
    kept = {name: _plain(value) for name, value in facts.items() if name in FACTS}
    dropped = len(facts) - len(kept)
    kept["event"] = event if isinstance(event, str) and _EVENT.match(event) else "unnamed"
    if dropped:
        kept["count"] = dropped if kept["event"] == "unnamed" else kept.get("count", dropped)
    return kept


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, BaseException):
        return type(value).__name__
    return str(value)[:_LONGEST_FACT]


class _Unfailing:
    """Where lines go. A log on a full disk, or one that nobody reads any more, stops no letter."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._stream.flush()


class _ClassesOnly(logging.Handler):
    """Writes which library failed and with which class of error: never its words."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        structlog.get_logger().error("library.failed", logger=record.name, error=error, where=record.funcName)
