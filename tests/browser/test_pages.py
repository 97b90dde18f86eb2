"""Every page: no barrier that axe knows, nothing from elsewhere, the policy holds; and what an intruder gets."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Person, Program, someone

SignIn = Callable[..., Person]
WIDTHS = (360, 1200)
STAFF_PAGES = {
    "officer": ("/console", "/console?loc=done", "/console/thongke", "/console/phien", "/console/nhom"),
    "confidential": ("/console/xac-thuc",),
    "admin": ("/console/can-bo", "/console/tinh-trang"),
}


def barriers(person: Person) -> list[str]:
    """What axe finds on the page as it stands, in one line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(person.page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def look_at(person: Person, path: str) -> list[str]:
    if path:
        person.page.goto(f"{person.address}{path}")
    """Barriers of a page, and whether something sticks out of it, on a phone and in an office."""
    found = [f"{path}: {each}" for each in barriers(person)]
    for width in WIDTHS:
        person.page.set_viewport_size({"width": width, "height": 800})
        wide = person.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path} at {width}: {wide} pixels wide")
    return found


def kept_to_itself(person: Person) -> None:
    assert person.errors == []
    hosts = {urlsplit(url).netloc for url in person.asked if not url.startswith(("blob:", "data:"))}
    assert hosts == {urlsplit(person.address).netloc}


def test_a_barrier_would_be_seen(resident: Person) -> None:
    resident.page.evaluate("() => document.querySelector('label[for=words]').remove()")
    resident.page.evaluate("() => document.getElementById('words').removeAttribute('placeholder')")
    assert any(each.startswith("label") for each in barriers(resident))


def test_no_page_of_residents_has_a_barrier(resident: Person) -> None:
    resident.heard("Xin chào")
    found = look_at(resident, "")
    resident.page.locator(".more > summary").click()
    resident.page.locator("#attach").click()
    found += look_at(resident, "") + look_at(resident, "/status") + look_at(resident, "/status?lang=en")
    resident.page.fill("#code", "TD-0000-0001")
    resident.page.get_by_role("button").last.click()
    assert found + look_at(resident, "") == []
    kept_to_itself(resident)


def test_no_page_of_officers_has_a_barrier(chromium: Any, program: Program, office: SignIn) -> None:
    found = []
    door = someone(chromium, program.address, 360, 640)
    door.page.goto(f"{program.address}/console/vao/x")
    found += look_at(door, "")
    found += look_at(door, "/console")
    door.context.close()
    for role, paths in STAFF_PAGES.items():
        person = office(role)
        for path in paths:
            found += look_at(person, path)
        if role == "officer":
            person.page.goto(f"{program.address}/console")
            person.page.fill("#tim", "cống")
            person.page.get_by_role("button", name="Tìm").click()
            found += look_at(person, "")
        kept_to_itself(person)
    assert found == []


def test_the_console_works_without_scripts(chromium: Any, program: Program, office: SignIn) -> None:
    office("officer")
    context = chromium.new_context(java_script_enabled=False)
    context.add_cookies(program.sessions["officer"])
    page = context.new_page()
    for path in ("/console", "/console/thongke", "/console/phien", "/console/nhom"):
        assert page.goto(f"{program.address}{path}").status == 200
        assert page.locator("h1").count() == 1
    page.goto(f"{program.address}/console/thongke")
    page.get_by_role("button", name="Thống kê").click()
    assert page.locator(".found").count() == 1
    context.close()


def test_an_intruder_gets_nothing(chromium: Any, program: Program, office: SignIn) -> None:
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
    # Somebody without a session, or with one that was signed out elsewhere.
    stranger = someone(chromium, program.address, 360, 640)
    for path in ("/console", "/console/don/TD-0000-0000", "/console/phien", "/console/song", "/console/can-bo"):
        assert stranger.page.request.get(f"{program.address}{path}").status == 401
    # The page cannot be shown inside another, and runs no script that is not ours.
    stranger.page.set_content(f'<iframe src="{program.address}/"></iframe>')
    stranger.page.wait_for_timeout(200)
    assert all("Tiếng Dân" not in (frame.title() or "") for frame in stranger.page.frames[1:])
    stranger.page.goto(f"{program.address}/status")
    ran = stranger.page.evaluate(
        """() => { const it = document.createElement('script'); it.textContent = 'window.ran = 1';
            document.body.append(it); return window.ran === 1; }"""
    )
    assert ran is False
    stranger.context.close()
