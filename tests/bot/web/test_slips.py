"""The papers of a denunciation: slip and copy name nobody, the enclosure is made and handed over by one role only."""

from __future__ import annotations

import io

from docx import Document

from storage import casework
from tests.bot.web.conftest import SENDER, Office, csrf

CODE = "TD-G5M9-M9F4"
REASON = "Được giao xử lý đơn này"
PAGE = f"/console/don/{CODE}/giay"


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])


async def opened(office: Office, kind: str = "to_cao", who: str = "confidential"):  # type: ignore[no-untyped-def]
    await office.file(CODE, kind)
    browser = await office.trusted(who)
    html = (await browser.get(f"/console/don/{CODE}")).text
    await browser.post(f"/console/don/{CODE}/mo", data={"csrf": csrf(html), "reason": REASON})
    return browser


async def test_slip_and_copy_of_a_denunciation_name_nobody_who_sent_it(office: Office) -> None:
    browser = await opened(office)
    html = (await browser.get(PAGE)).text
    assert SENDER not in html
    for paper in ("slip", "copy"):
        data = {"csrf": csrf(html), "paper": paper, "read": "yes", "content": f"{SENDER} kể: ông Bùi Văn Sai nhận tiền"}
        made = await browser.post(PAGE, data=data)
        assert made.status_code == 200
        assert CODE in made.headers["content-disposition"]
        text = words(made.content)
        assert SENDER not in text
        assert "0912345678" not in text
        assert "số 12 ngõ 5" not in text
    assert "Bùi Văn Sai" in text
    assert (await office.life(f"case-{CODE}")).count("made_paper") == 2


async def test_a_copy_is_made_only_by_who_says_that_they_have_read_it(office: Office) -> None:
    browser = await opened(office)
    html = (await browser.get(PAGE)).text
    refused = await browser.post(PAGE, data={"csrf": csrf(html), "paper": "copy", "content": "x"})
    assert refused.status_code == 422
    assert "made_paper" not in await office.life(f"case-{CODE}")


async def test_the_enclosure_names_the_denouncer_and_is_followed_from_hand_to_hand(office: Office) -> None:
    browser = await opened(office)
    html = (await browser.get(PAGE)).text
    made = await browser.post(PAGE, data={"csrf": csrf(html), "paper": "enclosure"})
    assert SENDER in words(made.content)
    handed = {"csrf": csrf(html), "paper": "handover", "receiver": "Chánh Thanh tra", "on": "2026-11-20"}
    assert "Chánh Thanh tra" in (await browser.post(PAGE, data=handed)).text
    assert (await browser.post(PAGE, data={**handed, "on": "2030-01-01"})).status_code == 422
    [kept] = await office.database.read(casework.handovers, f"case-{CODE}")
    assert kept.receiver == "Chánh Thanh tra"
    assert {"made_paper", "opened_person", "handed_over"} <= set(await office.life(f"case-{CODE}"))


async def test_who_may_not_open_a_denunciation_makes_no_paper_of_it(office: Office) -> None:
    await office.file(CODE, "to_cao")
    for who in ("officer", "reader", "admin"):
        browser = await office.signed_in(who)
        assert (await browser.get(PAGE)).status_code == 404
    browser = await office.trusted("confidential")
    assert (await browser.get(PAGE)).status_code == 404  # no reason was given yet


async def test_the_slip_of_a_petition_names_its_sender(office: Office) -> None:
    await office.file(CODE)
    browser = await office.signed_in("officer")
    html = (await browser.get(PAGE)).text
    made = await browser.post(PAGE, data={"csrf": csrf(html), "paper": "slip"})
    assert SENDER in words(made.content)
    assert (await browser.post(PAGE, data={"csrf": csrf(html), "paper": "enclosure"})).status_code == 404
