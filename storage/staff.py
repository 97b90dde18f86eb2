"""Who works here: records, accounts, invitations, and to whom a notice of a unit goes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Final, cast

from cases.dates import stamp
from cases.kinds import Kind, Role
from cases.lifecycle import may
from cases.records import record
from storage import chats
from storage.conversations import account_key_of, lane
from storage.session import Row, Session

APART: Final = "to_cao:apart"
"""The kind of notices about a denunciation that was taken out of a mixed letter: no group gets them, since its card
would stand there beside the one of the letter it came from."""


@record(frozen=True, slots=True)
class StaffRow:
    """A member of staff. `state` is invited, pending, confirmed, refused or revoked."""

    id: str
    name: str
    role: str
    units: tuple[str, ...]
    state: str
    source: str

    @property
    def confirmed(self) -> bool:
        """Whether they were let in."""
        return self.state == "confirmed"


@record(frozen=True, slots=True)
class ConfigStaff:
    """Somebody whom the config names, with accounts in the form `telegram:123`."""

    name: str
    role: str
    units: Sequence[str]
    accounts: Sequence[str]


@record(frozen=True, slots=True)
class Reach:
    """What the config says about ways to people.

    `paths`: for each unit its own code and those above it, nearest first. `channels`: the ones that run; a chat
    on another could never be written to.
    """

    paths: Mapping[str, Sequence[str]]
    channels: frozenset[str]
    windowed: frozenset[str] = frozenset()
    """Channels on which a person can be written to only for some days after their last word."""
    pointers: frozenset[str] = frozenset()
    """Channels that carry no card, only the news that there is something to see: nothing is changed there later."""

    def path(self, unit: str) -> Sequence[str]:
        """A unit and those above it."""
        return self.paths.get(unit, (unit,))


@record(frozen=True, slots=True)
class Address:
    """A chat to write to; `lane` is its keyed hash."""

    channel: str
    peer: str
    lane: bytes


@record(frozen=True, slots=True)
class Route:
    """One chat that gets a notice: a staff chat, or the private chat of `officer`; `unit` is whose they are."""

    address: Address
    unit: str
    officer: str = ""


# The people ------------------------------------------------------------------------------------------------


def sync_config(db: Session, people: Sequence[ConfigStaff], groups: Sequence[tuple[str, str]], now: datetime) -> None:
    """Make the database's staff and staff chats what the config says; who came by invitation stays.

    `groups` are pairs of unit and address, `("Q01", "telegram:-100…")`.
    """
    former = {row["id"] for row in db.run("staff_revoke_config")}
    for person in people:
        # The same person keeps the same id over restarts, so that their cases stay theirs.
        first = person.accounts[0] if person.accounts else person.name
        id = db.vault.look_up("config-staff", first).hex()[:24]
        former.discard(id)
        _put(db, id, person.name, person.role, person.units, "confirmed", "config", now)
        db.run("staff_accounts_drop_other", staff_id=id, keep=_account_keys(db, person.accounts))
        for place, account in enumerate(person.accounts):
            channel, _, name = account.partition(":")
            add_account(db, id, channel, name, name, place)
    for id in former:
        _let_go(db, id)
    db.run("chats_unbind_config")
    for place, (unit, address) in enumerate(groups, start=1):
        channel, _, peer = address.partition(":")
        chats.configure(db, unit, channel, peer, place, now)


def get(db: Session, id: str) -> StaffRow | None:
    """A member of staff by id."""
    row = db.one("staff_get", id=id)
    return _staff(db, row) if row else None


def everybody(db: Session) -> list[StaffRow]:
    """Everybody who works here or was asked to."""
    return [_staff(db, row) for row in db.run("staff_all")]


def officer_of(db: Session, channel: str, account: str) -> StaffRow | None:
    """The confirmed officer whose account this is."""
    row = db.one("staff_of_account", account_key=account_key_of(db, channel, _written(channel, account)))
    if row is None or row["state"] != "confirmed":
        return None
    return _staff(db, row)


def serving(db: Session, unit: str) -> list[StaffRow]:
    """Confirmed officers with an account whose own list names this unit, in a steady order."""
    found = {row["id"]: row for row in db.run("staff_confirmed") if unit in json.loads(row["units"])}
    return [_staff(db, row) for row in found.values()]


def pending(db: Session) -> list[StaffRow]:
    """Accounts that opened an invitation and await an admin."""
    return [_staff(db, row) for row in db.run("staff_pending")]


def private_chat(
    db: Session, officer: str, reach: Reach, now: datetime, exclude: Collection[bytes] = ()
) -> Address | None:
    """Where an officer is written to in private: the first of their accounts that can be reached; one that cannot
    only if there is no other."""
    found = [(row, _private(db, row)) for row in db.run("staff_accounts_of", staff_id=officer)]
    ways = [(row, to) for row, to in found if to.channel in reach.channels and to.lane not in exclude]
    ways.sort(key=lambda way: (bool(way[0]["gone"]), not _is_open(db, way[1], reach, now)))
    return ways[0][1] if ways else None


def can_be_told(
    db: Session, officer: str, reach: Reach, now: datetime, exclude: Collection[bytes] = ()
) -> Address | None:
    """The same, but nowhere when no account of theirs can be reached now."""
    for row in db.run("staff_accounts_of", staff_id=officer):
        to = _private(db, row)
        known = to.channel in reach.channels and to.lane not in exclude and not row["gone"]
        if known and _is_open(db, to, reach, now):
            return to
    return None


def lanes_of(db: Session, officer: str) -> list[bytes]:
    """The private chats of an officer, reached or not."""
    return [_private(db, row).lane for row in db.run("staff_accounts_of", staff_id=officer)]


def account_at(db: Session, officer: str, channel: str) -> str | None:
    """The account of an officer on a channel, as the channel writes it."""
    for row in db.run("staff_accounts_of", staff_id=officer):
        if row["channel"] == channel:
            return _private(db, row).peer
    return None


def unreachable(db: Session) -> list[tuple[str, str]]:
    """Officers who cannot be written to in private: id and why."""
    return [(row["id"], row["gone"]) for row in db.run("staff_confirmed") if row["gone"]]


# Coming and going ------------------------------------------------------------------------------------------


def invite(db: Session, name: str, role: str, units: Sequence[str], word: str, until: datetime, now: datetime) -> str:
    """A new staff record that waits for whoever opens it with the word; its id."""
    id = token_hex(12)
    _put(db, id, name, role, units, "invited", "invitation", now)
    db.run("invitations_add", word_key=_word_key(db, word), staff_id=id, until=stamp(until))
    return id


def invited(db: Session, word: str, now: datetime) -> StaffRow | None:
    """Whom a word still lets in."""
    row = db.one("invitations_open", word_key=_word_key(db, word), now=stamp(now))
    return get(db, row["staff_id"]) if row is not None else None


def open_invitation(db: Session, word: str, channel: str, account: str, peer: str, now: datetime) -> str | None:
    """Bind an account to the staff record of a word, awaiting an admin; None when the word is not good."""
    known = db.one("staff_of_account", account_key=account_key_of(db, channel, _written(channel, account)))
    if known is not None and known["state"] in ("confirmed", "pending"):
        return None
    row = db.one("invitations_use", word_key=_word_key(db, word), now=stamp(now))
    if row is None:
        return None
    id: str = row["staff_id"]
    add_account(db, id, channel, account, peer)
    db.run("staff_state", id=id, state="pending", by="")
    return id


def confirm(db: Session, officer: str, accepted: bool, by: str) -> None:
    """An admin accepts or refuses an account that opened an invitation."""
    if accepted:
        db.run("staff_state", id=officer, state="confirmed", by=by)
    else:
        # The account stays with the record, so that the refusal can be told.
        db.run("staff_state", id=officer, state="refused", by=by)


def revoke(db: Session, officer: str, by: str) -> None:
    """Somebody no longer works here: accounts, links and sessions end at once."""
    db.run("staff_state", id=officer, state="revoked", by=by)
    _let_go(db, officer)


def restore(db: Session, officer: str, by: str) -> None:
    """Somebody who was let go works here again; their accounts come back by a new invitation or by the config."""
    db.run("staff_state", id=officer, state="confirmed", by=by)


def add_account(db: Session, officer: str, channel: str, account: str, peer: str, place: int = 0) -> None:
    """An account of a member of staff and the private chat it is reached in."""
    account = _written(channel, account)
    key = account_key_of(db, channel, account)
    db.run(
        "staff_accounts_add",
        staff_id=officer,
        channel=channel,
        account_key=key,
        peer_key=lane(db, channel, peer),
        account=db.vault.seal_text("staff_accounts", key.hex(), "account", account),
        peer=db.vault.seal_text("staff_accounts", key.hex(), "peer", peer),
        place=place,
    )


# Where notices go ------------------------------------------------------------------------------------------


def routes(
    db: Session, unit: str, kind: str, reach: Reach, now: datetime, exclude: Collection[bytes] = ()
) -> list[Route]:
    """The chats that get a notice for a unit about a case of this kind.

    Its staff chats that can be reached (never for `APART`): every group that was bound in the group itself, and of
    the config's list those of the channel that stands first; else, in private, its officers who may take such a case;
    else the same one unit up. Where the whole way up has nobody, the admins: a notice holds nothing they may not see.
    Lanes of `exclude` were tried already.
    """
    people = [
        row
        for row in db.run("staff_confirmed")
        if not row["gone"] and row["channel"] in reach.channels and _is_open(db, _private(db, row), reach, now)
    ]
    for each in reach.path(unit):
        rooms = [
            chat
            for chat in chats.of_unit(db, each)
            if kind != APART and not chat.gone and chat.channel in reach.channels and chat.lane not in exclude
        ]
        first = next((chat.channel for chat in rooms if chat.place), "")
        if rooms:
            return [
                Route(Address(chat.channel, chat.peer, chat.lane), each)
                for chat in rooms
                if not chat.place or chat.channel == first
            ]
        able = [row for row in people if each in json.loads(row["units"]) and _may_take(row["role"], kind)]
        found = _distinct(db, able, each, exclude)
        if found:
            return found
    return _distinct(db, [row for row in people if row["role"] == "admin"], unit, exclude)


def _may_take(role: str, kind: str) -> bool:
    return may(cast(Role, role), cast(Kind, "to_cao" if kind == APART else kind), "take")


def _distinct(db: Session, rows: Sequence[Row], unit: str, exclude: Collection[bytes]) -> list[Route]:
    """One chat for each officer."""
    found: dict[str, Route] = {}
    for row in rows:
        if row["id"] in found:
            continue
        address = _private(db, row)
        if address.lane not in exclude:
            found[row["id"]] = Route(address, unit, row["id"])
    return list(found.values())


def _is_open(db: Session, to: Address, reach: Reach, now: datetime) -> bool:
    """Whether a chat may be written to now, on channels that close one after some silence."""
    if to.channel not in reach.windowed:
        return True
    known = db.one("windows_get", lane=to.lane)
    return known is not None and known["open_until"] > stamp(now)


def _private(db: Session, row: Row) -> Address:
    place = bytes(row["account_key"]).hex()
    peer = db.vault.open_text("staff_accounts", place, "peer", row["peer"])
    return Address(row["channel"], peer, lane(db, row["channel"], peer))


def _put(
    db: Session, id: str, name: str, role: str, units: Sequence[str], state: str, source: str, now: datetime
) -> None:
    db.run(
        "staff_add",
        id=id,
        name=db.vault.seal_text("staff", id, "name", name),
        role=role,
        units=json.dumps(list(units)),
        state=state,
        source=source,
        at=stamp(now),
    )


def _let_go(db: Session, id: str) -> None:
    db.run("staff_accounts_drop", staff_id=id)
    db.run("doors_close", staff_id=id)
    db.run("web_sessions_close", staff_id=id)
    db.run("second_steps_drop", staff_id=id)


def _account_keys(db: Session, accounts: Sequence[str]) -> list[bytes]:
    pairs = (account.partition(":") for account in accounts)
    return [account_key_of(db, channel, _written(channel, name)) for channel, _, name in pairs]


def _written(channel: str, account: str) -> str:
    """An account as it is looked up: an e-mail address is the same in small letters."""
    return account.casefold() if channel == "email" else account


def _word_key(db: Session, word: str) -> bytes:
    typed = "".join(letter for letter in word.upper() if letter.isalnum())
    return db.vault.look_up("invitation", typed)


def _staff(db: Session, row: Row) -> StaffRow:
    name = db.vault.open_text("staff", row["id"], "name", row["name"])
    return StaffRow(row["id"], name, row["role"], tuple(json.loads(row["units"])), row["state"], row["source"])
