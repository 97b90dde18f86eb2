"""Cases: the facts in the clear, the words and the persons sealed and apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from secrets import token_hex
from typing import Any, Final

from cases.actors import RESIDENT
from cases.dates import local_day, stamp, unstamp
from cases.kinds import OPEN_STATUSES, OUTCOMES
from cases.records import record
from storage import audit, files, telling
from storage.errors import CodeTaken, NoSuchCase
from storage.session import Row, Session

MINE_LIMIT: Final = 20
WAITING_LIMIT: Final = 50
LIST_LIMIT: Final = 500
"""So many open letters does an officer's list hold."""


@record(frozen=True, slots=True)
class NewCase:
    """What is needed to open a case. `letter` and `persons` are JSON values; they are sealed."""

    id: str
    code: str
    draft: str
    conversation: str
    owner: str
    channel: str
    account: str
    unit: str
    kind: str
    topic: str
    proposed_kind: str
    urgent: bool
    anonymous: bool
    received_at: datetime
    due_on: str
    due_rule: str
    language: str
    consent_version: str
    consent_at: datetime
    letter: Mapping[str, Any]
    persons: Sequence[Mapping[str, str]]
    held_from: str = ""
    """The unit that must not learn of it."""
    barred: Sequence[str] = ()
    """Officers whom it is about."""
    own_topic: str = ""


@record(frozen=True, slots=True)
class CaseRow:
    """A case as facts without words."""

    id: str
    code: str
    unit: str
    kind: str
    topic: str
    proposed_kind: str
    status: str
    channel: str
    received_at: datetime
    received_on: date
    due_on: date
    due_rule: str
    urgent: bool
    anonymous: bool
    language: str
    officer: str
    outcome: str
    outcome_on: date | None
    signature_status: str
    files: int
    owner: str
    conversation: str
    requests: tuple[str, ...]
    signed_on: date | None
    eligible: bool | None
    evidence: bool | None
    matter: str
    parent: str
    duplicate_of: str
    authority: str
    document: str
    sent_on: date | None
    reply_due_on: date | None
    urged_on: tuple[date, ...]
    replied_on: date | None
    resolved_on: date | None
    escalated_on: date | None
    guided_on: date | None
    reopened_for: str
    waits_since: date | None
    secret: bool
    held_from: str
    barred: tuple[str, ...]
    undelivered: int = 0
    erased_on: date | None = None
    own_topic: str = ""


@record(frozen=True, slots=True)
class Opened:
    """The case of a draft: `new` is False when an earlier tap had opened it."""

    id: str
    code: str
    new: bool


@record(frozen=True, slots=True)
class Home:
    """Whose case it is, where it was filed from, and its kind and unit."""

    conversation: str
    owner: str
    unit: str
    kind: str
    held_from: str
    officer: str
    parent: str = ""

    @property
    def apart(self) -> bool:
        """Whether it is a denunciation taken out of a mixed letter, which no group is told of: its card would stand
        beside the one of the letter it came from."""
        return self.kind == "to_cao" and bool(self.parent)

    @property
    def sealed(self) -> bool:
        """Whether nobody of its unit may learn of it."""
        return bool(self.held_from) and self.unit == self.held_from


@record(frozen=True, slots=True)
class Request:
    """Something a resident asked for about a filed case."""

    what: str
    reason: str
    at: datetime
    answered_at: datetime | None
    answered_by: str


# Writing ---------------------------------------------------------------------------------------------------


def open_case(db: Session, new: NewCase) -> Opened:
    """Make the case of a draft, once: with its persons, consent, files and first audit entry."""
    day = local_day(new.received_at).isoformat()
    row = db.one(
        "cases_add",
        id=new.id,
        code=new.code,
        draft=new.draft,
        conversation=new.conversation,
        owner=new.owner,
        channel=new.channel,
        unit=new.unit,
        kind=new.kind,
        topic=new.topic,
        own_topic=new.own_topic,
        proposed_kind=new.proposed_kind,
        urgent=int(new.urgent),
        anonymous=int(new.anonymous),
        language=new.language,
        received_at=stamp(new.received_at),
        received_on=day,
        due_on=new.due_on,
        due_rule=new.due_rule,
        letter=db.vault.seal_json("cases", new.id, "letter", dict(new.letter)),
        held_from=new.held_from,
    )
    if row is None:
        known = db.one("cases_by_draft", draft=new.draft)
        if known is None:
            raise CodeTaken
        return Opened(known["id"], known["code"], new=False)
    db.run("spells_add", case_id=new.id, opened_on=day)
    for officer in new.barred:
        db.run("conflicts_add", case_id=new.id, staff_id=officer, source="named", at=stamp(new.received_at))
    for number, person in enumerate(new.persons):
        _add_person(db, new.id, number, person)
    consent = token_hex(12)
    db.run(
        "consents_add",
        id=consent,
        case_id=new.id,
        version=new.consent_version,
        at=stamp(new.consent_at),
        account=db.vault.seal_text("consents", consent, "account", f"{new.channel}:{new.account}"),
    )
    files.bind(db, new.draft, new.id)
    audit.append(db, new.id, "filed", RESIDENT, new.received_at, {"consent": new.consent_version})
    return Opened(new.id, new.code, new=True)


