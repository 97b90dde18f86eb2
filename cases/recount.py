"""A walk over the letters against the tallies: both must tell the same, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cases.counts import Counts
from cases.lives import Life
from cases.sums import Check

NAMED_SUMS: Final = 100
"""So many sums that differ are named."""


def compare(walked: Counts, lives: Iterable[Life], tallied: Counts, stale: Sequence[str] = ()) -> Check:
    """Whether the tallies tell of a period what a walk over its letters tells.

    Where they differ the check names the sums, and the letters: those that are not counted as they stand (`stale`),
    or, where there are none, those of the units, kinds, topics and channels that differ.
    """
    found = {(f.unit, f.level, f.kind, f.topic, f.channel, f.figure): f.value for f in walked.figures if f.value}
    kept = {(f.unit, f.level, f.kind, f.topic, f.channel, f.figure): f.value for f in tallied.figures if f.value}
    wrong = [key for key in {*found, *kept} if found.get(key, 0) != kept.get(key, 0)]
    fates = walked.fates == tallied.fates and walked.eligible_fates == tallied.eligible_fates
    if not wrong and fates and not stale:
        return Check("tallies", True)
    cells = {(key[0], key[2], key[3], key[4]) for key in wrong if None not in (key[0], key[2], key[3], key[4])}
    names = set(stale) or {life.code for life in lives if (life.unit, life.kind, life.topic, life.channel) in cells}
    # the finest sums say where to look
    places = sorted(f"{key[0]} {key[2]} {key[5]}" for key in wrong if key[0] and key[2] and key[3] and key[4])
    if not places:
        places = sorted(" ".join(part for part in key if part) for key in wrong) or ([] if fates else ["fates"])
    return Check("tallies", False, tuple(sorted(names)), tuple(dict.fromkeys(places))[:NAMED_SUMS])
