"""What officers do with a letter: correct, transfer, split, join, judge, forward and chase. Counts follow its chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any, Final, cast

from cases.dates import local_day, stamp, unstamp
from cases.kinds import Kind
from cases.lives import moved_of, moved_text
from cases.records import record
from storage import audit, reminders, sketches
from storage.errors import CodeTaken, NoSuchCase
from storage.session import Row, Session

LIMIT: Final = 200


@record(frozen=True, slots=True)
class Child:
    """A letter that is taken out of a mixed one. `letter` is JSON; it is sealed."""

    id: str
    code: str
    kind: str
    topic: str
    due_on: str
    due_rule: str
    letter: Mapping[str, Any]
    own_topic: str = ""


@record(frozen=True, slots=True)
class Correction:
    """A kind or topic that an officer corrected."""

    case: str
    old_kind: str
    new_kind: str
    old_topic: str
    new_topic: str
    by: str
    reason: str
    at: datetime
    text: str
    """The words of the letter, opened: for use on the committee's own machine only."""


@record(frozen=True, slots=True)
class Referral:
    """By which paper a case was forwarded, and until when an answer is owed ("" where nothing is)."""

    authority: str
    authority_code: str
    document: str
    sent_on: str
    reply_due_on: str
    reply_rule: str


@record(frozen=True, slots=True)
class Handover:
    """A paper with a denouncer's identity that changed hands."""

    receiver: str
    on_day: str
    by: str
    at: datetime


# Kind and unit ---------------------------------------------------------------------------------------------


def reclassify(
    db: Session,
    case: str,
    kind: str,
    topic: str,
    due_on: str,
    due_rule: str,
    reason: str,
    by: str,
    now: datetime,
    own_topic: str = "",
) -> None:
    """Give a case the kind and topic that an officer found; old and new are kept, what was counted moves."""
    row = _row(db, case)
    same = row["kind"] == kind
    db.run(
        "casework_classify",
        id=case,
        kind=kind,
        topic=topic,
        own_topic=own_topic,
        due_on=due_on,
        due_rule=due_rule,
        eligible=row["eligible"] if same else None,
        evidence=row["evidence"] if same else None,
        at=stamp(now),
    )
    # Nothing that would find a denunciation by its words is kept; what turns out to be none may be found again.
    freed = row["kind"] == "to_cao" and kind != "to_cao" and not row["secret"]
    words = _words(db, case) if freed else {}
    if kind == "to_cao":
        _hide(db, case, now)
    elif words.get("content"):
        sketches.keep(db, case, cast("Kind", kind), str(words["content"]), str(words.get("place") or ""))
    id = token_hex(12)
    db.run(
        "corrections_add",
        id=id,
        case_id=case,
        old_kind=row["kind"],
        new_kind=kind,
        old_topic=row["topic"],
        new_topic=topic,
        officer=by,
        reason=db.vault.seal_text("corrections", id, "reason", reason),
        at=stamp(now),
    )
    detail = {
        "old_kind": row["kind"],
        "new_kind": kind,
        "old_topic": row["topic"],
        "new_topic": topic,
        "reason": reason,
    }
    audit.append(db, case, "reclassified", by, now, detail)


def corrections(db: Session) -> list[Correction]:
    """Everything that officers corrected, oldest first, with the words that were sorted wrongly."""
    found = []
    for row in db.run("corrections_all"):
        letter = _words(db, row["case_id"])
        found.append(
            Correction(
                row["case_id"],
                row["old_kind"],
                row["new_kind"],
                row["old_topic"],
                row["new_topic"],
                row["officer"],
                db.vault.open_text("corrections", row["id"], "reason", row["reason"]),
                unstamp(row["at"]),
                str(letter.get("content", "")),
            )
        )
    return found


def _words(db: Session, case: str) -> Mapping[str, Any]:
    """The letter of a case, opened; empty where it has none, or its words were erased."""
    sealed = db.one("cases_letter", id=case)
    words = sealed["letter"] if sealed is not None else None
    return cast("Mapping[str, Any]", db.vault.open_json("cases", case, "letter", words)) if words is not None else {}


def transfer(db: Session, case: str, unit: str, reason: str, by: str, now: datetime) -> None:
    """Give a case to another unit: code, dates and life stay, nobody has it yet; periods over by now do not change."""
    row = _row(db, case)
    moved = ((local_day(now).isoformat(), row["unit"]),) if row["unit"] != unit else ()
    db.run("casework_unit", id=case, unit=unit, at=stamp(now), moved=moved_text((*moved_of(row["moved"]), *moved)))
    audit.append(db, case, "transferred", by, now, {"from": row["unit"], "to": unit, "reason": reason})


# Several letters -------------------------------------------------------------------------------------------


