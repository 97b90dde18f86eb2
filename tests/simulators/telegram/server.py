"""The HTTP side of the simulator: the Bot API's methods and files, and the faults of a bad network."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.simulators.telegram import methods, refusals
from tests.simulators.telegram.control import control_routes
from tests.simulators.telegram.delivery import Delivery
from tests.simulators.telegram.refusals import ApiError
from tests.simulators.telegram.world import Call, Fault, Simulator

HTML = "<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>"


class _DropConnection(BaseException):
    """The connection is to be cut. No Exception, so that no middleware answers 500 first."""


def build(sim: Simulator) -> ASGIApp:
    """The app of one simulator."""
    delivery = Delivery(sim)

    async def method(request: Request) -> Response:
        name = request.path_params["method"]
        if request.path_params["token"] != sim.token:
            return _refused(refusals.UNAUTHORIZED)
        try:
            given = await _parameters(request)
        except ApiError as error:
            return _refused(error)
        call = Call(name, given)
        with sim.lock:
            sim.calls.append(call)
            sim.changed()
        fault = sim.fault_for(name, given)
        if fault is not None:
            answer = await _fail(sim, fault)
            if answer is not None:
                call.status = answer.status_code
                return answer
        answer = await run(name, given, call)
        if fault is not None and fault.how == "reset_after":
            raise _DropConnection
        if fault is not None and fault.how == "partial":
            answer.headers["content-length"] = str(len(answer.body) + 10)
        return answer

    async def run(name: str, given: dict[str, Any], call: Call) -> Response:
        try:
            if name.lower() == "getupdates":
                result = await get_updates(sim, given)
            else:
                result = call_method(sim, name, given)
        except ApiError as error:
            call.status, call.description = error.status, error.description
            return _refused(error)
        finally:
            sim.changed()
        call.status = 200
        delivery.wake()
        return _json(200, {"ok": True, "result": result})

    async def file(request: Request) -> Response:
        path = request.path_params["path"]
        fault = sim.fault_for("download", {})
        if fault is not None and (answer := await _fail(sim, fault)) is not None:
            return answer
        found = next((file for file in sim.files.values() if file.path == path), None)
        if request.path_params["token"] != sim.token or found is None:
            return _refused(refusals.NOT_FOUND)
        if fault is not None:
            raise _DropConnection
        return Response(found.content, media_type="application/octet-stream")

    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
            *control_routes(sim),
            Route("/{path:path}", lambda _: _refused(refusals.NOT_FOUND)),
        ]
    )

    async def dropping(scope: Scope, receive: Receive, send: Send) -> None:
        """The app, able to cut a connection as a bad network does."""
        try:
            await app(scope, receive, send)
        except _DropConnection:
            transport = getattr(getattr(receive, "__self__", None), "transport", None)
            if transport is None:
                raise
            transport.abort()

    return dropping


def call_method(sim: Simulator, name: str, given: dict[str, Any]) -> Any:
    """One call, as it comes by HTTP or in the answer to a webhook."""
    method = methods.METHODS.get(name.lower())
    if method is None:
        raise refusals.NOT_FOUND
    with sim.lock:
        return method(sim, given)


async def get_updates(sim: Simulator, given: dict[str, Any]) -> list[dict[str, Any]]:
    """The long poll: at once when something is there, else when it comes or the time is over."""
    try:
        offset, limit = int(given.get("offset", 0)), min(max(int(given.get("limit", 100)), 1), 100)
        timeout = max(float(given.get("timeout", 0)), 0.0)
    except (TypeError, ValueError):
        raise refusals.bad_request("can't parse parameters") from None
    with sim.lock:
        if sim.webhook is not None:
            raise refusals.WEBHOOK_ACTIVE
        methods.remember_allowed(sim, given)
        sim.poller += 1
        mine = sim.poller
        sim.changed()
    async with sim.listening() as event:
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout
        while True:
            with sim.lock:
                if sim.poller != mine:
                    raise refusals.OTHER_POLLER
                if sim.webhook is not None:
                    raise refusals.WEBHOOK_ACTIVE
                batch = sim.take_batch(offset, limit)
            if batch or sim.closed or loop.time() >= until:
                return batch
            try:
                async with asyncio.timeout_at(until):
                    await event.wait()
            except TimeoutError:
                continue
            event.clear()


async def _fail(sim: Simulator, fault: Fault) -> Response | None:
    """The wrong answer, or None when the call goes on (and fails after its effect, or late)."""
    if fault.how == "status":
        words = fault.description or {502: "Bad Gateway", 500: "Internal Server Error"}.get(fault.status, "Error")
        return _refused(ApiError(fault.status, words, fault.parameters or None))
    if fault.how == "html":
        return Response(HTML, fault.status, media_type="text/html")
    if fault.how == "json":
        return _json(fault.status, fault.parameters)
    if fault.how == "reset_before":
        raise _DropConnection
    if fault.how == "slow":
        await asyncio.sleep(fault.seconds)
    if fault.how == "hold":
        async with sim.listening() as event:
            while not fault.gate.is_set():
                await event.wait()
                event.clear()
    return None


async def _parameters(request: Request) -> dict[str, Any]:
    given: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            body = json.loads(await request.body() or b"{}")
        except ValueError:
            raise refusals.bad_request("can't parse JSON object") from None
        if not isinstance(body, dict):
            raise refusals.bad_request("can't parse JSON object")
        return given | body
    if kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        form = await request.form()
        for name, value in form.multi_items():
            given[name] = (value.filename, await value.read()) if isinstance(value, UploadFile) else value
    return given


def _refused(error: ApiError) -> Response:
    return _json(error.status, error.body())


def _json(status: int, body: Any) -> Response:
    return JSONResponse(body, status)
