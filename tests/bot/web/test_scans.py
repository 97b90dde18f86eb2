"""The scan of an authority's written reply: attached on the page, of a denunciation only there, sealed and audited."""

from __future__ import annotations

import html
import re
from pathlib import Path

import httpx

from cases.codes import code_of
from storage import audit, cases, casework, files
from storage.casework import Referral
from storage.session import Session
from tests.bot.test_files import picture
from tests.bot.web.conftest import Office, csrf

CODE = code_of(b"replied")
PAGE = f"/console/don/{CODE}"
REASON = "Được giao xử lý đơn này"
PNG = picture("PNG")


async def forwarded(office: Office, kind: str = "kien_nghi_phan_anh") -> str:
    """A letter that an authority owes an answer to."""
    case, by = await office.file(CODE, kind), await office.officer("confidential")

    def write(db: Session) -> None:
        casework.refer(db, case, Referral("UBND phường", "ubnd", "45/MT", "2026-11-20", "2026-12-20", "r"))
        cases.move(db, case, "forwarded", by, office.now(), status="forwarded", outcome_on="2026-11-20")

    await office.database.write(write)
    return case


async def to_scan(browser: httpx.AsyncClient) -> httpx.Response:
    """The errand up to its question for the scan."""
    page = (await browser.get(PAGE)).text
    asked = await browser.post("/console/lam", data={"csrf": csrf(page), "don": CODE, "lenh": f"/phucdap {CODE}"})
    for field, value in (("loi", "128/UBND"), ("chon", "day_today"), ("chon", "settled_yes")):
        asked = await browser.post("/console/lam", data={**hidden(asked), field: value})
    return asked


def hidden(asked: httpx.Response) -> dict[str, str]:
    return {
        name: html.unescape(value) for name, value in re.findall(r'name="(csrf|don|buoc)" value="([^"]*)"', asked.text)
    }


async def attach(browser: httpx.AsyncClient, asked: httpx.Response, *papers: tuple[str, bytes]) -> httpx.Response:
    files = [("tep", (name, content, "image/png")) for name, content in papers]
    return await browser.post("/console/lam/van-ban", data=hidden(asked), files=files)


async def finish(browser: httpx.AsyncClient, asked: httpx.Response, *options: str) -> httpx.Response:
    for option in options:
        asked = await browser.post("/console/lam", data={**hidden(asked), "chon": option})
    return asked


async def test_the_scan_of_a_reply_lands_sealed_on_its_letter_and_opens_afterwards(
    office: Office, tmp_path: Path
) -> None:
    case = await forwarded(office)
    browser = await office.signed_in("officer")
    asked = await to_scan(browser)
    assert 'type="file"' in asked.text
    asked = await attach(browser, asked, ("Văn bản 128.pdf", PNG), ("trang 2.png", PNG))
    assert "2 tệp" in asked.text
    done = await finish(browser, asked, "files_done", "do_it")
    shown = re.findall(rf'href="({PAGE}/tep/[^"]+)" download>([^<]+)<', done.text)
    assert [name for _, name in shown] == ["Văn bản 128.png", "trang 2.png"], "the ending is that of the bytes"
    opened = await browser.get(shown[0][0].replace("&amp;", "&"))
    assert opened.content.startswith(b"\x89PNG")
    assert PNG not in [path.read_bytes() for path in (tmp_path / "files").iterdir()]
    entry = next(each for each in await office.database.read(audit.life, case) if each.what == "replied")
    assert (entry.detail["files"], entry.detail["number"]) == ("2", "128/UBND")


async def test_a_file_that_is_not_what_it_says_is_refused_in_words_and_the_errand_goes_on(
    office: Office, tmp_path: Path
) -> None:
    case = await forwarded(office)
    browser = await office.signed_in("officer")
    asked = await to_scan(browser)
    refused = await attach(browser, asked, ("trang 1.png", PNG), ("congvan.pdf", b"MZ\x90\x00 a program"))
    assert refused.status_code == 422
    assert "đây không phải ảnh" in refused.text
    assert "đã có 0 tệp" in refused.text, "all of what is sent at once, or none"
    assert list((tmp_path / "files").glob("*")) == []
    assert (await attach(browser, refused, ("lớn.png", b"x" * 1_200_000))).status_code == 413
    done = await finish(browser, refused, "skip", "do_it")
    assert "128/UBND" in done.text
    assert await office.database.read(files.of_case, case) == []


async def test_a_scan_that_was_given_up_is_erased(office: Office) -> None:
    case = await forwarded(office)
    browser = await office.signed_in("officer")
    asked = await attach(browser, await to_scan(browser), ("trang 1.png", PNG))
    await finish(browser, asked, "stop")
    assert await office.database.read(files.of_case, case) == []
    assert len(await office.database.read(files.trash)) == 1


async def test_the_reply_about_a_denunciation_is_attached_by_its_role_after_the_second_step_only(
    office: Office,
) -> None:
    case = await forwarded(office, "to_cao")
    weak, strong = await office.signed_in("confidential"), await office.trusted()
    asked = await to_scan(strong)
    assert 'type="file"' in asked.text
    for browser in (weak, await office.signed_in("officer"), await office.signed_in("reader")):
        # Even with the very form that somebody else was shown.
        page = (await browser.get("/console")).text
        stolen = {**hidden(asked), "csrf": csrf(page)}
        answer = await browser.post("/console/lam/van-ban", data=stolen, files=[("tep", ("a.png", PNG, "image/png"))])
        assert answer.status_code in (303, 409)
        assert "/xac-thuc" in answer.headers.get("location", "/xac-thuc")
    assert "việc mật" in (await to_scan_as("officer", office)).text
    await finish(strong, await attach(strong, asked, ("trang 1.png", PNG)), "files_done", "do_it")
    assert [each.state for each in await office.database.read(files.of_case, case)] == ["ready"]


async def to_scan_as(who: str, office: Office) -> httpx.Response:
    browser = await office.signed_in(who)
    data = {"csrf": csrf((await browser.get("/console")).text), "don": CODE, "lenh": f"/phucdap {CODE}"}
    return await browser.post("/console/lam", data=data)


async def test_a_scan_from_another_site_or_without_our_form_is_refused(office: Office) -> None:
    await forwarded(office)
    browser = await office.signed_in("officer")
    asked = await to_scan(browser)
    paper = [("tep", ("a.png", PNG, "image/png"))]
    for data, headers in ((hidden(asked), {"sec-fetch-site": "cross-site"}), ({"buoc": "x"}, {})):
        answer = await browser.post("/console/lam/van-ban", data=data, files=paper, headers=headers)
        assert answer.status_code == 403
    assert (await office.browser().post("/console/lam/van-ban", data=hidden(asked), files=paper)).status_code == 401
