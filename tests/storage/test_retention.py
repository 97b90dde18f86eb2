"""What was never consented to, and what is over, is erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from storage import conversations, files, inbox, retention
from storage.database import Database
from storage.session import Session
from storage.vault import Vault
from tests.storage.conftest import NOW
from tests.storage.filing import file_case


def without_draft(state: dict[str, Any]) -> dict[str, Any]:
    return {**state, "draft": None}


def begin(db: Session, account: str, consented: bool, at: datetime) -> str:
    talk = conversations.find(db, "telegram", account, account, at)
    state = {"language": "en", "draft": {"content": "lời"}}
    conversations.save(db, talk.id, state, at, draft=f"d{account}", consented=consented)
    files.add(db, f"a{account}", f"d{account}", "photo", {}, at)
    return talk.id


async def test_a_draft_without_consent_goes_after_72_hours_and_any_after_30_days(database: Database) -> None:
    silent = await database.write(begin, "1", False, NOW)
    agreed = await database.write(begin, "2", True, NOW)

    async def drafts(now: datetime) -> list[bool]:
        await database.write(retention.sweep, now, without_draft)
        found = [await database.read(conversations.get, id) for id in (silent, agreed)]
        return [bool(talk and talk.state and talk.state["draft"]) for talk in found]

    assert await drafts(NOW + timedelta(hours=71)) == [True, True]
    assert await drafts(NOW + timedelta(hours=73)) == [False, True]
    assert await database.read(files.of_draft, "d1") == []
    assert len(await database.read(files.of_draft, "d2")) == 1
    assert await drafts(NOW + timedelta(days=31)) == [False, False]
    kept = await database.read(conversations.get, silent)
    assert kept is not None
    assert kept.state == {"language": "en", "draft": None}


async def test_files_of_a_forgotten_draft_go_after_a_month_and_those_of_a_case_stay(database: Database) -> None:
    def two(db: Session) -> None:
        file_case(db, draft="filed")
        files.add(db, "a1", "filed", "photo", {}, NOW)
        files.add(db, "a2", "forgotten", "photo", {}, NOW)

    await database.write(two)
    await database.write(retention.sweep, NOW + timedelta(days=32), without_draft)
    assert await database.read(files.of_draft, "forgotten") == []
    assert [file.id for file in await database.read(files.of_case, "case1")] == ["a1"]


async def test_the_sweep_is_quiet_when_it_is_done_again(database: Database, vault: Vault) -> None:
    await database.write(inbox.put, "telegram", "1", b"x", NOW)
    later = NOW + timedelta(days=8)
    first = await database.write(retention.sweep, later, without_draft)
    again = await database.write(retention.sweep, later, without_draft)
    assert (first.bodies, again.bodies) == (1, 0)
