"""The simulator's remote control, for tests that drive a bot in another process."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.simulators.telegram.chats import Group, Posted
from tests.simulators.telegram.people import User
from tests.simulators.telegram.world import Simulator

Order = Callable[[Simulator, dict[str, Any]], Any]


def control_routes(sim: Simulator) -> list[BaseRoute]:
    """POST /_control/<order> with a JSON object; GET /_control/state for everything that happened."""

    async def order(request: Request) -> Response:
        work = ORDERS.get(request.path_params["order"])
        if work is None:
            return JSONResponse({"error": f"orders: {', '.join(sorted(ORDERS))}"}, 404)
        try:
            with sim.lock:
                return JSONResponse(work(sim, await request.json()))
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 422)

    async def state(_: Request) -> Response:
        with sim.lock:
            return JSONResponse(
                {
                    "chats": {str(chat.id): [_shown(m) for m in chat.messages] for chat in sim.chats.values()},
                    "calls": [[c.method, c.status, c.description, c.via] for c in sim.calls],
                    "pending": len(sim.queue),
                    "commands": sim.commands,
                    "webhook": sim.webhook.url if sim.webhook else "",
                    "unanswered_taps": [tap for tap, answer in sim.taps.items() if answer is None],
                }
            )

    return [
        Route("/_control/state", state, methods=["GET"]),
        Route("/_control/{order}", order, methods=["POST"]),
    ]


def _user(sim: Simulator, given: dict[str, Any]) -> User:
    return sim.user(int(given["user"]), **{k: given[k] for k in ("first_name", "username", "language") if k in given})


def _group(sim: Simulator, given: dict[str, Any]) -> Group | None:
    if not given.get("group"):
        return None
    chat = sim.chats[int(given["group"])]
    if not isinstance(chat, Group):
        raise LookupError("that is not a group")
    return chat


def _say(sim: Simulator, given: dict[str, Any]) -> Any:
    return _shown(_user(sim, given).says(given["text"], _group(sim, given), given.get("thread")))


def _tap(sim: Simulator, given: dict[str, Any]) -> Any:
    nth = int(given.get("nth_newest", 1))
    return {"tap": _user(sim, given).taps(given["label"], _group(sim, given), nth)}


def _photo(sim: Simulator, given: dict[str, Any]) -> Any:
    content = base64.b64decode(given["content"])
    return _shown(_user(sim, given).sends_photo(content, given.get("caption", ""), given.get("album", "")))


def _document(sim: Simulator, given: dict[str, Any]) -> Any:
    content = base64.b64decode(given["content"])
    user, mime = _user(sim, given), given.get("mime", "application/pdf")
    return _shown(user.sends_document(content, given["name"], mime, given.get("caption", ""), size=given.get("size")))


def _edit(sim: Simulator, given: dict[str, Any]) -> Any:
    user = _user(sim, given)
    message = user.chat.find(int(given["message"]))
    if message is None:
        raise LookupError("no such message")
    user.edits(message, given["text"])
    return _shown(message)


def _sticker(sim: Simulator, given: dict[str, Any]) -> Any:
    return _shown(_user(sim, given).sends_sticker())


def _location(sim: Simulator, given: dict[str, Any]) -> Any:
    return _shown(_user(sim, given).sends_location(given["latitude"], given["longitude"]))


def _block(sim: Simulator, given: dict[str, Any]) -> Any:
    _user(sim, given).blocks()
    return {}


def _unblock(sim: Simulator, given: dict[str, Any]) -> Any:
    _user(sim, given).unblocks()
    return {}


def _make_group(sim: Simulator, given: dict[str, Any]) -> Any:
    members = [sim.user(int(id)) for id in given["members"]]
    group = sim.group(given["title"], members, given.get("kind", "supergroup"), bool(given.get("forum", False)))
    return {"group": group.id}


def _upgrade(sim: Simulator, given: dict[str, Any]) -> Any:
    group = _group(sim, given)
    if group is None:
        raise LookupError("no group named")
    return {"group": group.upgrade(_user(sim, given)).id}


def _fail(sim: Simulator, given: dict[str, Any]) -> Any:
    sim.fail(**given)
    return {}


def _echo(sim: Simulator, given: dict[str, Any]) -> Any:
    sim.echo(*sim.history[-int(given.get("last", 1)) :])
    return {}


def _set(sim: Simulator, given: dict[str, Any]) -> Any:
    for name in ("shuffle", "duplicate", "privacy"):
        if name in given:
            setattr(sim, name, bool(given[name]))
    return {}


def _push(sim: Simulator, given: dict[str, Any]) -> Any:
    sim.push_update(given["update"])
    return {}


ORDERS: dict[str, Order] = {
    "say": _say,
    "tap": _tap,
    "photo": _photo,
    "document": _document,
    "edit": _edit,
    "sticker": _sticker,
    "location": _location,
    "block": _block,
    "unblock": _unblock,
    "group": _make_group,
    "upgrade": _upgrade,
    "fail": _fail,
    "echo": _echo,
    "set": _set,
    "push": _push,
}


def _shown(message: Posted) -> dict[str, Any]:
    return {
        "id": message.id,
        "by_bot": message.by_bot,
        "sender": message.sender.id if message.sender else None,
        "text": message.text,
        "buttons": message.labels,
        "edits": message.edits,
        "deleted": message.deleted,
        "thread": message.thread,
    }
