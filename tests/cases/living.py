"""Letters put through the real storage, as turns and officers would: filed, moved, opened again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from datetime import date as Date

from cases.lives import CaseRow
from storage import cases
from storage.session import Session


def live(db: Session, letters: Iterable[CaseRow]) -> None:
    """Make these letters in the database, each step on its own day at noon in Viet Nam."""
    for letter in letters:
        received = noon(letter.received_on)
        cases.open_case(db, _new(letter, received))
        for number, spell in enumerate(letter.spells):
            if number:
                cases.move(db, f"id-{letter.code}", "reopened", "officer", noon(spell.opened_on), status="registered")
            if spell.outcome:
                cases.move(
                    db,
                    f"id-{letter.code}",
                    spell.outcome,
                    "officer",
                    noon(spell.outcome_on),
                    status=spell.outcome,
                    outcome_on=spell.outcome_on,
                )


def noon(day: str) -> datetime:
    """Twelve o'clock in Viet Nam."""
    return datetime.combine(Date.fromisoformat(day), time(5), UTC)


def _new(letter: CaseRow, received: datetime) -> cases.NewCase:
    return cases.NewCase(
        id=f"id-{letter.code}",
        code=letter.code,
        draft=f"draft-{letter.code}",
        conversation="conversation",
        owner="owner",
        channel=letter.channel,
        account="account",
        unit=letter.unit,
        kind=letter.kind,
        topic=letter.topic,
        proposed_kind=letter.kind,
        urgent=letter.urgent,
        anonymous=letter.anonymous,
        received_at=received,
        due_on=letter.due_on or letter.received_on,
        due_rule="rule",
        language="vi",
        consent_version="1",
        consent_at=received,
        letter={"content": "…"},
        persons=(),
    )
