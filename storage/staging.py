"""Imports in steps: what a register comes to waits aside, seen by nobody, until all of it takes its place at once.

So a long import holds others up for its last short step alone, and one that is killed has changed nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from secrets import token_hex
from typing import Any, Final

from cases.actors import REGISTER
from cases.dates import VIETNAM, stamp
from storage import audit
from storage.registers import CaseFacts, KeptLine
from storage.session import Session

FRESH, AGAIN = "imported", "imported_again"
"""What the audit says of a letter that an import brought, or changed."""
CACHE_KIB: Final = 64 * 1024
FORGOTTEN_AT_ONCE: Final = 1000
"""So many letters, or lines of so many, are cleared away in one transaction."""
ABANDONED: Final = timedelta(hours=6)
"""An import that began so long ago and did not end was killed."""


def begin(db: Session, now: datetime) -> str:
    """The mark under which an import waits."""
    batch = token_hex(8)
    db.run("imports_begin", batch=batch, at=stamp(now))
    return batch


def published(db: Session) -> int:
    """How many imports have taken their place."""
    row = db.one("imports_published")
    return int(row["number"]) if row else 0


def stage(
    db: Session,
    batch: str,
    new: Sequence[tuple[str, CaseFacts]],
    changed: Sequence[tuple[str, CaseFacts]],
    lines: Iterable[KeptLine],
    now: datetime,
) -> None:
    """Let some letters wait: new ones with their codes, others by their ids as their changed lines tell them."""
    moment = stamp(now)
    fresh = [token_hex(12) for _ in new]
    links = audit.next_links(db, fresh, FRESH, REGISTER, now, new=True)
    links += audit.next_links(db, [id for id, _ in changed], AGAIN, REGISTER, now)
    letters = [
        *((id, code, f"register:{facts.ref}", facts) for id, (code, facts) in zip(fresh, new, strict=True)),
        # a letter that is there keeps its code and its draft
        *((id, "", "", facts) for id, facts in changed),
    ]
    rows = [
        {
            **_columns(facts),
            "batch": batch,
            "id": id,
            "code": code,
            "draft": draft,
            "ref": facts.ref,
            "changed_at": moment,
            "link": number,
            "hash": hash,
        }
        for (id, code, draft, facts), (number, hash) in zip(letters, links, strict=True)
    ]
    db.run_many("staged_case_add", rows)
    db.run_many("staged_spell_add", _spells(batch, ((id, facts) for id, _, _, facts in letters)))
    db.run_many(
        "staged_line_add",
        [
            {
                "batch": batch,
                "type": each.type,
                "ref": each.ref,
                "case_ref": each.case_ref,
                "content": each.content,
                "at": moment,
            }
            for each in lines
        ],
    )


def alone(db: Session) -> None:
    """One import at a time from here to the end of the transaction."""
    db.lock(b"\x03register")


def publish(db: Session, batch: str, after: int, now: datetime) -> bool:
    """Put all that waits in its place, if it still holds: no import since the first `after`, no letter touched."""
    alone(db)
    if published(db) != after:
        return False
    for row in db.run("staged_changed", batch=batch):
        audit.hold(db, row["id"])
    if db.one("staged_overtaken", batch=batch) is not None:
        return False
    if db.dialect == "sqlite":
        # room in memory for the pages that are touched all over the indexes
        db.script(f"PRAGMA cache_size = -{CACHE_KIB}")
    for step in ("staged_cases", "staged_changes"):
        db.run(f"{step}_publish", batch=batch)
    db.run("staged_spells_clear", batch=batch)
    db.run("staged_spells_publish", batch=batch)
    db.run("staged_links_publish", batch=batch, fresh=FRESH, again=AGAIN, actor=REGISTER, none=b"")
    db.run("staged_heads_publish", batch=batch)
    db.run("staged_lines_publish", batch=batch)
    db.run("staged_lines_seen", batch=batch, at=stamp(now))
    db.run("imports_publish", batch=batch)
    return True


def clear(db: Session, batch: str) -> int:
    """Clear some of what waited away, whether it took its place or not; how much. Call it until it returns 0."""
    gone = sum(
        len(db.run(f"staged_{what}_forget", batch=batch, limit=FORGOTTEN_AT_ONCE))
        for what in ("cases", "spells", "lines")
    )
    if not gone:
        db.run("imports_forget", batch=batch)
    return gone


def abandoned(db: Session, now: datetime) -> list[str]:
    """Imports that were killed."""
    return [row["batch"] for row in db.run("imports_abandoned", before=stamp(now - ABANDONED))]


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
        "own_topic": facts.own_topic,
    }


def _spells(batch: str, cases: Iterable[tuple[str, CaseFacts]]) -> list[Mapping[str, Any]]:
    return [
        {"batch": batch, "case_id": id, "number": number, "opened_on": opened, "outcome": outcome, "outcome_on": ended}
        for id, facts in cases
        for number, (opened, outcome, ended) in enumerate(facts.spells, start=1)
    ]
