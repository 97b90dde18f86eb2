"""Towns of two processes whose sender is stopped under load where it stands, as by a machine short of memory, and goes
on when the other has long taken over: neither knows of the stop.

Run as a program (`python -m tests.faults.stops FOLDER`): eight towns, each stopped at another moment.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from storage.postgres_leases import LEASE_SECONDS
from tests.databases import close, postgres_on, postgres_server
from tests.faults.residents import Resident
from tests.faults.town import Town
from tests.simulators.telegram.serve import serve
from tests.simulators.telegram.world import Simulator

TOWNS = 8
RESIDENTS = 20
"""No more letters an hour than are told to a group one by one."""
CALLS = 200
"""By then some have their receipt, and most have not."""
LOOK_SECONDS = 0.002
STOPPED_SECONDS = LEASE_SECONDS + 3
SLOW_SECONDS = 0.02
"""Telegram takes so long for each message: some are under way at any moment."""
STEP = re.compile(r"Bước (\d+)/")


def stopped(folder: Path, server: str, seed: int) -> list[str]:
    """A town with one stop; what was wrong afterwards."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    with ExitStack() as stack:
        url = stack.enter_context(postgres_on(server))
        served = stack.enter_context(serve(Simulator(seed=seed)))
        served.sim.fail("sendMessage", "slow", times=10**9, seconds=SLOW_SECONDS)
        town = Town(folder, served, url, "webhook", stack, residents=RESIDENTS)
        try:
            town.start()
            sender, moment = town.holder(), chance.randrange(RESIDENTS, CALLS)
            while len(served.sim.calls) < moment and not town.crowd.done:
                time.sleep(LOOK_SECONDS)
            sender.pause()
            time.sleep(STOPPED_SECONDS)
            sender.go_on()
            town.check()
        except AssertionError as error:
            return [str(error)]
        finally:
            for program in town.programs:
                if program.running:
                    program.kill()
        return [wrong for resident in town.residents if (wrong := heard_wrongly(resident))]


def heard_wrongly(resident: Resident) -> str:
    """What a resident was told more than one message twice, or out of order."""
    told = [message.text for message in resident.user.chat.messages if message.by_bot]
    again = [number for number in range(1, len(told)) if told[number] == told[number - 1]]
    for number in reversed(again):
        del told[number]
    steps = [int(step[1]) for text in told if (step := STEP.search(text))]
    if len(again) > 1:
        return f"{resident.number} was told {len(again)} messages twice"
    if steps != sorted(steps) or len(set(told)) < len(told):
        return f"{resident.number} was told an older message after a newer one"
    return ""


def main(base: Path) -> None:
    """Print a line of JSON for each town: what was wrong in it."""
    server = postgres_server()
    for seed in range(TOWNS):
        print(json.dumps({"town": seed, "wrong": stopped(base / str(seed), server, seed)}), flush=True)
    close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
