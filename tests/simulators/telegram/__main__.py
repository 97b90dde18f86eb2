"""`python -m tests.simulators.telegram --port N`: the simulator on its own, driven through /_control."""

from __future__ import annotations

import argparse
import threading

from tests.simulators.telegram.serve import serve
from tests.simulators.telegram.world import TOKEN, Simulator

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, default=8081)
parser.add_argument("--token", default=TOKEN)
arguments = parser.parse_args()
with serve(Simulator(arguments.token), arguments.port) as served:
    print(f"{served.url} token {arguments.token}", flush=True)
    threading.Event().wait()
