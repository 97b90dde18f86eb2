"""People with Zalo on their phones: what they see in the chat with the bot, and what they can do in it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.simulators.zalo_bot.world import BotSimulator


class Person:
    """Somebody with a phone, in private or (with `group`) in a group."""

    def __init__(self, sim: BotSimulator, id: str, name: str, group: str = "") -> None:
        self.sim = sim
        self.id = id
        self.name = name
        self.group = group

    @property
    def chat(self) -> str:
        """The chat they write in."""
        return self.group or self.id

    @property
    def texts(self) -> list[str]:
        """The words that came from the bot, oldest first."""
        with self.sim.lock:
            return list(self.sim.heard.get(self.chat, []))

    def says(self, text: str) -> str:
        """Write; the id of the message. In a group the bot hears only what is addressed to it."""
        if self.group and not text.startswith(f"@{self.sim.name}"):
            return ""
        text = unicodedata.normalize("NFD", text) if self.sim.switches.nfd else text
        return self._sends("message.text.received", "CHAT_TEXT", {"text": text})

    def sends_photo(self, content: bytes, caption: str = "") -> str:
        """Send a photo."""
        url = self.sim.host(content, "image/jpeg", ".jpg")
        return self._sends(
            "message.image.received", "CHAT_PHOTO", {"caption": caption, self.sim.switches.photo_key: url}
        )

    def sends_voice(self, content: bytes) -> str:
        """Send a voice message."""
        url = self.sim.host(content, "audio/aac", ".aac")
        return self._sends("message.voice.received", "CHAT_VOICE", {"voice_url": url})

    def sends_sticker(self) -> str:
        """Send a sticker."""
        return self._sends("message.sticker.received", "CHAT_STICKER", {"sticker": "25b85a", "url": "https://zalo/x"})

    def sends_what_no_bot_gets(self) -> str:
        """Send a place, a file, a card or a video; or be somebody whom Zalo protects."""
        return self._sends("message.unsupported.received", "UNSUPPORTED", {})

    def _sends(self, name: str, sort: str, content: dict[str, Any]) -> str:
        sim = self.sim
        with sim.lock:
            sim.users.add(self.id)
            ref = sim.new_id()
            at = sim.clock()
            message = {
                "message_id": ref,
                "message_type": sort,
                "date": int(at) if sim.switches.dates_in_seconds else int(at * 1000),
                "from": {"id": self.id, "display_name": self.name, "is_bot": False},
                "chat": {"id": self.chat, "chat_type": "GROUP" if self.group else "PRIVATE"},
                **content,
            }
            sim.written.add(self.chat)
            sim.emit(self.chat, {"event_name": name, "message": message})
            return ref
