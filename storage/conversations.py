"""Conversations: one account in one chat, where its dialogue stands, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, Final

from cases.dates import stamp
from cases.records import record
from storage import audit
from storage.session import Row, Session
from storage.vault import Vault

UNCONSENTED_HOURS: Final = 72
"""What was said before consent is erased after this silence."""

DRAFT_DAYS: Final = 30
"""An unfinished letter is erased after this silence."""


Options = list[list[str]]
"""Standing options: command and label of each."""


@record(frozen=True, slots=True)
class Conversation:
    """A chat with one account. `owner` is the random id of the person: joined accounts share it."""

    id: str
    owner: str
    channel: str
    chat: str
    state: dict[str, Any] | None
    gone: bool = False
    standing: Options | None = None
    """The options under a message that came from outside the talk, since it last went on."""
    made_of: Any = None
    """What this state was made of, where this process saved it a moment ago."""
    behind: int | None = None
    """The last row of the outbox that was still to be sent to this chat, 0 where none was; None where that is not
    known, or may change before the commit."""


@record(frozen=True, slots=True)
class Chat:
    """Where a person is written to."""

    conversation: str
    channel: str
    peer: str


@record(frozen=True, slots=True)
class Erased:
    """A draft that was erased: its conversation, its id, the state as it was, and whether consent was given."""

    conversation: str
    draft: str
    state: dict[str, Any] | None
    consented: bool


def lock(db: Session, channel: str, account: str, peer: str) -> None:
    """Lock the conversation of an account in a chat until the commit; `find` comes next."""
    if not db.shared:
        return  # a file has one writer, who is us
    key = db.vault.look_up_kept("address", channel, account, peer)
    db.lock(key)
    db.ahead("conversations_find", address_key=key)


def find(db: Session, channel: str, account: str, peer: str, at: datetime, chat: str = "private") -> Conversation:
    """The conversation of an account in a chat, begun now if there is none. Whoever asks has called `lock`."""
    key = db.vault.look_up_kept("address", channel, account, peer)
    if db.shared:
        row = db.one("conversations_find", address_key=key)
    else:
        row = db.one("conversations_find_behind", address_key=key, now=stamp(at))
    if row is not None:
        return _conversation(db, row, None if db.shared else row["behind"] or 0)
    account_key = account_key_of(db, channel, account)
    known = db.one("conversations_owner", account_key=account_key)
    id = token_hex(12)
    owner = known["owner"] if known else token_hex(12)
    db.run(
        "conversations_add",
        id=id,
        address_key=key,
        account_key=account_key,
        peer_key=lane(db, channel, peer),
        channel=channel,
        account=db.vault.seal_text("conversations", id, "account", account),
        peer=db.vault.seal_text("conversations", id, "peer", peer),
        owner=owner,
        chat=chat,
        at=stamp(at),
    )
    return Conversation(id, owner, channel, chat, None)


def get(db: Session, id: str) -> Conversation | None:
    """A conversation by id."""
    row = db.one("conversations_get", id=id)
    return _conversation(db, row) if row else None


def address(db: Session, id: str) -> tuple[str, str] | None:
    """The account and peer of a conversation."""
    row = db.one("conversations_get", id=id)
    if row is None:
        return None
    account = db.vault.open_text("conversations", id, "account", row["account"])
    return account, db.vault.open_text("conversations", id, "peer", row["peer"])


def save(
    db: Session,
    id: str,
    state: dict[str, Any],
    now: datetime,
    *,
    draft: str = "",
    draft_at: str = "",
    consented: bool = False,
    made_of: Any = None,
) -> None:
    """Keep where the dialogue stands. `draft_at` is the stamp of the last touch of the open draft; `made_of` comes
    back with the state where it is still at hand, and may not be changed any more."""
    at = stamp(now)
    db.run(
        "conversations_save",
        id=id,
        state=db.vault.seal_json_kept("conversations", id, "state", state, made_of),
        draft=draft,
        draft_at=(draft_at or at) if draft else "",
        consented=int(consented),
        at=at,
    )


def stands(db: Session, id: str, options: Options) -> None:
    """Keep the options under a message that comes from outside the talk."""
    db.run("conversations_standing", id=id, standing=db.vault.seal_json("conversations", id, "standing", options))


def seen(db: Session, id: str, now: datetime) -> None:
    """Somebody wrote and the dialogue stands where it stood."""
    db.run("conversations_seen", id=id, at=stamp(now))


def lane(db: Session, channel: str, peer: str) -> bytes:
    """The keyed hash of a chat: conversations, staff chats and the outbox know it by this."""
    return lane_in(db.vault, channel, peer)


def lane_in(vault: Vault, channel: str, peer: str) -> bytes:
    """`lane` outside of a transaction."""
    return vault.look_up_kept("peer", channel, peer)


def regulars(db: Session, limit: int) -> list[str]:
    """Lanes (in hex) of people with a letter or a draft, so many of each, and of staff; who wrote latest comes last.

    Of a million people only the newest are read: others are known again when they write.
    """
    rows = db.run("conversations_regulars", limit=limit)
    writing = db.run("conversations_writing", limit=limit)
    staff = db.run("staff_lanes")
    return [bytes(row["peer_key"]).hex() for row in (*reversed(rows), *reversed(writing), *staff)]


def regular_among(db: Session, chats: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Which of these chats (channel and peer) are `regulars`."""
    by_key = {lane_in(db.vault, *chat): chat for chat in chats}
    rows = db.run("conversations_regular", peer_keys=list(by_key)) if by_key else ()
    return {by_key[bytes(row["peer_key"])] for row in rows}


