"""A case as a turn would open it, for the tests of storage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from storage import cases, conversations, staging
from storage.cases import NewCase, Opened
from storage.registers import CaseFacts, KeptLine
from storage.session import Session
from tests.storage.conftest import NOW

BASE = NewCase(
    id="case1",
    code="TD-0000-0001",
    draft="draft1",
    conversation="",
    owner="",
    channel="telegram",
    account="",
    unit="P1",
    kind="kien_nghi_phan_anh",
    topic="moi_truong",
    proposed_kind="kien_nghi_phan_anh",
    urgent=False,
    anonymous=False,
    received_at=NOW,
    due_on="2026-10-28",
    due_rule="test",
    language="vi",
    consent_version="1",
    consent_at=NOW,
    letter={"content": "Rác không ai dọn"},
    persons=[{"role": "sender", "name": "Nguyễn Thị Hoa", "contact": "0912 345 678"}],
)


def file_case(db: Session, /, account: str = "42", **changes: Any) -> Opened:
    """File a letter from an account."""
    conversation = conversations.find(db, "telegram", account, account, NOW)
    new = replace(BASE, conversation=conversation.id, owner=conversation.owner, account=account, **changes)
    return cases.open_case(db, new)


def enter(
    db: Session,
    new: Sequence[tuple[str, CaseFacts]] = (),
    changed: Sequence[tuple[str, CaseFacts]] = (),
    lines: Iterable[KeptLine] = (),
    now: datetime = NOW,
) -> None:
    """Letters of a register, new ones by their codes and others by their ids, in one go."""
    batch = staging.begin(db, now)
    staging.stage(db, batch, new, changed, lines, now)
    assert staging.publish(db, batch, staging.published(db), now)
    while staging.clear(db, batch):
        pass
