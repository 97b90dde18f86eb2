"""Registers: the cases and lines that were imported before, the other registers, and what an export needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from cases.records import record
from cases.registers import ActivityRow, PetitionRow, ReceptionRow
from storage.session import Row, Session, columns

FIRST_DAY: Final = "0001-01-01"
LAST_DAY: Final = "9999-12-31"
PERSON_MARK: Final = "p-"
PERSON_CHARS: Final = 24


@record(frozen=True, slots=True)
class CaseFacts:
    """A letter of a register as it is kept. `spells` are (opened on, outcome, outcome on), first one first."""

    ref: str
    unit: str
    kind: str
    topic: str
    channel: str
    received_on: date
    due_on: str
    due_rule: str
    spells: tuple[tuple[str, str, str], ...]
    anonymous: bool
    eligible: bool | None
    matter: str
    matter_key: str
    person: str
    signers: int
    instance: int
    competence: str
    area: str
    authority: str
    replied_on: str
    resolved_on: str
    urged_on: tuple[str, ...]
    duplicate_of: str
    parent: str
    signed_on: str
    urgent: bool
    moved: str = ""
    """The units that it lay with before (`cases.lives.moved_text`)."""
    own_topic: str = ""
    """A topic of the committee's own, under `topic`."""


@record(frozen=True, slots=True)
class KnownCase:
    """An imported case; `touched`: something was done to it in the program since."""

    id: str
    code: str
    ref: str
    touched: bool


@record(frozen=True, slots=True)
class KeptLine:
    """A line of a case or of something that happened to it, as it was imported."""

    type: Literal["case", "event"]
    ref: str
    case_ref: str
    content: str


@record(frozen=True, slots=True)
class ExportedCase:
    """A case with its facts and spells, as the export needs it."""

    id: str
    row: Row
    spells: tuple[tuple[str, str, str], ...]


def person_token(db: Session, person: str) -> str:
    """What stands for a person: the same for the same words, and no way back. A token stays itself."""
    if person.startswith(PERSON_MARK) and len(person) == len(PERSON_MARK) + PERSON_CHARS:
        return person
    words = " ".join(person.casefold().split())
    return PERSON_MARK + db.vault.look_up("register-person", words).hex()[:PERSON_CHARS] if words else ""


def known_cases(db: Session) -> dict[str, KnownCase]:
    """Every imported case by its number in the register."""
    return {
        row["ref"]: KnownCase(row["id"], row["code"], row["ref"], bool(row["touched"]))
        for row in db.run("registers_case_refs")
    }


def kept_lines(db: Session) -> list[KeptLine]:
    """Every line that cases and their events were imported from."""
    return [KeptLine(row["type"], row["ref"], row["case_ref"], row["content"]) for row in db.run("registers_lines")]


def codes(db: Session) -> set[str]:
    """Every tracking code in use."""
    return {row["code"] for row in db.run("registers_codes")}


def put_receptions(db: Session, rows: Iterable[ReceptionRow]) -> None:
    """Lines of the reception register; the same number again replaces what was there."""
    db.run_many("receptions_put", [columns(row) for row in rows])


def put_activities(db: Session, rows: Iterable[ActivityRow]) -> None:
    """Activities; the same number again replaces what was there."""
    db.run_many("activities_put", [columns(row) for row in rows])


def put_petitions(db: Session, rows: Iterable[PetitionRow]) -> None:
    """Voters' petitions; the same number again replaces what was there."""
    db.run_many("voter_petitions_put", [columns(row) for row in rows])


def exported(db: Session) -> list[ExportedCase]:
    """Every case, filed or imported, without words or persons."""
    spells: dict[str, list[tuple[str, str, str]]] = {}
    for row in db.run("registers_spells"):
        spells.setdefault(row["case_id"], []).append((row["opened_on"], row["outcome"], row["outcome_on"]))
    return [ExportedCase(row["id"], row, tuple(spells.get(row["id"], ()))) for row in db.run("registers_cases")]
