"""What residents think of how their letters were handled: asked once for each outcome, reminded of once, counted."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cases.actors import RESIDENT
from cases.dates import local_day, stamp
from cases.records import record
from storage import audit
from storage.session import Session

LIMIT: Final = 100


@record(frozen=True, slots=True)
class Survey:
    """One question about one outcome. `answer` is satisfied, partly, unsatisfied, or "" so far."""

    number: int
    answer: str


def ask(db: Session, case: str, now: datetime) -> bool:
    """Note that somebody is asked about the present outcome; False when they were before."""
    return db.one("surveys_ask", case_id=case, at=stamp(now), on=local_day(now).isoformat()) is not None


def of_case(db: Session, case: str) -> list[Survey]:
    """Every survey of a case, the last first."""
    return [Survey(row["number"], row["answer"]) for row in db.run("surveys_of", case_id=case)]


def answer(db: Session, case: str, what: str, now: datetime) -> bool:
    """The answer to the last question, counted and written into the case; False when there is none to answer."""
    if (
        db.one("surveys_answer", case_id=case, answer=what, at=stamp(now), on=local_day(now).isoformat(), reason=None)
        is None
    ):
        return False
    audit.append(db, case, "judged", RESIDENT, now, {"answer": what})
    return True


def give_reason(db: Session, case: str, reason: str, now: datetime) -> None:
    """Why the sender of a case is not satisfied, in their words, sealed."""
    last = of_case(db, case)
    if last:
        sealed = db.vault.seal_text("surveys", f"{case}:{last[0].number}", "reason", reason)
        db.run("surveys_reason", case_id=case, number=last[0].number, reason=sealed)
    audit.append(db, case, "judged_why", RESIDENT, now, {"words": reason})


def silent(db: Session, before: datetime) -> list[tuple[str, int]]:
    """Surveys asked before a moment that were neither answered nor reminded of."""
    rows = db.run("surveys_silent", before=stamp(before), limit=LIMIT)
    return [(row["case_id"], row["number"]) for row in rows]


def reminded(db: Session, case: str, number: int, now: datetime) -> None:
    """A survey was reminded of: it never is again."""
    db.run("surveys_reminded", case_id=case, number=number, at=stamp(now))
