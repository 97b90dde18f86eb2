from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.web import attachments, pages
from cases.codes import code_of
from storage import outbox, sketches
from tests.bot.web.conftest import CONTENT, SENDER, STAFF, Office, csrf

TEMPLATES = Path(pages.__file__).parent / "templates"
PETITION = code_of(b"petition")
DENUNCIATION = code_of(b"denounce")
LATE, TODAY, SOON, ELSEWHERE = (code_of(name) for name in (b"is late", b"due now", b"is soon", b"another"))


async def post(browser: httpx.AsyncClient, path: str, page: str, **fields: str) -> httpx.Response:
    html = (await browser.get(page)).text
    return await browser.post(path, data={"csrf": csrf(html), **fields})


# Coming in -------------------------------------------------------------------------------------------------


async def test_looking_at_a_link_spends_nothing_and_pressing_its_button_does(office: Office) -> None:
    link = await office.link("officer")
    async with office.browser() as browser:
        for _ in range(3):
            look = await browser.get(link)
            assert look.status_code == 200
            assert STAFF["officer"][0] in look.text
        assert (await browser.post(link)).headers["location"] == "/console"
        assert (await browser.post(link)).status_code == 410
        assert (await browser.get(link)).status_code == 410


async def test_a_link_is_good_for_its_minutes_only(office: Office) -> None:
    link = await office.link("officer", minutes=5)
    office.clock[0] += timedelta(minutes=5, seconds=1)
    async with office.browser() as browser:
        assert (await browser.post(link)).status_code == 410


async def test_a_link_for_a_case_leads_to_it(office: Office) -> None:
    case = await office.file(PETITION)
    async with office.browser() as browser:
        answer = await browser.post(await office.link("officer", case))
        assert answer.headers["location"] == f"/console/don/{PETITION}"


async def test_the_session_cookie_is_out_of_reach_for_scripts_and_other_sites(office: Office) -> None:
    async with office.browser("https://tiengdan.example") as browser:
        cookie = (await browser.post(await office.link("officer"))).headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "secure", "path=/console", "max-age=28800"):
        assert part in cookie


async def test_a_session_ends_after_eight_hours(office: Office) -> None:
    browser = await office.signed_in("officer")
    office.clock[0] += timedelta(hours=8, seconds=1)
    assert (await browser.get("/console")).status_code == 401


async def test_signing_out_ends_the_session_itself_not_only_the_cookie(office: Office) -> None:
    browser = await office.signed_in("officer")
    kept = dict(browser.cookies)
    assert (await post(browser, "/console/ra", "/console")).status_code == 200
    async with office.browser() as thief:
        thief.cookies.update(kept)
        assert (await thief.get("/console")).status_code == 401


@pytest.mark.parametrize("path", ["/console", "/console/thongke", f"/console/don/{PETITION}"])
async def test_without_a_session_every_page_only_says_how_to_sign_in(office: Office, path: str) -> None:
    await office.file(PETITION)
    async with office.browser() as browser:
        answer = await browser.get(path)
    assert answer.status_code == 401
    assert "/console" in answer.text
    assert PETITION not in answer.text


async def test_under_a_foreign_name_nothing_opens(office: Office) -> None:
    link = await office.link("officer")
    async with office.browser("http://evil.example") as browser:
        assert (await browser.get("/console")).status_code == 421
        assert (await browser.post(link)).status_code == 421


@pytest.mark.parametrize("path", [f"/console/don/{PETITION}/mo", "/console/lam", "/console/tim", "/console/phien"])
async def test_a_post_without_the_forms_secret_changes_nothing(office: Office, path: str) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    data = {"csrf": "x", "reason": "y" * 20, "lenh": f"/nhan {PETITION}", "tim": CONTENT, "phien": "khac"}
    answer = await browser.post(path, data=data)
    assert answer.status_code == 403
    assert await office.life(case) == ["filed"]


async def test_a_post_that_another_site_made_changes_nothing(office: Office) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    secret = csrf((await browser.get("/console")).text)
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        data = {"csrf": secret, "lenh": f"/nhan {PETITION}"}
        answer = await browser.post("/console/lam", data=data, headers=headers)
        assert answer.status_code == 403
    assert await office.life(case) == ["filed"]


async def test_too_many_links_tried_from_one_address_are_refused(office: Office) -> None:
    async with office.browser() as browser:
        got = [(await browser.get(f"/console/vao/guess-{n}")).status_code for n in range(25)]
    assert got[0] == 410
    assert got[-1] == 429


