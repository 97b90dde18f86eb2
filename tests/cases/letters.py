"""Letters for the tests of counting: a tree like Cầu Giấy's, rows as stored, random lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from cases.kinds import KINDS, OUTCOMES, TOPICS
from cases.lives import LETTER_OUTCOMES, CaseRow, SpellRow
from cases.registers import ReceptionRow, Registers
from cases.sums import Unit

TREE = (
    Unit("HN", "Mặt trận thành phố Hà Nội", "thanh_pho"),
    Unit("CAUGIAY", "Mặt trận quận Cầu Giấy", "quan", "HN"),
    Unit("CAUGIAY.DICHVONG", "Mặt trận phường Dịch Vọng", "phuong", "CAUGIAY"),
    Unit("CAUGIAY.YENHOA", "Mặt trận phường Yên Hòa", "phuong", "CAUGIAY"),
    Unit("TAYHO", "Mặt trận quận Tây Hồ", "quan", "HN"),
)
CHANNELS = ("telegram", "web", "zalo", "paper")
START = date(2026, 1, 1)
TODAY = date(2026, 12, 31)


def letter(
    code: str,
    received: str = "2026-10-05",
    *spells: tuple[str, str, str],
    unit: str = "CAUGIAY.DICHVONG",
    kind: str = "kien_nghi_phan_anh",
    topic: str = "dat_dai",
    channel: str = "web",
    due: str = "",
    eligible: bool | None = None,
) -> CaseRow:
    """A sound row. Each spell is (opened on, outcome, outcome on); without any, it is open since receipt."""
    rows = tuple(SpellRow(*spell) for spell in spells) or (SpellRow(received),)
    return CaseRow(
        code=code,
        unit=unit,
        kind=kind,
        topic=topic,
        channel=channel,
        status=rows[-1].outcome or "submitted",
        received_on=received,
        due_on=due,
        outcome=rows[0].outcome,
        outcome_on=rows[0].outcome_on,
        spells=rows,
        eligible=eligible,
    )


def day(number: int) -> str:
    """A day of the tests' year and a little after."""
    return (START + timedelta(days=number)).isoformat()


@st.composite
def rows(draw: st.DrawFn) -> list[CaseRow]:
    """Letters with random lives: opened, ended, opened again, often several of it on one day."""
    made: list[CaseRow] = []
    for number in range(draw(st.integers(0, 12))):
        length = draw(st.integers(1, 7))
        days = sorted(draw(st.lists(st.integers(0, 120), min_size=length, max_size=length)))
        spells = []
        for start in range(0, length, 2):
            ended = start + 1 < length
            outcome = draw(st.sampled_from(OUTCOMES)) if ended else ""
            spells.append((day(days[start]), outcome, day(days[start + 1]) if ended else ""))
        row = letter(
            f"TD-{number:04}",
            day(days[0]),
            *spells,
            unit=draw(st.sampled_from([unit.code for unit in TREE])),
            kind=draw(st.sampled_from(KINDS)),
            topic=draw(st.sampled_from(TOPICS)),
            channel=draw(st.sampled_from(CHANNELS)),
            due=day(days[0] + draw(st.integers(0, 40))),
        )
        made.append(replace(row, anonymous=draw(st.booleans()), urgent=draw(st.booleans())))
    return made


@st.composite
def histories(draw: st.DrawFn) -> list[CaseRow]:
    """Letters with all that registers tell of them, too: who, about what, what the authority did."""
    made: list[CaseRow] = []
    for row in draw(rows()):
        kind = row.kind
        undecided = st.sampled_from((None, True, False)) if kind != "khac" else st.sampled_from((None, False))
        outcomes = [draw(st.sampled_from(LETTER_OUTCOMES)) for _ in row.spells]
        spells = tuple(
            replace(spell, outcome=outcome if spell.outcome else "")
            for spell, outcome in zip(row.spells, outcomes, strict=True)
        )
        start = (date.fromisoformat(row.received_on) - START).days
        made.append(
            replace(
                row,
                spells=spells,
                status=spells[-1].outcome or "registered",
                outcome=spells[0].outcome,
                eligible=draw(undecided),
                replied_on=draw(st.sampled_from(("", day(start + draw(st.integers(0, 60)))))),
                resolved_on=draw(st.sampled_from(("", day(start + draw(st.integers(0, 60)))))),
                urged_on=tuple(day(start + n) for n in draw(st.lists(st.integers(0, 90), max_size=4))),
                matter=draw(st.sampled_from((f"r:{row.code}", "m:1", "m:2", "r:TD-0000"))),
                person=draw(st.sampled_from(("", "", "p-1", "p-2"))),
                signers=draw(st.sampled_from((1, 1, 1, 2, 5))),
                moved=tuple(
                    (day(start + n), draw(st.sampled_from([unit.code for unit in TREE])))
                    for n in sorted(draw(st.lists(st.integers(0, 90), max_size=2)))
                ),
            )
        )
    return made


def seed_rows() -> list[CaseRow]:
    """Cầu Giấy in 2021: 82 letters, 6 at the district and 76 at wards, 4 denunciations and 78 petitions."""
    made = []
    for number in range(82):
        received = (date(2021, 1, 1) + timedelta(days=number * 4)).isoformat()
        sent = (date(2021, 1, 3) + timedelta(days=number * 4)).isoformat()
        made.append(
            letter(
                f"TD-{number:04}",
                received,
                (received, "forwarded", sent),
                unit="CAUGIAY" if number < 6 else "CAUGIAY.DICHVONG" if number % 2 else "CAUGIAY.YENHOA",
                kind="to_cao" if number % 20 == 1 and number < 80 else "kien_nghi_phan_anh",
                eligible=True,
            )
        )
    return made


def visited(visits: int) -> Registers:
    """A reception register of Cầu Giấy with one line in the middle of 2021."""
    return (
        Registers((ReceptionRow("tcd-1", "CAUGIAY", "2021-06-01", visits, visits, "regular"),))
        if visits
        else Registers()
    )
