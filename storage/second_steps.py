"""The second step of sign-in: the secret an officer's phone shares with us, and the lock after wrong codes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Session

WRONG_CODES: Final = 5
LOCKED: Final = timedelta(minutes=15)


@record(frozen=True, slots=True)
class SecondStep:
    """The secret of an officer. Until a code of it was typed (`confirmed`) it is only proposed."""

    secret: str
    confirmed: bool
    last_step: int
    locked_until: datetime | None

    def is_locked(self, now: datetime) -> bool:
        """Whether no code is taken now."""
        return self.locked_until is not None and self.locked_until > now


def get(db: Session, officer: str) -> SecondStep | None:
    """The second step of an officer, if one was begun."""
    row = db.one("second_steps_get", staff_id=officer)
    if row is None:
        return None
    secret = db.vault.open_text("second_steps", officer, "secret", row["secret"])
    locked = unstamp(row["locked_until"]) if row["locked_until"] else None
    return SecondStep(secret, bool(row["confirmed_at"]), row["last_step"], locked)


def begin(db: Session, officer: str, secret: str, now: datetime) -> SecondStep:
    """Propose a secret; the one that was proposed before stays, so that a page loaded twice shows one."""
    sealed = db.vault.seal_text("second_steps", officer, "secret", secret)
    db.run("second_steps_begin", staff_id=officer, secret=sealed, at=stamp(now))
    found = get(db, officer)
    assert found is not None
    return found


def spend(db: Session, officer: str, step: int, now: datetime) -> bool:
    """Use the code of a period of 30 seconds, once; False when it or a later one was used before."""
    return bool(db.run("second_steps_spend", staff_id=officer, step=step, at=stamp(now)))


def wrong(db: Session, officer: str, now: datetime) -> bool:
    """Count a wrong code; True when it was one too many and the officer must wait."""
    row = db.one("second_steps_get", staff_id=officer)
    if row is None:
        return False
    count = row["wrong"] + 1
    locks = bool(count >= WRONG_CODES)
    until = stamp(now + LOCKED) if locks else ""
    db.run("second_steps_wrong", staff_id=officer, wrong=0 if locks else count, locked_until=until)
    return locks


def reset(db: Session, officer: str) -> None:
    """Forget the secret: a phone was lost or changed."""
    db.run("second_steps_drop", staff_id=officer)


def everybody(db: Session) -> dict[str, datetime | None]:
    """Officers whose second step counts, and until when it is locked."""
    rows = db.run("second_steps_all")
    return {row["staff_id"]: unstamp(row["locked_until"]) if row["locked_until"] else None for row in rows}
