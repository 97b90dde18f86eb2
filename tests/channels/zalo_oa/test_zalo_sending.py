"""Sending through the Official Account: within its limits and its window, failing in our own catalogue."""

from __future__ import annotations

import io
import os
from typing import Any

import pytest
from PIL import Image

from bot.channels.calling import ApiRefusedError
from bot.channels.contract import OutFile
from bot.channels.errors import Misconfigured, Rejected, Retry, SendError, Throttled, Unreachable, WindowClosed
from bot.channels.pace import Pace
from bot.channels.zalo_oa.errors import send_error
from bot.simulators.stage import Fault
from handlers.messages import Option, Outgoing
from tests.channels.zalo_oa.bench import bench

CS = "/v3.0/oa/message/cs"
FIVE = tuple(Option(f"o{n}", f"Lựa chọn {n}") for n in range(5))


async def test_a_message_arrives_with_its_buttons_and_their_payload_comes_back_as_a_tap() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("Xin chào")
        await b.inbox.holds(1)
        ref = await b.channel.send(lan.id, Outgoing("Chọn giúp", FIVE, prompt=3))
        assert lan.heard[-1].id == ref
        assert lan.heard[-1].labels == [option.label for option in FIVE]
        lan.taps("Lựa chọn 2")
        assert str((await b.inbox.holds(2))[1]) == "Choice(option='o2', prompt=3)"
        assert b.sim.wrongs == []


async def test_a_standing_option_comes_back_as_the_command_it_stands_for() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("Xin chào")
        await b.inbox.holds(1)
        await b.channel.send(lan.id, Outgoing("Đã nhận", (Option("/tracuu TD-7K3M-9QXH", "Tra cứu"),)))
        lan.taps("Tra cứu")
        assert (await b.inbox.holds(2))[1].body == "#tracuu TD-7K3M-9QXH"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (-32, Throttled),
        (-100, Retry),
        (-200, Retry),
        (-201, Rejected),
        (-209, Misconfigured),
        (-210, Rejected),
        (-211, Misconfigured),
        (-213, Unreachable),
        (-217, Unreachable),
        (-218, Throttled),
        (-224, Misconfigured),
        (-227, Unreachable),
        (-230, WindowClosed),
        (-232, Unreachable),
        (-234, Throttled),
        (-240, Misconfigured),
        (-244, Unreachable),
        (-248, Rejected),
        (-311, WindowClosed),
        (-321, Misconfigured),
        (-99999, Rejected),
    ],
)
def test_every_refusal_is_one_of_our_catalogue(code: int, kind: type[SendError]) -> None:
    error = send_error(ApiRefusedError(code))
    assert type(error) is kind
    assert error.code == str(code)


@pytest.mark.parametrize("how", ["html", "empty", "truncated", "reset_before", "reset_after"])
async def test_what_is_no_answer_of_zalo_is_tried_again_later(how: Any) -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        b.sim.faults.append(Fault(CS, how))
        with pytest.raises(Retry):
            await b.channel.send(lan.id, Outgoing("Chào"))


async def test_nobody_is_written_to_who_never_wrote() -> None:
    async with bench() as b:
        with pytest.raises(Unreachable):
            await b.channel.send(b.sim.person(9).id, Outgoing("Chào"))
        with pytest.raises(Rejected):
            await b.channel.send("không phải số", Outgoing("Chào"))


async def test_the_window_of_seven_days_is_told_as_such() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.starts_following()
        await b.inbox.holds(1)
        b.sim.clock.advance(8 * 86400)
        with pytest.raises(WindowClosed):
            await b.channel.send(lan.id, Outgoing("Chào"))


async def test_a_large_picture_is_made_small_and_a_paper_that_zalo_does_not_take_is_refused() -> None:
    noise = Image.frombytes("RGB", (1500, 1200), os.urandom(1500 * 1200 * 3))
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert out.tell() > 5_000_000
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        await b.channel.send_file(lan.id, OutFile("photo", "bieu-do.png", out.getvalue()))
        (upload,) = b.sim.uploads.values()
        assert len(upload.content) <= 1_000_000
        await b.channel.send_file(lan.id, OutFile("document", "phieu.pdf", b"%PDF-1.4 phieu"))
        assert lan.heard[-1].attachment is not None
        for name, content in (("a.xlsx", b"x"), ("a.pdf", b"x" * 5_000_001)):
            assert not b.channel.abilities.takes("document", name, len(content))
            with pytest.raises(Rejected):
                await b.channel.send_file(lan.id, OutFile("document", name, content))
        with pytest.raises(Rejected):
            await b.channel.send_file(lan.id, OutFile("photo", "a.png", b"no picture"))
        with pytest.raises(Retry):  # success without an id is none
            await b.channel.send_file(lan.id, OutFile("document", "rong.pdf", b""))


async def test_a_form_for_the_phone_number_follows_the_question_where_a_picture_for_it_is_set() -> None:
    out = Outgoing("Số điện thoại?", form=("Chia sẻ số điện thoại", "Để cán bộ gọi lại"))
    async with bench(form_image="https://example.vn/anh.png") as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        await b.channel.send(lan.id, out)
        assert [each.text for each in lan.heard] == ["Số điện thoại?", ""]
        lan.shares_info(84905123456)
        assert (await b.inbox.holds(2))[1].phone == "0905123456"  # type: ignore[union-attr]
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        await b.channel.send(lan.id, out)
        assert len(lan.heard) == 1


async def test_an_approved_message_is_sent_by_its_number_and_filled() -> None:
    async with bench(templates={"news": "123456"}) as b:
        lan = b.sim.person(1)
        b.sim.templates["123456"] = {"ma_don"}
        await b.channel.send(lan.id, Outgoing("", template="news", fields=(("ma_don", "TD-7K3M-9QXH"),)))
        assert "TD-7K3M-9QXH" in lan.texts[-1]
        b.sim.advance(14 * 3600)  # eleven at night
        with pytest.raises(Throttled):
            await b.channel.send(lan.id, Outgoing("", template="news", fields=(("ma_don", "TD-7K3M-9QXH"),)))


async def test_the_limit_of_calls_a_minute_is_kept_from_our_side() -> None:
    moments = [0.0]
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        moments[0] += seconds

    pace = Pace(2, lambda: moments[0], sleep)
    for _ in range(5):
        await pace.turn()
    assert slept == [60.0, 60.0]


async def test_the_check_names_the_account() -> None:
    async with bench() as b:
        assert await b.channel.check() == b.sim.oa_name
