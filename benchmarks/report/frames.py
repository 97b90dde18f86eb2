"""The same sums by pandas, in a process and an environment of its own: what a report would cost without tallies.

`python -m benchmarks.report.frames DATABASE` with `[[from, to], …]` on standard input; prints milliseconds of processor
time as JSON: to load the plain tally once, and for the five splits of each period.
"""

from __future__ import annotations

import importlib
import json
import sqlite3
import sys
import time
from statistics import median

SPLITS = (None, "unit", "kind", "topic", "channel")
TIMES = 3


def main() -> None:
    pandas = importlib.import_module("pandas")
    periods = json.load(sys.stdin)
    began = time.process_time()
    connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    frame = pandas.read_sql_query("SELECT day, unit, kind, topic, channel, figure, number FROM plain", connection)
    frame["day"] = pandas.to_datetime(frame["day"], format="%Y-%m-%d")
    for name in ("unit", "kind", "topic", "channel", "figure"):
        frame[name] = frame[name].astype("category")
    loaded = 1000 * (time.process_time() - began)
    took = []
    for first, last in periods:
        tries = []
        for _ in range(TIMES):
            began = time.process_time()
            here = frame[(frame["day"] >= first) & (frame["day"] <= last)]
            for by in SPLITS:
                here.groupby([by, "figure"] if by else ["figure"], observed=True)["number"].sum()
            tries.append(1000 * (time.process_time() - began))
        took.append(median(tries))
    json.dump({"version": pandas.__version__, "load": loaded, "periods": took}, sys.stdout)


if __name__ == "__main__":
    main()
