"""Packs of entries by month, and what is kept ready beside them: what was open when a month began, and ready sums.

Packs are only ever added; the clock makes many into one (`tidy`) and brings what is ready up to date. Whatever is
ready knows up to which pack it was made (`upto`), so that later ones are added to it; until it is made anew, a report
is slower, never wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

import numpy as np

from cases import margins
from cases.ledger import Entries, Lexicon, days_of, folded, packed, stock, unpacked
from cases.margins import Margin
from cases.traces import month_of
from storage.session import Session

MOST_PACKS: Final = 12
"""More packs of one month are made into one."""
MOST_LATE: Final = 24
"""When so many packs came for months before a stock, the stock is made anew."""
STEPS: Final = 6
"""So many stocks or sums are made in one transaction while others wait."""


def add(db: Session, added: Entries) -> None:
    """Put entries into packs of their months."""
    by_month: dict[str, list[int]] = defaultdict(list)
    days = days_of(added)
    for day in np.unique(days).tolist():
        by_month[month_of(day)].append(day)
    rows = [
        {"month": month, "body": packed(added[(days >= min(those)) & (days <= max(those))])}
        for month, those in sorted(by_month.items())
    ]
    db.run_many("tallies_add", rows)


def of(db: Session, first: date, last: date) -> Entries:
    """All entries of some days, among others; and the stocks of before."""
    return _entries(db, first, _months(first, last))


def ready(db: Session, first: date, last: date) -> tuple[Entries, list[Margin]]:
    """The same with whole months and years as ready sums, and the other entries."""
    months = _months(first, last)
    whole = [month for month in months if first <= _first_of(month) and _last_of(month) <= last]
    years = [month[:4] for month in whole if month.endswith("-12") and f"{month[:4]}-01" in whole]
    names = [row["name"] for row in db.run("tallies_margins_named", names=[*years, *whole])] if whole else []
    chosen = {name for name in names if len(name) == 4 or name[:4] not in names}
    if not chosen:
        return _entries(db, first, months), []
    rows = db.run("tallies_margins", names=sorted(chosen))
    late = unpacked([bytes(row["body"]) for row in db.run("tallies_late_in", names=sorted(chosen))])
    raw = [month for month in months if not {month, month[:4]} & chosen]
    entries = np.concatenate((_entries(db, first, raw), late))
    return entries, [margins.unpacked(bytes(row["body"])) for row in rows]


def tidy(db: Session) -> int:
    """Make one pack of many, and make ready what is not; how many things were made. Call it until it returns 0."""
    for crowded in db.run("tallies_crowded", most=MOST_PACKS):
        month = crowded["month"]
        bodies = [bytes(row["body"]) for row in db.run("tallies_of_month", month=month)]
        db.run("tallies_add", month=month, body=packed(folded(unpacked(bodies))))
        # the new pack is newer than what was made of the old ones
        db.run("tallies_stocks_after", day=f"{month}-01")
        db.run("tallies_margins_forget", names=[month, month[:4]])
    bounds = db.one("tallies_bounds")
    if bounds is None or not bounds["month"]:
        return 0
    late = db.one("tallies_late", most=MOST_LATE)
    if late is not None:
        db.run("tallies_stocks_after", day=(date.fromisoformat(late["day"]) - timedelta(days=1)).isoformat())
    newest = db.one("tallies_newest_day")
    last = newest["day"] if newest else ""
    if not last or bounds["month"] > last[:7]:
        return 0
    # due days may lie far ahead; a month that has not begun by the last letter's day is nobody's report yet
    months = _months(_first_of(bounds["month"]), date.fromisoformat(last))
    made = _stocks(db, months[1:], bounds["id"])
    made += _margins(db, months[:-1], bounds["id"], STEPS - made) if made < STEPS else 0
    return made


def forget(db: Session) -> None:
    """Forget all packs and what was made of them."""
    db.run("tallies_forget")
    db.run("tallies_stocks_after", day="")
    db.run("tallies_margins_clear")


def lexicon(db: Session) -> Lexicon:
    """Every word with its number."""
    return Lexicon((row["dimension"], row["number"], row["word"]) for row in db.run("tallies_words"))


def keep_words(db: Session, words: Lexicon, known: set[tuple[str, int, str]]) -> None:
    """Keep the words that are not `known`."""
    rows = [dict(zip(("dimension", "number", "word"), row, strict=True)) for row in sorted(words.rows() - known)]
    db.run_many("tallies_word_add", rows)


def _entries(db: Session, first: date, months: Sequence[str]) -> Entries:
    """Entries of these months, of those since the last stock by the first day, and that stock."""
    found = db.one("tallies_stock_before", day=first.isoformat())
    begin = found["day"][:7] if found else ""
    wanted = sorted({*months, *(_months(_first_of(begin), first)[:-1] if found else ())})
    bodies = [bytes(found["body"])] if found else []
    bodies += [bytes(row["body"]) for row in db.run("tallies_of_months", months=wanted)] if wanted else []
    before = begin or month_of(first.toordinal())
    upto = found["upto"] if found else 0
    bodies += [bytes(row["body"]) for row in db.run("tallies_later", month=before, upto=upto)]
    return unpacked(bodies)


def _stocks(db: Session, months: Sequence[str], newest: int) -> int:
    there = {row["day"] for row in db.run("tallies_stocks")}
    missing = [month for month in months if _first_of(month).isoformat() not in there][:STEPS]
    for month in missing:
        day = _first_of(month)
        words = lexicon(db)
        known = words.rows()
        found = stock(_entries(db, day, []), words, day.toordinal())
        db.run("tallies_stock_put", day=day.isoformat(), upto=newest, body=packed(found))
        keep_words(db, words, known)
    return len(missing)


def _margins(db: Session, months: Sequence[str], newest: int, most: int) -> int:
    """The sums of months that are over, and of years all of whose months are."""
    there = {row["name"] for row in db.run("tallies_margins_all")}
    late = (
        {row["name"] for row in db.run("tallies_margins_late", names=sorted(there), most=MOST_LATE)} if there else set()
    )
    missing = [each for each in _in_order(months) if each not in there or each in late][:most]
    for name in missing:
        parts = _months_of(name)
        if len(parts) > 1:
            # what the months do not know yet, the year would not know either
            for month in db.run("tallies_margins_late", names=parts, most=0):
                _put_month(db, month["name"], newest)
            bodies = [bytes(row["body"]) for row in db.run("tallies_margins", names=parts)]
            found = margins.joined([margins.unpacked(body) for body in bodies], _first_of(parts[0]).toordinal())
            _put(db, name, newest, found)
        else:
            _put_month(db, name, newest)
    return len(missing)


def _put_month(db: Session, month: str, newest: int) -> None:
    entries = unpacked([bytes(row["body"]) for row in db.run("tallies_of_months", months=[month])])
    _put(db, month, newest, margins.margin(folded(entries), lexicon(db), _first_of(month).toordinal()))


def _put(db: Session, name: str, newest: int, found: Margin) -> None:
    parts = _months_of(name)
    db.run("tallies_margin_put", name=name, first=parts[0], last=parts[-1], upto=newest, body=found.packed())


def _in_order(months: Sequence[str]) -> Iterator[str]:
    """Each month, and after December its year, where all of it is among them."""
    for month in months:
        yield month
        if month.endswith("-12") and f"{month[:4]}-01" in months:
            yield month[:4]


def _months_of(name: str) -> list[str]:
    """The months of a month or a year."""
    return [f"{name}-{month:02}" for month in range(1, 13)] if len(name) == len("2026") else [name]


def _months(first: date, last: date) -> list[str]:
    """The months of some days, as `2026-10`."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _first_of(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _last_of(month: str) -> date:
    return (_first_of(month) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