# The list --------------------------------------------------------------------------------------------------


async def test_the_list_shows_open_cases_of_ones_units_with_what_is_due_first(office: Office) -> None:
    await office.file(LATE, due_on="2026-11-19")
    await office.file(TODAY, due_on="2026-11-20")
    await office.file(SOON, due_on="2026-12-01")
    await office.file(ELSEWHERE, unit="P02")
    page = (await (await office.signed_in("officer")).get("/console")).text
    assert page.index(LATE) < page.index(TODAY) < page.index(SOON)
    assert ELSEWHERE not in page
    assert page.count('class="mark overdue"') == 1
    assert page.count('class="mark today"') == 1


async def test_the_list_can_be_narrowed_and_its_counts_say_to_how_many(office: Office) -> None:
    await office.file(LATE, due_on="2026-11-19")
    await office.file(SOON)
    page = (await (await office.signed_in("officer")).get("/console?loc=overdue")).text
    assert LATE in page
    assert SOON not in page


async def test_a_denunciation_stands_in_the_list_without_ward_and_topic_for_who_may_not_read_it(
    office: Office,
) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    plain = (await (await office.signed_in("officer")).get("/console")).text
    full = (await (await office.signed_in("confidential")).get("/console")).text
    assert DENUNCIATION in plain
    assert "Môi trường" not in plain
    assert "phường Hòa Bình" not in plain.split("<table")[1]
    assert "Môi trường" in full


# A case ----------------------------------------------------------------------------------------------------


async def test_an_officer_reads_a_petition_and_each_opening_is_written_down(office: Office) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    page = (await browser.get(f"/console/don/{PETITION}")).text
    assert CONTENT in page
    assert SENDER in page
    assert await office.life(case) == ["filed", "opened", "opened_person"]


async def test_a_reader_reads_the_words_and_not_who_sent_them(office: Office) -> None:
    case = await office.file(PETITION)
    page = (await (await office.signed_in("reader")).get(f"/console/don/{PETITION}")).text
    assert CONTENT in page
    assert SENDER not in page
    assert "0912345678" not in page
    assert await office.life(case) == ["filed", "opened"]


async def test_an_admin_sees_that_a_case_exists_and_none_of_its_words(office: Office) -> None:
    case = await office.file(PETITION)
    page = (await (await office.signed_in("admin")).get(f"/console/don/{PETITION}")).text
    assert PETITION in page
    assert CONTENT not in page
    assert SENDER not in page
    assert await office.life(case) == ["filed"]


async def test_a_case_of_another_unit_does_not_exist_for_an_officer(office: Office) -> None:
    case = await office.file(PETITION)
    answer = await (await office.signed_in("officer:P02")).get(f"/console/don/{PETITION}")
    assert answer.status_code == 404
    assert await office.life(case) == ["filed"]


async def test_a_denunciation_opens_only_for_a_reason_that_is_kept(office: Office) -> None:
    case = await office.file(DENUNCIATION, kind="to_cao")
    browser = await office.trusted()
    page = f"/console/don/{DENUNCIATION}"
    assert CONTENT not in (await browser.get(page)).text
    short = await post(browser, f"{page}/mo", page, reason="xem")
    assert short.status_code == 422
    assert CONTENT not in short.text
    assert await office.life(case) == ["filed"]
    opened = await post(browser, f"{page}/mo", page, reason="Được giao xử lý theo phân công ngày 20/11")
    assert CONTENT in opened.text
    assert SENDER in opened.text
    assert await office.life(case) == ["filed", "opened", "opened_person"]


async def test_the_reason_holds_for_some_hours_and_for_nobody_else(office: Office) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    page = f"/console/don/{DENUNCIATION}"
    browser = await office.trusted()
    await post(browser, f"{page}/mo", page, reason="Được giao xử lý theo phân công")
    assert CONTENT in (await browser.get(page)).text
    assert CONTENT not in (await (await office.signed_in("officer")).get(page)).text
    office.clock[0] += timedelta(hours=8, minutes=1)
    again = await office.trusted()
    assert CONTENT not in (await again.get(page)).text