def held(db: Session, row: CaseRow) -> CaseRow:
    """The case as it stands once nobody else can change it, until the end of this transaction.

    What is decided on it stays true. On SQLite nobody else could anyway.
    """
    if db.dialect == "sqlite":
        return row
    audit.hold(db, row.id)
    return by_id(db, row.id) or row


def move(
    db: Session,
    case: str,
    what: str,
    by: str,
    now: datetime,
    *,
    status: str = "",
    officer: str = "",
    outcome_on: str = "",
    detail: Mapping[str, str] | None = None,
) -> None:
    """Change a case and write it into its chain. Its first outcome is kept; one after a reopening ends a spell."""
    row = db.one("cases_by_id", id=case)
    if row is None:
        raise NoSuchCase
    before = row["status"]
    after = status or before
    if status or officer:
        moment = stamp(now)
        db.run("cases_move", id=case, status=after, officer=officer or row["officer"], at=moment)
    today = local_day(now).isoformat()
    if before in OPEN_STATUSES and after in OUTCOMES:
        day = outcome_on or today
        db.run("cases_outcome", id=case, outcome=after, outcome_on=day)
        db.run("spells_end", case_id=case, outcome=after, outcome_on=day)
    elif before in OUTCOMES and after in OPEN_STATUSES:
        if not telling.overtaken(db, case):
            db.run("spells_add", case_id=case, opened_on=today)
        db.run("casework_reopened", id=case, why=(detail or {}).get("why", ""))
    if after == "guided" and before != after:
        db.run("casework_guided", id=case, day=today)
    audit.append(db, case, what, by, now, detail)


def add_words(db: Session, case: str, draft: str, text: str, by: str, now: datetime) -> None:
    """Put more words and the files of a draft to a filed case."""
    added = files.bind(db, draft, case)
    db.run("casework_answered", id=case)
    detail = {"text": text} if text else {}
    if added:
        detail["files"] = str(added)
    audit.append(db, case, "added", by, now, detail)


def signed(db: Session, case: str, signed_on: str, status: str, by: str, now: datetime) -> None:
    """The signed letter has come, or the sender signed in person."""
    db.run("cases_signed", id=case, signed_on=signed_on, status=status, at=stamp(now))
    audit.append(db, case, "signed", by, now, {"on": signed_on, "status": status})


def ask_for(db: Session, case: str, what: str, reason: str, now: datetime) -> None:
    """Record a dated request of the resident: delete, withdraw, consent, data."""
    id = token_hex(12)
    sealed = db.vault.seal_text("requests", id, "reason", reason)
    db.run("requests_add", id=id, case_id=case, what=what, reason=sealed, at=stamp(now))
    audit.append(db, case, f"asked_{what}", RESIDENT, now)


def answer_request(
    db: Session, case: str, what: str, by: str, now: datetime, detail: Mapping[str, str] | None = None
) -> None:
    """An officer answered a request."""
    db.run("requests_answer", case_id=case, what=what, by=by, at=stamp(now))
    audit.append(db, case, f"answered_{what}", by, now, detail)


# Reading ---------------------------------------------------------------------------------------------------


def by_code(db: Session, code: str) -> CaseRow | None:
    """A case by its tracking code, as `cases.codes` writes it."""
    row = db.one("cases_by_code", code=code)
    return row_of(db, row) if row else None


def by_id(db: Session, case: str) -> CaseRow | None:
    """A case by its id."""
    row = db.one("cases_by_id", id=case)
    return row_of(db, row) if row else None


def of_owner(db: Session, owner: str) -> list[CaseRow]:
    """A person's cases, newest first."""
    return [row_of(db, row) for row in db.run("cases_of_owner", owner=owner, limit=MINE_LIMIT)]


def waiting(db: Session, units: Sequence[str], officer: str = "", limit: int = WAITING_LIMIT) -> list[CaseRow]:
    """Open cases of exactly these units, earliest due first; `officer` narrows to theirs."""
    if not units:
        return []
    if officer:
        rows = db.run("cases_waiting_officer", units=list(units), officer=officer, limit=limit)
    else:
        rows = db.run("cases_waiting", units=list(units), limit=limit)
    return [row_of(db, row) for row in rows]


def recent(db: Session, units: Sequence[str], limit: int = WAITING_LIMIT, skip: int = 0) -> list[CaseRow]:
    """Cases of exactly these units in any status, newest first."""
    if not units:
        return []
    return [row_of(db, row) for row in db.run("cases_recent", units=list(units), limit=limit, skip=skip)]


def open_since(db: Session, case: str) -> date | None:
    """The day from which an open case waits for the committee: its receipt, or its last reopening."""
    spells = db.run("spells_of", case_id=case)
    return date.fromisoformat(spells[-1]["opened_on"]) if spells and not spells[-1]["outcome"] else None


def ended_on(db: Session, case: str) -> date | None:
    """The day of the outcome that stands."""
    spells = db.run("spells_of", case_id=case)
    return date.fromisoformat(spells[-1]["outcome_on"]) if spells and spells[-1]["outcome_on"] else None


