"""Residents who file letters over the simulated Telegram as fast as they are answered, whatever happens to the bot."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field

from tests.simulators.telegram.chats import Posted
from tests.simulators.telegram.people import User
from tests.simulators.telegram.world import Simulator

CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
STEPS_A_LETTER = 60
TAPS = ("Đồng ý", "Đúng rồi", "Gửi xong", "Gửi", "Cho tôi", "Gửi đơn mới", "Gửi đơn", "Bỏ qua")
"""What they tap, the first of these that is offered."""


@dataclass
class Resident(threading.Thread):
    """One person; `filed` are the codes of their receipts, by the marker of the letter."""

    sim: Simulator
    number: int
    letters: int
    patience: float
    filed: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.user: User = self.sim.user(700_000 + self.number, first_name=f"Cắmtên{self.number}")
        self.answered = 0
        self.codes: set[str] = set()

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        try:
            for letter in range(self.letters):
                marker = f"dấucắm{self.number}x{letter}x"
                self.filed[marker] = self._file(marker)
        except (TimeoutError, LookupError, AssertionError) as error:
            self.problem = (
                f"{self.number}: {type(error).__name__} {error} {[m.text for m in self.user.chat.from_bot[-2:]]}"
            )

    @property
    def typed(self) -> list[str]:
        """Everything they typed: none of it may be found where it does not belong."""
        return [m.text for m in self.user.chat.messages if not m.by_bot]

    def _file(self, marker: str) -> str:
        self.user.says(
            f"Đề nghị sửa đoạn đường trước nhà tôi, hố sâu đã {marker} lâu ngày, nước đọng, trẻ em đi học rất khổ."
        )
        for _ in range(STEPS_A_LETTER):
            message = self._wait()
            found = CODE.search(message.text)
            if found and message.text.startswith("ĐÃ NHẬN") and found.group() not in self.codes:
                self.codes.add(found.group())
                return found.group()
            self._answer(message)
        raise AssertionError("so many answers and no receipt")

    def _wait(self) -> Posted:
        """The newest message of the bot, once there is one that was not answered yet."""

        def newest() -> Posted | None:
            sent = [m for m in self.user.chat.from_bot if m.id > self.answered]
            return sent[-1] if sent else None

        message: Posted = self.sim.wait(newest, self.patience)
        self.answered = message.id
        return message

    def _answer(self, message: Posted) -> None:
        text, labels = message.text, message.labels
        for label in TAPS:
            if label in labels and not self._asks_to_type(text):
                self.user.presses(next(b.data for b in message.buttons if b.label == label), message)
                return
        if self._asks_to_type(text):
            self.user.says(self._asks_to_type(text))
        elif labels:
            self.user.presses(message.buttons[0].data, message)
        # A message without choices asks for nothing: the next one will.

    def _asks_to_type(self, text: str) -> str:
        last = text.split("\n\n")[-1].casefold()
        if "số điện thoại" in last or "liên lạc" in last:
            return f"09123{self.number:05d}"
        if "họ tên" in last or "họ và tên" in last:
            return f"Nguyễn Cắmhọ{self.number}"
        if "địa chỉ" in last and "ở đâu" in last:
            return f"Số {self.number} ngõ Cắmđịachỉ{self.number}"
        return ""
