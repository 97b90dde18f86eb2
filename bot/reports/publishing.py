"""What everybody may read of a period: without denunciations and what tells of one (`cases.disclosure`), and as it was
told before (`cases.editions`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from cases import disclosure
from cases.counts import Counts
from cases.editions import as_told
from cases.kindred import together
from cases.kinds import HIDDEN_KIND
from cases.lives import CaseRow, unit_at_end_of
from cases.periods import Period, parse
from cases.sums import Unit, below
from cases.tallied import tallied
from storage import counts as stored
from storage import editions, tallies
from storage.editions import Year
from storage.session import Session


def begin(db: Session, tree: Sequence[Unit], period: Period, today: date) -> None:
    """From now on whatever a public report of this period tells stays as it is told."""
    edition = editions.begin(db)
    years = editions.years(db)
    year = period.name
    if not disclosure.tells(period, today) or year in years:
        return
    own = _denunciations(db, period)
    earlier = {name: _denunciations(db, parse(name, "civil")).total() for name in years if name < year}
    more = disclosure.corrected(earlier, [each.totals for each in years.values()])
    totals = {year: own.total(), **(earlier if more else {})}
    editions.tell_year(db, edition, year, Year(disclosure.told(own, tree), totals, more))


def counted(
    db: Session, tree: Sequence[Unit], unit: str, period: Period, today: date
) -> tuple[Counts, Mapping[str, int]]:
    """The figures, and how many letters came under each topic of the committee's own."""
    first, last = period.first.isoformat(), period.last.isoformat()
    pasts, otherwise = editions.told(db)
    rows = tallies.counted(db, {*pasts, *otherwise.gone, *otherwise.ended, *otherwise.ended.values()} - {""})
    told: dict[str, CaseRow] = {}
    for case in sorted({*pasts, *otherwise.ended} - otherwise.gone):
        row = rows.get(case)
        accuses = row is not None and row.kind == HIDDEN_KIND
        if row is not None and (accuses or case in otherwise.ended) and not (accuses and case not in pasts):
            part = rows.get(otherwise.ended.get(case, ""))
            told[case] = as_told(row, pasts.get(case), part, ended=case in otherwise.ended)
    apart = {*otherwise.gone, *told}
    entries, lexicon = tallies.entries(db, period.first, period.last, today, waiting=False)
    back = tallies.left((rows[case] for case in apart if case in rows), lexicon, period.last, today, -1)
    kin = tallies.kin(db, period.first, period.last, lexicon, waiting=False).other_than(apart)
    shown, kin = disclosure.without_denunciations(np.concatenate((entries, back)), lexicon, kin)
    shown = np.concatenate((shown, tallies.left(told.values(), lexicon, period.last, today)))
    kin = together([kin, tallies.kin_of(told, lexicon)])
    accusing = [case for case in told if rows[case].kind == HIDDEN_KIND]
    known = editions.years(db).get(period.name) if disclosure.tells(period, today) else None
    more = disclosure.figures(known.units, known.corrected, tree, unit) if known else []
    registers = stored.registers(db, first, last, otherwise.gone, accusing)
    counts = tallied(shown, lexicon, kin, period, tree, unit, registers, more=more)
    units = {each.code for each in below(tree, unit)}
    topics = Counter(stored.own_topics(db, first, last, units, otherwise.gone))
    for case in accusing:
        row = told[case]
        there = first <= row.received_on <= last and unit_at_end_of(last, row.moved, row.unit) in units
        topics.update([row.own_topic] if there else [])
    return counts, topics


def _denunciations(db: Session, period: Period) -> Counter[str]:
    return stored.denunciations(db, period.first.isoformat(), period.last.isoformat())
