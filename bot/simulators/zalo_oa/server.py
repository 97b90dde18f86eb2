"""The HTTP side of the simulator: OAuth, OpenAPI, the host of files, and the faults of a bad network."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.simulators.hook import Postman
from bot.simulators.network import DropConnection, dropping, media_route, wrong_answer
from bot.simulators.stage import Call, Fault
from bot.simulators.zalo_oa import groups, messages, oauth, refusals
from bot.simulators.zalo_oa.control import control_routes
from bot.simulators.zalo_oa.refusals import OAuthRefused, Refused
from bot.simulators.zalo_oa.world import Simulator, Upload

IMAGE_LIMIT: Final = 1024 * 1024
FILE_LIMIT: Final = 5 * 1024 * 1024
ENDINGS: Final = {
    "image": (".jpg", ".jpeg", ".png"),
    "gif": (".gif",),
    "file": (".pdf", ".doc", ".docx", ".csv"),
}
SENDING: Final = ("/v3.0/oa/message/cs", "/v3.0/oa/message/template")


def build(sim: Simulator, extra: list[Route] | None = None) -> ASGIApp:
    """The app of one simulator."""
    postman = Postman(sim)

    async def permission(request: Request) -> Response:
        given = request.query_params
        if given.get("app_id") != sim.app_id or not given.get("redirect_uri"):
            return JSONResponse(refusals.BAD_VERIFIER.body())
        back = {"code": sim.consent(given.get("code_challenge", "")), "oa_id": sim.oa_id}
        if given.get("state"):
            back["state"] = given["state"]
        return RedirectResponse(f"{given['redirect_uri']}?{urlencode(back)}", 302)

    async def access_token(request: Request) -> Response:
        path = request.url.path
        form = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        call = _noted(sim, path, {"grant_type": form.get("grant_type")})
        fault = sim.fault_for(path)
        if fault is not None and (wrong := await wrong_answer(fault, _injected(fault))) is not None:
            return wrong
        try:
            if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
                raise refusals.BAD_FORM
            answer = oauth.exchange(sim, form, request.headers.get("secret_key", ""))
        except OAuthRefused as error:
            call.code = error.code
            answer = error.body()
        sim.changed()
        if fault is not None and fault.how == "reset_after":
            raise DropConnection
        return JSONResponse(answer)

    async def api(request: Request) -> Response:
        path = request.url.path
        postman.wake()
        if "access_token" in request.query_params:
            sim.wrong("a token in an address")
        body = await _body(request)
        call = _noted(sim, path, body)
        fault = sim.fault_for(path)
        if fault is not None and (wrong := await wrong_answer(fault, _injected(fault))) is not None:
            return wrong
        try:
            with sim.lock:
                _limit(sim)
                oauth.check(sim, request.headers.get("access_token", ""))
                data = _work(sim, path, request, body)
            answer: dict[str, Any] = {"data": data, "error": 0, "message": "Success"}
            call.code = 0
        except Refused as error:
            call.code = error.code
            answer = error.body()
        sim.changed()
        if sim.switches.echo_first and path in SENDING:
            await _echo_is_out(sim)
        if fault is not None and fault.how == "reset_after":
            raise DropConnection
        if fault is not None and fault.how == "truncated":
            return Response(json.dumps(answer)[:-9], media_type="application/json")
        return JSONResponse(answer, headers={"X-RateLimit-Limit": str(sim.switches.calls_a_minute)})

    async def nothing(_: Request) -> Response:
        return JSONResponse({"error": 404, "message": "empty api"}, 404)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        postman.wake()
        yield
        await postman.stop()

    paths = [*SENDING, "/v3.0/oa/group/message", "/v3.0/oa/quota/message", "/v2.0/oa/message"]
    paths += [f"/v2.0/oa/upload/{sort}" for sort in ENDINGS]
    queries = ["/v3.0/oa/user/detail", "/v3.0/oa/user/getlist", "/v2.0/oa/getoa"]
    app = Starlette(
        lifespan=life,
        routes=[
            Route("/v4/oa/permission", permission, methods=["GET"]),
            Route("/v4/oa/access_token", access_token, methods=["POST"]),
            *(Route(path, api, methods=["POST"]) for path in paths),
            *(Route(path, api, methods=["GET"]) for path in queries),
            media_route(sim),
            *control_routes(sim, postman),
            *(extra or []),
            Route("/{path:path}", nothing),
        ],
    )

    return dropping(app, postman.wake)


def _work(sim: Simulator, path: str, request: Request, body: Any) -> dict[str, Any]:
    if path == "/v3.0/oa/message/cs" and isinstance(body, dict):
        return messages.consultation(sim, body)
    if path == "/v3.0/oa/group/message" and isinstance(body, dict):
        return groups.message(sim, body)
    if path == "/v3.0/oa/message/template" and isinstance(body, dict):
        return messages.template(sim, body)
    if path == "/v2.0/oa/message":
        if not sim.switches.message_v2 or not isinstance(body, dict):
            raise refusals.SWITCHED_OFF
        return messages.consultation(sim, body)
    if path.startswith("/v2.0/oa/upload/"):
        return _upload(sim, path.rpartition("/")[2], body)
    if path == "/v2.0/oa/getoa":
        return {"oaid": sim.oa_id, "name": sim.oa_name, "oa_type": 4, "is_verified": True, "num_follower": 1}
    if path == "/v3.0/oa/user/detail":
        return _detail(sim, _asked(request).get("user_id"))
    if path == "/v3.0/oa/user/getlist":
        return {"total": len(sim.people), "users": [{"user_id": id} for id in sim.people][:50]}
    if path == "/v3.0/oa/quota/message" and isinstance(body, dict):
        person = sim.people.get(str(body.get("user_id")))
        if person is None:
            raise refusals.invalid("user_id")
        return {"last_interaction": int((person.last_interaction or 0) * 1000)}
    raise refusals.invalid("body")


def _detail(sim: Simulator, id: Any) -> dict[str, Any]:
    person = sim.people.get(str(id))
    if person is None:
        raise refusals.invalid("user_id")
    if not person.follows and person.last_interaction is None:
        raise refusals.NOT_INTERACTED
    return {"user_id": person.id, "display_name": person.name, "user_is_follower": person.follows}


def _upload(sim: Simulator, sort: str, body: Any) -> dict[str, Any]:
    file = body.get("file") if isinstance(body, dict) else None
    name, content = file if isinstance(file, tuple) else ("", b"")
    limit = IMAGE_LIMIT if sort == "image" else FILE_LIMIT
    if not name.lower().endswith(ENDINGS[sort]) or not content or len(content) > limit:
        return {}  # as seen: no error, and no id
    id = sim.secret("upload")
    sim.uploads[id] = Upload(sort, content, sim.clock())
    return {"token" if sort == "file" else "attachment_id": id}


def _asked(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(request.query_params.get("data", "{}"))
    except ValueError:
        raise refusals.invalid("data") from None
    return found if isinstance(found, dict) else {}


def _limit(sim: Simulator) -> None:
    now = sim.clock()
    sim.call_times = [at for at in sim.call_times if now - at < 60]
    if len(sim.call_times) >= sim.switches.calls_a_minute:
        raise refusals.RATE
    sim.call_times.append(now)


def _noted(sim: Simulator, path: str, body: Any) -> Call:
    call = Call(path, body)
    with sim.lock:
        sim.calls.append(call)
    return call


async def _echo_is_out(sim: Simulator) -> None:
    """Until the echo of what was just accepted has been delivered: the answer to the call comes after it."""
    echoes = {id(each) for each in sim.queue if each.name.startswith("oa_send_")}
    with_patience = 3.0
    try:
        await sim.until(lambda: not any(id(each) in echoes for each in sim.queue), with_patience)
    except TimeoutError:
        return


def _injected(fault: Fault) -> dict[str, Any]:
    return {"error": fault.code, "message": "injected"}


async def _body(request: Request) -> Any:
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        form = await request.form()
        return {
            name: (value.filename or "", await value.read()) if isinstance(value, UploadFile) else value
            for name, value in form.multi_items()
        }
    try:
        return json.loads(await request.body() or b"null")
    except ValueError:
        return None
