"""A message as the outbox keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from handlers.messages import Attachment, Option, Outgoing

_PLAIN: Final = ("prompt", "slot", "edit", "urgent", "delete", "menu", "by_number", "machine", "link")
"""Fields that are kept as they are, where they are set."""


class _Body(dict[str, Any]):
    """What is kept, and beside it what it was made of: a message that was just posted need not be read again."""

    __slots__ = ("out",)

    def __init__(self, kept: Mapping[str, Any], out: Outgoing) -> None:
        super().__init__(kept)
        self.out = out


def body_of(out: Outgoing) -> dict[str, Any]:
    """A message as the outbox keeps it: what is as usual is left out, and so are the other words for its options, by
    which an answer is understood and which nobody is shown."""
    kept: dict[str, Any] = {"text": out.text}
    if out.options:
        kept["options"] = [[option.id, option.label] for option in out.options]
    for name in _PLAIN:
        if value := getattr(out, name):
            kept[name] = value
    if out.topic:
        kept["topic"], kept["over"] = out.topic, out.over
    if out.commands:
        kept["commands"] = [list(each) for each in out.commands]
    if out.template:
        kept["template"], kept["fields"] = out.template, [list(each) for each in out.fields]
    if out.form:
        kept["form"] = list(out.form)
    if out.attachments:
        kept["attachments"] = [_attached(each) for each in out.attachments]
    return _Body(kept, out)


def outgoing(body: Mapping[str, Any]) -> Outgoing:
    """The message that `body_of` wrote."""
    if isinstance(body, _Body):
        return body.out
    return Outgoing(
        body["text"],
        # An earlier version kept the other words for an option too.
        tuple(Option(option[0], option[1]) for option in body.get("options", ())),
        body.get("prompt", 0),
        body.get("slot", ""),
        body.get("edit", False),
        body.get("urgent", False),
        body.get("template", ""),
        tuple((name, value) for name, value in body.get("fields", ())),
        tuple(body["form"]) if body.get("form") else None,
        tuple(
            Attachment(each["kind"], each["name"], each["what"], tuple(tuple(pair) for pair in each["about"]))
            for each in body.get("attachments", ())
        ),
        topic=body.get("topic", ""),
        over=body.get("over", False),
        commands=tuple((name, text) for name, text in body.get("commands", ())),
        delete=body.get("delete", ""),
        by_number=body.get("by_number", ""),
        menu=body.get("menu", False),
        machine=body.get("machine", False),
        link=body.get("link", ""),
    )


def _attached(attachment: Attachment) -> dict[str, Any]:
    about = [list(pair) for pair in attachment.about]
    return {"kind": attachment.kind, "name": attachment.name, "what": attachment.what, "about": about}
