from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.doctor import Finding
from bot.house import House, SecretIds, UnitTree
from bot.intake import Intake
from bot.sections import UnitSection
from bot.web import attachments, second_step
from bot.web.desk import Desk
from bot.web.guard import Guard
from bot.web.inside import Inside
from bot.web.live import Live
from bot.web.pages import Pages
from bot.web.site import Site, application
from handlers.ports import Place, Policy
from locales import Locales
from storage import cases, conversations, doors, fetches, second_steps, staff
from storage.cases import NewCase
from storage.database import Database
from storage.files import Files
from storage.outbox import OutboxItem
from storage.staff import ConfigStaff
from storage.vault import Vault, make_keys
from tests.databases import new_at

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
UNITS = (
    UnitSection(code="Q01", name="quận Hoa Sen", level="quan"),
    UnitSection(code="P01", name="phường Hòa Bình", level="phuong", parent="Q01"),
    UnitSection(code="P02", name="phường Sông Xanh", level="phuong", parent="Q01"),
)
STAFF = {
    "reader": ("Đào Văn Đọc", ["P01"]),
    "officer": ("Nguyễn Thị Hà", ["P01"]),
    "confidential": ("Trần Văn Kín", ["Q01"]),
    "admin": ("Lê Quản Trị", ["Q01"]),
    "officer:P02": ("Phạm Sông", ["P02"]),
}
CONTENT = "Cống trước nhà số 12 bị vỡ, nước tràn vào nhà"
SENDER = "Vũ Thị Lành"


class NoFigures:
    def paragraph(self, unit: str, period: str, *, public: bool = False) -> str:
        raise ValueError


@dataclass
class Office:
    """The pages over a real database, and a browser without scripts to use them with."""

    database: Database
    files: Files
    app: Starlette
    clock: list[datetime]
    live: Live
    posted: list[OutboxItem] = field(default_factory=list)
    count: Iterator[int] = field(default_factory=lambda: itertools.count())

    def now(self) -> datetime:
        return self.clock[0]

    def browser(self, base: str = "http://127.0.0.1") -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=base)

    async def link(self, who: str, case: str = "", minutes: int = 5) -> str:
        token = f"token-{next(self.count)}"
        officer = await self.officer(who)
        until = self.now() + timedelta(minutes=minutes)
        await self.database.write(lambda db: doors.make(db, token, officer, case, until))
        return f"/console/vao/{token}"

    async def file_at(self, browser: httpx.AsyncClient, page: str, file: str) -> str:
        """The address of a file as the letter's page writes it for this session."""
        signed = await self.database.read(doors.session, browser.cookies["td_staff"], self.now())
        assert signed is not None
        code = page.rsplit("/", 1)[-1]
        return await self.database.read(attachments.link, signed, code, file, self.now())

    async def officer(self, who: str) -> str:
        name, _ = STAFF[who]
        everybody = await self.database.read(staff.everybody)
        return next(row.id for row in everybody if row.name == name)

    async def signed_in(self, who: str) -> httpx.AsyncClient:
        browser = self.browser()
        answer = await browser.post(await self.link(who))
        assert answer.status_code == 303, answer.text
        return browser

    async def trusted(self, who: str = "confidential") -> httpx.AsyncClient:
        """Signed in, and past the second step, as a phone would do it."""
        browser = await self.signed_in(who)
        html = (await browser.get("/console/xac-thuc")).text
        step = await self.database.read(second_steps.get, await self.officer(who))
        assert step is not None
        code = second_step.code_at(step.secret, self.now())
        answer = await browser.post("/console/xac-thuc", data={"csrf": csrf(html), "ma": code})
        assert answer.status_code == 303, answer.text
        return browser

    async def file(self, code: str, kind: str = "kien_nghi_phan_anh", unit: str = "P01", **more: Any) -> str:
        def write(db: Any) -> str:
            talk = conversations.find(db, "web", f"w-{code}", f"w-{code}", self.now())
            new = NewCase(
                id=f"case-{code}",
                code=code,
                draft=f"draft-{code}",
                conversation=talk.id,
                owner=talk.owner,
                channel="web",
                account=f"w-{code}",
                unit=unit,
                kind=kind,
                topic="moi_truong",
                proposed_kind=kind,
                urgent=more.get("urgent", False),
                anonymous=False,
                received_at=self.now(),
                due_on=more.get("due_on", "2026-11-30"),
                due_rule="r",
                language="vi",
                consent_version="2026-11",
                consent_at=self.now(),
                letter={"content": CONTENT, "place": "tổ 4", "concerned": "ông Bùi Văn Sai"},
                persons=[{"role": "sender", "name": SENDER, "address": "số 12 ngõ 5", "contact": "0912345678"}],
            )
            return cases.open_case(db, new).id

        return await self.database.write(write)

    async def life(self, case: str) -> list[str]:
        from storage import audit

        return [entry.what for entry in await self.database.read(audit.life, case)]

    async def attach(self, code: str, name: str, mime: str, content: bytes, *, cleaned: bool = True) -> str:
        with self.files.writer() as writer:
            writer.write(content)
            stored = writer.finish()

        def write(db: Any) -> str:
            fetches.ask(
                db,
                f"file-{name[:3]}",
                f"draft-{code}",
                "",
                "web",
                self.now(),
                kind="photo",
                file="f",
                name=name,
                mime=mime,
                size=len(content),
                caption="",
                album="",
            )
            fetches.ready(
                db,
                f"file-{name[:3]}",
                path=stored.path,
                size=stored.size,
                sha256=stored.sha256,
                name=name,
                mime=mime,
                cleaned=cleaned,
            )
            return f"file-{name[:3]}"

        return await self.database.write(write)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    vault = Vault(make_keys())
    database = await Database.open(new_at(tmp_path / "t.db"), vault)
    files = Files(tmp_path / "files", vault)
    clock = [NOON]
    posted: list[OutboxItem] = []
    house = House(
        units=UnitTree(UNITS, lambda units, text: (), lambda: clock[0].date()),
        words=Locales(),
        ids=SecretIds(),
        figures=lambda db, today: NoFigures(),
        committee=Place("Mặt trận quận Hoa Sen", "024 3851 1234", "số 5 phố Chùa", "giờ hành chính"),
        policy=Policy(public_url="https://tiengdan.example"),
        channels=frozenset({"web", "telegram", "email"}),
    )

    async def examine() -> list[Finding]:
        return [Finding("doctor-config"), Finding("doctor-key-open", False, {"file": "tiengdan.key"})]

    people = [
        ConfigStaff(name, who.partition(":")[0], units, [f"telegram:{number + 100}"])
        for number, (who, (name, units)) in enumerate(STAFF.items())
    ]
    await database.write(staff.sync_config, people, [], NOON)
    site = Site(
        database=database,
        house=house,
        files=files,
        now=lambda: clock[0],
        wake=posted.extend,
        address="https://tiengdan.example",
        committees=UNITS,
        examine=examine,
        intake=Intake(files, file_mb=1, image_megapixels=20),
    )
    desk = Desk(database, house, site.now, site.wake)
    live = Live(
        Inside(Pages(house.words, house.committee), Guard(database, site.now, site.address)), desk, asyncio.Event()
    )
    yield Office(database, files, application(site), clock, live, posted)
    await database.close()


def csrf(html: str) -> str:
    """The secret that the forms of a page carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', html)
    assert found
    return found[1]
