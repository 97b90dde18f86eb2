"""The HTTP side of the simulated Bot Platform: its methods behind the token, the host of files, a bad network."""

from __future__ import annotations

import hmac
import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.simulators.hook import Postman
from bot.simulators.network import DropConnection, dropping, media_route, wrong_answer
from bot.simulators.stage import Call
from tests.simulators.zalo_bot.methods import METHODS, RefusedError
from tests.simulators.zalo_bot.world import BotSimulator


def build(sim: BotSimulator) -> ASGIApp:
    """The app of one simulator."""
    postman = Postman(sim)

    async def method(request: Request) -> Response:
        token, _, name = request.path_params["rest"].partition("/")
        if not hmac.compare_digest(token.encode(), sim.token.encode()):
            return _refused(RefusedError(401, "Unauthorized"), 401)
        body = await _body(request)
        call = Call(name, body)
        with sim.lock:
            sim.calls.append(call)
            sim.changed()
        fault = sim.fault_for(name)
        if fault is not None:
            refusal = RefusedError(fault.code, "injected").body()
            if (wrong := await wrong_answer(fault, refusal)) is not None:
                return wrong
        try:
            result = await _updates(sim, body) if name == "getUpdates" else _work(sim, name, body)
            call.code = 0
            answer: dict[str, Any] = {"ok": True, "result": result}
        except RefusedError as error:
            call.code = error.code
            answer = error.body()
        sim.changed()
        if fault is not None and fault.how == "reset_after":
            raise DropConnection
        if fault is not None and fault.how == "truncated":
            return Response(json.dumps(answer)[:-9], media_type="application/json")
        idle = call.code == 408
        return JSONResponse(answer, sim.switches.idle_status if idle else _status(call.code or 200))

    app = Starlette(routes=[Route("/bot{rest:path}", method, methods=["GET", "POST"]), media_route(sim)])
    return dropping(app, postman.wake)


def _work(sim: BotSimulator, name: str, body: dict[str, Any]) -> Any:
    work = METHODS.get(name)
    if work is None:
        raise RefusedError(404, "Not Found")
    with sim.lock:
        return work(sim, body)


async def _updates(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """One event, which is gone with that; whoever asked may have hung up meanwhile."""
    if sim.webhook:
        raise RefusedError(400, "Bad Request: can't use getUpdates while a webhook is set")
    try:
        seconds = float(body.get("timeout", 30))
    except (TypeError, ValueError):
        raise RefusedError(400, "Bad Request: timeout is invalid") from None
    try:
        await sim.until(lambda: sim.waiting or sim.closed, seconds)
    except TimeoutError:
        raise RefusedError(408, "Request timeout") from None
    with sim.lock:
        if not sim.waiting:
            raise RefusedError(408, "Request timeout")
        sim.handed_out += 1
        return sim.waiting.pop(0)


def _status(code: int) -> int:
    return code if code in range(400, 600) else 200


def _refused(error: RefusedError, status: int) -> Response:
    return JSONResponse(error.body(), status)


async def _body(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(await request.body() or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else dict(request.query_params)
