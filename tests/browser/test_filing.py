"""A person who has never seen the page files a letter on a phone; an officer finds it, answers it, counts it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image

from tests.browser.conftest import Person, Program

WORDS = "Cống trước số nhà 12 ngõ 5 bị vỡ, nước thải tràn vào nhà. Đề nghị sửa giúp."
ACCUSATION = "Tôi tố cáo ông tổ trưởng thu tiền quỹ của 112 hộ không có biên lai rồi bỏ túi riêng."
SignIn = Callable[..., Person]


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

    officer = office("officer")
    open_case(officer, code)
    page = officer.page
    assert WORDS in page.locator(".letter").inner_text()
    assert page.get_by_text("Vũ Thị Lành").count() == 1
    page.locator(".files img").wait_for()
    assert page.locator(".files img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 640
    page.get_by_role("button", name="Tôi nhận").click()
    page.locator(".done").wait_for()
    page.get_by_role("button", name="Trả lời").click()
    page.fill("#loi", "Phường đã giao tổ thoát nước sửa trong tuần này.")
    page.get_by_role("button", name="Tiếp tục").click()
    page.locator(".asked", has_text="sửa trong tuần này").wait_for()
    page.get_by_role("button", name="Gửi", exact=True).click()
    page.locator(".done").wait_for()
    assert "sửa trong tuần này" in resident.heard("sửa trong tuần này")

    page.get_by_role("link", name="Thống kê").click()
    page.get_by_role("button", name="Thống kê").click()
    assert re.search(r"nhận 1 đơn", page.locator(".found").inner_text())
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")

    page.goto(f"{program.address}/status")
    page.fill("#code", code.lower().replace("-", ""))
    page.get_by_role("button", name="Tra cứu").click()
    assert code in page.locator(".found").inner_text()
    assert "Cống" not in page.locator(".found").inner_text()

    for who in (resident, officer):
        assert who.errors == []
        hosts = {urlsplit(url).netloc for url in who.asked if not url.startswith(("blob:", "data:"))}
        assert hosts == {urlsplit(program.address).netloc}


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

    trusted = office("confidential")
    open_case(trusted, code)
    assert trusted.page.locator(".letter").count() == 0
    trusted.page.get_by_role("link", name="Nhập mã 6 số").click()
    trusted.page.get_by_role("button", name="Xác nhận").click()  # a trial has the code ready
    trusted.page.wait_for_url(f"**/console/don/{code}")
    trusted.page.get_by_label("Lý do mở").fill("Được giao xử lý theo phân công ngày hôm nay")
    trusted.page.get_by_role("button", name="Mở nội dung").click()
    assert ACCUSATION in trusted.page.locator(".letter").inner_text()
    trusted.page.goto(trusted.page.url.removesuffix("/mo"))
    assert trusted.page.locator(".openings li", has_text="Mở nội dung").count() >= 1


def test_a_spent_link_a_missing_session_and_a_foreign_form_open_nothing(
    chromium: object, program: Program, office: SignIn
) -> None:
    link = program.links["admin"]
    admin = office("admin")
    admin.context.clear_cookies()
    admin.page.goto(link)
    assert "đã dùng rồi" in admin.page.locator("main").inner_text()
    answer = admin.page.goto(f"{program.address}/console")
    assert answer.status == 401
    answer = admin.page.request.post(f"{program.address}/console/lam", form={"csrf": "x"})
    assert answer.status == 401
