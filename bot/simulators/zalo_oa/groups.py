"""Groups that the OA has made (GMF): what stands in them, and what their members do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.simulators.zalo_oa import refusals
from bot.simulators.zalo_oa.people import Person, Said

if TYPE_CHECKING:
    from bot.simulators.zalo_oa.world import Simulator


class Group:
    """A group chat. `place` is where an event of it carries its id: sources differ."""

    def __init__(self, sim: Simulator, id: str) -> None:
        self.sim = sim
        self.id = id
        self.place = "recipient.id"
        self.said: list[Said] = []
        self.gone = False
        sim.groups[id] = self

    @property
    def texts(self) -> list[str]:
        """What the OA wrote here, oldest first."""
        return [each.text for each in self.said if each.side == "oa"]

    def says(self, person: Person, text: str) -> str:
        """A member writes; the id of the message."""
        ref = self.sim.new_id()
        message: dict[str, Any] = {"msg_id": ref, "text": text}
        event: dict[str, Any] = {
            "event_name": "user_send_group_text",
            "oa_id": self.sim.oa_id,
            "sender": {"id": person.id},
            "recipient": {"id": self.sim.oa_id},
            "message": message,
        }
        holder, _, key = self.place.rpartition(".")
        (event if not holder else event[holder])[key] = self.id
        with self.sim.lock:
            self.said.append(Said("user", text, ref, self.sim.clock()))
        self.sim.emit(person, event)
        return ref

    def ends(self, person: Person) -> None:
        """The group is deleted."""
        self.gone = True
        self.sim.emit(person, {"event_name": "delete_group", "oa_id": self.sim.oa_id, "group_id": self.id})


def message(sim: Simulator, body: dict[str, Any]) -> dict[str, Any]:
    """A message of the OA to one of its groups: words, a picture or a file; no buttons, no window. Raises Refused."""
    from bot.simulators.zalo_oa.messages import checked

    recipient = body.get("recipient")
    group = sim.groups.get(str(recipient.get("group_id"))) if isinstance(recipient, dict) else None
    if group is None:
        raise refusals.NO_GROUP
    if group.gone:
        raise refusals.GROUP_GONE
    text, buttons, attachment, _ = checked(sim, body.get("message"))
    if buttons:
        raise refusals.invalid("attachment")
    if "[@" in text:
        sim.wrong("a mention in a group")
    ref = sim.new_id()
    with sim.lock:
        group.said.append(Said("oa", text, ref, sim.clock(), [], attachment))
    return {"message_id": ref, "group_id": group.id, "sent_time": str(int(sim.clock() * 1000))}
