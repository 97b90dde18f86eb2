"""An outcome that consists in telling the sender something stands from the day on which they were told.

While the answer waits (its chat is closed, blocked or refused), the letter is counted as open. It is answered on the
day on which the answer was sent after all, or somebody said it by telephone.
"""

from __future__ import annotations

from datetime import datetime

from cases.actors import MACHINE
from cases.dates import local_day
from cases.kinds import ANSWERS
from storage import audit
from storage.session import Session


def untold(db: Session, case: str, now: datetime, *, answer: bool) -> None:
    """News of a case did not reach its sender; with `answer`, the very answer by which it ended."""
    row = db.one("telling_waiting", id=case)
    if row is None:
        return
    spells = db.run("spells_of", case_id=case)
    last = spells[-1] if spells else None
    if answer and last is not None and last["outcome"] in ANSWERS and row["status"] == last["outcome"]:
        db.run("telling_untold", id=case, outcome=last["outcome"], number=last["number"])
        db.run("telling_spell_open", case_id=case, number=last["number"])
    audit.append(db, case, "undelivered", MACHINE, now)


def told(db: Session, case: str, now: datetime, *, by: str = "") -> None:
    """The sender has the answer: today is the day of the outcome. `by` is empty when a message brought it."""
    row = db.one("telling_waiting", id=case)
    if row is None or not row["untold"]:
        return
    day = local_day(now).isoformat()
    db.run("cases_outcome", id=case, outcome=row["untold"], outcome_on=day)
    db.run("spells_end", case_id=case, outcome=row["untold"], outcome_on=day)
    db.run("telling_over", id=case)
    if not by:
        audit.append(db, case, "delivered", MACHINE, now)


def overtaken(db: Session, case: str) -> bool:
    """The letter is opened again while its answer waits: it never ended. Whether that was so."""
    row = db.one("telling_waiting", id=case)
    if row is None or not row["untold"]:
        return False
    db.run("telling_over", id=case)
    return True
