"""The rest of the console: search, staff, health, the trial's chats, and pages that follow what happens."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import httpx
import pytest

from bot.web.live import Live
from cases.codes import code_of
from storage import audit, cases, doors, second_steps, staff
from tests.bot.web.conftest import SENDER, STAFF, Office, csrf

PETITION, DENUNCIATION, ELSEWHERE = (code_of(name) for name in (b"petition", b"denounce", b"another"))


async def search(browser: httpx.AsyncClient, typed: str, **more: str) -> str:
    html = (await browser.get("/console")).text
    return (await browser.post("/console/tim", data={"csrf": csrf(html), "tim": typed, **more})).text


async def decide(browser: httpx.AsyncClient, what: str, person: str) -> httpx.Response:
    html = (await browser.get("/console/can-bo")).text
    return await browser.post("/console/can-bo", data={"csrf": csrf(html), "viec": what, "nguoi": person})


# The list --------------------------------------------------------------------------------------------------


async def test_more_than_fifty_letters_stand_on_several_pages_and_none_is_lost(office: Office) -> None:
    codes = {code_of(f"case {n:02}".encode()) for n in range(53)}
    for code in codes:
        await office.file(code)
    browser = await office.signed_in("officer")
    first, second = [(await browser.get(f"/console?trang={n}")).text for n in (1, 2)]
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    assert {code for code in codes if code in first} ^ {code for code in codes if code in second} == codes
    for odd in ("999999", "-1", "x", ""):
        assert (await browser.get(f"/console?trang={odd}")).status_code == 200


async def test_every_group_of_the_list_is_a_link_with_its_count(office: Office) -> None:
    await office.file(PETITION, due_on="2026-11-19")
    await office.file(DENUNCIATION, kind="to_cao")
    await office.file(ELSEWHERE, unit="P02")
    html = (await (await office.signed_in("officer")).get("/console")).text
    assert 'class="overdue-group">Quá hạn <b>1</b>' in html
    assert 'class="free-group">Chưa ai nhận <b>2</b>' in html
    assert 'class="mine-group">Của tôi <b>0</b>' in html


# Search ----------------------------------------------------------------------------------------------------


async def test_a_letter_is_found_by_code_name_and_number(office: Office) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    for typed in (PETITION.lower(), PETITION[3:7], SENDER, "0912345678"):
        assert f"/console/don/{PETITION}" in await search(browser, typed), typed
    assert (await office.life(case)).count("found") == 2, "who was found by name was opened, and that is kept"


async def test_who_sent_a_letter_is_found_only_by_who_may_open_it(office: Office) -> None:
    await office.file(PETITION)
    await office.file(DENUNCIATION, kind="to_cao")
    for who in ("reader", "admin", "officer:P02"):
        assert "/console/don/" not in await search(await office.signed_in(who), SENDER), who
    assert DENUNCIATION not in await search(await office.signed_in("officer"), SENDER)
    assert DENUNCIATION not in await search(await office.signed_in("confidential"), SENDER)
    assert DENUNCIATION in await search(await office.trusted(), SENDER)


async def test_words_are_found_in_letters_and_every_find_is_written_down(office: Office) -> None:
    case = await office.file(PETITION)
    secret = await office.file(DENUNCIATION, kind="to_cao")
    await office.file(ELSEWHERE, unit="P02")
    html = await search(await office.signed_in("officer"), "cong bi vo", loi="1")
    assert PETITION in html
    assert DENUNCIATION not in html
    assert ELSEWHERE not in html
    [entry] = [each for each in await office.database.read(audit.life, case) if each.what == "found"]
    assert entry.detail == {"words": "cong bi vo"}
    assert await office.life(secret) == ["filed"]
    assert PETITION not in await search(await office.signed_in("admin"), "cong bi vo", loi="1")


async def test_too_short_a_search_says_so(office: Office) -> None:
    assert "ít nhất 2" in await search(await office.signed_in("officer"), "a")


# Staff -----------------------------------------------------------------------------------------------------


async def test_everybody_sees_who_works_here_and_only_admins_change_it(office: Office) -> None:
    officer, admin = await office.signed_in("officer"), await office.signed_in("admin")
    html = (await officer.get("/console/can-bo")).text
    assert all(name in html for name, _ in STAFF.values())
    reader = await office.officer("reader")
    assert (await decide(officer, "thu", reader)).status_code == 403
    assert (await decide(admin, "thu", reader)).status_code == 303
    found = await office.database.read(staff.get, reader)
    assert found is not None
    assert found.state == "revoked"
    assert [entry.what for entry in await office.database.read(audit.life, "staff")] == ["revoked"]


async def test_whom_an_admin_removed_stays_out_over_a_restart_until_let_back_in(office: Office) -> None:
    admin, reader = await office.signed_in("admin"), await office.officer("reader")
    people = [
        staff.ConfigStaff(name, who.partition(":")[0], units, [f"telegram:{n + 100}"])
        for n, (who, (name, units)) in enumerate(STAFF.items())
    ]
    await decide(admin, "thu", reader)
    await office.database.write(staff.sync_config, people, [], office.now())
    assert (await office.database.read(staff.get, reader)).state == "revoked"  # type: ignore[union-attr]
    await decide(admin, "lai", reader)
    assert (await office.database.read(staff.get, reader)).state == "confirmed"  # type: ignore[union-attr]


async def test_an_admin_resets_a_lost_phone_which_signs_its_officer_out(office: Office) -> None:
    trusted, admin = await office.trusted(), await office.signed_in("admin")
    person = await office.officer("confidential")
    assert (await decide(admin, "ma", person)).status_code == 303
    assert (await trusted.get("/console")).status_code == 401
    assert await office.database.read(second_steps.get, person) is None
    assert "<svg" in (await (await office.signed_in("confidential")).get("/console/xac-thuc")).text


async def test_nobody_removes_or_resets_themselves(office: Office) -> None:
    admin = await office.signed_in("admin")
    for what in ("thu", "ma"):
        assert (await decide(admin, what, await office.officer("admin"))).status_code == 422
    assert (await admin.get("/console")).status_code == 200


async def test_an_invitation_shows_its_word_once_and_waits_for_an_admins_yes(office: Office) -> None:
    admin = await office.signed_in("admin")
    html = (await admin.get("/console/can-bo")).text
    data = {"csrf": csrf(html), "ten": "Bùi Thị Mới", "vai": "officer", "don-vi": "P01"}
    made = (await admin.post("/console/can-bo/moi", data=data)).text
    word = made.split('class="secret">')[1].split("<")[0]
    assert word not in (await admin.get("/console/can-bo")).text
    person = await office.database.write(staff.open_invitation, word, "telegram", "777", "777", office.now())
    assert person is not None
    await decide(admin, "xacnhan", person)
    assert (await office.database.read(staff.get, person)).confirmed  # type: ignore[union-attr]
    assert any("777" in item.peer for item in office.posted), "they are told"


@pytest.mark.parametrize("wrong", [{"ten": ""}, {"vai": "king"}, {"don-vi": "P99"}])
async def test_an_invitation_with_something_missing_is_not_made(office: Office, wrong: dict[str, str]) -> None:
    admin = await office.signed_in("admin")
    html = (await admin.get("/console/can-bo")).text
    data = {"csrf": csrf(html), "ten": "Bùi Thị Mới", "vai": "officer", "don-vi": "P01", **wrong}
    assert (await admin.post("/console/can-bo/moi", data=data)).status_code == 422
    assert "Bùi Thị Mới" not in [row.name for row in await office.database.read(staff.everybody)]


# Health, trial ---------------------------------------------------------------------------------------------


async def test_health_is_for_admins(office: Office) -> None:
    assert (await (await office.signed_in("officer")).get("/console/tinh-trang")).status_code == 403
    page = await (await office.signed_in("admin")).get("/console/tinh-trang")
    assert page.status_code == 200
    assert 'class="bad"' in page.text


async def test_the_chats_of_a_trial_are_shown_in_a_trial_only(office: Office) -> None:
    assert (await (await office.signed_in("admin")).get("/console/nhom")).status_code == 404


# Live ------------------------------------------------------------------------------------------------------


class Clockwork:
    """Pauses that end when the test says so."""

    def __init__(self) -> None:
        self.gate = asyncio.Semaphore(0)

    async def pause(self, seconds: float) -> None:
        await self.gate.acquire()

    def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.gate.release()


async def test_an_open_page_is_told_of_a_change_and_a_removed_officer_of_the_end(office: Office) -> None:
    case = await office.file(PETITION)
    officer = await office.officer("officer")
    token, _ = await office.database.write(
        doors.start_session, officer, office.now() + timedelta(hours=1), office.now()
    )
    clockwork, heard = Clockwork(), asyncio.Queue[str]()
    live: Live = office.live
    live._pause = clockwork.pause
    [route] = live.routes()
    scope = {
        "type": "http", "method": "GET", "path": "/console/song", "query_string": f"don={PETITION}".encode(),
        "headers": [(b"host", b"127.0.0.1"), (b"cookie", f"td_staff={token}".encode())],
        "scheme": "http", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1), "path_params": {}, "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    async def send(message: dict[str, object]) -> None:
        for line in bytes(message.get("body", b"")).decode().splitlines():  # type: ignore[call-overload]
            if line.startswith("event: "):
                heard.put_nowait(line.removeprefix("event: "))

    stream = asyncio.ensure_future(route.handle(scope, receive, send))  # type: ignore[attr-defined]
    assert await heard.get() == "ready"
    await office.database.write(lambda db: audit.append(db, case, "opened", officer, office.now()))
    clockwork.look()
    await office.database.write(
        lambda db: cases.move(db, case, "taken", officer, office.now(), status="registered", officer=officer)
    )
    clockwork.look(8)
    assert await heard.get() == "change"
    await office.database.write(staff.revoke, officer, "admin")
    clockwork.look(20)
    assert await heard.get() == "over"
    await stream


# Closing a month -------------------------------------------------------------------------------------------


async def test_an_admin_closes_a_month_that_is_over_and_opens_it_again_for_a_reason(office: Office) -> None:
    admin, officer = await office.signed_in("admin"), await office.signed_in("officer")
    over = "/console/thongke?ky=2026-10&don-vi=Q01"
    html = (await admin.get(over)).text
    form = {"csrf": csrf(html), "ky": "2026-10", "don-vi": "Q01"}
    done = await admin.post("/console/thongke/chot", data=form)
    assert done.status_code == 303, done.text
    assert "Kỳ này đã khóa lúc" in (await admin.get(done.headers["location"])).text
    assert (await admin.post("/console/thongke/chot", data=form)).status_code == 409
    assert (await admin.post("/console/thongke/chot", data={**form, "ly-do": "nhầm"})).status_code == 422
    again = await admin.post("/console/thongke/chot", data={**form, "ly-do": "Cấp trên yêu cầu đính chính"})
    assert "Kỳ này đã khóa lúc" not in (await admin.get(again.headers["location"])).text
    running = await admin.post("/console/thongke/chot", data={**form, "ky": "2026-11"})
    assert (running.status_code, "chưa kết thúc" in running.text) == (409, True)
    # Nobody else closes, and nobody a unit that is not theirs.
    assert "Khóa kỳ này" not in (await officer.get("/console/thongke?ky=2026-10&don-vi=P01")).text
    own = {**form, "csrf": csrf((await officer.get("/console")).text), "don-vi": "P01"}
    assert (await officer.post("/console/thongke/chot", data=own)).status_code == 403
    assert (await admin.post("/console/thongke/chot", data={**form, "don-vi": "X"})).status_code == 422
