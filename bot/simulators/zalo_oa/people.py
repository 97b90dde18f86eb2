"""People with Zalo on their phones: what they see in the chat with the OA, and what they can do in it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from bot.simulators.zalo_oa.world import Simulator

Side = Literal["oa", "staff", "user"]
LOCATION_SHAPES: Final = ("coordinates", "lat_long", "location")


@dataclass
class Said:
    """One message in a chat, as both sides see it."""

    side: Side
    text: str
    id: str
    at: float
    buttons: list[dict[str, Any]] = field(default_factory=list)
    attachment: dict[str, Any] | None = None
    hidden: bool = False
    """A tap whose text is not shown in the person's chat."""

    @property
    def labels(self) -> list[str]:
        """The words on its buttons."""
        return [button["title"] for button in self.buttons]


class Person:
    """Somebody with a phone."""

    def __init__(self, sim: Simulator, id: str, name: str) -> None:
        self.sim = sim
        self.id = id
        self.id_by_app = f"55{id[2:]}"
        self.name = name
        self.follows = False
        self.last_interaction: float | None = None
        self.free_replies = 0
        self.said: list[Said] = []
        self.phone = ""

    @property
    def heard(self) -> list[Said]:
        """What came from the OA, oldest first."""
        return [each for each in self.said if each.side != "user"]

    @property
    def texts(self) -> list[str]:
        """The words that came from the OA."""
        return [each.text for each in self.heard]

    # What they do -----------------------------------------------------------------------------------------

    def says(self, text: str, *, hidden: bool = False) -> str:
        """Write; the id of the message."""
        if self.sim.switches.nfd:
            text = unicodedata.normalize("NFD", text)
        return self._sends("user_send_text", {"text": text}, text, hidden=hidden)

    def taps(self, label: str, nth_newest: int = 1) -> str:
        """Tap the newest (or an older) button of these words: Zalo sends its payload as if it were typed."""
        with self.sim.lock:
            found = [b for each in reversed(self.heard) for b in each.buttons if b["title"] == label]
        if len(found) < nth_newest:
            raise LookupError(label)
        button = found[nth_newest - 1]
        if button["type"] == "oa.query.show":
            return self.says(button["payload"])
        if button["type"] == "oa.query.hide":
            return self.says(button["payload"], hidden=True)
        return ""  # links and calls tell the OA nothing

    def sends_photos(self, *contents: bytes, caption: str = "") -> list[str]:
        """Send photos together: each comes as its own event, with its own id."""
        ids = []
        for number, content in enumerate(contents):
            url = self.sim.host(content, "image/jpeg", ".jpg")
            payload = {"url": url, "thumbnail": url}
            sort = "photo" if self.sim.switches.photo_type else "image"
            message = {"text": caption if number == 0 else "", "attachments": [{"type": sort, "payload": payload}]}
            ids.append(self._sends("user_send_image", message, message["text"] or "[ảnh]"))  # type: ignore[arg-type]
        return ids

    def sends_file(self, content: bytes, name: str) -> str:
        """Send a paper."""
        ending = name.rpartition(".")[2]
        url = self.sim.host(content, "application/octet-stream", f".{ending}")
        payload = {"url": url, "size": str(len(content)), "name": name, "checksum": "0" * 32, "type": ending}
        return self._sends("user_send_file", {"attachments": [{"type": "file", "payload": payload}]}, f"[{name}]")

    def sends_voice(self, content: bytes) -> str:
        """Send a voice message."""
        payload = {"url": self.sim.host(content, "audio/aac", ".aac")}
        return self._sends("user_send_audio", {"attachments": [{"type": "audio", "payload": payload}]}, "[voice]")

    def sends_location(self, latitude: float, longitude: float) -> str:
        """Send a place on the map, in the shape that the switches say."""
        shape = self.sim.switches.location_shape
        message: dict[str, Any] = {"text": ""}
        if shape == "location":
            message["location"] = {"latitude": latitude, "longitude": longitude}
        elif shape == "lat_long":
            payload = {"lat": latitude, "long": longitude, "address": "…"}
            message["attachments"] = [{"type": "location", "payload": payload}]
        else:
            coordinates = {"latitude": str(latitude), "longitude": str(longitude)}
            message["attachments"] = [{"type": "location", "payload": {"coordinates": coordinates}}]
        return self._sends("user_send_location", message, "[vị trí]")

    def sends_sticker(self) -> str:
        """Send a sticker."""
        payload = {"id": "25b85a", "url": "https://zalo-api.zadn.vn/sticker"}
        return self._sends("user_send_sticker", {"attachments": [{"type": "sticker", "payload": payload}]}, "[sticker]")

    def sends_card(self, phone: str) -> str:
        """Send somebody's card."""
        payload = {"url": "https://zalo.me/x", "description": json.dumps({"phone": phone}), "thumbnail": ""}
        message = {"attachments": [{"type": "link", "payload": payload}]}
        return self._sends("user_send_business_card", message, "[danh thiếp]")

    def shares_info(self, phone: object, name: str = "") -> None:
        """Fill in the form that asked for it."""
        self._interacts()
        info = {"name": name or self.name, "phone": phone, "address": "", "city": "", "district": "", "ward": ""}
        event = {"event_name": "user_submit_info", "info": info}
        self.sim.emit(self, event | self._ends())

    def begins(self) -> None:
        """Open the chat by its button."""
        self._interacts()
        name = "follower" if self.sim.switches.chatnow_follower else "user_id"
        who: Any = {"id": self.id} if name == "follower" else self.id
        self.sim.emit(self, {"event_name": "user_click_chatnow", "oa_id": self.sim.oa_id, name: who})

    def starts_following(self) -> None:
        """Follow the OA."""
        self.follows = True
        self._interacts()
        self._follow("follow")

    def stops_following(self) -> None:
        """Stop following the OA."""
        self.follows = False
        self._follow("unfollow")

    def withdraws(self) -> None:
        """Withdraw the consent to the use of their data."""
        self.follows = False
        self.sim.emit(self, {"event_name": "user_withdraw", "oa_id": self.sim.oa_id, "user_id": self.id})

    def sees(self) -> None:
        """Look at what came: the OA gets a receipt, which is no interaction."""
        refs = [each.id for each in self.heard[-3:]]
        self.sim.emit(self, {"event_name": "user_seen_message", "message": {"msg_ids": refs}} | self._ends(back=True))

    # What is behind it ------------------------------------------------------------------------------------

    def _sends(self, name: str, message: dict[str, Any], shown: str, *, hidden: bool = False) -> str:
        self._interacts()
        ref = self.sim.new_id()
        with self.sim.lock:
            self.said.append(Said("user", shown, ref, self.sim.clock(), hidden=hidden))
        self.sim.emit(self, {"event_name": name, "message": {"msg_id": ref, **message}} | self._ends())
        return ref

    def _follow(self, name: str) -> None:
        event = {"event_name": name, "oa_id": self.sim.oa_id, "source": "oa_profile", "follower": {"id": self.id}}
        self.sim.emit(self, event)

    def _ends(self, *, back: bool = False) -> dict[str, Any]:
        mine, theirs = {"id": self.id}, {"id": self.sim.oa_id}
        return {"sender": theirs, "recipient": mine} if back else {"sender": mine, "recipient": theirs}

    def _interacts(self) -> None:
        with self.sim.lock:
            self.last_interaction = self.sim.clock()
            self.free_replies = 0
