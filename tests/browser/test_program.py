"""The program in a browser: a resident with a phone, officers at their desks, an intruder; no page has a barrier."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.browser.conftest import Person, Program, SignIn

WORDS = "Cống trước số nhà 12 ngõ 5 bị vỡ, nước thải tràn vào nhà. Đề nghị sửa giúp."
ACCUSATION = "Tôi tố cáo ông tổ trưởng thu tiền quỹ của 112 hộ không có biên lai rồi bỏ túi riêng."
WIDTHS = (360, 1200)
STAFF_PAGES = {
    "officer": ("/console?loc=done", "/console/thongke?ky=2026&don-vi=ha-noi", "/console/phien", "/console/nhom"),
    "confidential": ("/console/xac-thuc",),
    "admin": ("/console/can-bo", "/console/tinh-trang"),
}


def barriers(person: Person) -> list[str]:
    """What axe finds on the page as it stands, in one line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(person.page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def is_clear(person: Person, path: str = "") -> bool:
    """Whether a page has no barrier, and nothing sticks out of it, on a phone and in an office."""
    if path:
        person.page.goto(f"{person.address}{path}")
    found = barriers(person)
    before = person.page.viewport_size
    for width in WIDTHS:
        person.page.set_viewport_size({"width": width, "height": 800})
        wide = person.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{wide} pixels wide at {width}")
    person.page.set_viewport_size(before)
    assert found == [], person.page.url
    return True


def kept_to_itself(*people: Person) -> bool:
    """Whether their pages asked for nothing elsewhere, and broke no policy."""
    for who in people:
        hosts = {urlsplit(url).netloc for url in who.asked if not url.startswith(("blob:", "data:"))}
        assert (who.errors, hosts) == ([], {urlsplit(who.address).netloc})
    return True


def picture_in(folder: Path) -> str:
    path = folder / "cong-vo.jpg"
    Image.new("RGB", (640, 480), "#7799aa").save(path, "JPEG")
    return str(path)


def receipt(who: Person) -> str:
    said = who.heard("Mã theo dõi")
    [code] = re.findall(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    return str(code)


def open_case(officer: Person, code: str) -> None:
    officer.page.locator("table.work a", has_text=code).click()
    officer.page.wait_for_url(f"**/console/don/{code}")


def test_a_letter_goes_from_the_phone_to_the_officer_and_its_answer_comes_back(
    resident: Person, office: SignIn, program: Program, tmp_path: Path
) -> None:
    resident.heard("Xin chào")
    resident.tap("Gửi đơn, ý kiến")
    resident.at_step(1)
    resident.tap("Đồng ý")
    resident.at_step(2)
    resident.say(WORDS)
    resident.at_step(3)
    resident.page.reload()
    resident.at_step(3)
    resident.tap("Đúng rồi")
    resident.at_step(4, "phường, xã nào")

    # The server goes away and comes back; what is written meanwhile is kept and sent.
    program.stop()
    resident.say("Nghĩa Đô")
    resident.page.locator("#down:visible").wait_for()
    program.start()
    resident.at_step(4, "chỗ nào")
    resident.page.locator("#down").wait_for(state="hidden")

    resident.say("trước nhà số 12, tổ 4")
    resident.at_step(4, "khi nào")
    resident.tap("Đang diễn ra")
    resident.at_step(5)
    resident.page.locator("#files").set_input_files(picture_in(tmp_path))
    resident.page.locator(".turn.mine img").wait_for()
    resident.heard("1 tệp")
    resident.tap("Gửi xong")
    resident.at_step(6, "gửi cho ai")
    resident.tap("Cho tôi")
    resident.at_step(6, "tên")
    resident.say("Vũ Thị Lành")
    resident.at_step(6, "Địa chỉ")
    resident.say("số 12 ngõ 5")
    resident.at_step(6, "liên hệ")
    resident.tap("Nhắn tại đây")
    assert WORDS in resident.at_step(6, "đọc lại cả đơn")
    resident.tap("Gửi")
    code = receipt(resident)
    assert is_clear(resident)

    officer = office("officer")
    open_case(officer, code)
    page = officer.page
    assert is_clear(officer)
    assert WORDS in page.locator(".letter").inner_text()
    assert page.get_by_text("Vũ Thị Lành").count() == 1
    page.locator(".files img").wait_for()
    assert page.locator(".files img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 640
    page.get_by_role("button", name="Tôi nhận").click()
    page.locator(".done").wait_for()
    assert is_clear(officer, f"/console/don/{code}/giay")
    page.goto(f"{officer.address}/console/don/{code}")
    page.get_by_role("button", name="Trả lời").click()
    assert is_clear(officer)
    page.fill("#loi", "Phường đã giao tổ thoát nước sửa trong tuần này.")
    page.get_by_role("button", name="Tiếp tục").click()
    page.locator(".asked", has_text="sửa trong tuần này").wait_for()
    assert is_clear(officer)
    page.get_by_role("button", name="Gửi", exact=True).click()
    page.locator(".done").wait_for()
    assert is_clear(officer)
    assert "sửa trong tuần này" in resident.heard("sửa trong tuần này")

    page.get_by_role("link", name="Thống kê").click()
    page.get_by_role("button", name="Thống kê").click()
    assert re.search(r"nhận 1 đơn", page.locator(".found").inner_text())
    assert is_clear(officer)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")

    page.goto(f"{program.address}/status")
    page.fill("#code", code.lower().replace("-", ""))
    page.get_by_role("button", name="Tra cứu").click()
    assert code in page.locator(".found").inner_text()
    assert is_clear(officer)
    assert "Cống" not in page.locator(".found").inner_text()

    assert kept_to_itself(resident, officer)


def test_a_denunciation_opens_for_the_right_officer_and_for_a_reason_only(resident: Person, office: SignIn) -> None:
    resident.heard("Xin chào")
    resident.say(ACCUSATION)
    resident.at_step(1)
    resident.say("dong y")
    resident.at_step(3)
    resident.say("1")
    resident.at_step(4, "phường, xã nào")
    resident.say("phường Tây Hồ")
    resident.at_step(4, "xảy ra ở đâu")
    while not resident.offered("Gửi"):
        count = resident.turns()
        resident.tap(next(label for label in ("Không để tên", "Bỏ qua") if resident.offered(label)))
        resident.answered(count)
    resident.tap("Gửi")
    code = receipt(resident)

    plain = office("officer")
    open_case(plain, code)
    assert plain.page.locator(".letter").count() == 0
    assert plain.page.get_by_label("Lý do mở").count() == 0
    assert "Tây Hồ" not in plain.page.content()
    assert is_clear(plain)

    trusted = office("confidential")
    open_case(trusted, code)
    assert trusted.page.locator(".letter").count() == 0
    trusted.page.get_by_role("link", name="Nhập mã 6 số").click()
    assert is_clear(trusted)
    trusted.page.get_by_role("button", name="Xác nhận").click()  # a trial has the code ready
    trusted.page.wait_for_url(f"**/console/don/{code}")
    trusted.page.get_by_label("Lý do mở").fill("Được giao xử lý theo phân công ngày hôm nay")
    trusted.page.get_by_role("button", name="Mở nội dung").click()
    assert ACCUSATION in trusted.page.locator(".letter").inner_text()
    assert is_clear(trusted)
    trusted.page.goto(trusted.page.url.removesuffix("/mo"))
    assert trusted.page.locator(".openings li", has_text="Mở nội dung").count() >= 1


def test_a_barrier_would_be_seen(resident: Person) -> None:
    resident.page.evaluate("() => document.querySelector('label[for=words]').remove()")
    resident.page.evaluate("() => document.getElementById('words').removeAttribute('placeholder')")
    assert any(each.startswith("label") for each in barriers(resident))


def test_no_other_page_has_a_barrier(resident: Person, office: SignIn) -> None:
    resident.page.locator(".more > summary").click()
    resident.page.locator("#attach").click()
    assert is_clear(resident)
    assert is_clear(resident, "/status?lang=en")
    resident.page.fill("#code", "TD-0000-0001")
    resident.page.get_by_role("button").last.click()
    assert is_clear(resident)
    assert is_clear(resident, "/console/vao/x")
    assert is_clear(resident, "/console")
    for role, paths in STAFF_PAGES.items():
        person = office(role)
        assert is_clear(person)
        assert all(is_clear(person, path) for path in paths)
    officer = office("officer")
    officer.page.fill("#tim", "cống")
    officer.page.get_by_role("button", name="Tìm").click()
    assert is_clear(officer)
    assert kept_to_itself(resident, officer, office("confidential"), office("admin"))


def test_the_console_works_without_scripts(chromium: Any, program: Program, office: SignIn) -> None:
    context = chromium.new_context(java_script_enabled=False)
    context.add_cookies(office("officer").context.cookies())
    page = context.new_page()
    for path in ("/console", "/console/phien", "/console/nhom", "/console/thongke"):
        assert page.goto(f"{program.address}{path}").status == 200
        assert page.locator("h1").count() == 1
    page.get_by_role("button", name="Thống kê").click()
    assert page.locator(".found").count() == 1
    context.close()


def test_an_intruder_gets_nothing(resident: Person, program: Program, office: SignIn) -> None:
    officer = office("officer")
    request = officer.page.request
    html = request.get(f"{program.address}/console").text()
    secret = re.findall(r'name="csrf" value="([^"]+)"', html)[0]
    # A form without the secret, one that another site made the browser post, and one under another name.
    assert request.post(f"{program.address}/console/lam", form={"csrf": "x", "lenh": "/nhan TD-1"}).status == 403
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert request.post(f"{program.address}/console/lam", form={"csrf": secret}, headers=foreign).status == 403
    assert request.get(f"{program.address}/console", headers={"Host": "evil.example"}).status == 421
    # An officer is no admin, whatever address they type.
    assert request.get(f"{program.address}/console/tinh-trang").status == 403
    assert request.post(f"{program.address}/console/can-bo", form={"csrf": secret, "viec": "thu"}).status == 403
    # Somebody without a session, and a link that was used.
    stranger = resident.page
    for path in ("/console/don/TD-0000-0000", "/console/phien", "/console/song", "/console/can-bo"):
        assert stranger.request.get(f"{program.address}{path}").status == 401
    assert stranger.request.post(f"{program.address}/console/lam", form={"csrf": secret}).status == 401
    link = office("admin") and program.links["admin"]
    assert stranger.goto(link).status == 410
    assert "đã dùng rồi" in stranger.locator("main").inner_text()
    # A page runs no script that is not ours.
    stranger.goto(f"{program.address}/status")
    ran = stranger.evaluate(
        """() => { const it = document.createElement('script'); it.textContent = 'window.ran = 1';
            document.body.append(it); return window.ran === 1; }"""
    )
    assert ran is False
