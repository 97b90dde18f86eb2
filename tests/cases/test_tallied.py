"""The tallies against a walk over the letters, and against what was counted before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import margins
from cases.counts import Counts, count
from cases.kindred import Kin, gathered, together
from cases.kindred import unpacked as kin_unpacked
from cases.ledger import NONE, Journal, Lexicon, Sums, days_of, folded, packed, stock, unpacked
from cases.lives import CaseRow, moved_text, read, spells_text
from cases.periods import Period, month, span
from cases.recount import compare
from cases.tallied import tallied
from cases.traces import Trace, placed
from tests.cases.letters import START, TREE, histories
from tests.fuzz import examples

CODES = [unit.code for unit in TREE]
LONG_AFTER = date(2030, 1, 1)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = START + timedelta(days=draw(st.integers(-5, 160)))
    return span(first, first + timedelta(days=draw(st.integers(0, 90))), "civil")


def kin_of(rows: Iterable[CaseRow]) -> list[Kin]:
    return [
        Kin(
            row.code,
            row.unit,
            row.kind,
            row.topic,
            row.channel,
            row.received_on,
            row.spells[-1].outcome_on or "9999-12-31",
            spells_text(row.spells),
            None if row.eligible is None else int(row.eligible),
            row.matter,
            row.person,
            moved_text(row.moved),
        )
        for row in rows
    ]


def kept(rows: Iterable[CaseRow], period: Period, unit: str) -> Counts:
    """The counts from traces alone, through packs and the stock of a month."""
    lexicon = Lexicon()
    journal = Journal(lexicon)
    for row in rows:
        life, faults = read(row, CODES)
        assert life is not None, faults
        for place, left in placed(life):
            journal.add((place, row.kind, row.topic, row.channel), left)
    entries = folded(unpacked([packed(journal.entries())]))
    begin = period.first.replace(day=1).toordinal()
    days = days_of(entries)
    opening = stock(entries, lexicon, begin)
    earlier = stock(entries, lexicon, begin - 20)
    chained = unpacked([packed(earlier), packed(entries[(days >= begin - 20) & (days < begin)])])
    again = stock(chained, lexicon, begin)
    assert again.tolist() == opening.tolist(), "a stock can be made of an older one"
    later = entries[days >= begin]
    whole = unpacked([packed(opening), packed(later)])
    kin = kin_of(rows)
    half = len(kin) // 2
    packs = [kin_unpacked(gathered(part, lexicon).packed()) for part in (kin[:half], kin[half:])]
    return tallied(whole, lexicon, together(packs), period, TREE, unit)


@settings(deadline=None, max_examples=examples(40))
@given(histories(), periods(), st.sampled_from(CODES))
def test_every_figure_of_any_days_is_the_same_from_traces_as_from_a_walk(
    letters: list[CaseRow], period: Period, unit: str
) -> None:
    walked, lives = count(letters, period, TREE, unit, LONG_AFTER)
    found = kept(letters, period, unit)
    same = compare(walked, lives, found)
    assert same.ok, same.where
    assert not found.failed
    assert set(walked.figures) == set(found.figures)
    for f in walked.figures:
        assert found.index[f.figure, f.unit, f.level, f.kind, f.topic, f.channel] == f.value


@settings(deadline=None, max_examples=examples(20))
@given(histories(), periods(), st.sampled_from(CODES), st.booleans())
def test_ready_sums_of_months_tell_each_figure_by_one_mark_as_a_walk_does(
    letters: list[CaseRow], period: Period, unit: str, join: bool
) -> None:
    walked, _ = count(letters, period, TREE, unit, LONG_AFTER)
    lexicon = Lexicon()
    journal = Journal(lexicon)
    for row in letters:
        life, _ = read(row, CODES)
        for place, left in placed(life) if life is not None else ():
            journal.add((place, row.kind, row.topic, row.channel), left)
    entries = folded(journal.entries())
    days = days_of(entries)
    whole = [month(2026, number, "civil") for number in range(1, 8)]
    whole = [each for each in whole if period.first <= each.first and each.last <= period.last]
    ready, rest = [], np.ones(len(entries), dtype=bool)
    for each in whole:
        first, last = each.first.toordinal(), each.last.toordinal()
        within = (days >= first) & (days <= last)
        ready.append(margins.unpacked(margins.margin(entries[within], lexicon, first).packed()))
        rest &= ~within
    if join and ready:
        ready = [margins.unpacked(margins.joined(ready, whole[0].first.toordinal()).packed())]
    found = tallied(entries[rest], lexicon, gathered(kin_of(letters), lexicon), period, TREE, unit, margins=ready)
    for f in walked.figures:
        key = (f.figure, f.unit, f.level, f.kind, f.topic, f.channel)
        if sum(mark is not None for mark in key) <= 2:
            assert found.index[key] == f.value, key
    assert (found.fates, found.eligible_fates) == (walked.fates, walked.eligible_fates)


@settings(deadline=None, max_examples=examples(20))
@given(histories(), histories(), periods())
def test_what_a_letter_left_is_taken_back_without_remains(
    before: list[CaseRow], after: list[CaseRow], period: Period
) -> None:
    lexicon = Lexicon()
    changed, fresh = Journal(lexicon), Journal(lexicon)
    for rows, sign in ((before, 1), (before, -1), (after, 1)):
        for row in rows:
            life, _ = read(row, CODES)
            assert life is not None
            for place, left in placed(life):
                changed.add((place, row.kind, row.topic, row.channel), left, sign)
                if rows is after and sign == 1 and rows is not before:
                    fresh.add((place, row.kind, row.topic, row.channel), left)
    assert folded(changed.entries()).tolist() == folded(fresh.entries()).tolist()


def test_more_than_fits_into_one_entry_is_written_as_several() -> None:
    lexicon = Lexicon()
    journal = Journal(lexicon)
    day = date(2026, 10, 5).toordinal()
    number = 20_000_000
    journal.add(("HN", "khac", "khac", "web"), [Trace(day, day, "more received eligible", number)])
    for entries in (journal.entries(), folded(journal.entries())):
        places = {"unit": ["HN"], "level": ["thanh_pho"], "kind": ["khac"], "topic": ["khac"], "channel": ["web"]}
        sums = Sums(entries, lexicon, day, day, places, {"HN": "thanh_pho"})
        assert dict(zip(sums.names, sums.rows(())[1][0], strict=True))["received_more"] == number
    assert folded(NONE).tolist() == []
