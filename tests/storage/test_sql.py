"""The named statements: one text for both databases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage import migrate, named
from storage.database import Database
from storage.errors import StorageError, UnknownQuery
from storage.named import Query
from storage.session import Row, Session


def explain(db: Session, query: Query) -> None:
    lists = dict.fromkeys(query.lists, 2)
    expanded = query.expanded(lists) if lists else query
    probed(db, f"EXPLAIN {expanded.sqlite if db.dialect == 'sqlite' else expanded.postgres}", expanded.sqlite)


def probed(db: Session, text: str, named_in: str = "") -> list[Row]:
    names = {match[1] for match in named._PARAMETER.finditer(named_in or text)}
    db._queries = {"probe": Query("probe", text, text)}  # type: ignore[attr-defined]
    return list(db.run("probe", **dict.fromkeys(names)))


async def test_every_statement_is_understood_by_both_databases(database: Database) -> None:
    queries = named.load()
    for name in queries.written:
        await database.read(explain, queries[name])


def test_every_statement_says_what_it_is_for() -> None:
    from importlib.resources import files

    for entry in (files("storage") / "queries").iterdir():
        if not entry.name.endswith(".sql"):
            continue
        lines = entry.read_text().splitlines()
        for number, line in enumerate(lines):
            if line.startswith("-- name:"):
                assert lines[number + 1].startswith("-- "), f"{entry.name}: {line}"


def test_parameters_are_written_for_both_drivers() -> None:
    query = named.collect(["-- name: one\n-- A trial.\nSELECT '5%' WHERE a = :a AND b IN (:b*) AND c = :a;\n"])["one"]
    assert query.sqlite == "SELECT '5%' WHERE a = :a AND b IN (:b*) AND c = :a"
    spelled = query.expanded({"b": 2})
    assert spelled.sqlite == "SELECT '5%' WHERE a = :a AND b IN (:b_0, :b_1) AND c = :a"
    assert spelled.postgres == "SELECT '5%%' WHERE a = %(a)s AND b IN (%(b_0)s, %(b_1)s) AND c = %(a)s"


def test_a_file_takes_parameters_by_number_each_once() -> None:
    queries = named.collect(
        [
            "-- name: two\n-- A trial.\nSELECT :b, :a, :b_2, :b;\n"
            "-- name: one\n-- A trial.\nSELECT :a;\n"
            "-- name: none\n-- A trial.\nSELECT 1;\n"
        ]
    )
    two, one, none = (queries[name] for name in ("two", "one", "none"))
    assert two.numbered == "SELECT ?1, ?2, ?3, ?1"
    assert two.in_order({"a": 1, "b": 2, "b_2": 3, "more": 4}) == (2, 1, 3)
    assert one.in_order({"a": b"x"}) == (b"x",)
    assert none.numbered == ""


def test_what_a_file_tells_as_the_number_of_a_new_row_is_what_a_server_returns() -> None:
    code = "".join(path.read_text() for path in Path("storage").glob("*.py"))
    used = set(re.findall(r"\.added\(\s*\"(\w+)\"", code))
    schema = "".join(text for _, _, text in migrate.migrations())
    assert used
    for name in used:
        query = named.load()[name]
        found = re.match(r"INSERT INTO (\w+).*?\bRETURNING (\w+)\b", query.sqlite, re.DOTALL)
        assert found, name
        assert re.search(rf"CREATE TABLE {found[1]} \(\s+{found[2]} integer PRIMARY KEY,", schema), name
        assert query.bare.startswith("INSERT"), name
        assert "RETURNING" not in query.bare, name


def test_two_statements_of_one_name_are_refused() -> None:
    with pytest.raises(StorageError, match="twice"):
        named.collect(["-- name: a\nSELECT 1;\n", "-- name: a\nSELECT 2;\n"])


async def test_an_unknown_statement_says_its_name(database: Database) -> None:
    with pytest.raises(UnknownQuery, match="no_such"):
        await database.read(lambda db: db.run("no_such"))


GROWING = frozenset(
    {"cases", "spells", "persons", "consents", "clocks", "sketches", "audit", "audit_heads", "conversations"}
    | {"inbox", "outbox", "timers", "counted", "attachments", "mailbox"}
)
"""Of these there is a row for every letter or message that ever came."""
SELDOM = frozenset(
    {"conversations_regulars", "conversations_count_gone", "inbox_last", "mailbox_purge", "erasing_messages"}
    | {"attachments_paths", "attachments_stale", "audit_heads_all", "timers_forget_all"}
)
"""Statements of a start, of the doctor, of erasing: the rest of what turns and the clock ask finds its rows."""
OF_OTHERS = ("counts_", "registers_", "search_", "tallies_", "worklist_", "transfer_", "rekey_")
"""What is asked for by an officer, or read in the order of an index to its limit."""


def whole_tables(db: Session, query: Query) -> set[str]:
    """Which of the growing tables a statement goes through from end to end, on SQLite without statistics."""
    partial = {row["name"] for row in probed(db, "SELECT name FROM sqlite_master WHERE sql LIKE '%INDEX%WHERE%'")}
    found = set()
    expanded = query.expanded(dict.fromkeys(query.lists, 2)) if query.lists else query
    for row in probed(db, f"EXPLAIN QUERY PLAN {expanded.sqlite}"):
        scan = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", row["detail"])
        if scan and scan[2] not in partial:
            named_so = re.search(rf"\b(\w+)(?: AS)? {scan[1]}\b(?! *\()", query.sqlite)
            table = named_so[1] if named_so and named_so[1] in GROWING else scan[1]
            found |= {table} & GROWING
    return found


async def test_no_statement_of_a_turn_or_of_every_minute_goes_through_all_letters(sqlite: Database) -> None:
    """They cost the same with a million letters stored."""
    queries = named.load()
    often = {name for name in queries.written if name not in SELDOM and not name.startswith(OF_OTHERS)}
    found = [name for name in sorted(often) if await sqlite.read(whole_tables, queries[name])]
    assert (len(often) > 200, found) == (True, [])
