"""Lives of the program on PostgreSQL whose connection is cut at one chosen statement, as an administrator, a failing
network or a restarted server cuts it.

Run as a program (`python -m tests.faults.cuts FOLDER`): every statement of a filing and of an officer's action.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
import structlog

from locales import Locales
from storage.postgres_session import PostgresSession
from storage.postgres_wire import Wire
from tests.databases import close, postgres_on, postgres_server
from tests.faults.points import Points, found, judge, live

LONGEST_SECONDS = 30.0
HURRY = 0.02


class Cuts(Points):
    """Counts what is asked of the database; at the chosen statement the server ends the connection. A commit counts
    twice: cut before it, nothing was done; cut after it, all was, and nobody knows."""

    def __init__(self, server: str, fatal: int) -> None:
        super().__init__(0)
        self._admin = psycopg.connect(server, autocommit=True)
        self._statement = fatal
        self.statements = 0
        self.cut = ""
        self._began = False

    def begin(self) -> None:
        """The program has started."""
        self._began = True

    def hit(self, connection: psycopg.Connection[Any], what: str) -> bool:
        """Pass one point; whether the connection was cut there."""
        self.statements += self._began
        if not self._began or self.statements != self._statement:
            return False
        self.cut = what
        self._admin.execute("SELECT pg_terminate_backend(%s, 5000)", (connection.info.backend_pid,))
        return True

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While this holds, every statement of a session is a point."""
        run, run_many, lock = PostgresSession.run, PostgresSession.run_many, PostgresSession.lock
        commit = Wire.commit

        def struck_run(session: PostgresSession, name: str, /, **values: Any) -> Any:
            self.hit(session._connection, name)
            return run(session, name, **values)

        def struck_many(session: PostgresSession, name: str, values: Any, /) -> None:
            self.hit(session._connection, name)
            run_many(session, name, values)

        def struck_lock(session: PostgresSession, key: bytes) -> None:
            self.hit(session._connection, "lock")
            lock(session, key)

        def struck_commit(wire: Wire) -> None:
            self.hit(wire._connection, "before a commit")
            commit(wire)
            if self.hit(wire._connection, "after a commit"):
                wire._pg.exec_(b"SELECT 1")  # now this end knows it too
                raise psycopg.OperationalError("the answer to the commit never came")

        with (
            patch.object(PostgresSession, "run", struck_run),
            patch.object(PostgresSession, "run_many", struck_many),
            patch.object(PostgresSession, "lock", struck_lock),
            patch.object(Wire, "commit", struck_commit),
        ):
            yield
        self._admin.close()


def cut_at(base: Path, server: str, fatal: int, words: Locales) -> tuple[str, int, list[str]]:
    """A whole life with one cut (0: none): where it was, how many points there were, what was wrong afterwards."""
    folder = base / str(fatal)
    folder.mkdir(parents=True)
    with postgres_on(server) as url:
        (folder / "url").write_text(url, encoding="utf-8")
        return asyncio.run(_cut_at(folder, server, fatal, words))


async def _cut_at(folder: Path, server: str, fatal: int, words: Locales) -> tuple[str, int, list[str]]:
    await found(folder, words)
    cuts = Cuts(server, fatal)
    with cuts.watched():
        await asyncio.wait_for(live(folder, cuts, words, HURRY), LONGEST_SECONDS)
    return cuts.cut, cuts.statements, await judge(folder)


def main(base: Path, every: int, first: int = 1) -> None:
    """Print a line of JSON for each point: what was wrong after it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    words, server = Locales(), postgres_server()
    _, count, wrong = cut_at(base, server, 0, words)
    print(json.dumps({"point": 0, "of": count, "wrong": wrong}), flush=True)
    for fatal in range(first, count + 1, every):
        at, _, wrong = cut_at(base, server, fatal, words)
        print(json.dumps({"point": fatal, "at": at, "wrong": wrong}), flush=True)
    close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
