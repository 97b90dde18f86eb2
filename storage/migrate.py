"""The schema: numbered files of `migrations/`, run in order, each in its own transaction."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

from storage.errors import (
    CopyUnfinished,
    KeyMissing,
    SchemaGap,
    SchemaStrange,
    SchemaTaken,
    SchemaTooNew,
    Tampered,
    WrongKeyFile,
    is_misfit,
)
from storage.session import Session

_WORD: Final = b"tiengdan"
_MAKES: Final = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)
_NUMBERED: Final = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and text of every migration, in order."""
    found = []
    for entry in Path(__file__).with_name("migrations").iterdir():
        match = _NUMBERED.match(entry.name)
        if match:
            found.append((int(match[1]), match[2], entry.read_text(encoding="utf-8")))
    return sorted(found)


def made() -> frozenset[str]:
    """The tables that migrations make, also those that a later one took away."""
    return frozenset(name for _, _, text in migrations() for name in _MAKES.findall(text))


def current(db: Session) -> int:
    """The highest number of a migration that this database has seen, 0 when it is new."""
    db.script(
        "CREATE TABLE IF NOT EXISTS schema_version"
        " (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL)"
    )
    return seen(db)


def seen(db: Session) -> int:
    """`current` of a database that has its schema; only reads."""
    return max(applied(db), default=0)


def applied(db: Session) -> dict[int, str]:
    """Number and name of every migration that this database has seen."""
    return {int(row["version"]): str(row["name"]) for row in db.run("schema_applied")}


def missing(before: Mapping[int, str]) -> list[tuple[int, str, str]]:
    """The migrations that a database which has seen `before` still needs, in order: also one whose number lies below
    what it has seen, as happens where two lines of work came together.

    Raises SchemaTooNew for a number past all of ours, SchemaStrange for one among ours that is not ours.
    """
    known = migrations()
    names = {number: name for number, name, _ in known}
    for number, name in sorted(before.items()):
        if names and number > max(names):
            raise SchemaTooNew(f"{number:04}_{name}")
        if names.get(number) != name:
            raise SchemaStrange(f"{number:04}_{name}")
    return [each for each in known if each[0] not in before]


def migrate(db: Session, at: str, only: Collection[int] | None = None) -> list[str]:
    """Run every migration that this database has not seen (or of these `only`); the names of what was run.

    Raises SchemaTooNew, SchemaStrange, SchemaTaken, and SchemaGap where an earlier one cannot follow what is there.
    """
    db.take_time()
    # Two programs that start at once must not both migrate.
    db.lock(b"\x00migrate")
    highest = current(db)
    done = []
    for number, name, text in missing(applied(db)):
        if only is not None and number not in only:
            continue
        try:
            for statement in statements(text, db.dialect):
                db.script(statement)
        except BaseException as error:
            if not highest and is_misfit(error):
                raise SchemaTaken from error
            if number < highest and is_misfit(error):
                raise SchemaGap(f"{number:04}_{name}") from error
            raise
        db.run("schema_apply", version=number, name=name, at=at)
        done.append(name)
    return done


def check_keys(db: Session) -> None:
    """Refuse a key file of another database, before anything is sealed with it. Raises WrongKeyFile."""
    row = db.one("key_checks_get")
    if row is None:
        sealed = db.vault.seal("key_checks", "first", "content", _WORD)
        db.run("key_checks_put", content=sealed, look_up_key=db.vault.look_up("key-check"))
        return
    try:
        opened = db.vault.open("key_checks", "first", "content", row["content"])
    except (Tampered, KeyMissing):
        raise WrongKeyFile from None
    if opened != _WORD or db.vault.look_up("key-check") != bytes(row["look_up_key"]):
        raise WrongKeyFile


def mark_unfinished(db: Session) -> None:
    """Say that this database is a copy of one that is still used: nobody works on it yet."""
    sealed = db.vault.seal("key_checks", "unfinished", "content", _WORD)
    db.run("key_checks_mark_unfinished", content=sealed, look_up_key=db.vault.look_up("key-check"))


def is_unfinished(db: Session) -> bool:
    """Whether this database is such a copy."""
    return db.one("key_checks_unfinished") is not None


def check_finished(db: Session) -> None:
    """Refuse a copy of a database that was still used when it was made. Raises CopyUnfinished."""
    if is_unfinished(db):
        raise CopyUnfinished


def statements(text: str, dialect: str) -> Iterable[str]:
    """The statements of a migration in one database's dialect."""
    lines = [line.split("--")[0].rstrip() for line in text.splitlines()]
    for part in "\n".join(lines).split(";"):
        statement = part.strip()
        if statement:
            yield _for_postgres(statement) if dialect == "postgresql" else statement


def _for_postgres(statement: str) -> str:
    statement = re.sub(r"\binteger PRIMARY KEY\b", "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", statement)
    return re.sub(r"\bblob\b", "bytea", statement)