def split(db: Session, case: str, children: Sequence[Child], by: str, now: datetime) -> None:
    """Take letters of one kind each out of a mixed one. Its own outcome is the caller's `move`.

    Whoever may not open one of the children may not open the whole either: then it is kept like a denunciation.
    """
    parent = _row(db, case)
    sealed = [(row["number"], _opened(db, row)) for row in db.run("persons_of", case_id=case)]
    for child in children:
        added = db.one(
            "casework_add_child",
            id=child.id,
            code=child.code,
            draft=f"split:{child.id}",
            kind=child.kind,
            topic=child.topic,
            own_topic=child.own_topic,
            due_on=child.due_on,
            due_rule=child.due_rule,
            letter=db.vault.seal_json("cases", child.id, "letter", dict(child.letter)),
            at=stamp(now),
            parent=case,
        )
        if added is None:
            raise CodeTaken
        db.run("spells_add", case_id=child.id, opened_on=parent["received_on"])
        for number, (person, name_key, contact_key) in sealed:
            id = token_hex(12)
            db.run(
                "persons_add",
                id=id,
                case_id=child.id,
                number=number,
                name_key=name_key,
                contact_key=contact_key,
                record=db.vault.seal_json("persons", id, "record", person),
            )
        db.run("conflicts_copy", child=child.id, parent=case)
        audit.append(db, child.id, "split_off", by, now, {"parent": parent["code"]})
    if any(child.kind == "to_cao" for child in children):
        db.run("casework_secret", id=case)
        _hide(db, case, now)
    db.run("casework_never_eligible", id=case)


def join(db: Session, case: str, other: str, by: str, now: datetime) -> str:
    """Put two cases into one matter; its name. A matter that either already has is kept."""
    one, two = _row(db, case), _row(db, other)
    first = min((one, two), key=lambda row: (row["received_at"], row["id"]))
    matter = one["matter"] or two["matter"] or f"VV-{first['code'].removeprefix('TD-')}"
    key = f"m:{matter}"
    for row in (one, two):
        if row["matter_key"] and row["matter_key"] != key:
            _merge(db, row["matter_key"], matter, key, by, now)
        db.run("casework_matter", id=row["id"], matter=matter, key=key, at=stamp(now))
        audit.append(db, row["id"], "joined", by, now, {"matter": matter, "with": _other(row, one, two)["code"]})
    return matter


def duplicate(db: Session, case: str, original: str, by: str, now: datetime) -> None:
    """A case repeats another: they are counted as one matter. The outcome is the caller's `move`."""
    first = _row(db, original)
    name = first["ref"] or first["code"]
    key = first["matter_key"] or f"r:{name}"
    if not first["matter_key"]:
        db.run("casework_matter", id=original, matter=first["matter"], key=key, at=stamp(now))
    audit.append(db, original, "repeated", by, now)
    db.run("casework_duplicate", id=case, original=name, matter=first["matter"], key=key)


def related(db: Session, case: str) -> list[str]:
    """Ids of the other cases of its matter, the letter it was taken out of, and those taken out of it."""
    row = _row(db, case)
    found = db.run("casework_of_matter", key=row["matter_key"], limit=LIMIT) if row["matter_key"] else []
    found = [*found, *db.run("casework_children", parent=row["ref"] or row["code"], limit=LIMIT)]
    if row["parent"]:
        found = [*found, *db.run("casework_parent", name=row["parent"])]
    return [id for id in dict.fromkeys(each["id"] for each in found) if id != case]


# One letter ------------------------------------------------------------------------------------------------


def judge(
    db: Session,
    case: str,
    eligible: bool | None,
    evidence: bool | None,
    by: str,
    now: datetime,
    detail: Mapping[str, str] | None = None,
) -> None:
    """An officer has gone through the checklist."""
    db.run("casework_judge", id=case, eligible=_flag(eligible), evidence=_flag(evidence), at=stamp(now))
    what = "judged" if eligible is None else "eligible" if eligible else "ineligible"
    audit.append(db, case, what, by, now, detail)


def ask(db: Session, case: str, by: str, now: datetime, detail: Mapping[str, str]) -> None:
    """The sender was asked for what is missing: the case waits for them from today."""
    reminders.awaits(db, case, True, now)
    audit.append(db, case, "asked_sender", by, now, detail)


def bar(db: Session, case: str, officer: str, source: str, now: datetime) -> None:
    """Somebody must not handle a case; if they had it, nobody has it now."""
    row = _row(db, case)
    db.run("conflicts_add", case_id=case, staff_id=officer, source=source, at=stamp(now))
    if row["officer"] == officer:
        let_go(db, case, now)
    audit.append(db, case, "stepped_back" if source == "self" else "barred", officer if source == "self" else "", now)


def let_go(db: Session, case: str, now: datetime) -> None:
    """Nobody has the case any more; whoever may, can take it."""
    db.run("casework_let_go", id=case, at=stamp(now))


