"""Webhook delivery as Telegram does it: each chat in order, again and again until it is told 2xx."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp

from tests.simulators.telegram.refusals import ApiError
from tests.simulators.telegram.world import Call, Simulator, Webhook

FIRST_PAUSE_SECONDS = 0.05
MOST_PAUSE_SECONDS = 1.0
ANSWER_SECONDS = 30.0


class Delivery:
    """Posts queued updates to the webhook, if there is one."""

    def __init__(self, sim: Simulator) -> None:
        self.sim = sim
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Start delivering in the running loop once a webhook is set."""
        if self.sim.webhook is not None and (self._task is None or self._task.done()):
            self._task = asyncio.ensure_future(self._deliver())

    async def _deliver(self) -> None:
        sim = self.sim
        under_way: dict[int, asyncio.Task[None]] = {}  # by the update's place in memory
        busy_chats: set[int] = set()
        async with aiohttp.ClientSession() as session, sim.listening() as event:
            while not sim.closed and (hook := sim.webhook) is not None:
                event.clear()
                with sim.lock:
                    waiting = sim.echoes + sim.queue
                    sim.echoes = []
                    if sim.shuffle:
                        sim.random.shuffle(waiting)
                for update in waiting:
                    chat = _chat(update)
                    if id(update) in under_way or len(under_way) >= hook.max_connections:
                        continue
                    if chat in busy_chats and not sim.shuffle:
                        continue
                    busy_chats.add(chat)
                    task = asyncio.ensure_future(self._post(session, hook, update))
                    under_way[id(update)] = task

                    def finished(_: Any, key: int = id(update), chat: int = chat) -> None:
                        under_way.pop(key, None)
                        busy_chats.discard(chat)
                        event.set()

                    task.add_done_callback(finished)
                await event.wait()
            for task in list(under_way.values()):
                task.cancel()

    async def _post(self, session: aiohttp.ClientSession, hook: Webhook, update: dict[str, Any]) -> None:
        """Post one update until it is taken, the webhook is changed or the simulator ends."""
        pause = FIRST_PAUSE_SECONDS
        copies = 2 if self.sim.duplicate else 1
        while self.sim.webhook is hook and not self.sim.closed:
            answers = await asyncio.gather(*(self._once(session, hook, update) for _ in range(copies)))
            if all(answers):
                with self.sim.lock:
                    self.sim.queue = [other for other in self.sim.queue if other is not update]
                    self.sim.changed()
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, MOST_PAUSE_SECONDS)

    async def _once(self, session: aiohttp.ClientSession, hook: Webhook, update: dict[str, Any]) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            async with session.post(
                hook.url,
                data=json.dumps(update).encode(),
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
            ) as answer:
                body = await answer.read()
                if not 200 <= answer.status <= 299:
                    hook.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    return False
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            hook.last_error = f"Connection failed: {type(error).__name__}"
            return False
        self._call_in_answer(body)
        return True

    def _call_in_answer(self, body: bytes) -> None:
        """Carry out a call that the webhook's answer holds; nobody is told how it ended."""
        from tests.simulators.telegram.server import call_method

        try:
            given = json.loads(body) if body.strip() else {}
        except ValueError:
            return
        if not isinstance(given, dict) or "method" not in given:
            return
        call = Call(str(given.pop("method")), given, via="webhook")
        with self.sim.lock:
            self.sim.calls.append(call)
        try:
            call_method(self.sim, call.method, given)
            call.status = 200
        except ApiError as error:
            call.status, call.description = error.status, error.description
        self.sim.changed()


def _chat(update: dict[str, Any]) -> int:
    content: Any = next((value for key, value in update.items() if key != "update_id"), {})
    if isinstance(content, dict):
        holder = content.get("message") if isinstance(content.get("message"), dict) else content
        if isinstance(holder, dict) and isinstance(holder.get("chat"), dict):
            return int(holder["chat"].get("id", 0) or 0)
    return 0
