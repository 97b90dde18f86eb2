"""What was sealed or opened last is at hand for a while, and only for the bytes that it belongs to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import conversations
from storage.database import Database
from storage.errors import Tampered
from storage.recent import KEPT_SECONDS, MOST, Recent
from storage.session import Session
from storage.vault import Vault, make_keys, with_new_pair
from tests.storage.conftest import NOW

PLACE = ("conversations", "c1", "state")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_value_is_found_by_its_own_bytes_at_its_own_place() -> None:
    recent = Recent()
    recent.keep(PLACE, b"sealed", {"n": 1})
    assert recent.find(PLACE, b"sealed") == {"n": 1}
    assert recent.find(PLACE, b"written by another process") is None
    assert recent.find(("conversations", "c2", "state"), b"sealed") is None


def test_what_is_written_anew_is_forgotten() -> None:
    recent = Recent()
    recent.keep(PLACE, b"one", "told")
    recent.keep(PLACE, b"two", "erased")
    assert recent.find(PLACE, b"one") is None
    assert "told" not in str(recent._values)


def test_no_more_are_kept_than_fit_and_the_oldest_goes_first() -> None:
    recent = Recent()
    for number in range(MOST + 1):
        recent.keep(("t", str(number), "c"), b"x", number)
    assert recent.find(("t", "0", "c"), b"x") is None
    assert recent.find(("t", str(MOST), "c"), b"x") == MOST


def test_nothing_is_kept_for_longer_than_a_while() -> None:
    clock = Clock()
    recent = Recent(clock)
    recent.keep(PLACE, b"x", "told")
    clock.now = KEPT_SECONDS + 1.0
    recent.keep(("t", "2", "c"), b"y", "later")
    assert "told" not in str(recent._values)


def test_new_keys_forget_everything_and_a_stranger_s_bytes_are_opened_as_ever() -> None:
    keys = make_keys()
    vault = Vault(keys)
    sealed = vault.seal_json_kept(*PLACE, {"n": 1})
    with pytest.raises(Tampered):
        vault.open_json_kept(*PLACE, sealed[:-1] + bytes((sealed[-1] ^ 1,)))
    vault.renew(with_new_pair(keys))
    assert vault._ring.recent._values == {}
    assert vault.open_json_kept(*PLACE, sealed) == ({"n": 1}, None)


def test_what_was_kept_beside_a_value_comes_back_with_its_own_bytes_alone() -> None:
    vault = Vault(make_keys())
    first = vault.seal_json_kept(*PLACE, {"n": 1}, "one")
    second = vault.seal_json_kept(*PLACE, {"n": 1}, "two")
    assert vault.open_json_kept(*PLACE, second) == ({"n": 1}, "two")
    assert vault.open_json_kept(*PLACE, first) == ({"n": 1}, None)


async def test_a_state_that_was_undone_is_not_the_one_that_is_found(database: Database) -> None:
    def step(db: Session, state: dict[str, int], fails: bool) -> object:
        found = conversations.find(db, "telegram", "1", "1", NOW)
        conversations.save(db, found.id, state, NOW)
        if fails:
            raise ValueError
        return found.state

    await database.write(step, {"n": 1}, False)
    with pytest.raises(ValueError):
        await database.write(step, {"n": 2}, True)
    assert await database.write(step, {"n": 3}, False) == {"n": 1}


async def test_an_erased_draft_is_at_hand_no_longer(database: Database) -> None:
    def told(db: Session) -> str:
        id = conversations.find(db, "telegram", "1", "1", NOW).id
        conversations.save(db, id, {"said": "chuyện riêng"}, NOW, draft="d1")
        return id

    def erased(db: Session) -> str:
        for draft in conversations.silent_drafts(db, NOW + timedelta(days=4)):
            conversations.save(db, draft.conversation, {"said": ""}, NOW)
        return str(db.vault._ring.recent._values)

    await database.write(told)
    assert "chuyện riêng" not in await database.write(erased)
