"""Registers out of files: cases with their first audit entry, and the lines that they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from secrets import token_hex
from typing import Any, Final, Literal

from cases.actors import REGISTER
from cases.dates import VIETNAM, stamp
from cases.registers import ActivityRow, PetitionRow, ReceptionRow
from storage import audit
from storage.session import Row, Session

FIRST_DAY: Final = "0001-01-01"
LAST_DAY: Final = "9999-12-31"
CACHE_KIB: Final = 64 * 1024
PERSON_MARK: Final = "p-"
PERSON_CHARS: Final = 24


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class KnownCase:
    """An imported case; `touched`: something was done to it in the program since."""

    id: str
    code: str
    ref: str
    touched: bool


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of a case or of something that happened to it, as it was imported."""

    type: Literal["case", "event"]
    ref: str
    case_ref: str
    content: str


@dataclass(frozen=True, slots=True)
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


def lock(db: Session) -> None:
    """One import at a time, with room in memory for the pages that it touches all over the indexes."""
    db.lock(b"\x03register")
    if db.dialect == "sqlite":
        db.script(f"PRAGMA cache_size = -{CACHE_KIB}")


def add_cases(db: Session, cases: Sequence[tuple[str, CaseFacts]], now: datetime) -> None:
    """New cases with their codes: rows, spells, first audit entries."""
    ids = [token_hex(12) for _ in cases]
    moment = stamp(now)
    db.run_many(
        "registers_case_add",
        [
            {
                **_columns(facts),
                "id": id,
                "code": code,
                "draft": f"register:{facts.ref}",
                "ref": facts.ref,
                "at": moment,
            }
            for id, (code, facts) in zip(ids, cases, strict=True)
        ],
    )
    db.run_many("registers_spell_add", _spells(zip(ids, (facts for _, facts in cases), strict=True)))
    audit.begin(db, ids, "imported", REGISTER, now)


def change_case(db: Session, id: str, facts: CaseFacts, now: datetime) -> None:
    """An imported case as its changed lines tell it; what was counted of it before is taken back."""
    db.run("registers_case_change", id=id, at=stamp(now), **_columns(facts))
    db.run("registers_spells_clear", case_id=id)
    db.run_many("registers_spell_add", _spells([(id, facts)]))
    audit.append(db, id, "imported_again", REGISTER, now)


def keep_lines(db: Session, lines: Iterable[KeptLine], now: datetime) -> None:
    """Remember the lines that cases came from; a case's line is as old as what was last made of it."""
    moment = stamp(now)
    rows = [
        {"type": each.type, "ref": each.ref, "case_ref": each.case_ref, "content": each.content, "at": moment}
        for each in lines
    ]
    db.run_many("registers_line_put", rows)


def written_now(db: Session, refs: Iterable[str], now: datetime) -> None:
    """These imported cases were written just now, so what was done to them so far counts as seen."""
    moment = stamp(now)
    db.run_many("registers_line_seen", [{"ref": ref, "at": moment} for ref in refs])


def put_receptions(db: Session, rows: Iterable[ReceptionRow]) -> None:
    """Lines of the reception register; the same number again replaces what was there."""
    db.run_many("receptions_put", [{**asdict(row), "repeated": int(row.repeated)} for row in rows])


def put_activities(db: Session, rows: Iterable[ActivityRow]) -> None:
    """Activities; the same number again replaces what was there."""
    db.run_many("activities_put", [asdict(row) for row in rows])


def put_petitions(db: Session, rows: Iterable[PetitionRow]) -> None:
    """Voters' petitions; the same number again replaces what was there."""
    db.run_many("voter_petitions_put", [asdict(row) for row in rows])


def exported(db: Session) -> list[ExportedCase]:
    """Every case, filed or imported, without words or persons."""
    spells: dict[str, list[tuple[str, str, str]]] = {}
    for row in db.run("registers_spells"):
        spells.setdefault(row["case_id"], []).append((row["opened_on"], row["outcome"], row["outcome_on"]))
    return [ExportedCase(row["id"], row, tuple(spells.get(row["id"], ()))) for row in db.run("registers_cases")]


def _columns(facts: CaseFacts) -> dict[str, Any]:
    first, last = facts.spells[0], facts.spells[-1]
    watched = max((facts.replied_on, facts.resolved_on, *facts.urged_on))
    return {
        "channel": facts.channel,
        "unit": facts.unit,
        "kind": facts.kind,
        "topic": facts.topic,
        "status": last[1] or "submitted",
        "anonymous": int(facts.anonymous),
        "urgent": int(facts.urgent),
        "received_at": stamp(datetime.combine(facts.received_on, time(12), VIETNAM)),
        "received_on": facts.received_on.isoformat(),
        "due_on": facts.due_on,
        "due_rule": facts.due_rule,
        "outcome": first[1],
        "outcome_on": first[2],
        "signed_on": facts.signed_on,
        "signature_status": "signed" if facts.signed_on else "unsigned",
        "eligible": None if facts.eligible is None else int(facts.eligible),
        "matter": facts.matter,
        "matter_key": facts.matter_key,
        "person": facts.person,
        "signers": facts.signers,
        "instance": facts.instance,
        "competence": facts.competence,
        "area": facts.area,
        "authority": facts.authority,
        "replied_on": facts.replied_on,
        "resolved_on": facts.resolved_on,
        "urged_on": " ".join(facts.urged_on),
        "watched_on": watched,
        "duplicate_of": facts.duplicate_of,
        "parent": facts.parent,
        "moved": facts.moved,
    }


def _spells(cases: Iterable[tuple[str, CaseFacts]]) -> list[Mapping[str, Any]]:
    return [
        {"case_id": id, "number": number, "opened_on": opened, "outcome": outcome, "outcome_on": ended}
        for id, facts in cases
        for number, (opened, outcome, ended) in enumerate(facts.spells, start=1)
    ]
