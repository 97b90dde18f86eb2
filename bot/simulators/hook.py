"""Delivery to a webhook: two seconds of patience, some repetitions, then it is off."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import aiohttp

from bot.simulators.stage import Delivery, Stage

AT_ONCE: Final = 40
DEADLINE_SECONDS: Final = 2.0
LONGEST_SLEEP_SECONDS: Final = 0.5


class Postman:
    """Delivers what is due. Events of one person go in order unless the switches say otherwise."""

    def __init__(self, sim: Stage) -> None:
        self.sim = sim
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Start delivering in the running loop."""
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._run())

    async def stop(self) -> None:
        """Stop delivering."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def ask(self, url: str) -> int:
        """Save the address of the webhook: Zalo asks, unsigned, whether anybody is there."""
        self.sim.webhook, self.sim.webhook_off = url, False
        async with aiohttp.ClientSession() as session, session.post(url, data=b"{}") as answer:
            return answer.status

    async def _run(self) -> None:
        sim = self.sim
        under_way: dict[int, asyncio.Task[None]] = {}
        busy: set[str] = set()
        connector = aiohttp.TCPConnector(limit=AT_ONCE)
        async with aiohttp.ClientSession(connector=connector) as session, sim.listening() as event:
            try:
                while not sim.closed:
                    event.clear()
                    for delivery in self._due(under_way, busy):
                        busy.add(delivery.person)
                        task = asyncio.ensure_future(self._post(session, delivery))
                        under_way[id(delivery)] = task

                        def finished(_: Any, delivery: Delivery = delivery) -> None:
                            under_way.pop(id(delivery), None)
                            busy.discard(delivery.person)
                            event.set()

                        task.add_done_callback(finished)
                    try:
                        async with asyncio.timeout(LONGEST_SLEEP_SECONDS):
                            await event.wait()
                    except TimeoutError:
                        continue
            finally:
                for task in list(under_way.values()):
                    task.cancel()

    def _due(self, under_way: dict[int, asyncio.Task[None]], busy: set[str]) -> list[Delivery]:
        sim = self.sim
        found: list[Delivery] = []
        with sim.lock:
            if sim.webhook_off:
                return []
            now, taken = sim.clock(), set(busy)
            for delivery in sim.queue:
                if delivery.due > now or id(delivery) in under_way or len(under_way) + len(found) >= AT_ONCE:
                    continue
                if delivery.person in taken and not sim.shuffles and not delivery.tries:
                    continue
                taken.add(delivery.person)
                found.append(delivery)
        return found

    async def _post(self, session: aiohttp.ClientSession, delivery: Delivery) -> None:
        sim = self.sim
        fault = sim.fault_for("webhook")
        taken = await self._once(session, delivery) if fault is None else False
        with sim.lock:
            if taken:
                sim.queue.remove(delivery)
                sim.delivered.append(delivery)
            elif delivery.tries >= len(sim.retry_seconds):
                sim.queue.remove(delivery)
                sim.dropped.append(delivery)
                sim.webhook_off = True
            else:
                delivery.due = sim.clock() + sim.retry_seconds[delivery.tries]
                delivery.tries += 1
            sim.changed()

    async def _once(self, session: aiohttp.ClientSession, delivery: Delivery) -> bool:
        headers = {"Content-Type": "application/json", **delivery.headers}
        if delivery.tries:
            headers["num_retry"] = str(delivery.tries)
        loop = asyncio.get_running_loop()
        began = loop.time()
        timeout = aiohttp.ClientTimeout(total=DEADLINE_SECONDS)
        try:
            async with session.post(self.sim.webhook, data=delivery.raw, headers=headers, timeout=timeout) as answer:
                await answer.read()
                delivery.seconds = max(delivery.seconds, loop.time() - began)
                return answer.status == 200
        except TimeoutError:
            delivery.seconds = DEADLINE_SECONDS
            self.sim.wrong(f"an answer to {delivery.name} took more than 2 seconds")
            return False
        except (aiohttp.ClientError, OSError):
            return False
