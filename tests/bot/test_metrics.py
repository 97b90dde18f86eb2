"""What every message counts is counted cheaply, and reads as the library would write it."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Histogram, generate_latest

from bot.metrics import Metrics

TOOK = (0.001, 0.005, 0.0051, 0.2, 9.0, 10.0, 100.0)


def test_times_read_as_a_histogram_of_the_library() -> None:
    registry = CollectorRegistry()
    theirs = Histogram("tiengdan_send_seconds", "Time of one call to a channel", ["channel"], registry=registry)
    ours = Metrics()
    for seconds in TOOK:
        theirs.labels("telegram").observe(seconds)
        ours.send_seconds("telegram").observe(seconds)
    lines = [line for line in generate_latest(registry).decode().splitlines() if "_created" not in line]
    assert "\n".join(lines) in ours.text().decode()


def test_what_is_tallied_is_in_the_figures_once() -> None:
    metrics = Metrics()
    tally = metrics.tally(metrics.turns, "telegram", "stored")
    assert metrics.tally(metrics.turns, "telegram", "stored") is tally
    for more, total in ((3, 3.0), (2, 5.0)):
        tally.number += more
        line = f'tiengdan_turns_total{{channel="telegram",outcome="stored"}} {total}'
        assert line in metrics.text().decode().splitlines()