def account_key_of(db: Session, channel: str, account: str) -> bytes:
    """The keyed hash of an account."""
    return db.vault.look_up_kept("account", channel, account)


def move_peer(db: Session, channel: str, peer: str, new_peer: str) -> None:
    """A chat goes on under another address: its conversations follow."""
    new_lane = lane(db, channel, new_peer)
    for row in db.run("conversations_at_peer", peer_key=lane(db, channel, peer)):
        id = row["id"]
        account = db.vault.open_text("conversations", id, "account", row["account"])
        key = db.vault.look_up("address", channel, account, new_peer)
        db.run("conversations_drop", address_key=key, id=id)
        if db.one("conversations_find", address_key=key) is not None:
            continue
        sealed = db.vault.seal_text("conversations", id, "peer", new_peer)
        db.run("conversations_move", id=id, address_key=key, peer_key=new_lane, peer=sealed)


def reachable(db: Session, owner: str) -> list[tuple[str, str, str]]:
    """Private chats of a person that can be reached: (conversation, channel, peer), latest used first."""
    rows = db.run("conversations_reachable", owner=owner)
    return [
        (row["id"], row["channel"], db.vault.open_text("conversations", row["id"], "peer", row["peer"])) for row in rows
    ]


def way_to(db: Session, id: str, owner: str) -> Chat | None:
    """The chat of a conversation, or of another chat of its person when it cannot be reached."""
    row = db.one("conversations_get", id=id)
    if row is None or row["gone"]:
        others = reachable(db, owner)
        if others:
            return Chat(*others[0])
    if row is None:
        return None
    return Chat(id, row["channel"], db.vault.open_text("conversations", id, "peer", row["peer"]))


def make_link_word(db: Session, word: str, owner: str, until: datetime) -> None:
    """Keep the hash of a word that joins another account to this person."""
    key = db.vault.look_up("link-word", _typed(word))
    db.run("link_words_add", word_key=key, owner=owner, until=stamp(until))


def link_is_open(db: Session, word: str, now: datetime) -> bool:
    """Whether a word can still join another account."""
    key = db.vault.look_up("link-word", _typed(word))
    return db.one("link_words_open", word_key=key, now=stamp(now)) is not None


def join(db: Session, word: str, owner: str, now: datetime) -> str | None:
    """Join this person to the one who made the word: the shared owner, or None when the word is not good."""
    row = db.one("link_words_use", word_key=db.vault.look_up("link-word", _typed(word)), now=stamp(now))
    if row is None:
        return None
    shared: str = row["owner"]
    if shared != owner:
        db.run("conversations_join", owner=shared, former=owner)
        for joined in db.run("cases_join", owner=shared, former=owner):
            audit.append(db, joined["id"], "linked", "resident", now)
    return shared


def silent_drafts(
    db: Session, now: datetime, consent_hours: int = UNCONSENTED_HOURS, draft_days: int = DRAFT_DAYS
) -> list[Erased]:
    """Drafts whose time is over: without consent after 72 hours, any after 30 days."""
    rows = [
        *db.run("conversations_silent", before=stamp(now - timedelta(hours=consent_hours)), consented=0),
        *db.run("conversations_silent", before=stamp(now - timedelta(days=draft_days)), consented=1),
    ]
    found = {row["id"]: row for row in rows}
    return [Erased(id, row["draft"], _opened(db, row), bool(row["consented"])) for id, row in found.items()]


def purge_link_words(db: Session, now: datetime) -> None:
    """Forget words that are over."""
    db.run("link_words_purge", now=stamp(now))


def count_gone(db: Session) -> int:
    """How many chats of residents cannot be reached."""
    row = db.one("conversations_count_gone")
    return int(row["number"]) if row else 0


def _typed(word: str) -> str:
    """A word as people type it: case, spaces and dashes do not matter."""
    return "".join(letter for letter in word.upper() if letter.isalnum())


def _conversation(db: Session, row: Row, behind: int | None = None) -> Conversation:
    id, sealed = row["id"], row["state"]
    state, made_of = None, None
    if sealed is not None:
        state, made_of = db.vault.open_json_kept("conversations", id, "state", sealed)
    return Conversation(
        id,
        row["owner"],
        row["channel"],
        row["chat"],
        state,
        bool(row["gone"]),
        _standing(db, row),
        made_of,
        behind,
    )


def _opened(db: Session, row: Row) -> dict[str, Any] | None:
    """The state of a row that nobody asks for again soon."""
    if row["state"] is None:
        return None
    state: dict[str, Any] = db.vault.open_json("conversations", row["id"], "state", row["state"])
    return state


def _standing(db: Session, row: Row) -> Options | None:
    if row["standing"] is None:
        return None
    options: Options = db.vault.open_json("conversations", row["id"], "standing", row["standing"])
    return options
