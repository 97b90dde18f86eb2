"""Grants: what a vendor lends for a person's consent, sealed, renewed by one process for all."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Row, Session

CLAIM: Final = timedelta(minutes=1)
"""How long one process may take to renew a grant before another may try."""


@record(frozen=True, slots=True)
class Tokens:
    """The two tokens of a grant and how long each is good."""

    access: str
    refresh: str
    access_until: datetime
    ends_at: datetime


@record(frozen=True, slots=True)
class GrantRow:
    """A grant as it stands. `problem` is why it cannot be renewed any more."""

    tokens: Tokens
    version: int
    problem: str


@record(frozen=True, slots=True)
class Standing:
    """What may be told of a grant: nothing in it opens anything."""

    channel: str
    ends_at: datetime
    problem: str
    renewed_at: datetime


def load(db: Session, channel: str) -> GrantRow | None:
    """The grant of a channel, if one was ever given."""
    row = db.one("grants_get", channel=channel)
    return _grant(db, row) if row else None


def claim(db: Session, channel: str, version: int, now: datetime) -> bool:
    """Take the right to renew a version: True for one caller, until it is kept, released, or a minute is over.

    The call to the vendor is made outside of any transaction: this row, not an open transaction, is the lock.
    """
    until = stamp(now + CLAIM)
    return db.one("grants_claim", channel=channel, version=version, until=until, now=stamp(now)) is not None


def begin(db: Session, channel: str, tokens: Tokens, now: datetime) -> GrantRow:
    """Write a first pair down unless another process was quicker; the one that is there."""
    db.lock(db.vault.look_up("grant", channel))
    return load(db, channel) or keep(db, channel, tokens, now)


def keep(db: Session, channel: str, tokens: Tokens, now: datetime) -> GrantRow:
    """Write a new pair down; the one before is kept beside it."""
    db.lock(db.vault.look_up("grant", channel))
    known = db.one("grants_get", channel=channel)
    version = known["version"] + 1 if known else 1
    former = None
    if known is not None:
        # Sealed anew: a ciphertext opens only in its own column.
        before = db.vault.open_json("grants", channel, "pair", known["pair"])
        former = db.vault.seal_json("grants", channel, "former", before)
    db.run(
        "grants_keep",
        channel=channel,
        version=version,
        pair=db.vault.seal_json("grants", channel, "pair", [tokens.access, tokens.refresh]),
        former=former,
        access_until=stamp(tokens.access_until),
        ends_at=stamp(tokens.ends_at),
        at=stamp(now),
    )
    return GrantRow(tokens, version, "")


def release(db: Session, channel: str, version: int, problem: str = "") -> None:
    """Give the right to renew back, with what is wrong with the grant for good."""
    db.run("grants_release", channel=channel, version=version, problem=problem)


def standings(db: Session) -> list[Standing]:
    """How every grant stands."""
    return [
        Standing(row["channel"], unstamp(row["ends_at"]), row["problem"], unstamp(row["at"]))
        for row in db.run("grants_all")
    ]


def told(db: Session, channel: str, day: str) -> bool:
    """Note that somebody is told today of what is wrong; False when that was done already."""
    return db.one("grants_told", channel=channel, day=day) is not None


def _grant(db: Session, row: Row) -> GrantRow:
    access, refresh = db.vault.open_json("grants", row["channel"], "pair", row["pair"])
    tokens = Tokens(access, refresh, unstamp(row["access_until"]), unstamp(row["ends_at"]))
    return GrantRow(tokens, row["version"], row["problem"])
