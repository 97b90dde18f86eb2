"""The named statements: one text for both databases."""

from __future__ import annotations

import pytest

from storage import named
from storage.database import Database
from storage.errors import StorageError, UnknownQuery
from storage.named import Query
from storage.session import Session


def explain(db: Session, query: Query) -> None:
    lists = dict.fromkeys(query.lists, 2)
    expanded = query.expanded(lists) if lists else query
    names = {match[1] for match in named._PARAMETER.finditer(expanded.sqlite)}
    text = f"EXPLAIN {expanded.sqlite if db.dialect == 'sqlite' else expanded.postgres}"
    db._queries = {"probe": Query("probe", text, text)}  # type: ignore[attr-defined]
    db.run("probe", **dict.fromkeys(names))


async def test_every_statement_is_understood_by_both_databases(database: Database) -> None:
    for query in named.load().values():
        await database.read(explain, query)


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
    [query] = named.parse("-- name: one\n-- A trial.\nSELECT '5%' WHERE a = :a AND b IN (:b*) AND c = :a;\n")
    assert query.sqlite == "SELECT '5%' WHERE a = :a AND b IN (:b*) AND c = :a"
    spelled = query.expanded({"b": 2})
    assert spelled.sqlite == "SELECT '5%' WHERE a = :a AND b IN (:b_0, :b_1) AND c = :a"
    assert spelled.postgres == "SELECT '5%%' WHERE a = %(a)s AND b IN (%(b_0)s, %(b_1)s) AND c = %(a)s"


def test_two_statements_of_one_name_are_refused() -> None:
    with pytest.raises(StorageError, match="twice"):
        named.collect(["-- name: a\nSELECT 1;\n", "-- name: a\nSELECT 2;\n"])


async def test_an_unknown_statement_says_its_name(database: Database) -> None:
    with pytest.raises(UnknownQuery, match="no_such"):
        await database.read(lambda db: db.run("no_such"))