async def test_an_officer_without_the_role_opens_no_denunciation_and_the_try_is_written_down(
    office: Office,
) -> None:
    case = await office.file(DENUNCIATION, kind="to_cao")
    page = f"/console/don/{DENUNCIATION}"
    browser = await office.signed_in("officer")
    answer = await post(browser, f"{page}/mo", page, reason="Tôi muốn xem nội dung đơn này")
    for secret in (CONTENT, SENDER, "Bùi Văn Sai", "Môi trường"):
        assert secret not in answer.text
    assert await office.life(case) == ["filed", "refused"]


async def act(browser: httpx.AsyncClient, page: str, command: str) -> httpx.Response:
    """Press one of the buttons of a case."""
    html = (await browser.get(page)).text
    code = page.rsplit("/", 1)[1]
    return await browser.post("/console/lam", data={"csrf": csrf(html), "don": code, "lenh": f"{command} {code}"})


async def reply(browser: httpx.AsyncClient, asked: httpx.Response, **fields: str) -> httpx.Response:
    """Answer the question of a page: `chon` is an option, `loi` words."""
    hidden = dict(re.findall(r'name="(csrf|don|buoc)" value="([^"]*)"', asked.text))
    return await browser.post("/console/lam", data={**hidden, **fields})


async def test_taking_a_case_makes_it_ones_own_once(office: Office) -> None:
    case = await office.file(PETITION)
    page = f"/console/don/{PETITION}"
    browser = await office.signed_in("officer")
    for _ in range(2):
        assert (await act(browser, page, "/nhan")).status_code == 200
    assert (await office.life(case)).count("taken") == 1
    assert STAFF["officer"][0] in (await browser.get(page)).text


async def test_what_the_page_offers_is_what_the_chat_offers(office: Office) -> None:
    case = await office.file(PETITION)
    reader, officer = await office.signed_in("reader"), await office.signed_in("officer")
    page = f"/console/don/{PETITION}"
    assert 'name="lenh"' not in (await reader.get(page)).text
    offered = re.findall(r'name="lenh" value="(/\w+) ', (await officer.get(page)).text)
    assert {"/nhan", "/chuyen", "/traloi"} <= set(offered)
    assert await office.life(case) == ["filed", "opened", "opened", "opened_person"], "offering carries nothing out"


@pytest.mark.parametrize(
    ("command", "answers", "status", "told"),
    [
        ("/huongdan", ["Xin ông bà đến bộ phận một cửa"], "guided", "bộ phận một cửa"),
        ("/traloi", ["Cống sẽ được sửa trong tuần"], "answered", "sửa trong tuần"),
        ("/luu", ["Trùng với đơn trước đã trả lời"], "archived", "Trùng với đơn trước"),
    ],
)
async def test_ending_a_case_shows_first_what_the_resident_will_read(
    office: Office, command: str, answers: list[str], status: str, told: str
) -> None:
    case = await office.file(PETITION)
    page = f"/console/don/{PETITION}"
    browser = await office.signed_in("officer")
    asked = await act(browser, page, command)
    for words in answers:
        asked = await reply(browser, asked, loi=words)
    assert told in asked.text
    assert status not in await office.life(case)
    done = await reply(browser, asked, chon="send")
    assert done.status_code == 200
    assert status in await office.life(case)
    letter, *_ = [item for item in office.posted if item.channel == "web"]
    assert told in letter.body["text"]
    again = await reply(browser, asked, chon="send")
    assert (await office.life(case)).count(status) == 1, again.text


async def test_an_answer_that_does_not_fit_is_asked_for_again(office: Office) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    asked = await act(browser, f"/console/don/{PETITION}", "/traloi")
    again = await reply(browser, asked, loi="  ")
    assert 'name="buoc"' in again.text
    stopped = await reply(browser, again, chon="stop")
    assert 'name="buoc"' not in stopped.text
    assert "answered" not in await office.life(case)


async def test_a_question_of_one_officer_is_answered_by_nobody_else_and_not_for_ever(office: Office) -> None:
    case = await office.file(PETITION)
    mine, other = await office.signed_in("officer"), await office.signed_in("confidential")
    asked = await act(mine, f"/console/don/{PETITION}", "/traloi")
    state = re.findall(r'name="buoc" value="([^"]*)"', asked.text)[0]
    stolen = {"csrf": csrf((await other.get("/console")).text), "don": PETITION, "buoc": state, "loi": "Xong rồi nhé"}
    assert (await other.post("/console/lam", data=stolen)).status_code == 409
    office.clock[0] += timedelta(hours=2, seconds=1)
    assert (await reply(mine, asked, loi="Xong rồi nhé")).status_code == 409
    assert await office.life(case) == ["filed", "opened", "opened_person"]


