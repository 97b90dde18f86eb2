"""Rows of storage as dialogues and pages see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from handlers.effects import Letter, Person
from handlers.ports import CaseView, Officer
from storage.cases import CaseRow
from storage.staff import StaffRow


def case_view(row: CaseRow, *, mine: bool = False) -> CaseView:
    """A row of storage as dialogues and pages see it."""
    return CaseView(
        id=row.id,
        code=row.code,
        unit=row.unit,
        kind=row.kind,
        topic=row.topic,
        status=row.status,
        channel=row.channel,
        received_at=row.received_at,
        received_on=row.received_on,
        due_on=row.due_on,
        due_rule=row.due_rule,
        urgent=row.urgent,
        anonymous=row.anonymous,
        language=row.language,
        officer=row.officer,
        outcome_on=row.outcome_on,
        files=row.files,
        mine=mine,
        requests=row.requests,
        signed=row.signature_status == "signed",
        undelivered=row.undelivered,
        **{name: getattr(row, name) for name in _SAME},
    )


_SAME: Final = (
    "signed_on",
    "eligible",
    "evidence",
    "matter",
    "parent",
    "duplicate_of",
    "authority",
    "document",
    "sent_on",
    "reply_due_on",
    "urged_on",
    "replied_on",
    "resolved_on",
    "escalated_on",
    "guided_on",
    "reopened_for",
    "waits_since",
    "secret",
    "held_from",
    "barred",
    "erased_on",
    "own_topic",
)
"""What a row and a view of it call by the same name."""


def officer_from(row: StaffRow) -> Officer:
    """A staff record as dialogues and pages see it."""
    return Officer(row.id, row.name, row.role, row.units, row.confirmed)


def letter_from(words: Mapping[str, Any]) -> Letter:
    """The opened words of a case; keys of another version are left out."""
    known = {name: words[name] for name in Letter.__slots__ if name in words}
    known["why"] = tuple(known.get("why", ()))
    return Letter(**known)


def person_from(record: Mapping[str, str]) -> Person:
    """The opened record of a person."""
    return Person(**{name: record[name] for name in Person.__slots__ if name in record})
