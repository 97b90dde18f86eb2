"""Chats and the messages in them, kept whole, with every edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.simulators.telegram.people import User
    from tests.simulators.telegram.world import Simulator


@dataclass(frozen=True)
class Button:
    label: str
    data: str


@dataclass
class Posted:
    """One message in a chat. `sender` is None when it is the bot's."""

    id: int
    chat: Chat
    date: int
    sender: User | None
    text: str = ""
    rows: list[list[Button]] = field(default_factory=list)
    thread: int | None = None
    content: dict[str, Any] = field(default_factory=dict)
    """Fields of the Bot API besides text: photo, document, caption …"""
    edits: list[str] = field(default_factory=list)
    """Texts that it had before."""
    edited_at: int = 0
    deleted: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)
    """What the bot asked for when it sent it."""

    @property
    def by_bot(self) -> bool:
        return self.sender is None

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def json(self) -> dict[str, Any]:
        """The message as the Bot API writes it."""
        sender = self.chat.sim.bot_json if self.sender is None else self.sender.json()
        message: dict[str, Any] = {
            "message_id": self.id,
            "from": sender,
            "chat": self.chat.json(),
            "date": self.date,
        }
        if self.edited_at:
            message["edit_date"] = self.edited_at
        if self.thread is not None:
            message |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.text:
            message["text"] = self.text
            if self.text.startswith("/"):
                length = len(self.text.split()[0])
                message["entities"] = [{"offset": 0, "length": length, "type": "bot_command"}]
        if self.rows:
            message["reply_markup"] = {
                "inline_keyboard": [
                    [{"text": button.label, "callback_data": button.data} for button in row] for row in self.rows
                ]
            }
        return message | self.content


@dataclass
class Chat:
    """A private chat or a group."""

    sim: Simulator
    id: int
    type: str
    title: str = ""
    messages: list[Posted] = field(default_factory=list)
    last_id: int = 0
    flood_until: float = 0.0

    def json(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.type, "title": self.title}

    def next_id(self) -> int:
        # Super groups number their own messages; all other chats share the account's counter.
        if self.type == "supergroup":
            self.last_id += 1
            return self.last_id
        self.sim.last_message_id += 1
        return self.sim.last_message_id

    def find(self, message_id: int) -> Posted | None:
        return next((m for m in self.messages if m.id == message_id and not m.deleted), None)

    @property
    def from_bot(self) -> list[Posted]:
        """The bot's messages, oldest first."""
        return [message for message in self.messages if message.by_bot and not message.deleted]

    @property
    def texts(self) -> list[str]:
        """What the bot's messages say now, oldest first."""
        return [message.text for message in self.from_bot]

    def button(self, label: str, nth_newest: int = 1) -> tuple[Posted, Button]:
        """A button by its label, or by a part of it, on the newest message that has it."""
        for matches in (lambda shown: shown == label, lambda shown: label.casefold() in shown.casefold()):
            found = [
                (message, button)
                for message in reversed(self.from_bot)
                for button in message.buttons
                if matches(button.label)
            ]
            if len(found) >= nth_newest:
                return found[nth_newest - 1]
        shown = self.from_bot[-1].labels if self.from_bot else []
        raise LookupError(f"no button {label!r} in chat {self.id}; the newest message has {shown}")


@dataclass
class Group(Chat):
    """A group or super group with members; the bot is in it or not."""

    members: list[User] = field(default_factory=list)
    bot_status: str = "left"
    forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    topic_rights: bool = True
    """Whether the bot may manage topics."""
    upgraded_to: Group | None = None
    deleted: bool = False

    def json(self) -> dict[str, Any]:
        return super().json() | ({"is_forum": True} if self.forum else {})

    def add_bot(self, by: User) -> None:
        """Bring the bot in."""
        self._bot_becomes("member", by)

    def remove_bot(self, by: User) -> None:
        """Kick the bot out."""
        self._bot_becomes("kicked", by)

    def topic(self, name: str) -> int:
        """Open a topic; its number."""
        with self.sim.lock:
            self.topics[self.next_id()] = name
            return max(self.topics)

    def upgrade(self, by: User) -> Group:
        """Turn a basic group into a super group, with a new id."""
        with self.sim.lock:
            new = self.sim.group(self.title, self.members, bot=False)
            new.bot_status = self.bot_status
            self.upgraded_to = new
            self.sim.post_as(by, self, {"migrate_to_chat_id": new.id})
            self.sim.post_as(by, new, {"migrate_from_chat_id": self.id})
            return new

    def _bot_becomes(self, status: str, by: User) -> None:
        with self.sim.lock:
            old, self.bot_status = self.bot_status, status
            self.sim.membership_changed(self, by, old, status)