@pytest.mark.parametrize("command", ["/guidon", "/xoa", "xin chào", ""])
async def test_the_page_carries_out_commands_of_staff_only(office: Office, command: str) -> None:
    browser = await office.signed_in("officer")
    secret = csrf((await browser.get("/console")).text)
    assert (await browser.post("/console/lam", data={"csrf": secret, "lenh": command})).status_code == 409


async def test_what_the_resident_is_told_of_a_denunciation_names_no_authority(office: Office) -> None:
    case = await office.file(DENUNCIATION, kind="to_cao")
    browser = await office.trusted()
    asked = await act(browser, f"/console/don/{DENUNCIATION}", "/luu")
    for _ in range(8):
        if 'value="send"' in asked.text:
            break
        asked = await reply(browser, asked, loi="Thanh tra thành phố đã trả lời ông A")
    await reply(browser, asked, chon="send")
    assert "archived" in await office.life(case)
    for item in office.posted:
        assert "Thanh tra" not in item.body["text"]


# Files -----------------------------------------------------------------------------------------------------


async def test_a_picture_is_shown_and_everything_else_is_a_download(office: Office) -> None:
    case = await office.file(PETITION)
    await office.attach(PETITION, "anh-cong.jpg", "image/jpeg", b"JPEG")
    paper = await office.attach(PETITION, "Quyết định.pdf", "application/pdf", b"%PDF")
    browser = await office.signed_in("officer")
    page = f"/console/don/{PETITION}"
    html = (await browser.get(page)).text
    [preview] = set(re.findall(r'"(/console/don/[^"]+xem)"', html))
    shown = await browser.get(preview.replace("&amp;", "&"))
    assert shown.content == b"JPEG"
    assert shown.headers["content-disposition"].startswith("inline")
    link = await office.file_at(browser, page, paper)
    assert link.replace("&", "&amp;") in html
    for answer in (await browser.get(f"{link}&xem"), await browser.get(link)):
        assert answer.content == b"%PDF"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
    assert (await office.life(case)).count("opened_file") == 3


async def test_files_of_a_denunciation_open_only_after_a_reason(office: Office) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    picture = await office.attach(DENUNCIATION, "anh.jpg", "image/jpeg", b"JPEG")
    page = f"/console/don/{DENUNCIATION}"
    browser = await office.trusted()
    link = await office.file_at(browser, page, picture)
    assert (await browser.get(link)).status_code == 404
    await post(browser, f"{page}/mo", page, reason="Được giao xử lý theo phân công")
    assert (await browser.get(link)).status_code == 200


async def test_a_paper_that_could_not_be_cleaned_opens_only_for_who_may_know_the_sender(office: Office) -> None:
    await office.file(PETITION)
    paper = await office.attach(PETITION, "don.pdf", "application/pdf", b"%PDF", cleaned=False)
    statuses = {}
    for role in ("reader", "officer"):
        browser = await office.signed_in(role)
        page = f"/console/don/{PETITION}"
        assert "thông tin ẩn" in (await browser.get(page)).text
        statuses[role] = (await browser.get(await office.file_at(browser, page, paper))).status_code
    assert statuses == {"reader": 404, "officer": 200}


async def test_a_file_opens_under_its_own_case_only(office: Office) -> None:
    await office.file(PETITION)
    await office.file(DENUNCIATION, kind="to_cao")
    secret = await office.attach(DENUNCIATION, "anh.jpg", "image/jpeg", b"JPEG")
    browser = await office.signed_in("officer")
    link = await office.file_at(browser, f"/console/don/{PETITION}", secret)
    assert (await browser.get(link)).status_code == 404