def barred(db: Session, case: str) -> tuple[str, ...]:
    """Who must not handle a case."""
    return tuple(row["staff_id"] for row in db.run("conflicts_of", case_id=case))


# Forwarding and chasing ------------------------------------------------------------------------------------


def refer(db: Session, case: str, referral: Referral) -> None:
    """Keep by which paper a case was forwarded. The outcome is the caller's `move`."""
    db.run(
        "casework_refer",
        id=case,
        authority=referral.authority,
        authority_code=referral.authority_code,
        paper=db.vault.seal("cases", case, "paper", referral.document.encode()),
        sent_on=referral.sent_on,
        reply_due_on=referral.reply_due_on,
        reply_rule=referral.reply_rule,
    )


def urge(db: Session, case: str, on: str, by: str, now: datetime, detail: Mapping[str, str]) -> None:
    """The authority was urged on an ISO day."""
    row = _row(db, case)
    _watch(db, row, now, urged_on=" ".join(sorted({*row["urged_on"].split(), on})))
    audit.append(db, case, "urged", by, now, detail)


def reply(db: Session, case: str, on: str, resolved: bool, by: str, now: datetime, detail: Mapping[str, str]) -> None:
    """The authority has answered in writing on an ISO day; `resolved`: and the matter is settled."""
    _watch(db, _row(db, case), now, replied_on=on, **({"resolved_on": on} if resolved else {}))
    audit.append(db, case, "replied", by, now, detail)


def escalate(db: Session, case: str, on: str, by: str, now: datetime, detail: Mapping[str, str]) -> None:
    """The authority's superior was turned to on an ISO day."""
    _watch(db, _row(db, case), now, escalated_on=on)
    audit.append(db, case, "escalated", by, now, detail)


def chased(db: Session, units: Sequence[str], day: str, limit: int = LIMIT) -> list[str]:
    """Ids of forwarded cases of exactly these units whose authority owes an answer since before an ISO day."""
    return [row["id"] for row in db.run("casework_chased", units=list(units), day=day, limit=limit)] if units else []


def overdue(db: Session, units: Sequence[str], day: str, limit: int = LIMIT) -> list[str]:
    """Ids of open cases of exactly these units whose own date was before an ISO day."""
    return [row["id"] for row in db.run("casework_overdue", units=list(units), day=day, limit=limit)] if units else []


def hand_over(db: Session, case: str, receiver: str, on_day: str, by: str, now: datetime) -> None:
    """A paper with the denouncer's identity went to somebody: kept for whoever asks later where it is."""
    id = token_hex(12)
    sealed = db.vault.seal_text("handovers", id, "receiver", receiver)
    db.run("handovers_add", id=id, case_id=case, receiver=sealed, on_day=on_day, officer=by, at=stamp(now))
    audit.append(db, case, "handed_over", by, now, {"on": on_day, "receiver": receiver})


def handovers(db: Session, case: str) -> list[Handover]:
    """Who got papers with the denouncer's identity, oldest first."""
    return [
        Handover(
            db.vault.open_text("handovers", row["id"], "receiver", row["receiver"]),
            row["on_day"],
            row["officer"],
            unstamp(row["at"]),
        )
        for row in db.run("handovers_of", case_id=case)
    ]


def _hide(db: Session, case: str, now: datetime) -> None:
    """It holds a denunciation: nothing finds it by its words, and it leaves the matter that its sender followed."""
    db.run("casework_leave", id=case, at=stamp(now))
    sketches.forget(db, case)


def _merge(db: Session, former: str, matter: str, key: str, by: str, now: datetime) -> None:
    """Every case of a matter goes into another; each is written down, since each is counted anew."""
    for each in db.run("casework_of_matter", key=former, limit=LIMIT):
        db.run("casework_matter", id=each["id"], matter=matter, key=key, at=stamp(now))
        audit.append(db, each["id"], "joined", by, now, {"matter": matter})


# Small things ----------------------------------------------------------------------------------------------


def _row(db: Session, case: str) -> Row:
    row = db.one("cases_by_id", id=case)
    if row is None:
        raise NoSuchCase
    return row


def _watch(db: Session, row: Row, now: datetime, **changes: str) -> None:
    names = ("urged_on", "replied_on", "resolved_on", "escalated_on")
    values = {name: row[name] for name in names} | changes
    watched = max((values["replied_on"], values["resolved_on"], *values["urged_on"].split()))
    db.run("casework_watch", id=row["id"], watched_on=watched, at=stamp(now), **values)


def _opened(db: Session, row: Row) -> tuple[Any, bytes, bytes]:
    record = db.vault.open_json("persons", row["id"], "record", row["record"])
    return record, bytes(row["name_key"]), bytes(row["contact_key"])


def _other(row: Row, one: Row, two: Row) -> Row:
    return two if row["id"] == one["id"] else one


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)
