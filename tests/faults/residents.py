"""Residents who file letters over the simulated Telegram as fast as they are answered, whatever happens to the bot."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Sequence

from tests.simulators.telegram.chats import Posted
from tests.simulators.telegram.world import Simulator

CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
STEPS_A_LETTER = 80
LOOK_SECONDS = 0.01
TAPS = ("Đồng ý", "Đúng rồi", "Gửi xong", "Gửi", "Cho tôi", "Bỏ qua")
"""What they tap, the first of these that is offered."""


class Resident:
    """One person with a phone, who answers the newest message; `filed` are the codes of their receipts, by the
    marker that stands in the letter."""

    def __init__(self, sim: Simulator, number: int, letters: int) -> None:
        self.sim = sim
        self.number = number
        self.user = sim.user(700_000 + number, first_name=f"Cắmtên{number}")
        self.filed: dict[str, str] = {}
        self.problem = ""
        self._letters = letters
        self._codes: set[str] = set()
        self._seen = 0
        self._steps = 0
        self._heard_at = 0.0
        self._marker = ""
        self._answered = ""

    @property
    def done(self) -> bool:
        """Whether every letter was sent and confirmed, or it went wrong."""
        return len(self.filed) == self._letters or bool(self.problem)

    def begin(self) -> None:
        """Write the first words of the next letter."""
        self._marker = f"dấucắm{self.number}x{len(self.filed)}x"
        self._steps = 0
        self._answered = ""
        self._heard_at = time.monotonic()
        self.user.says(
            f"Đề nghị sửa đoạn đường trước nhà, hố sâu {self._marker} lâu ngày, nước đọng, trẻ em đi lại rất khổ."
        )

    def look(self, patience: float) -> None:
        """Answer the newest message, if it is new."""
        messages = self.user.chat.messages
        new = [message for message in messages[self._seen :] if message.by_bot]
        self._seen = len(messages)
        if not new:
            if time.monotonic() - self._heard_at > patience:
                self.problem = f"{self.number} was left without an answer after: {self._last_words()}"
            return
        self._heard_at = time.monotonic()
        self._steps += 1
        receipts = [found.group() for message in new if (found := self._receipt(message))]
        if receipts:
            self._codes.update(receipts)
            self.filed[self._marker] = receipts[0]
            if not self.done:
                self.begin()
        elif self._steps > STEPS_A_LETTER:
            self.problem = f"{self.number} got no receipt, but: {self._last_words()}"
        else:
            self._answer(new[-1])

    def _receipt(self, message: Posted) -> re.Match[str] | None:
        found = CODE.search(message.text) if message.text.startswith("ĐÃ NHẬN") else None
        return found if found and found.group() not in self._codes else None

    def _answer(self, message: Posted) -> None:
        # After a crash a message may come twice: nobody answers the same words twice.
        if message.text == self._answered:
            return
        self._answered = message.text
        typed = self._asked_to_type(message.text)
        if typed:
            self.user.says(typed)
            return
        by_label = {button.label: button for button in message.buttons}
        for label in TAPS:
            if label in by_label:
                self.user.presses(by_label[label].data, message)
                return
        if message.buttons:
            self.user.presses(message.buttons[0].data, message)
        # A message without choices asks for nothing: the next one will.

    def _asked_to_type(self, text: str) -> str:
        last = text.split("\n\n")[-1].casefold()
        if "số điện thoại" in last:
            return f"09123{self.number:05d}"
        if "họ tên của ông/bà" in last:
            return f"Nguyễn Cắmhọ{self.number}"
        if "địa chỉ ở đâu" in last:
            return f"Số {self.number} ngõ Cắmđịachỉ{self.number}"
        return ""

    def _last_words(self) -> str:
        return " / ".join(message.text[:80] for message in self.user.chat.messages[-3:])


class Crowd(threading.Thread):
    """All residents, looked after in turn by one thread: waiting costs nothing."""

    def __init__(self, residents: Sequence[Resident], patience: float) -> None:
        super().__init__(daemon=True)
        self.residents = residents
        self._patience = patience

    @property
    def done(self) -> bool:
        """Whether nobody waits any more."""
        return all(resident.done for resident in self.residents)

    def run(self) -> None:
        for resident in self.residents:
            resident.begin()
        while not self.done:
            for resident in self.residents:
                if not resident.done:
                    with resident.sim.lock:
                        resident.look(self._patience)
            time.sleep(LOOK_SECONDS)
