"""The simulator's remote control, for the page that plays the Zalo app and for tests in another process."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.simulators.hook import Postman
from bot.simulators.zalo_oa.people import Person, Said
from bot.simulators.zalo_oa.world import Simulator, Switches

Order = Callable[[Simulator, dict[str, Any]], Any]


def control_routes(sim: Simulator, postman: Postman) -> list[BaseRoute]:
    """POST /_sim/<order> with a JSON object; GET /_sim/chat?user=N for what one person sees."""

    async def order(request: Request) -> Response:
        work = ORDERS.get(request.path_params["order"])
        if work is None:
            return JSONResponse({"error": f"orders: {', '.join(sorted(ORDERS))}"}, 404)
        try:
            given = await request.json()
            return JSONResponse(work(sim, given) or {})
        except (LookupError, TypeError, ValueError, binascii.Error) as error:
            return JSONResponse({"error": type(error).__name__}, 422)

    async def webhook(request: Request) -> Response:
        given = await request.json()
        return JSONResponse({"status": await postman.ask(str(given["url"]))})

    async def chat(request: Request) -> Response:
        person = sim.person(int(request.query_params.get("user", "1")))
        with sim.lock:
            shown = [_shown(each) for each in person.said if not each.hidden]
            return JSONResponse({"said": shown, "follows": person.follows, "now": sim.clock.now().isoformat()})

    return [
        Route("/_sim/chat", chat, methods=["GET"]),
        Route("/_sim/webhook", webhook, methods=["POST"]),
        Route("/_sim/{order}", order, methods=["POST"]),
    ]


def _who(sim: Simulator, given: dict[str, Any]) -> Person:
    return sim.person(int(given.get("user", 1)))


def _say(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": _who(sim, given).says(str(given["text"]))}


def _tap(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": _who(sim, given).taps(str(given["label"]))}


def _photo(sim: Simulator, given: dict[str, Any]) -> Any:
    contents = [base64.b64decode(each) for each in given["contents"]]
    return {"ids": _who(sim, given).sends_photos(*contents, caption=str(given.get("caption", "")))}


def _file(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": _who(sim, given).sends_file(base64.b64decode(given["content"]), str(given["name"]))}


def _location(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": _who(sim, given).sends_location(float(given["latitude"]), float(given["longitude"]))}


def _sticker(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": _who(sim, given).sends_sticker()}


def _info(sim: Simulator, given: dict[str, Any]) -> Any:
    _who(sim, given).shares_info(given["phone"])


def _begin(sim: Simulator, given: dict[str, Any]) -> Any:
    _who(sim, given).begins()


def _follow(sim: Simulator, given: dict[str, Any]) -> Any:
    _who(sim, given).starts_following()


def _unfollow(sim: Simulator, given: dict[str, Any]) -> Any:
    _who(sim, given).stops_following()


def _withdraw(sim: Simulator, given: dict[str, Any]) -> Any:
    _who(sim, given).withdraws()


def _staff(sim: Simulator, given: dict[str, Any]) -> Any:
    return {"id": sim.staff_writes(_who(sim, given), str(given["text"]))}


def _advance(sim: Simulator, given: dict[str, Any]) -> Any:
    sim.advance(float(given["seconds"]))


def _fail(sim: Simulator, given: dict[str, Any]) -> Any:
    sim.fail(**given)


def _set(sim: Simulator, given: dict[str, Any]) -> Any:
    known = {each.name for each in fields(Switches)}
    for name, value in given.items():
        if name not in known:
            raise LookupError(name)
        setattr(sim.switches, name, value)


ORDERS: dict[str, Order] = {
    "say": _say,
    "tap": _tap,
    "photo": _photo,
    "file": _file,
    "location": _location,
    "sticker": _sticker,
    "info": _info,
    "begin": _begin,
    "follow": _follow,
    "unfollow": _unfollow,
    "withdraw": _withdraw,
    "staff": _staff,
    "advance": _advance,
    "fail": _fail,
    "set": _set,
}


def _shown(said: Said) -> dict[str, Any]:
    form = (said.attachment or {}).get("payload", {}).get("template_type") == "request_user_info"
    return {
        "side": said.side,
        "text": said.text,
        "id": said.id,
        "at": said.at,
        "buttons": said.labels,
        "form": form,
        "attachment": bool(said.attachment) and not form,
    }