def home(db: Session, case: str) -> Home | None:
    """Whose case it is and where it was filed from."""
    row = db.one("cases_home", id=case)
    if row is None:
        return None
    return Home(
        row["conversation"],
        row["owner"],
        row["unit"],
        row["kind"],
        row["held_from"],
        row["officer"],
        row["parent"],
    )


def code_is_free(db: Session, code: str) -> bool:
    """Whether no case has this code."""
    return db.one("cases_code_taken", code=code) is None


def letter(db: Session, case: str) -> dict[str, Any]:
    """The words of a case. Who opens them must audit it. Raises NoSuchCase."""
    row = db.one("cases_letter", id=case)
    if row is None:
        raise NoSuchCase
    if row["letter"] is None:
        return {"content": ""}
    words: dict[str, Any] = db.vault.open_json("cases", case, "letter", row["letter"])
    return words


def persons(db: Session, case: str) -> list[dict[str, str]]:
    """Who sent a case. Who opens this must audit it."""
    rows = db.run("persons_of", case_id=case)
    return [db.vault.open_json("persons", row["id"], "record", row["record"]) for row in rows]


def of_person(db: Session, name_or_contact: str) -> list[str]:
    """Ids of cases sent by somebody of exactly this name or contact."""
    found = db.run("persons_cases", key=db.vault.look_up("person", _plain(name_or_contact)))
    return [row["case_id"] for row in found]


def requests(db: Session, case: str) -> list[Request]:
    """Everything that was asked for about a case."""
    return [
        Request(
            row["what"],
            db.vault.open_text("requests", row["id"], "reason", row["reason"]),
            unstamp(row["at"]),
            unstamp(row["answered_at"]) if row["answered_at"] else None,
            row["answered_by"],
        )
        for row in db.run("requests_of", case_id=case)
    ]


def row_of(db: Session, row: Row) -> CaseRow:
    """A row of the table as facts without words."""
    asked = db.run("requests_open", case_id=row["id"])
    barred = db.run("conflicts_of", case_id=row["id"])
    untold = db.one("outbox_undelivered", case_id=row["id"])
    return CaseRow(
        id=row["id"],
        code=row["code"],
        unit=row["unit"],
        kind=row["kind"],
        topic=row["topic"],
        proposed_kind=row["proposed_kind"],
        status=row["status"],
        channel=row["channel"],
        received_at=unstamp(row["received_at"]),
        received_on=date.fromisoformat(row["received_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        due_rule=row["due_rule"],
        urgent=bool(row["urgent"]),
        anonymous=bool(row["anonymous"]),
        language=row["language"],
        officer=row["officer"],
        outcome=row["outcome"],
        outcome_on=_day(row["outcome_on"]),
        signature_status=row["signature_status"],
        files=row["files"],
        owner=row["owner"],
        conversation=row["conversation"],
        requests=tuple(each["what"] for each in asked),
        signed_on=_day(row["signed_on"]),
        eligible=_flag(row["eligible"]),
        evidence=_flag(row["evidence"]),
        matter=row["matter"],
        parent=row["parent"],
        duplicate_of=row["duplicate_of"],
        authority=row["authority"],
        # What was forwarded before papers were sealed stands there as it was typed.
        document=db.vault.open_text("cases", row["id"], "paper", row["paper"]) if row["paper"] else row["document"],
        sent_on=_day(row["sent_on"]),
        reply_due_on=_day(row["reply_due_on"]),
        urged_on=tuple(date.fromisoformat(day) for day in row["urged_on"].split()),
        replied_on=_day(row["replied_on"]),
        resolved_on=_day(row["resolved_on"]),
        escalated_on=_day(row["escalated_on"]),
        guided_on=_day(row["guided_on"]),
        reopened_for=row["reopened_for"],
        waits_since=local_day(unstamp(row["awaits_since"])) if row["awaits_since"] else None,
        secret=bool(row["secret"]),
        held_from=row["held_from"],
        barred=tuple(each["staff_id"] for each in barred),
        undelivered=int(untold["number"]) if untold else 0,
        erased_on=_day(row["erased_on"]),
        own_topic=row["own_topic"],
    )


def _add_person(db: Session, case: str, number: int, person: Mapping[str, str]) -> None:
    id = token_hex(12)
    name, contact = _plain(person.get("name", "")), _plain(person.get("contact", ""))
    db.run(
        "persons_add",
        id=id,
        case_id=case,
        number=number,
        name_key=db.vault.look_up("person", name) if name else b"",
        contact_key=db.vault.look_up("person", contact) if contact else b"",
        record=db.vault.seal_json("persons", id, "record", dict(person)),
    )


def _plain(text: str) -> str:
    """A name or a number as it is looked up: marks kept (they tell people apart), spacing and case not."""
    words = unicodedata.normalize("NFC", text).casefold().split()
    joined = "".join(words).replace("-", "").replace(".", "")
    digits = joined.removeprefix("+")
    if digits.isdigit():
        return "0" + digits.removeprefix("84") if digits.startswith("84") else digits
    return " ".join(words)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
