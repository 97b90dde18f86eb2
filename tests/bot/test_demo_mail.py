"""The demo's post: what it takes in is shown as text, and staff without Telegram are told there and nowhere else."""

from __future__ import annotations

from pathlib import Path

from bot import demo_mail
from bot.demo import data_for
from bot.simulators.smtp import Kept
from bot.terminal import Terminal


def test_a_letter_is_shown_as_text_and_its_link_can_be_followed() -> None:
    raw = b"Subject: <b>x\r\nContent-Type: text/plain\r\n\r\nhttp://127.0.0.1:1/console?a=1&b=2 <script>\r\n"
    shown = demo_mail.letters([Kept("a@b", "c@d", raw), Kept("a@b", "sau@d", raw)])
    assert "<script" not in shown
    assert "<b>" not in shown
    assert '<a href="http://127.0.0.1:1/console?a=1&amp;b=2"' in shown
    assert shown.index("sau@d") < shown.index("c@d")


def test_who_works_in_a_demo_with_zalo_is_told_by_mail_alone(tmp_path: Path) -> None:
    told = demo_mail.told_by_mail(data_for(tmp_path, 8080, Terminal("vi")))
    ways = [*(way for unit in told["units"] for way in unit["staff_chats"])]
    ways += [account for person in told["staff"] for account in person["accounts"]]
    assert len(ways) == 6
    assert all(way.startswith("email:") for way in ways)
