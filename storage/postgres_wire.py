"""Statements on their way to PostgreSQL: sent one behind the other, waited for only where somebody reads the rows."""

from __future__ import annotations

import re
import select
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any, Final, NoReturn

import psycopg
from psycopg import abc
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import LockNotAvailable, error_from_result
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGresult

from cases.records import record

Row = dict[str, Any]

PREPARE_AT: Final = 3
"""From this use on, a connection lets the server keep the plan of a statement."""
MOST_ON_THE_WAY: Final = 100
"""Statements that nobody waits for. Of more, both ends could be writing with nobody reading."""

_TEXT: Final = 0
_BINARY: Final = 1
_UNKNOWN: Final = 0
_BYTEA: Final = 17
_BIGINT: Final = 20
_INTEGER: Final = 23
_INTEGERS: Final = range(-(2**31), 2**31)
_PLACE: Final = re.compile(r"%\((\w+)\)s")
_ANSWERS: Final = re.compile(r"\A\s*(SELECT|WITH|VALUES)\b|\bRETURNING\b", re.IGNORECASE)
_NO: Final = b"\x00"
_NOTHING: Final[Mapping[str, Any]] = {}
_GOOD: Final = (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)


@record(frozen=True, slots=True)
class Statement:
    """A statement as the server's own protocol wants it: places are numbered, `names` says what stands in each."""

    text: bytes
    names: tuple[str, ...] = ()
    answers: bool = False
    """Whether it has rows."""
    keep: bool = True
    """Whether it comes in this form often enough to be prepared."""


_COMMIT: Final = Statement(b"COMMIT")


@lru_cache(maxsize=2048)
def statement(text: str, keep: bool = True) -> Statement:
    """A statement whose places are written %(name)s."""
    names = tuple(dict.fromkeys(_PLACE.findall(text)))
    numbered = _PLACE.sub(lambda place: f"${names.index(place[1]) + 1}", text).replace("%%", "%")
    return Statement(numbered.encode(), names, _ANSWERS.search(text) is not None, keep)


@dataclass(slots=True)
class _Use:
    """A statement with values of certain types, on one connection."""

    name: bytes = b""
    """Under which the server keeps it; empty while it does not."""
    times: int = 0
    transformer: abc.Transformer | None = None
    make: Callable[[Sequence[Any]], Row] = dict


@dataclass(slots=True, eq=False)
class Answer:
    """The answer to one statement, once it has come."""

    use: _Use
    must: bool = False
    result: PGresult | None = None


