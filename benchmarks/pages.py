"""`python -m benchmarks.pages`: a work list of many open letters, and the memory that many open pages cost."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from storage import worklist
from storage.database import Database, _Sqlite, hop
from storage.vault import Vault, make_keys

UNITS = 126
DAYS = 40
FIRST = date(2026, 11, 1)
TRIES = 5
INSERT = """INSERT INTO cases (id, code, draft, conversation, owner, channel, unit, kind, topic, proposed_kind, status,
    language, received_at, received_on, due_on, due_rule, officer, changed_at)
VALUES (?, ?, ?, '', '', 'web', ?, 'khac', 'khac', 'khac', 'registered', 'vi', ?, '2026-11-01', ?, 'r', ?, '')"""


async def work_list(cases: int) -> None:
    """How long the counts and the first page of the work list take."""
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{folder}/bench.db", Vault(make_keys()))
        assert isinstance(database, _Sqlite)
        writer = database._writer

        def fill() -> None:
            rows = (
                (
                    f"c{n}",
                    f"TD-{n}",
                    f"d{n}",
                    f"P{n % UNITS:03}",
                    f"2026-11-01T00:{n % 60:02}",
                    (FIRST + timedelta(days=n * 7 % DAYS)).isoformat(),
                    f"o{n % 9}",
                )
                for n in range(cases)
            )
            writer._conn.execute("BEGIN")
            writer._conn.executemany(INSERT, rows)
            writer._conn.execute("COMMIT")

        await hop(writer, fill)
        today = FIRST + timedelta(days=DAYS // 2)
        for name, units in (("one ward", ["P001"]), ("the city", [f"P{n:03}" for n in range(UNITS)])):
            best = []
            for _ in range(TRIES):
                began = time.perf_counter()
                await database.read(worklist.counts, units, "o1", today)
                await database.read(worklist.page, units)
                best.append(time.perf_counter() - began)
            print(f"{cases:,} open letters, {name}: counts and first page {min(best) * 1000:.1f} ms")
        await database.close()


async def open_pages(pages: int) -> None:
    """How much memory the program has with nobody there, and with many residents who only look."""
    with tempfile.TemporaryDirectory() as folder:
        port = 8189
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "demo", "--port", str(port), cwd=folder, stdout=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": str(Path.cwd()), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )  # fmt: skip
        held = []
        try:
            await _answers(port)
            await asyncio.sleep(3)
            print(f"nobody there: {_resident(program.pid):.0f} MiB")
            for _ in range(pages):
                held.append(await _stream(port))
            await asyncio.sleep(3)
            print(f"{pages:,} open residents: {_resident(program.pid):.0f} MiB")
        finally:
            for writer in held:
                writer.close()
            program.terminate()
            await program.wait()


async def _answers(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.2)
        else:
            writer.close()
            return
    raise SystemExit("the program did not start")


async def _stream(port: int) -> asyncio.StreamWriter:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    token = secrets.token_urlsafe(32)
    asked = f"GET /chat/stream?after=0 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: td={token}\r\n\r\n"
    writer.write(asked.encode())
    await writer.drain()
    await reader.readuntil(b"event: ready")
    return writer


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    asked.add_argument("--cases", type=int, default=100_000)
    asked.add_argument("--residents", type=int, default=2_000)
    wanted = asked.parse_args()
    print(datetime.now(UTC).strftime("%d/%m/%Y"))
    asyncio.run(work_list(wanted.cases))
    asyncio.run(open_pages(wanted.residents))


if __name__ == "__main__":
    main()
