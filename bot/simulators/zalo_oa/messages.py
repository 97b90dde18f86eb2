"""Sending: every limit that Zalo sets is set here, and what is refused is refused by its number."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Final

from bot.simulators.zalo_oa import refusals
from bot.simulators.zalo_oa.people import Person, Said
from bot.simulators.zalo_oa.world import FREE_SECONDS, UPLOAD_SECONDS, WINDOW_SECONDS, Simulator

TEXT_LIMIT: Final = 2000
BUTTONS: Final = 5
BUTTON_TYPES: Final = ("oa.query.show", "oa.query.hide", "oa.open.url", "oa.open.phone", "oa.open.sms")
VIETNAM: Final = timezone(timedelta(hours=7))


def consultation(sim: Simulator, body: dict[str, Any]) -> dict[str, Any]:
    """A message within the window of seven days. Raises Refused."""
    person = _receiver(sim, body)
    text, buttons, attachment, sort = checked(sim, body.get("message"))
    _window(sim, person)
    ref = sim.new_id()
    person.said.append(Said("oa", text, ref, sim.clock(), buttons, attachment))
    data = {"message_id": ref, "user_id": person.id, "sent_time": str(int(sim.clock() * 1000))}
    after(sim, person, sort, ref, text)
    return data


def template(sim: Simulator, body: dict[str, Any]) -> dict[str, Any]:
    """An approved message, at any time but night, for money. Raises Refused."""
    person = sim.people.get(str(body.get("user_id", "")))
    if person is None:
        raise refusals.invalid("user_id")
    fields = sim.templates.get(str(body.get("template_id", "")))
    if fields is None:
        raise refusals.NO_TEMPLATE
    data = body.get("template_data")
    if not isinstance(data, dict) or set(data) != fields:
        raise refusals.invalid("template_data")
    hour = datetime.fromtimestamp(sim.clock(), VIETNAM).hour
    if hour >= 22 or hour < 6:
        raise refusals.NIGHT
    if sim.money <= 0:
        raise refusals.NO_MONEY
    sim.money -= 1
    ref = sim.new_id()
    person.said.append(Said("oa", f"[{body['template_id']}] {data}", ref, sim.clock()))
    return {"msg_id": ref, "sent_time": str(int(sim.clock() * 1000))}


def after(sim: Simulator, person: Person, sort: str, ref: str, text: str) -> None:
    """What Zalo tells the OA of its own message: an echo, then receipts."""
    if sim.switches.echoes:
        sim.echo(person, sort, {"msg_id": ref, "text": text})
    if sim.switches.receipts:
        ends = {"sender": {"id": sim.oa_id}, "recipient": {"id": person.id}}
        sim.emit(person, {"event_name": "user_received_message", **ends, "message": {"msg_id": ref}})
        sim.emit(person, {"event_name": "user_seen_message", **ends, "message": {"msg_ids": [ref]}})


def _receiver(sim: Simulator, body: dict[str, Any]) -> Person:
    recipient = body.get("recipient")
    user = recipient.get("user_id") if isinstance(recipient, dict) else None
    if not isinstance(user, str) or user not in sim.people:
        raise refusals.invalid("user_id")
    return sim.people[user]


def _window(sim: Simulator, person: Person) -> None:
    if person.last_interaction is None:
        sim.wrong("a message to somebody who never wrote")
        raise refusals.NEVER
    quiet = sim.clock() - person.last_interaction
    if quiet > WINDOW_SECONDS:
        sim.wrong("a message outside the window")
        raise refusals.WINDOW if person.follows else refusals.NOT_INTERACTED
    cap = sim.switches.reply_cap
    if cap and (quiet > FREE_SECONDS or person.free_replies >= cap):
        raise refusals.NO_FREE_REPLIES
    person.free_replies += 1


def checked(sim: Simulator, message: Any) -> tuple[str, list[dict[str, Any]], dict[str, Any] | None, str]:
    """The text, the buttons, the attachment and the sort of a message. Raises Refused."""
    if not isinstance(message, dict):
        raise refusals.invalid("message")
    text = message.get("text", "")
    attachment = message.get("attachment")
    if not isinstance(text, str) or (not text and attachment is None):
        raise refusals.invalid("text")
    if len(text.encode("utf-16-le")) // 2 > TEXT_LIMIT:
        raise refusals.above("text")
    if attachment is None:
        return text, [], None, "oa_send_text"
    if not isinstance(attachment, dict) or not isinstance(attachment.get("payload"), dict):
        raise refusals.invalid("attachment")
    payload = attachment["payload"]
    if attachment.get("type") == "file":
        _uploaded(sim, payload.get("token"), "file")
        if text:
            raise refusals.invalid("text")
        return text, [], attachment, "oa_send_file"
    if attachment.get("type") != "template":
        raise refusals.invalid("attachment.type")
    if payload.get("template_type") == "media":
        _media(sim, payload)
        return text, [], attachment, "oa_send_image"
    if payload.get("template_type") == "request_user_info":
        _form(payload)
        return text, [], attachment, "oa_send_template"
    if payload.get("template_type") not in (None, "button"):
        raise refusals.invalid("template_type")
    if not text:
        raise refusals.invalid("text")
    return text, _buttons(payload.get("buttons")), None, "oa_send_text"


def _buttons(buttons: Any) -> list[dict[str, Any]]:
    if not isinstance(buttons, list) or not buttons:
        raise refusals.invalid("buttons")
    if len(buttons) > BUTTONS:
        raise refusals.above("buttons")
    for button in buttons:
        if not isinstance(button, dict) or button.get("type") not in BUTTON_TYPES:
            raise refusals.invalid("buttons.type")
        title, payload = button.get("title"), button.get("payload")
        if not isinstance(title, str) or not title or len(title) > 100:
            raise refusals.above("buttons.title")
        if button["type"].startswith("oa.query"):
            if not isinstance(payload, str) or not payload or len(payload) > 1000:
                raise refusals.above("buttons.payload")
        elif button["type"] == "oa.open.url" and not str((payload or {}).get("url", "")).startswith("https://"):
            raise refusals.invalid("buttons.payload.url")
    return buttons


def _media(sim: Simulator, payload: dict[str, Any]) -> None:
    elements = payload.get("elements")
    if not isinstance(elements, list) or len(elements) != 1 or not isinstance(elements[0], dict):
        raise refusals.invalid("elements")
    element = elements[0]
    if ("url" in element) == ("attachment_id" in element):
        raise refusals.invalid("elements.url")
    if "attachment_id" in element:
        _uploaded(sim, element["attachment_id"], str(element.get("media_type")))
    elif not str(element["url"]).startswith("https://"):
        raise refusals.invalid("elements.url")


def _form(payload: dict[str, Any]) -> None:
    elements = payload.get("elements")
    if not isinstance(elements, list) or len(elements) != 1 or not isinstance(elements[0], dict):
        raise refusals.invalid("elements")
    title, subtitle = elements[0].get("title"), elements[0].get("subtitle")
    if not isinstance(title, str) or not title or len(title) > 100:
        raise refusals.above("elements.title")
    if not isinstance(subtitle, str) or len(subtitle) > 500:
        raise refusals.above("elements.subtitle")
    if not str(elements[0].get("image_url", "")).startswith("https://"):
        raise refusals.invalid("elements.image_url")


def _uploaded(sim: Simulator, id: Any, sort: str) -> None:
    found = sim.uploads.get(id) if isinstance(id, str) else None
    if found is None or found.sort != sort or sim.clock() - found.at > UPLOAD_SECONDS:
        raise refusals.EXPIRED_UPLOAD
