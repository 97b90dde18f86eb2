"""The clock: jobs come due, survive jumps, and one that fails does not stop the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock, FileClock, Job, clock_for
from bot.config_errors import ConfigError
from bot.settings import from_data

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


class Hand:
    def __init__(self) -> None:
        self.now = NOON
        self.done: list[datetime] = []
        self.broken = False

    async def work(self, now: datetime) -> None:
        if self.broken:
            raise OSError
        self.done.append(now)

    async def sleep(self, seconds: float) -> None:
        return


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def clock(hand: Hand) -> Clock:
    return Clock([Job("hourly", timedelta(hours=1), hand.work)], now=lambda: hand.now, sleep=hand.sleep)


async def test_a_job_is_done_at_start_and_then_each_time_it_is_due(clock: Clock, hand: Hand) -> None:
    for minutes in (0, 30, 60, 61, 120):
        hand.now = NOON + timedelta(minutes=minutes)
        await clock.tick()
    assert [moment - NOON for moment in hand.done] == [timedelta(0), timedelta(hours=1), timedelta(hours=2)]


async def test_a_clock_set_back_does_not_stop_the_work(clock: Clock, hand: Hand) -> None:
    await clock.tick()
    hand.now = NOON - timedelta(days=300)
    await clock.tick()
    hand.now += timedelta(hours=1)
    await clock.tick()
    assert len(hand.done) == 3


async def test_a_clock_set_far_ahead_does_the_work_once(clock: Clock, hand: Hand) -> None:
    await clock.tick()
    hand.now = NOON + timedelta(days=300)
    await clock.tick()
    await clock.tick()
    assert len(hand.done) == 2


async def test_a_job_that_fails_is_tried_again_and_stops_nobody(hand: Hand) -> None:
    broken = Hand()
    broken.broken = True
    jobs = [Job("broken", timedelta(hours=1), broken.work), Job("fine", timedelta(hours=1), hand.work)]
    clock = Clock(jobs, now=lambda: hand.now, sleep=hand.sleep)
    assert not await clock.tick()
    assert len(hand.done) == 1
    broken.broken = False
    assert await clock.tick()
    assert len(broken.done) == 1


def test_a_test_clock_is_read_at_each_use_and_keeps_its_hour_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    path.write_text("2026-10-01T19:00:00+07:00\n", encoding="utf-8")
    clock = FileClock(path)
    assert clock() == NOON
    path.write_text("2026-10-02T12:00:00Z", encoding="utf-8")
    assert clock() == NOON + timedelta(days=1)
    path.write_text("2026-", encoding="utf-8")
    assert clock() == NOON + timedelta(days=1)


@pytest.mark.parametrize("text", ["", "soon", "2026-10-01T12:00:00"])
def test_a_test_clock_without_an_instant_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clock"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        clock_for(from_data({}, "x"), {"TIENGDAN_TEST_CLOCK": str(path)})


def test_a_test_clock_is_for_loopback_only(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    path.write_text("2026-10-01T12:00:00Z", encoding="utf-8")
    environment = {"TIENGDAN_TEST_CLOCK": str(path)}
    local = {"telegram": {"token": "1:a", "api_base": "http://127.0.0.1:8081"}}
    assert clock_for(from_data(local, "x"), environment)() == NOON
    with pytest.raises(ConfigError):
        clock_for(from_data({"telegram": {"token": "1:a"}}, "x"), environment)
