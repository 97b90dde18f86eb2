"""The loader of named SQL: one text for SQLite and PostgreSQL, written once in `queries/*.sql`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from cases.records import record
from storage.errors import StorageError, UnknownQuery

_HEADER: Final = re.compile(r"^-- name: *([a-z][a-z0-9_.]*) *$", re.MULTILINE)
_RETURNING: Final = re.compile(r"\s+RETURNING\b.*", re.DOTALL)
_PARAMETER: Final = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)(\*?)")


@record(frozen=True, slots=True)
class Query:
    """One named statement in both dialects. `lists` are the parameters written `IN (:name*)`."""

    name: str
    sqlite: str
    postgres: str
    lists: tuple[str, ...] = ()
    numbered: str = ""
    """`sqlite` with numbers for names, where it has parameters and no lists: names cost a third of a statement."""
    in_order: Callable[[Mapping[str, Any]], tuple[Any, ...]] = lambda values: ()
    """The values of its parameters by these numbers."""
    bare: str = ""
    """`numbered` without what it returns: SQLite tells the number of a new row by itself, for much less."""

    def expanded(self, lengths: Mapping[str, int]) -> Query:
        """The same statement with each list parameter spelled out as `name_0, name_1, …`."""
        sqlite, postgres = self.sqlite, self.postgres
        for name, length in lengths.items():
            names = [f"{name}_{index}" for index in range(length)]
            sqlite = sqlite.replace(f":{name}*", ", ".join(f":{each}" for each in names) or "NULL")
            postgres = postgres.replace(f":{name}*", ", ".join(f"%({each})s" for each in names) or "NULL")
        return Query(self.name, sqlite, postgres)


class Queries(dict[str, Query]):
    """Statements by name, each put into both dialects when it is first asked for: of 440 a first word needs fifty. A
    name that none of them has is an UnknownQuery."""

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self.written = written

    def __missing__(self, name: str) -> Query:
        if name not in self.written:
            raise UnknownQuery(name)
        query = self[name] = _query(name, self.written[name])
        return query


def collect(texts: Iterable[str]) -> Queries:
    """The statements of several files: `-- name: x`, one comment line on what for, the SQL. Two of one name are
    refused."""
    found: dict[str, str] = {}
    for text in texts:
        parts = _HEADER.split(text)
        for name, written in zip(parts[1::2], parts[2::2], strict=True):
            if name in found:
                raise StorageError(f"query written twice: {name}")
            found[name] = written
    return Queries(found)


@lru_cache(maxsize=1)
def load() -> Queries:
    """Every statement of `storage/queries`."""
    files = sorted(Path(__file__).with_name("queries").glob("*.sql"))
    return collect(file.read_text(encoding="utf-8") for file in files)


def _query(name: str, written: str) -> Query:
    lines = [line for line in written.splitlines() if not line.lstrip().startswith("--")]
    sql = "\n".join(lines).strip().rstrip(";")
    lists = tuple(match[1] for match in _PARAMETER.finditer(sql) if match[2])
    postgres = _PARAMETER.sub(lambda match: match[0] if match[2] else f"%({match[1]})s", sql.replace("%", "%%"))
    names = list(dict.fromkeys(match[1] for match in _PARAMETER.finditer(sql)))
    if lists or not names:
        return Query(name, sql, postgres, lists)
    numbered = _PARAMETER.sub(lambda match: f"?{names.index(match[1]) + 1}", sql)
    return Query(name, sql, postgres, lists, numbered, _in_order(names), _RETURNING.sub("", numbered))


def _in_order(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) == 1:
        [only] = names
        return lambda values: (values[only],)
    return itemgetter(*names)
