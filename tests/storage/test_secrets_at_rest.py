"""Whoever steals the disk without the key file learns nobody's name, words or address."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from storage import audit, cases, casework, chats, conversations, doors, fetches, inbox, mailbox, outbox, staff
from storage.database import Database
from storage.files import Files
from storage.session import Session
from storage.staff import ConfigStaff
from storage.vault import Vault
from tests.storage.conftest import NOW
from tests.storage.filing import BASE, file_case

NAME, PHONE, ACCOUNT = "Nguyễn Thị Hồng Hạnh", "0912345678", "7788990011"
ADDRESS, WORDS, ACCUSED = "Số 5 ngõ 12 Láng Hạ", "ông tổ trưởng đòi tiền mỗi nhà", "Trần Văn Cường"
GROUP, FILE_NAME, FILE_REF = "-1009988776655", "don_cua_hanh.jpg", "AgACAgUAAxkBAAI"
OFFICER, WORD, TOKEN, COOKIE = "Lê Quang Vinh", "KMNPQRSTVW", "one-time-token-abc", "cookie-id-xyz-123"
PAPER = "45/MTTQ gửi ông Đỗ Văn Kín"
PLANTED = (
    NAME,
    PHONE,
    ACCOUNT,
    ADDRESS,
    WORDS,
    ACCUSED,
    GROUP,
    FILE_NAME,
    FILE_REF,
    OFFICER,
    WORD,
    TOKEN,
    COOKIE,
    PAPER,
)


def live(db: Session) -> None:
    """A bit of everything that keeps something."""
    raw = f'{{"from":{ACCOUNT},"text":"{WORDS}"}}'.encode()
    inbox.put(db, "telegram", f"event{ACCOUNT}", raw, NOW)
    talk = conversations.find(db, "telegram", ACCOUNT, ACCOUNT, NOW)
    conversations.save(db, talk.id, {"draft": {"content": WORDS, "concerned": ACCUSED}}, NOW, draft="d1")
    fetches.ask(db, "a1", "d1", talk.id, "telegram", NOW, kind="photo", file=FILE_REF, name=FILE_NAME, caption=WORDS)
    person = {"role": "sender", "name": NAME, "contact": PHONE, "address": ADDRESS}
    letter = {**BASE.letter, "content": WORDS, "concerned": ACCUSED, "place": ADDRESS}
    file_case(db, ACCOUNT, letter=letter, persons=[person], draft="d1")
    fetches.ready(db, "a1", path="ab" * 16, size=1, sha256="00" * 32)
    cases.add_words(db, "case1", "d2", f"{WORDS} {NAME}", "resident", NOW)
    casework.refer(db, "case1", casework.Referral("UBND", "ubnd", PAPER, "2026-10-15", "2026-11-01", "r"))
    cases.ask_for(db, "case1", "withdraw", f"{ACCUSED} đã trả", NOW)
    audit.append(db, "case1", "forwarded", "o1", NOW, {"words": WORDS})
    outbox.post(db, "telegram", ACCOUNT, {"text": f"{NAME} {WORDS}"}, NOW)
    sent = outbox.post(db, "telegram", GROUP, {"text": WORDS}, NOW, slot="case:case1")
    outbox.sent(db, sent.id, "99", NOW)
    staff.sync_config(db, [ConfigStaff(OFFICER, "officer", ["P1"], [f"telegram:{ACCOUNT}1"])], [], NOW)
    staff.invite(db, OFFICER, "officer", ["P1"], WORD, NOW, NOW)
    chats.bind(db, "P1", "telegram", GROUP, "o1", NOW)
    conversations.make_link_word(db, WORD, talk.owner, NOW)
    conversations.move_peer(db, "telegram", ACCOUNT, f"{ACCOUNT}2")
    doors.make(db, TOKEN, "o1", "", NOW)
    mailbox.put(db, COOKIE, "in", {"text": WORDS}, NOW)


def files_with(folder: Path, planted: str) -> list[str]:
    needles = {planted.encode(), planted.encode("utf-16-le"), planted.lower().encode()}
    needles |= {word.encode() for word in planted.split() if len(word) > 6}
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(n in path.read_bytes() or n in path.name.encode() for n in needles)
    ]


async def test_the_database_its_wal_and_the_files_hold_nothing_planted(tmp_path: Path, vault: Vault) -> None:
    folder = tmp_path / "data"
    database = await Database.open(f"sqlite:///{folder / 'test.db'}", vault, exclusive=True)
    await database.write(live)
    files = Files(folder / "files", vault)
    with files.writer() as writer:
        writer.write(f"{NAME} {PHONE} {WORDS}".encode() * 100)
        writer.finish()
    assert (folder / "test.db-wal").stat().st_size > 0
    for planted in PLANTED:
        assert files_with(folder, planted) == [], planted
    await database.close()
    for planted in PLANTED:
        assert files_with(folder, planted) == [], planted


async def test_every_table_opens_again_with_the_key(tmp_path: Path, vault: Vault) -> None:
    database = await Database.open(f"sqlite:///{tmp_path / 'test.db'}", vault)
    await database.write(live)
    assert (await database.read(cases.letter, "case1"))["content"] == WORDS
    assert (await database.read(cases.persons, "case1"))[0]["name"] == NAME
    forwarded = await database.read(cases.by_id, "case1")
    assert forwarded is not None
    assert forwarded.document == PAPER
    assert await database.read(cases.of_person, NAME.lower()) == ["case1"]
    assert await database.read(cases.of_person, "+84 912 345 678") == ["case1"]
    assert [mail.body["text"] for mail in await database.read(mailbox.latest, COOKIE)] == [WORDS]
    later = NOW + timedelta(minutes=1)
    bodies = [item.body["text"] for item in await database.read(outbox.due, later)]
    assert bodies == [f"{NAME} {WORDS}"]
    assert await database.read(audit.verify) == []
    await database.close()
