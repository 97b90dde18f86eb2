"""Figures of the machine for Prometheus: counts and times by channel and outcome, nothing about people."""

from __future__ import annotations

from bot.without import unopened

# The front of the library takes a web server of its own along, which writes the figures as well.
with unopened("prometheus_client"):
    from prometheus_client.metrics import Counter, Gauge, Histogram
    from prometheus_client.registry import CollectorRegistry


class Metrics:
    """The figures of one running program; built once by the app and handed to who counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter("tiengdan_turns", "Events taken in", ["channel", "outcome"], registry=self.registry)
        self.turn_seconds = Histogram(
            "tiengdan_turn_seconds", "Time to store and answer one event", registry=self.registry
        )
        self.sent = Counter(
            "tiengdan_sent", "Messages given to a channel", ["channel", "outcome"], registry=self.registry
        )
        self.staff_moved = Counter(
            "tiengdan_staff_moved",
            "Messages to staff that a channel did not take and that went the next way",
            ["channel"],
            registry=self.registry,
        )
        self.send_seconds = Histogram(
            "tiengdan_send_seconds", "Time of one call to a channel", ["channel"], registry=self.registry
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

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        from prometheus_client import generate_latest

        return generate_latest(self.registry)
