"""When backups were made: what the program that runs knows of them, without the means to make one."""

from __future__ import annotations

from datetime import datetime

from cases.dates import stamp, unstamp
from storage.session import Session


def done(db: Session, made_at: datetime, letters: int) -> None:
    """Note that a backup was made, so that its age can be told."""
    db.run("backups_add", at=stamp(made_at), letters=letters)


def last(db: Session) -> datetime | None:
    """When the newest backup was made."""
    row = db.one("backups_last")
    return unstamp(row["made_at"]) if row else None
