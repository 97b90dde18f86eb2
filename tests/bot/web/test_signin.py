from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from bot.web import second_step
from bot.web.guard import device_of
from cases.codes import code_of
from storage import doors, second_steps, staff
from tests.bot.web.conftest import CONTENT, Office, csrf

DENUNCIATION = code_of(b"denounce")
PROOF = "/console/xac-thuc"
REASON = "Được giao xử lý theo phân công ngày 20/11"


async def type_code(browser: httpx.AsyncClient, code: str) -> httpx.Response:
    html = (await browser.get("/console/phien")).text
    return await browser.post(PROOF, data={"csrf": csrf(html), "ma": code})


async def code_now(office: Office) -> str:
    step = await office.database.read(second_steps.get, await office.officer("confidential"))
    assert step is not None
    return second_step.code_at(step.secret, office.now())


async def test_a_person_without_a_session_is_led_to_the_page_that_says_how_to_sign_in(office: Office) -> None:
    async with office.browser() as browser:
        answer = await browser.get("/console", headers={"Sec-Fetch-Mode": "navigate"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/console/vao")
        page = await browser.get("/console/vao")
        assert (await browser.get("/console/vao", headers={"Host": "evil.example"})).status_code == 421
    assert page.status_code == 200
    assert "Đăng nhập" in page.text
    officer = await office.signed_in("officer")
    assert (await officer.get("/console/vao")).headers["location"] == "/console"


def said_to_officers(office: Office) -> list[str]:
    return [item.body["text"] for item in office.posted if item.purpose == "officer"]


# Sessions --------------------------------------------------------------------------------------------------


async def test_an_officer_sees_where_they_are_signed_in_and_ends_what_is_strange(office: Office) -> None:
    here, there = await office.signed_in("officer"), await office.signed_in("officer")
    page = (await here.get("/console/phien")).text
    assert page.count('class="session"') == 2
    assert (await here.post("/console/phien", data={"csrf": csrf(page), "phien": "khac"})).status_code == 303
    assert (await there.get("/console")).status_code == 401
    assert (await here.get("/console")).status_code == 200


async def test_one_officer_cannot_end_the_session_of_another(office: Office) -> None:
    mine, theirs = await office.signed_in("officer"), await office.signed_in("reader")
    [session] = await office.database.read(doors.sessions_of, await office.officer("reader"), office.now())
    html = (await mine.get("/console/phien")).text
    await mine.post("/console/phien", data={"csrf": csrf(html), "phien": session.id})
    assert (await theirs.get("/console")).status_code == 200


async def test_ending_this_very_session_signs_out(office: Office) -> None:
    browser = await office.signed_in("officer")
    [session] = await office.database.read(doors.sessions_of, await office.officer("officer"), office.now())
    html = (await browser.get("/console/phien")).text
    answer = await browser.post("/console/phien", data={"csrf": csrf(html), "phien": session.id})
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert (await browser.get("/console")).status_code == 401


async def test_whoever_is_removed_is_out_at_their_next_step(office: Office) -> None:
    browser = await office.signed_in("officer")
    link = await office.link("officer")
    await office.database.write(staff.revoke, await office.officer("officer"), "admin")
    assert (await browser.get("/console")).status_code == 401
    assert (await office.browser().post(link)).status_code == 410


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36", "Chrome · Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (Linux; Android 9; SM-A105F) Chrome/98.0 Mobile Safari/537.36", "Chrome · Android"),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_machine_is_named_as_its_owner_would_name_it(agent: str, name: str) -> None:
    assert device_of(agent) == name


# The second step -------------------------------------------------------------------------------------------


async def test_a_denunciation_opens_for_nobody_before_the_second_step(office: Office) -> None:
    case = await office.file(DENUNCIATION, kind="to_cao")
    picture = await office.attach(DENUNCIATION, "anh.jpg", "image/jpeg", b"JPEG")
    browser = await office.signed_in("confidential")
    page = f"/console/don/{DENUNCIATION}"
    html = (await browser.get(page)).text
    assert PROOF in html
    answer = await browser.post(f"{page}/mo", data={"csrf": csrf(html), "reason": REASON})
    assert CONTENT not in answer.text
    assert (await browser.get(await office.file_at(browser, page, picture))).status_code == 404
    assert "opened" not in await office.life(case)


async def test_the_second_step_of_one_session_opens_nothing_in_another(office: Office) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    page = f"/console/don/{DENUNCIATION}"
    first = await office.trusted()
    await first.post(f"{page}/mo", data={"csrf": csrf((await first.get(page)).text), "reason": REASON})
    assert CONTENT in (await first.get(page)).text
    second = await office.signed_in("confidential")
    assert CONTENT not in (await second.get(page)).text


async def test_after_the_code_the_officer_is_back_at_the_case(office: Office) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    browser = await office.signed_in("confidential")
    html = (await browser.get(f"{PROOF}?don={DENUNCIATION}")).text
    data = {"csrf": csrf(html), "ma": await code_now(office), "don": DENUNCIATION}
    assert (await browser.post(PROOF, data=data)).headers["location"] == f"/console/don/{DENUNCIATION}"


async def test_the_secret_is_shown_until_its_first_code_and_never_again(office: Office) -> None:
    browser = await office.signed_in("confidential")
    assert "<svg" in (await browser.get(PROOF)).text
    step = await office.database.read(second_steps.get, await office.officer("confidential"))
    assert step is not None
    assert second_step.grouped(step.secret) in (await browser.get(PROOF)).text
    await type_code(browser, await code_now(office))
    for again in (browser, await office.signed_in("confidential")):
        html = (await again.get(PROOF)).text
        assert "<svg" not in html
        assert second_step.grouped(step.secret) not in html
    [told] = said_to_officers(office)
    assert "vừa được bật" in told


async def test_a_code_is_good_once_and_around_its_time_only(office: Office) -> None:
    browser = await office.trusted()
    used = await code_now(office)
    assert (await type_code(browser, used)).status_code == 422
    office.clock[0] += timedelta(minutes=5)
    assert (await type_code(browser, used)).status_code == 422
    late = await code_now(office)
    office.clock[0] += timedelta(seconds=30)
    assert (await type_code(browser, late)).status_code == 303


async def test_after_five_wrong_codes_even_the_right_one_must_wait_and_the_officer_is_told(office: Office) -> None:
    browser = await office.signed_in("confidential")
    await browser.get(PROOF)
    got = [(await type_code(browser, "000000")).status_code for _ in range(5)]
    assert got == [422, 422, 422, 422, 429]
    refused = await type_code(browser, await code_now(office))
    assert refused.status_code == 429
    assert "chờ" in refused.text
    [told] = said_to_officers(office)
    assert "nhập sai" in told
    office.clock[0] += timedelta(minutes=15, seconds=1)
    assert (await type_code(browser, await code_now(office))).status_code == 303


async def test_nobody_else_sees_the_code_that_a_trial_shows(office: Office) -> None:
    browser = await office.signed_in("confidential")
    assert await code_now_or_none(office, (await browser.get(PROOF)).text) is None


async def code_now_or_none(office: Office, html: str) -> str | None:
    code = await code_now(office)
    return code if code in html else None


async def test_a_denunciation_is_neither_ended_nor_changed_before_the_second_step(office: Office) -> None:
    case = await office.file(DENUNCIATION, kind="to_cao")
    browser = await office.signed_in("confidential")
    page = (await browser.get(f"/console/don/{DENUNCIATION}")).text
    for command in (f"/luu {DENUNCIATION}", f"/kyten {DENUNCIATION}", f"/chuyen {DENUNCIATION}"):
        answer = await browser.post("/console/lam", data={"csrf": csrf(page), "lenh": command})
        assert (answer.status_code, answer.headers.get("location")) == (
            303,
            f"/console/xac-thuc?don={DENUNCIATION}",
        ), command
    # To take it shows nothing of it, and whoever is asked must be able to say at once that they have it.
    taken = await browser.post("/console/lam", data={"csrf": csrf(page), "lenh": f"/nhan {DENUNCIATION}"})
    assert taken.status_code == 200
    assert [what for what in await office.life(case) if what != "refused"] == ["filed", "taken"]
    trusted = await office.trusted()
    asked = await trusted.post(
        "/console/lam", data={"csrf": csrf((await trusted.get("/console")).text), "lenh": f"/chuyen {DENUNCIATION}"}
    )
    assert asked.status_code == 200
