"""A message as the outbox keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from handlers.messages import Attachment, Option, Outgoing

_ALWAYS: Final = frozenset(("text", "options", "prompt", "slot", "edit", "urgent"))


def body_of(out: Outgoing) -> dict[str, Any]:
    """A message as the outbox keeps it."""
    return {
        "text": out.text,
        "options": [[option.id, option.label, list(option.also)] for option in out.options],
        "prompt": out.prompt,
        "slot": out.slot,
        "edit": out.edit,
        "urgent": out.urgent,
        **({"delete": out.delete} if out.delete else {}),
        **({"topic": out.topic, "over": out.over} if out.topic else {}),
        **({"commands": [list(each) for each in out.commands]} if out.commands else {}),
        **({"menu": True} if out.menu else {}),
        **({"by_number": out.by_number} if out.by_number else {}),
        **({"machine": True} if out.machine else {}),
        **({"link": out.link} if out.link else {}),
        **({"template": out.template, "fields": [list(each) for each in out.fields]} if out.template else {}),
        **({"form": list(out.form)} if out.form else {}),
        **({"attachments": [_attached(each) for each in out.attachments]} if out.attachments else {}),
    }


def outgoing(body: Mapping[str, Any]) -> Outgoing:
    """The message that `body_of` wrote."""
    options = tuple([Option(id, label, tuple(also)) for id, label, also in body.get("options", ())])
    if len(body) == len(_ALWAYS) and body.keys() == _ALWAYS:
        # Nearly all are of words and choices alone.
        return Outgoing(body["text"], options, body["prompt"], body["slot"], body["edit"], body["urgent"])
    return Outgoing(
        body["text"],
        options,
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
