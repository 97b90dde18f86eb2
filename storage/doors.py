"""One-time links into our own pages, and the sessions that they open."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex, token_urlsafe

from cases.dates import stamp, unstamp
from cases.records import record
from storage import staff
from storage.session import Row, Session
from storage.staff import StaffRow


@record(frozen=True, slots=True)
class Door:
    """A link that is still good: for whom, and the case it opens ("" for the console)."""

    officer: StaffRow
    case: str


@record(frozen=True, slots=True)
class WebSession:
    """A signed-in officer. `csrf` must come back with every form."""

    officer: StaffRow
    csrf: str
    until: datetime
    id: str = ""
    strong: bool = False
    """Whether the second step was passed in it."""
    seen_at: datetime | None = None


@record(frozen=True, slots=True)
class OpenSession:
    """A session as its officer sees it in the list of their own."""

    id: str
    device: str
    made_at: datetime
    seen_at: datetime
    until: datetime
    strong: bool


def make(db: Session, token: str, officer: str, case: str, until: datetime) -> None:
    """Keep the hash of a link's token."""
    db.run("doors_add", token_key=_key(db, "door", token), staff_id=officer, case_id=case, until=stamp(until))


def look(db: Session, token: str, now: datetime) -> Door | None:
    """Whether a link is good, without spending it: a preview of the link must not use it up."""
    row = db.one("doors_look", token_key=_key(db, "door", token), now=stamp(now))
    return _door(db, row["staff_id"], row["case_id"]) if row else None


def redeem(db: Session, token: str, now: datetime) -> Door | None:
    """Use a link, once and in time."""
    row = db.one("doors_use", token_key=_key(db, "door", token), now=stamp(now))
    return _door(db, row["staff_id"], row["case_id"]) if row else None


def start_session(db: Session, officer: str, until: datetime, now: datetime, device: str = "") -> tuple[str, str]:
    """Sign an officer in: the token for the cookie and the CSRF secret. `device` is what they know it by."""
    token, csrf, id = token_urlsafe(32), token_urlsafe(24), token_hex(12)
    db.run(
        "web_sessions_add",
        token_key=_key(db, "web-session", token),
        id=id,
        staff_id=officer,
        csrf=db.vault.seal_text("web_sessions", id, "csrf", csrf),
        until=stamp(until),
        at=stamp(now),
        device=db.vault.seal_text("web_sessions", id, "device", device),
    )
    return token, csrf


def session(db: Session, token: str, now: datetime) -> WebSession | None:
    """The session of a cookie's token, if its officer still works here."""
    row = db.one("web_sessions_get", token_key=_key(db, "web-session", token), now=stamp(now))
    if row is None:
        return None
    officer = staff.get(db, row["staff_id"])
    if officer is None or not officer.confirmed:
        return None
    csrf = db.vault.open_text("web_sessions", row["id"], "csrf", row["csrf"])
    seen = unstamp(row["seen_at"]) if row["seen_at"] else None
    return WebSession(officer, csrf, unstamp(row["until"]), row["id"], bool(row["strong_at"]), seen)


def seen(db: Session, token: str, now: datetime) -> None:
    """A session was used."""
    db.run("web_sessions_seen", token_key=_key(db, "web-session", token), now=stamp(now))


def sessions_of(db: Session, officer: str, now: datetime) -> list[OpenSession]:
    """The open sessions of an officer, the one used last first."""
    return [_open_session(db, row) for row in db.run("web_sessions_of", staff_id=officer, now=stamp(now))]


def session_counts(db: Session, now: datetime) -> dict[str, int]:
    """How many sessions each officer has open."""
    return {row["staff_id"]: row["open"] for row in db.run("web_sessions_counts", now=stamp(now))}


def strengthen(db: Session, session: str, now: datetime) -> None:
    """The second step was passed in this session."""
    db.run("web_sessions_strong", id=session, now=stamp(now))


def end_one(db: Session, officer: str, session: str) -> bool:
    """End one session of an officer; False when there is no such."""
    return bool(db.run("web_sessions_end_one", id=session, staff_id=officer))


def end_others(db: Session, officer: str, keep: str) -> None:
    """End every session of an officer but one."""
    db.run("web_sessions_end_others", staff_id=officer, keep=keep)


def end_session(db: Session, token: str) -> None:
    """Sign out."""
    db.run("web_sessions_end", token_key=_key(db, "web-session", token))


def revoke(db: Session, officer: str) -> None:
    """End every link and session of an officer."""
    db.run("doors_close", staff_id=officer)
    db.run("web_sessions_close", staff_id=officer)


def purge(db: Session, now: datetime) -> None:
    """Forget links and sessions that are over."""
    db.run("doors_purge", now=stamp(now))
    db.run("web_sessions_purge", now=stamp(now))


def _key(db: Session, purpose: str, token: str) -> bytes:
    return db.vault.look_up(purpose, token)


def _open_session(db: Session, row: Row) -> OpenSession:
    device = db.vault.open_text("web_sessions", row["id"], "device", row["device"]) if row["device"] else ""
    until = unstamp(row["until"])
    made = unstamp(row["made_at"]) if row["made_at"] else until
    seen = unstamp(row["seen_at"]) if row["seen_at"] else made
    return OpenSession(row["id"], device, made, seen, until, bool(row["strong_at"]))


def _door(db: Session, officer: str, case: str) -> Door | None:
    found = staff.get(db, officer)
    return Door(found, case) if found and found.confirmed else None
