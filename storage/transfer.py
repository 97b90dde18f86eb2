"""Whole tables, whatever they are: read row by row, written elsewhere, and compared."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from cases.records import record
from storage import migrate
from storage.session import Session

NOT_CARRIED: Final = frozenset({"schema_version", "leases", "backups", "proofs"})
"""What belongs to one installation: how far its schema is, who works on it now, when it was copied, that it can be
written."""
ROWS_AT_ONCE: Final = 500

_TABLES: Final = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    "postgresql": "SELECT relname FROM pg_class WHERE relkind = 'r'"
    " AND relnamespace = current_schema()::regnamespace ORDER BY oid",
}
_COLUMNS: Final = {
    "sqlite": "SELECT name FROM pragma_table_info('{table}') ORDER BY cid",
    "postgresql": "SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass"
    " AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
}
_KEY: Final = "SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"
_REFERRED: Final = (
    "SELECT DISTINCT f.\"table\" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
)
_NUMBERED: Final = (
    "SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attidentity <> '' AND NOT attisdropped"
)
_COUNT_ON: Final = (
    "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT MAX({column}) FROM {table}))"
    " WHERE EXISTS (SELECT 1 FROM {table})"
)
_WHOLE: Final = 1 << 256


@record(frozen=True, slots=True)
class Table:
    """A table of this database: its name and columns."""

    name: str
    columns: tuple[str, ...]


@dataclass(slots=True)
class Sum:
    """How many rows, and a sum of their hashes: the same rows in any order, of either database, give the same."""

    rows: int = 0
    digest: int = 0

    def add(self, line: bytes) -> None:
        """Count one row, given as `line_of` writes it."""
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(hashlib.sha256(line).digest(), "big")) % _WHOLE

    def as_json(self) -> dict[str, Any]:
        """As a manifest holds it."""
        return {"rows": self.rows, "digest": f"{self.digest:064x}"}


def tables(db: Session) -> list[Table]:
    """Every table that is carried over, in the order in which they were made: none refers to a later one.

    Another program's in the same database are none of ours: nowhere else is there a place for them."""
    ours = migrate.made() - NOT_CARRIED
    return [_table(db, row[0]) for row in list(db.rows(_TABLES[db.dialect])) if row[0] in ours]


def scan(db: Session, table: Table) -> Iterator[bytes]:
    """Every row of a table as a line of JSON."""
    for row in db.rows(f"SELECT {', '.join(sorted(table.columns))} FROM {table.name}"):
        yield line_of(row)


def fill(db: Session, table: Table, lines: Iterable[bytes]) -> None:
    """Put rows into a table."""
    _each(db, _insert(db, table), lines)


def bring_up(db: Session, table: Table, key: Sequence[str], lines: Iterable[bytes]) -> None:
    """Put rows into a table, in place of those that have the same key."""
    rest = [f"{column} = EXCLUDED.{column}" for column in table.columns if column not in key]
    then = f"UPDATE SET {', '.join(rest)}" if rest else "NOTHING"
    _each(db, f"{_insert(db, table)} ON CONFLICT ({', '.join(key)}) DO {then}", lines)


def take_out(db: Session, table: Table, key: Sequence[str], keys: Iterable[bytes]) -> None:
    """Take the rows of these keys, lines of JSON like whole rows, out of a table."""
    where = " AND ".join(f"{column} = {_mark(db)}" for column in key)
    _each(db, f"DELETE FROM {table.name} WHERE {where}", keys)


def key_of(db: Session, table: Table) -> tuple[str, ...]:
    """The columns by which the rows of a table are told apart. Asked of SQLite alone: the other has the same."""
    return tuple(row[0] for row in db.rows(_KEY.format(table=table.name)))


def referred(db: Session) -> frozenset[str]:
    """Tables to which others refer. Asked of SQLite alone."""
    return frozenset(str(row[0]) for row in db.rows(_REFERRED))


def count_on(db: Session, table: Table) -> None:
    """Let numbers that the database gives go on after those that were carried over. SQLite does so by itself."""
    if db.dialect == "postgresql":
        for row in list(db.rows(_NUMBERED.format(table=table.name))):
            list(db.rows(_COUNT_ON.format(table=table.name, column=row[0])))


def sum_of(db: Session, table: Table) -> Sum:
    """What is in a table."""
    found = Sum()
    for line in scan(db, table):
        found.add(line)
    return found


def is_empty(db: Session) -> bool:
    """Whether nobody has used this database: no table holds a row."""
    # The word by which keys are known is written into every database at its first opening.
    used = [table for table in tables(db) if table.name != "key_checks"]
    return not any(list(db.rows(f"SELECT 1 FROM {table.name} LIMIT 1")) for table in used)


def clear_key_check(db: Session) -> None:
    """Make room for the word of the database that is carried over."""
    db.script("DELETE FROM key_checks")


# Rows as text ----------------------------------------------------------------------------------------------


def line_of(row: Sequence[Any]) -> bytes:
    """A row as JSON; bytes are written {"b": base64}."""
    return json.dumps([_written(value) for value in row], ensure_ascii=False, separators=(",", ":")).encode()


def row_of(line: bytes) -> list[Any]:
    """The row that `line_of` wrote."""
    return [base64.b64decode(value["b"]) if isinstance(value, dict) else value for value in json.loads(line)]


def _written(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"b": base64.b64encode(value).decode("ascii")}
    return value


def _insert(db: Session, table: Table) -> str:
    columns = sorted(table.columns)
    marks = ", ".join([_mark(db)] * len(columns))
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"


def _mark(db: Session) -> str:
    return "?" if db.dialect == "sqlite" else "%s"


def _each(db: Session, statement: str, lines: Iterable[bytes]) -> None:
    rest = iter(lines)
    while batch := [row_of(line) for line in islice(rest, ROWS_AT_ONCE)]:
        db.fill(statement, batch)


def _table(db: Session, name: str) -> Table:
    return Table(name, tuple(row[0] for row in db.rows(_COLUMNS[db.dialect].format(table=name))))