async def test_the_link_of_a_file_ends_by_itself_and_opens_in_its_own_session_only(office: Office) -> None:
    case = await office.file(PETITION)
    paper = await office.attach(PETITION, "don.pdf", "application/pdf", b"%PDF")
    other = await office.attach(PETITION, "khac.pdf", "application/pdf", b"%PDF")
    page, mine, theirs = f"/console/don/{PETITION}", await office.signed_in("officer"), await office.signed_in("reader")
    link = await office.file_at(mine, page, paper)
    longer = re.sub(r"den=(\d+)", lambda found: f"den={int(found[1]) + 9999}", link)
    for wrong in (f"{page}/tep/{paper}", link[:-1], link.replace(paper, other), longer):
        assert (await mine.get(wrong)).status_code == 404
    assert (await theirs.get(link)).status_code == 404
    assert "opened_file" not in await office.life(case)
    assert (await mine.get(link)).status_code == 200
    office.clock[0] += attachments.LINK_LIVES + timedelta(seconds=1)
    over = await mine.get(link)
    assert (over.status_code, "hết hạn" in over.text) == (410, True)


# The month -------------------------------------------------------------------------------------------------


async def test_the_month_is_said_in_words_and_as_sheets(office: Office) -> None:
    await office.file(PETITION)
    browser = await office.signed_in("officer")
    page = await browser.get("/console/thongke?ky=11/2026&don-vi=P01")
    assert page.status_code == 200
    assert "đơn" in page.text.split('class="found"')[1]
    for form, head in (("xlsx", b"PK"), ("json", b"{"), ("csv", b"")):
        sheet = await browser.get(f"/console/thongke/tai?ky=11/2026&don-vi=P01&dang={form}")
        assert sheet.status_code == 200
        assert sheet.content.startswith(head)
        assert sheet.headers["content-disposition"].startswith("attachment")


async def test_a_period_that_cannot_be_read_is_said_so(office: Office) -> None:
    page = await (await office.signed_in("officer")).get("/console/thongke?ky=hôm+kia&don-vi=P01")
    assert 'class="wrong"' in page.text


async def test_the_month_of_units_above_ones_own_is_not_given(office: Office) -> None:
    browser = await office.signed_in("officer")
    answer = await browser.get("/console/thongke/tai?ky=11/2026&don-vi=Q01&dang=json")
    assert answer.status_code == 404


# The status page -------------------------------------------------------------------------------------------


async def test_a_code_shows_where_a_letter_stands_and_none_of_its_words(office: Office) -> None:
    await office.file(PETITION)
    async with office.browser() as browser:
        page = (await browser.post("/status", data={"code": PETITION})).text
    assert "phường Hòa Bình" in page
    for secret in (CONTENT, SENDER, "Môi trường"):
        assert secret not in page


async def test_the_code_of_a_denunciation_shows_less_still(office: Office) -> None:
    await office.file(DENUNCIATION, kind="to_cao")
    async with office.browser() as browser:
        page = (await browser.post("/status", data={"code": DENUNCIATION})).text
    found = page.split('class="found"')[1].split("</p>")[0]
    for secret in ("phường Hòa Bình", "tố cáo", "Tố cáo", "30/11"):
        assert secret not in found


async def test_ten_wrong_codes_an_hour_and_then_a_kind_refusal(office: Office) -> None:
    await office.file(PETITION)
    async with office.browser() as browser:
        got = [(await browser.post("/status", data={"code": f"TD-{n}"})).status_code for n in range(11)]
        assert got == [404] * 10 + [429]
        assert (await browser.post("/status", data={"code": PETITION})).status_code == 429


async def test_right_codes_are_not_counted(office: Office) -> None:
    await office.file(PETITION)
    async with office.browser() as browser:
        got = [(await browser.post("/status", data={"code": PETITION})).status_code for _ in range(15)]
    assert got == [200] * 15


