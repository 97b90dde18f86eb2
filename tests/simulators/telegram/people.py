"""People with phones: they write, tap, send pictures, edit, block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.simulators.telegram.chats import Chat, Group, Posted

if TYPE_CHECKING:
    from tests.simulators.telegram.world import Simulator


@dataclass
class User:
    """A person; `chat` is their private chat with the bot."""

    sim: Simulator
    id: int
    first_name: str = "Lan"
    last_name: str = ""
    username: str = ""
    language: str = "vi"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def __post_init__(self) -> None:
        self.chat = Chat(self.sim, self.id, "private")

    def json(self) -> dict[str, Any]:
        who: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return who | {name: value for name, value in optional.items() if value}

    def says(self, text: str, to: Group | None = None, thread: int | None = None) -> Posted:
        """Write a text, in private or into a group."""
        return self._posts({}, to, text=text, thread=thread)

    def taps(self, label: str, to: Group | None = None, nth_newest: int = 1) -> str:
        """Tap the button with this label; the id of the tap."""
        with self.sim.lock:
            message, button = (to or self.chat).button(label, nth_newest)
            return self.presses(button.data, message)

    def presses(self, data: str, message: Posted | None = None) -> str:
        """Send callback data as it is, as a changed app could."""
        return self.sim.tap(self, data, message)

    def sends_photo(self, content: bytes, caption: str = "", album: str = "", to: Group | None = None) -> Posted:
        sizes = [
            self.sim.keep_file(content, "photos/file_{}.jpg") | {"width": side, "height": side * 3 // 4}
            for side in (90, 320, 1280)
        ]
        return self._posts({"photo": sizes} | _captioned(caption, album), to)

    def sends_document(
        self,
        content: bytes,
        name: str,
        mime: str = "application/pdf",
        caption: str = "",
        album: str = "",
        size: int | None = None,
        to: Group | None = None,
    ) -> Posted:
        """`size` pretends another size than the content has."""
        file = self.sim.keep_file(content, "documents/file_{}", size)
        return self._posts({"document": file | {"file_name": name, "mime_type": mime}} | _captioned(caption, album), to)

    def sends_video(self, content: bytes, caption: str = "", album: str = "", size: int | None = None) -> Posted:
        file = self.sim.keep_file(content, "videos/file_{}.mp4", size)
        video = file | {"width": 640, "height": 360, "duration": 5, "mime_type": "video/mp4"}
        return self._posts({"video": video} | _captioned(caption, album), None)

    def sends_voice(self, content: bytes, caption: str = "") -> Posted:
        file = self.sim.keep_file(content, "voice/file_{}.oga")
        return self._posts({"voice": file | {"duration": 3, "mime_type": "audio/ogg"}} | _captioned(caption, ""), None)

    def sends_location(self, latitude: float, longitude: float) -> Posted:
        return self._posts({"location": {"latitude": latitude, "longitude": longitude}}, None)

    def sends_contact(self, phone: str, own: bool = True) -> Posted:
        contact: dict[str, Any] = {"phone_number": phone, "first_name": self.first_name}
        return self._posts({"contact": contact | ({"user_id": self.id} if own else {})}, None)

    def sends_sticker(self) -> Posted:
        sticker = self.sim.keep_file(b"RIFF", "stickers/file_{}.webp")
        extra = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙏",
        }
        return self._posts({"sticker": sticker | extra}, None)

    def edits(self, message: Posted, text: str) -> None:
        """Change an earlier text or caption."""
        with self.sim.lock:
            message.edits.append(message.text or str(message.content.get("caption", "")))
            if "caption" in message.content:
                message.content["caption"] = text
            else:
                message.text = text
            message.edited_at = int(self.sim.clock())
            self.sim.push("edited_message", message.json(), message.chat.id)

    def blocks(self) -> None:
        """Block the bot."""
        with self.sim.lock:
            self.blocked = True
            self.sim.membership_changed(self.chat, self, "member", "kicked")

    def unblocks(self) -> None:
        with self.sim.lock:
            self.blocked = False
            self.sim.membership_changed(self.chat, self, "kicked", "member")

    @property
    def texts(self) -> list[str]:
        """What the bot's messages in the private chat say now, oldest first."""
        return self.chat.texts

    def _posts(self, content: dict[str, Any], to: Group | None, text: str = "", thread: int | None = None) -> Posted:
        return self.sim.post_as(self, to or self.chat, content, text=text, thread=thread)


def _captioned(caption: str, album: str) -> dict[str, Any]:
    return ({"caption": caption} if caption else {}) | ({"media_group_id": album} if album else {})
