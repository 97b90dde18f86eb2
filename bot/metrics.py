"""Figures of the machine for Prometheus: counts and times by channel and outcome, nothing about people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from bot.without import unopened

# The front of the library takes a web server of its own along, which writes the figures as well.
with unopened("prometheus_client"):
    from prometheus_client.metrics import Counter, Gauge, Histogram
    from prometheus_client.metrics_core import HistogramMetricFamily, Metric
    from prometheus_client.registry import CollectorRegistry
    from prometheus_client.utils import floatToGoString

BOUNDS: Final = tuple(Histogram.DEFAULT_BUCKETS)


class Tally:
    """A figure that goes up with every message, by the loop's thread alone: it is summed up when it is asked for."""

    __slots__ = ("_counter", "number")

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.number = 0

    def settle(self) -> None:
        """Put it into the figures."""
        number, self.number = self.number, 0
        self._counter.inc(number)


class Times:
    """How long something took that every message does, by the loop's thread alone."""

    __slots__ = ("_counts", "_sum")

    def __init__(self) -> None:
        self._counts = [0] * len(BOUNDS)
        self._sum = 0.0

    def observe(self, seconds: float) -> None:
        """It took so long."""
        self._counts[bisect_left(BOUNDS, seconds)] += 1
        self._sum += seconds

    def sum_up(self, family: HistogramMetricFamily, labels: list[str]) -> None:
        """Put it into the figures."""
        names = map(floatToGoString, BOUNDS)
        family.add_metric(labels, list(zip(names, accumulate(self._counts), strict=True)), self._sum)


class Metrics:
    """The figures of one running program; built once by the app and handed to who counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._tallies: dict[tuple[Counter, tuple[str, ...]], Tally] = {}
        self._sends: dict[str, Times] = {}
        self.registry.register(self)
        self.turns = Counter("tiengdan_turns", "Events taken in", ["channel", "outcome"], registry=self.registry)
        self.turn_seconds = Times()
        self.sent = Counter(
            "tiengdan_sent", "Messages given to a channel", ["channel", "outcome"], registry=self.registry
        )
        self.staff_moved = Counter(
            "tiengdan_staff_moved",
            "Messages to staff that a channel did not take and that went the next way",
            ["channel"],
            registry=self.registry,
        )
        self.files = Counter("tiengdan_files", "Files fetched", ["channel", "outcome"], registry=self.registry)
        self.zalo_events = Counter("tiengdan_zalo_events", "Events of Zalo by name", ["name"], registry=self.registry)
        self.waiting = Gauge("tiengdan_outbox_waiting", "Messages waiting in memory", registry=self.registry)
        self.last_event = Gauge(
            "tiengdan_last_event_seconds", "When the last event came, Unix time", registry=self.registry
        )

        self.outbox = Gauge("tiengdan_outbox", "Messages by state", ["state"], registry=self.registry)
        self.queue_age = Gauge(
            "tiengdan_queue_age_seconds", "How long the oldest of a queue is overdue", ["queue"], registry=self.registry
        )
        self.gate = Gauge("tiengdan_gate_waiting", "Events waiting for their turn", registry=self.registry)
        self.set_aside = Gauge("tiengdan_events_set_aside", "Events nobody could answer", registry=self.registry)
        self.unacknowledged = Gauge(
            "tiengdan_letters_unacknowledged", "New letters that nobody took in time", registry=self.registry
        )
        self.overdue = Gauge("tiengdan_letters_overdue", "Open letters whose date is over", registry=self.registry)
        self.backup_age = Gauge(
            "tiengdan_backup_age_seconds", "Age of the newest backup, infinite without one", registry=self.registry
        )
        self.database_up = Gauge(
            "tiengdan_database_up", "Whether the database keeps what is written", registry=self.registry
        )
        self.database_seconds = Histogram(
            "tiengdan_database_look_seconds", "Time to look at the database", registry=self.registry
        )
        self.leases = Gauge(
            "tiengdan_lease_held", "What this process does for all of them", ["lease"], registry=self.registry
        )

    def tally(self, counter: Counter, *labels: str) -> Tally:
        """One figure of a counter, for what every message adds to."""
        if (counter, labels) not in self._tallies:
            self._tallies[counter, labels] = Tally(counter.labels(*labels))
        return self._tallies[counter, labels]

    def send_seconds(self, channel: str) -> Times:
        """How long calls to a channel take."""
        return self._sends.setdefault(channel, Times())

    def collect(self) -> Iterator[Metric]:
        """What is kept here, as the library's registry asks for it; tallies before all else."""
        for tally in self._tallies.values():
            tally.settle()
        turns = HistogramMetricFamily("tiengdan_turn_seconds", "Time to store and answer one event")
        self.turn_seconds.sum_up(turns, [])
        yield turns
        sends = HistogramMetricFamily("tiengdan_send_seconds", "Time of one call to a channel", labels=["channel"])
        for channel, times in self._sends.items():
            times.sum_up(sends, [channel])
        yield sends

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        from prometheus_client import generate_latest

        return generate_latest(self.registry)
