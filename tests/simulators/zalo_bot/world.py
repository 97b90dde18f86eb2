"""The state behind the simulated Bot Platform: the bot, who writes to it, and the events on their way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from bot.simulators.clock import SimClock
from bot.simulators.stage import Delivery, Stage
from tests.simulators.zalo_bot.people import Person

SECRET_HEADER: Final = "X-Bot-Api-Secret-Token"


@dataclass
class Switches:
    """What sources tell differently, and what a test may want otherwise."""

    wrapped: bool = False
    """Posts come as `{"ok", "result": {…}}`, as the papers have it; seen bare."""
    photo_key: str = "photo_url"
    dates_in_seconds: bool = False
    nfd: bool = False
    duplicate: bool = False
    shuffle: bool = False
    bare_webhook_info: bool = False
    """`getWebhookInfo` without a webhook answers `url: ""` (papers) instead of 404 (measured)."""
    loopback_webhook: bool = True
    """Whether a webhook on this machine is taken: Zalo takes none."""
    idle_status: int = 408
    """The HTTP status of "nothing new"."""
    wrong_secret: bool = False
    no_secret: bool = False


class BotSimulator(Stage):
    """The Bot Platform, as far as one bot can tell."""

    # The papers give no rules of repetition: some are assumed, so that what is not taken does not vanish at once.
    retry_seconds = (30.0, 300.0)
    users_most = 50
    messages_a_month = 3000

    def __init__(self, clock: SimClock | None = None, seed: int = 1) -> None:
        super().__init__(clock, seed)
        self.token = "1234567890:simulated-bot-token"
        self.id = "b07b07b07b07"
        self.name = "Bot Mặt trận phường"
        self.switches = Switches()
        self.users: set[str] = set()
        self.written: set[str] = set()
        """Chats in which somebody has written to the bot."""
        self.heard: dict[str, list[str]] = {}
        self.secret_token = ""
        self.waiting: list[dict[str, Any]] = []
        """What polling hands out next."""
        self.handed_out = 0
        self.months: dict[str, int] = {}

    @property
    def shuffles(self) -> bool:
        """Whether events come in any order."""
        return self.switches.shuffle

    def person(self, number: int, name: str = "Lan", group: str = "") -> Person:
        """The person of this number."""
        return Person(self, f"6ede{number:012x}", name, group)

    def count_message(self) -> bool:
        """Whether the month has room for one more message."""
        month = datetime.fromtimestamp(self.clock(), UTC).strftime("%Y-%m")
        self.months[month] = self.months.get(month, 0) + 1
        return self.months[month] <= self.messages_a_month

    def emit(self, chat: str, event: dict[str, Any]) -> None:
        """Hand an event to the webhook, or keep it for who polls."""
        with self.lock:
            copies = [event] * (2 if self.switches.duplicate else 1)
            if self.webhook:
                whole = {"ok": True, "result": event} if self.switches.wrapped else event
                raw = json.dumps(whole, ensure_ascii=False).encode()
                self.queue += [Delivery(chat, event["event_name"], raw, self._headers(), self.clock()) for _ in copies]
            else:
                self.waiting += copies
            if self.switches.shuffle:
                self.random.shuffle(self.queue)
            self.changed()

    def _headers(self) -> dict[str, str]:
        if self.switches.no_secret:
            return {}
        return {SECRET_HEADER: "wrong" * 3 if self.switches.wrong_secret else self.secret_token}
