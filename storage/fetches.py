"""Files that wait to be brought in from a channel: asked for by a turn, done by the fetcher."""

from __future__ import annotations

from datetime import datetime

from cases.dates import stamp, unstamp
from cases.records import record
from storage import files
from storage.session import Session


@record(frozen=True, slots=True)
class FetchItem:
    """One file to bring in. `file` is what the channel needs to fetch it."""

    attachment: str
    draft: str
    conversation: str
    channel: str
    kind: str
    file: str
    name: str
    mime: str
    size: int
    caption: str
    album: str
    tries: int


@record(frozen=True, slots=True)
class Landing:
    """Where the news of a file goes: the conversation that asked for it, and its draft."""

    conversation: str
    draft: str


def ask(
    db: Session,
    attachment: str,
    draft: str,
    conversation: str,
    channel: str,
    at: datetime,
    *,
    kind: str,
    file: str,
    name: str = "",
    mime: str = "",
    size: int = 0,
    caption: str = "",
    album: str = "",
) -> FetchItem | None:
    """Ask for a file; None when it was asked for before."""
    facts = {"name": name, "mime": mime, "caption": caption}
    if not files.add(db, attachment, draft, kind, facts, at):
        return None
    item = FetchItem(attachment, draft, conversation, channel, kind, file, name, mime, size, caption, album, 0)
    source = {
        "kind": kind,
        "file": file,
        "name": name,
        "mime": mime,
        "size": size,
        "caption": caption,
        "album": album,
    }
    db.run(
        "fetches_add",
        attachment=attachment,
        draft=draft,
        conversation=conversation,
        channel=channel,
        source=db.vault.seal_json("fetches", attachment, "source", source),
        due_at=stamp(at),
    )
    return item


def due(db: Session, now: datetime, limit: int = 20, channel: str = "") -> list[FetchItem]:
    """Files to bring in now (from one channel), longest waiting first."""
    items = []
    for row in db.run("fetches_due", now=stamp(now), limit=limit, channel=channel):
        source = db.vault.open_json("fetches", row["attachment"], "source", row["source"])
        items.append(
            FetchItem(
                attachment=row["attachment"],
                draft=row["draft"],
                conversation=row["conversation"],
                channel=row["channel"],
                tries=row["tries"],
                **source,
            )
        )
    return items


def next_due(db: Session) -> datetime | None:
    """When the next file is due."""
    row = db.one("fetches_next")
    return unstamp(row["at"]) if row and row["at"] else None


def retry(db: Session, attachment: str, at: datetime, code: str) -> None:
    """Try again later; `code` is the vendor's short one."""
    db.run("fetches_retry", attachment=attachment, at=stamp(at), code=code)


def ready(
    db: Session,
    attachment: str,
    *,
    path: str,
    size: int,
    sha256: str,
    name: str | None = None,
    mime: str | None = None,
    cleaned: bool = True,
) -> Landing | None:
    """A file is in, checked, cleaned and sealed at `path`. None when nobody waits for it any more: it is erased.

    `sha256` is that of the original, before cleaning.
    """
    rows = db.run("fetches_done", attachment=attachment)
    row = db.one("attachments_get", id=attachment)
    if not rows or row is None:
        if row is None or row["path"] != path:
            files.throw_away(db, path)
        return None
    facts = files.open_facts(db, attachment, row["facts"])
    facts["sha256"] = sha256
    if name is not None:
        facts["name"] = name
    if mime is not None:
        facts["mime"] = mime
    if not cleaned:
        facts["cleaned"] = files.NOT_CLEANED
    sealed = files.seal_facts(db, attachment, facts)
    db.run("attachments_ready", id=attachment, path=path, size=size, facts=sealed)
    return Landing(rows[0]["conversation"], rows[0]["draft"])


def refused(db: Session, attachment: str) -> Landing | None:
    """A file cannot be taken. None when nobody waits for it any more."""
    rows = db.run("fetches_done", attachment=attachment)
    if not rows:
        return None
    db.run("attachments_refused", id=attachment)
    return Landing(rows[0]["conversation"], rows[0]["draft"])
