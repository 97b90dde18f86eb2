"""The tallies against a walk over the letters, and against what was counted before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.counts import Counts, count
from cases.kindred import Kin, gathered, together
from cases.kindred import unpacked as kin_unpacked
from cases.ledger import NONE, Journal, Lexicon, Sums, days_of, folded, packed, stock, unpacked
from cases.lives import CaseRow, moved_text, read, spells_text
from cases.periods import Period, span
from cases.recount import compare
from cases.tallied import tallied
from cases.traces import Trace, next_quarter, placed, quarter_of
from tests.cases.letters import START, TREE, histories

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
    """The counts from traces alone, through packs and the stock of a quarter."""
    lexicon = Lexicon()
    journal = Journal(lexicon)
    for row in rows:
        life, faults = read(row, CODES)
        assert life is not None, faults
        for place, left in placed(life):
            journal.add((place, row.kind, row.topic, row.channel), left)
    entries = folded(unpacked([packed(journal.entries())]))
    quarter = quarter_of(period.first.toordinal()).toordinal()
    days = days_of(entries)
    opening = stock(entries, lexicon, quarter)
    earlier = stock(entries, lexicon, quarter - 20)
    chained = unpacked([packed(earlier), packed(entries[(days >= quarter - 20) & (days < quarter)])])
    again = stock(chained, lexicon, quarter)
    assert again.tolist() == opening.tolist(), "a stock can be made of an older one"
    later = entries[days >= quarter]
    whole = unpacked([packed(opening), packed(later)])
    kin = kin_of(rows)
    half = len(kin) // 2
    packs = [kin_unpacked(gathered(part, lexicon).packed()) for part in (kin[:half], kin[half:])]
    return tallied(whole, lexicon, together(packs), period, TREE, unit)


@settings(deadline=None, max_examples=40)
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


@settings(deadline=None, max_examples=20)
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
        assert dict(zip(sums.names, sums.table(())[()], strict=True))["received_more"] == number
    assert folded(NONE).tolist() == []


def test_a_quarter_is_followed_by_the_next() -> None:
    quarter = quarter_of(date(2026, 2, 14).toordinal())
    found = [quarter]
    for _ in range(4):
        found.append(next_quarter(found[-1]))
    assert found == [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]