class Wire:
    """What goes over one connection within a transaction; between two, nothing is on the way.

    A statement that fails breaks its transaction. Where nobody waited for it, whatever is asked next raises it, at the
    latest `settle` or `commit`; from then until `undo` everything raises an OperationalError.
    """

    __slots__ = ("_connection", "_fresh", "_names", "_on_the_way", "_pg", "_piped", "_poll", "_uses", "problem")

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._pg = connection.pgconn
        self._poll = select.poll()
        self._poll.register(self._pg.socket, select.POLLIN)
        self._piped = False
        self._uses: dict[tuple[bytes, tuple[int, ...]], _Use] = {}
        self._fresh: list[_Use] = []
        self._names = count(1)
        self._on_the_way: deque[Answer] = deque()
        """Each answer that is still to come."""
        self.problem: psycopg.Error | None = None
        """What broke the transaction."""

    @property
    def broken(self) -> bool:
        """Whether the connection is gone."""
        return self._pg.status == ConnStatus.BAD

    @property
    def doubtful(self) -> bool:
        """Whether an answer that must be yes is still to come."""
        return any(answer.must for answer in self._on_the_way)

    def send(self, what: Statement, values: Mapping[str, Any] = _NOTHING, *, must: bool = False) -> None:
        """Send a statement without waiting. With `must` it raises LockNotAvailable where it answers no."""
        self.put(what, values, must=must)
        if len(self._on_the_way) >= MOST_ON_THE_WAY:
            self.settle()

    def ask(self, what: Statement, values: Mapping[str, Any]) -> list[Any]:
        """Send a statement and wait for it and all before it; its rows, dicts."""
        return self.rows_of(self.put(what, values))

    def rows_of(self, answer: Answer) -> list[Any]:
        """The rows of a statement that was `put`, dicts; waits for it and all before it."""
        if answer.result is None:
            if self.problem is None:
                self._pg.send_flush_request()
            self._collect()
        if answer.result is None:
            raise psycopg.OperationalError("the transaction is broken") from self.problem
        return _rows(answer.use, answer.result, self._connection)

    def settle(self) -> None:
        """Wait for everything on the way; then the connection may be used by other means."""
        if self._piped:
            self._pg.pipeline_sync()
            try:
                self._collect()
            finally:
                self._leave()

    def commit(self) -> None:
        """Commit. Where this raises and the connection is not `broken`, it certainly was not."""
        answer = self.put(_COMMIT, _NOTHING)
        self._pg.pipeline_sync()
        try:
            self._collect()
        finally:
            self._leave()
        if answer.result is None or answer.result.command_status != _COMMIT.text:
            raise psycopg.OperationalError("the transaction was broken off")

    def undo(self, how: Statement) -> None:
        """Roll back, wholly or to a savepoint, whatever is on the way and whatever became of it."""
        try:
            self.settle()
        except psycopg.Error:
            if self.broken:
                return
        self.problem = None
        self.send(how)

    def put(self, what: Statement, values: Mapping[str, Any], *, must: bool = False) -> Answer:
        """Send a statement without waiting; where its answer will be."""
        if self.problem is not None:
            raise psycopg.OperationalError("the transaction is broken") from self.problem
        raw, formats, types = self._dumped([values[name] for name in what.names])
        key = (what.text, types)
        use = self._uses.get(key)
        if use is None:
            use = _Use()
            if what.keep:
                self._uses[key] = use
        if not self._piped:
            self._pg.enter_pipeline_mode()
            self._piped = True
        use.times += 1
        if use.times == PREPARE_AT:
            use.name = b"tiengdan%d" % next(self._names)
            self._pg.send_prepare(use.name, what.text, types)
            self._on_the_way.append(Answer(use))
            self._fresh.append(use)
        if use.name:
            self._pg.send_query_prepared(use.name, raw, formats, _BINARY)
        else:
            self._pg.send_query_params(what.text, raw, types, formats, _BINARY)
        answer = Answer(use, must)
        self._on_the_way.append(answer)
        return answer

    def _dumped(self, values: list[Any]) -> tuple[list[Any], list[int], tuple[int, ...]]:
        raw: list[Any] = []
        formats: list[int] = []
        types: list[int] = []
        for value in values:
            kind = type(value)
            if kind is str:
                if "\0" in value:
                    raise psycopg.DataError("a text cannot hold a NUL")
                raw.append(value.encode())
                formats.append(_TEXT)
                types.append(_UNKNOWN)
            elif kind is bytes:
                raw.append(value)
                formats.append(_BINARY)
                types.append(_BYTEA)
            elif kind is int:
                raw.append(b"%d" % value)
                formats.append(_TEXT)
                types.append(_INTEGER if value in _INTEGERS else _BIGINT)
            elif value is None:
                raw.append(None)
                formats.append(_TEXT)
                types.append(_UNKNOWN)
            else:
                transformer = Transformer(self._connection)
                raw += transformer.dump_sequence([value], [PyFormat.AUTO])
                formats += transformer.formats or ()
                types += transformer.types or ()
        return raw, formats, tuple(types)

    def _collect(self) -> None:
        """Read the answers of all that is on the way; raises what the first that failed says."""
        failed: PGresult | None = None
        refused = False
        try:
            self._flush()
            while self._on_the_way:
                result = self._next()
                if result is None or self.broken:
                    raise psycopg.OperationalError("the connection is gone")
                answer = self._on_the_way.popleft()
                if result.status in _GOOD:
                    answer.result = result
                    refused = refused or (answer.must and result.get_value(0, 0) == _NO)
                else:
                    failed = failed or result
                self._pg.get_result()  # what parts it from the next
        except psycopg.Error as error:
            self._on_the_way.clear()
            self.problem = error
            raise
        if failed is not None:
            self._fail(error_from_result(failed))
        self._fresh.clear()
        if refused:
            raise LockNotAvailable

    def _fail(self, problem: psycopg.Error) -> NoReturn:
        self.problem = problem
        # What should have been prepared behind it was not.
        for use in self._fresh:
            use.name, use.times = b"", 0
        self._fresh.clear()
        raise problem

    def _leave(self) -> None:
        """Read the mark behind everything that was on the way."""
        self._piped = False
        if not self.broken:
            self._next()
            self._pg.exit_pipeline_mode()

    def _flush(self) -> None:
        while self._pg.flush():
            # The other end reads nothing before somebody reads what it says.
            self._poll.modify(self._pg.socket, select.POLLIN | select.POLLOUT)
            self._poll.poll()
            self._poll.modify(self._pg.socket, select.POLLIN)
            self._pg.consume_input()

    def _next(self) -> PGresult | None:
        while self._pg.is_busy():
            self._poll.poll()
            self._pg.consume_input()
        return self._pg.get_result()


def _rows(use: _Use, result: PGresult, connection: psycopg.Connection[Any]) -> list[Row]:
    reader = use.transformer
    if reader is None:
        reader = use.transformer = Transformer(connection)
        reader.set_pgresult(result)
        encoding = connection.info.encoding
        use.make = _maker([(result.fname(column) or b"").decode(encoding) for column in range(result.nfields)])
    else:
        reader.set_pgresult(result, set_loaders=False)
    try:
        return reader.load_rows(0, result.ntuples, use.make)
    finally:
        reader.set_pgresult(None, set_loaders=False)


def _maker(names: list[str]) -> Callable[[Sequence[Any]], Row]:
    return lambda values: dict(zip(names, values, strict=True))
