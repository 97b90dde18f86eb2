from __future__ import annotations

from bot.channels.web import limits
from bot.channels.web.limits import Buckets


def test_a_bucket_gives_its_burst_then_fills_with_time() -> None:
    clock = [0.0]
    buckets = Buckets(burst=2, per_second=0.5, clock=lambda: clock[0])
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    clock[0] = 2.0
    assert [buckets.take("a") for _ in range(2)] == [True, False]


def test_one_sender_does_not_empty_the_bucket_of_another() -> None:
    buckets = Buckets(burst=1, per_second=0)
    assert buckets.take("a")
    assert buckets.take("b")
    assert not buckets.take("a")


def test_the_longest_unused_are_forgotten() -> None:
    buckets = Buckets(burst=1, per_second=0)
    for number in range(limits.MOST_KEYS + 5):
        buckets.take(str(number))
    assert buckets.take("0")
    assert not buckets.take(str(limits.MOST_KEYS + 4))
