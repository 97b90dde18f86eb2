"""Officers who have no chat: the link by e-mail, the invitation opened on the page, and what a stranger learns."""

from __future__ import annotations

from datetime import timedelta

from bot.bodies import outgoing
from cases.codes import code_of
from storage import staff
from tests.bot.web.conftest import Office

HA = "Ha@Phuong.test"
CODE = code_of(b"letters")


async def with_address(office: Office) -> None:
    officer = await office.officer("officer")
    await office.database.write(staff.add_account, officer, "email", HA, HA)


async def test_an_officer_gets_a_link_by_e_mail_that_leads_to_the_letter_once(office: Office) -> None:
    await with_address(office)
    await office.file(CODE)
    browser = office.browser()
    page = await browser.get(f"/console/don/{CODE}")
    assert page.status_code == 401
    assert CODE not in page.text
    answer = await browser.post("/console/lien-ket", data={"thu": "ha@phuong.test"})
    assert answer.status_code == 200
    [item] = office.posted
    assert (item.channel, item.peer) == ("email", "ha@phuong.test")
    path = outgoing(item.body).link.removeprefix("https://tiengdan.example")
    assert (await browser.get(path)).status_code == 200
    entered = await browser.post(path)
    assert (entered.status_code, entered.headers["location"]) == (303, f"/console/don/{CODE}")
    assert (await office.browser().post(path)).status_code == 410


async def test_a_stranger_reads_what_an_officer_reads_and_nothing_is_sent(office: Office) -> None:
    await with_address(office)
    browser = office.browser()
    told = (await browser.post("/console/lien-ket", data={"thu": HA})).text
    office.posted.clear()
    for address in ("nobody@phuong.test", "ha@phuong.test.evil", "not an address", ""):
        answer = await browser.post("/console/lien-ket", data={"thu": address})
        assert (answer.status_code, answer.text) == (200, told)
    await office.database.write(staff.revoke, await office.officer("officer"), "admin")
    assert (await browser.post("/console/lien-ket", data={"thu": HA})).text == told
    assert office.posted == []


async def test_nobody_is_flooded_with_links_and_other_sites_cannot_ask_for_them(office: Office) -> None:
    await with_address(office)
    browser = office.browser()
    for _ in range(6):
        await browser.post("/console/lien-ket", data={"thu": HA})
    assert len(office.posted) == 3
    asked = {"sec-fetch-site": "cross-site"}
    assert (await browser.post("/console/lien-ket", data={"thu": HA}, headers=asked)).status_code == 403


async def test_an_invitation_is_opened_with_an_address_and_works_once_an_admin_says_yes(office: Office) -> None:
    until = office.now() + timedelta(hours=24)
    await office.database.write(staff.invite, "Bùi Mới", "officer", ["P01"], "ABCDE23456", until, office.now())
    browser = office.browser()
    assert "tu" in (await browser.get("/console/moi")).text
    wrong = await browser.post("/console/moi", data={"tu": "WRONGWORDS", "thu": "moi@phuong.test"})
    assert wrong.status_code == 422
    assert (await browser.post("/console/moi", data={"tu": "abcde 23456", "thu": "x"})).status_code == 422
    opened = await browser.post("/console/moi", data={"tu": "abcde 23456", "thu": "moi@phuong.test"})
    assert opened.status_code == 200
    assert [item.purpose for item in office.posted] == ["officer"]
    office.posted.clear()
    await browser.post("/console/lien-ket", data={"thu": "moi@phuong.test"})
    assert office.posted == []
    [waits] = await office.database.read(staff.pending)
    await office.database.write(staff.confirm, waits.id, True, "admin")
    await browser.post("/console/lien-ket", data={"thu": "moi@phuong.test"})
    assert [item.peer for item in office.posted] == ["moi@phuong.test"]


async def test_the_first_administrator_comes_in_by_the_word_and_an_address_alone(office: Office) -> None:
    for person in await office.database.read(staff.everybody):
        if person.role == "admin":
            await office.database.write(staff.revoke, person.id, "test")
    until = office.now() + timedelta(hours=24)
    await office.database.write(staff.invite, "Đầu Tiên", "admin", ["HN"], "ABCDE23456", until, office.now())
    browser = office.browser()
    opened = await browser.post("/console/moi", data={"tu": "ABCDE23456", "thu": "dau@phuong.test"})
    assert opened.status_code == 200
    await browser.post("/console/lien-ket", data={"thu": "dau@phuong.test"})
    assert [item.peer for item in office.posted] == ["dau@phuong.test"]
