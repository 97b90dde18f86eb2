"""What is sent to PostgreSQL without waiting for it, and turns that share a transaction there."""

from __future__ import annotations

import asyncio
import threading

import psycopg
import pytest

from storage import files
from storage.batches import Batches, Foreseen, Outcome, Work
from storage.database import Database
from storage.postgres_wire import Wire, statement
from storage.session import Session

MISFIT = "INSERT INTO no_such_table VALUES (1)"
KEY = b"\x03" * 8


def throw(db: Session, path: str) -> str:
    """Add a row."""
    files.throw_away(db, path)
    return path


def test_places_are_numbered_by_name_and_rows_are_known_by_the_statement() -> None:
    found = statement("INSERT INTO a (b, c, d) VALUES (%(b)s, %(c)s, %(b)s) RETURNING d")
    assert (found.text, found.names) == (b"INSERT INTO a (b, c, d) VALUES ($1, $2, $1) RETURNING d", ("b", "c"))
    assert found.answers
    assert statement("  select 1 %% 2").answers
    assert statement("  select 1 %% 2").text == b"  select 1 % 2"
    assert not statement("UPDATE a SET b = 1").answers


async def test_of_works_that_share_a_commit_one_that_raises_is_undone_alone(postgres: Database) -> None:
    def raising(db: Session) -> str:
        throw(db, "undone")
        raise ValueError

    outcomes = await asyncio.gather(
        postgres.write(throw, "one"), postgres.write(raising), postgres.write(throw, "two"), return_exceptions=True
    )
    assert [type(each) for each in outcomes] == [str, ValueError, str]
    assert sorted(await postgres.read(files.trash)) == ["one", "two"]


async def test_of_works_that_share_a_commit_one_that_the_server_refuses_costs_the_others_nothing(
    postgres: Database,
) -> None:
    def refused(db: Session) -> str:
        throw(db, "undone")
        db.script(MISFIT)
        return "never"

    outcomes = await asyncio.gather(
        postgres.write(throw, "one"), postgres.write(refused), postgres.write(throw, "two"), return_exceptions=True
    )
    assert [type(each) for each in outcomes] == [str, psycopg.errors.UndefinedTable, str]
    assert sorted(await postgres.read(files.trash)) == ["one", "two"]


async def test_what_failed_while_nobody_looked_is_raised_where_it_happened(postgres: Database) -> None:
    seen: list[str] = []

    def late(db: Session) -> None:
        try:
            # Sent, and refused by the server.
            db.run("timers_set", **dict.fromkeys(("name", "subject", "conversation", "due_at", "mark")))
        except psycopg.IntegrityError:
            seen.append("here")
            raise
        throw(db, "undone")

    with pytest.raises(psycopg.IntegrityError):
        await postgres.write(late)
    assert seen == ["here"]
    assert await postgres.read(files.trash) == []


async def test_what_waits_for_another_process_holds_up_nobody_who_shares_its_commit(
    postgres: Database, beside: Database
) -> None:
    holds, let_go = threading.Event(), threading.Event()

    def hold(db: Session) -> None:
        db.lock(KEY)
        files.trash(db)
        holds.set()
        let_go.wait(10)
        throw(db, "first")

    def second(db: Session) -> None:
        db.lock(KEY)
        throw(db, "second, after " + ", ".join(files.trash(db)))

    holding = asyncio.create_task(beside.write(hold))
    await asyncio.to_thread(holds.wait, 10)
    waiting = asyncio.create_task(postgres.write(second))
    others = [asyncio.create_task(postgres.write(throw, f"other {number}")) for number in range(3)]
    await asyncio.wait_for(asyncio.gather(*others), 5)
    await asyncio.wait_for(postgres.write(throw, "while one waits"), 5)
    assert not waiting.done()
    let_go.set()
    await asyncio.gather(holding, waiting)
    assert any(each.startswith("second, after") and "first" in each for each in await postgres.read(files.trash))


async def test_a_batch_that_takes_long_does_not_hold_up_the_next() -> None:
    go_on = asyncio.Event()
    ran: list[int] = []

    async def together(works: list[Work]) -> list[Outcome]:
        ran.append(len(works))
        if len(ran) == 1:
            await go_on.wait()
        return [(len(ran), None)] * len(works)

    batches = Batches(together, most_at_once=2, patience=0)  # type: ignore[arg-type]
    first = asyncio.create_task(batches.write(lambda db: None))
    while not ran:
        await asyncio.sleep(0)
    assert await asyncio.wait_for(batches.write(lambda db: None), 10) == 2
    assert not first.done()
    go_on.set()
    assert await first == 2
    assert await batches.write(lambda db: None) == 3
    await batches.finish()


async def test_turns_that_wait_together_are_committed_together(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits: list[int] = []
    whole = Wire.commit

    def counted(self: Wire) -> None:
        commits.append(1)
        whole(self)

    monkeypatch.setattr(Wire, "commit", counted)
    await asyncio.gather(*(postgres.write(throw, str(number)) for number in range(16)))
    assert len(commits) == 1


async def test_what_was_asked_ahead_is_read_once_and_by_nobody_who_shares_the_commit(postgres: Database) -> None:
    def first(db: Session) -> list[str]:
        db.ahead("trash_all")
        throw(db, "after it was asked")
        return files.trash(db) + files.trash(db)

    def leaves_it(db: Session) -> None:
        db.ahead("trash_all")
        throw(db, "later")

    found = await asyncio.gather(postgres.write(first), postgres.write(leaves_it), postgres.write(files.trash))
    assert found == [["after it was asked"], None, ["after it was asked", "later"]]


def looks(db: Session) -> list[str]:
    """Read what `foresees` has asked, then add a row."""
    seen = files.trash(db)
    throw(db, f"after {len(seen)}")
    return seen


def foresees(db: Session) -> None:
    db.ahead("trash_all")


async def test_what_works_ask_first_is_asked_before_any_of_them_runs_but_behind_one_that_says_nothing(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[int] = []
    whole = Wire._collect

    def counted(self: Wire) -> None:
        waits.append(1)
        whole(self)

    monkeypatch.setattr(Wire, "_collect", counted)
    works = [Foreseen(looks, foresees)] * 8
    found = await asyncio.gather(*(postgres.write(work) for work in works))
    assert found == [[]] * 8
    assert len(waits) <= 2, "one for what all of them asked, one for the commit"
    before = len(await postgres.read(files.trash))
    first, _, last = await asyncio.gather(
        postgres.write(works[0]), postgres.write(throw, "says nothing"), postgres.write(works[0])
    )
    assert (len(first), len(last)) == (before, before + 2)


async def test_two_works_that_lock_the_same_do_not_share_what_was_asked_before_the_first_has_run(
    postgres: Database,
) -> None:
    def head(db: Session) -> None:
        db.lock(KEY)
        db.ahead("trash_all")

    def late(db: Session) -> None:
        db.lock(KEY)
        throw(db, "late")

    work = Foreseen(looks, head)
    both = await asyncio.gather(postgres.write(work), postgres.write(work))
    assert sorted(len(seen) for seen in both) == [0, 1]
    # The lock is taken by one in front of it that did not say so.
    _, seen = await asyncio.gather(postgres.write(Foreseen(late, lambda db: None)), postgres.write(work))
    assert "late" in seen