# Every page ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/status", "/console", "/console/vao/x", "/static/chat.js"])
async def test_every_page_bears_the_strict_headers(office: Office, path: str) -> None:
    async with office.browser() as browser:
        headers = (await browser.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    if not path.startswith("/static"):
        assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/status", "/console"])
async def test_every_page_speaks_both_languages(office: Office, path: str) -> None:
    async with office.browser() as browser:
        assert '<html lang="vi">' in (await browser.get(path)).text
        assert '<html lang="en">' in (await browser.get(f"{path}?lang=en")).text
        assert '<html lang="en">' in (await browser.get(path)).text, "the choice is remembered"


async def test_the_first_load_of_the_chat_weighs_less_than_60_kb(office: Office) -> None:
    async with office.browser() as browser:
        page = await browser.get("/")
        parts = {part for part in page.text.split('"') if part.startswith(("/static/", "/manifest"))}
        loaded = [page, *[await browser.get(part) for part in (*parts, "/worker.js")]]
    assert len(parts) == 4
    assert sum(len(each.content) for each in loaded) < 60_000
    assert sum(int(each.headers["content-length"]) for each in loaded) < 25_000, "and less than half of it on the line"


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_no_page_names_anything_from_elsewhere(template: Path) -> None:
    """The policy that goes with every page would keep it out: then a part of the page does not work."""
    html = template.read_text("utf-8")
    assert [
        word for word in ("http://", "https://", "<style", " style=", " onclick", "javascript:") if word in html
    ] == []


# Where there is nothing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "front"), [("/nope", "/"), ("/console/nope", "/console"), ("/static/../x", "/")])
async def test_a_wrong_address_is_a_page_that_leads_back(office: Office, path: str, front: str) -> None:
    async with office.browser() as browser:
        answer = await browser.get(path)
        refused = await browser.request("DELETE", "/status")
    assert (answer.status_code, refused.status_code) == (404, 405)
    assert f'href="{front}"' in answer.text
    assert "024 3851 1234" in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


async def test_an_answer_to_a_form_that_is_reloaded_leads_to_what_it_belongs_to(office: Office) -> None:
    async with office.browser() as browser:
        answer = await browser.get(f"/console/don/{PETITION}/mo?lang=en")
    assert answer.headers["location"] == f"/console/don/{PETITION}"


# The languages of the console ------------------------------------------------------------------------------


async def test_the_console_asks_in_its_reader_s_language_and_tells_others_in_theirs(office: Office) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    await post(browser, "/console/lam", f"/console/don/{PETITION}", lenh=f"/nhan {PETITION}")
    html = (await browser.get(f"/console/don/{PETITION}?lang=en")).text
    assert ">Answer<" in html or ">Reply<" in html
    asked = await browser.post(
        "/console/lam", data={"csrf": csrf(html), "don": PETITION, "lenh": f"/traloi {PETITION}"}
    )
    assert "Lời trả lời" not in asked.text
    assert ">Dừng lại<" not in asked.text
    told = [item.body["text"] for item in office.posted]
    assert told
    assert all("Loại: " in text for text in told)
    assert "taken" in await office.life(case)


# What was said ---------------------------------------------------------------------------------------------


async def test_a_letter_shows_what_was_said_about_it_and_marks_what_the_sender_does_not_see(office: Office) -> None:
    await office.file(PETITION)
    browser = await office.signed_in("officer")
    page = f"/console/don/{PETITION}"
    await act(browser, page, "/nhan")
    asked = await act(browser, page, "/ghichu")
    asked = await reply(browser, asked, loi="Đã gọi tổ thoát nước")
    await reply(browser, asked, chon="keep_note")
    html = (await browser.get(page)).text
    assert re.search(r'<li class="note">.*?Đã gọi tổ thoát nước', html, re.S)
    assert "người gửi không thấy" in html
    # Who may not read the letter does not read what was said about it.
    stranger = await office.signed_in("officer:P02")
    assert (await stranger.get(page)).status_code == 404


async def test_similar_letters_are_listed_for_who_may_know_of_them(office: Office) -> None:
    other = code_of(b"another")
    for code in (PETITION, other):
        case = await office.file(code)
        await office.database.write(sketches.keep, case, "kien_nghi_phan_anh", CONTENT, "tổ 4")
        office.clock[0] += timedelta(hours=1)
    html = (await (await office.signed_in("officer")).get(f"/console/don/{other}")).text
    assert PETITION in html[html.index("Đơn tương tự") :]
    assert PETITION not in html[: html.index("Đơn tương tự")]


async def test_letters_whose_news_did_not_arrive_are_a_group_of_their_own_until_somebody_has_called(
    office: Office,
) -> None:
    case = await office.file(PETITION)
    browser = await office.signed_in("officer")
    assert "loc=call" not in (await browser.get("/console")).text
    await office.database.write(outbox.untold, case, office.now())
    page = (await browser.get("/console?loc=call")).text
    assert f"/console/don/{PETITION}" in page
    assert "Chưa gửi được" in page
    shown = (await browser.get(f"/console/don/{PETITION}")).text
    assert f"/dagoi {PETITION}" in shown
    answer = await browser.post(
        "/console/lam", data={"csrf": csrf(shown), "don": PETITION, "lenh": f"/dagoi {PETITION}"}
    )
    assert answer.status_code == 200
    assert "loc=call" not in (await browser.get("/console")).text
