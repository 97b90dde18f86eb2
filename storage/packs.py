"""Packs of entries by month, and what is kept ready beside them: what was open on the 1st and the 15th, and ready sums.

Packs are only ever added; the clock makes many into one (`tidy`) and brings what is ready up to date. Whatever is
ready knows up to which pack it was made (`upto`), so that later ones are added to it; until it is made anew, a report
is slower, never wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
SECOND_HALF: Final = 15
"""The day on which the second half of a month begins, and a month of the state."""


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
    return _entries(db, first, last, {})


def ready(db: Session, first: date, last: date) -> tuple[Entries, list[Margin]]:
    """The same with whole years, months and halves of months as ready sums, and the other entries."""
    names = sorted(_inside(first, last))
    made = {row["name"]: row["upto"] for row in db.run("tallies_margins_named", names=names)} if names else {}
    # what is part of something larger that is ready is not taken once more
    chosen = {name: upto for name, upto in made.items() if not {name[:4], name[:7]} & made.keys() - {name}}
    entries = _entries(db, first, last, chosen)
    rows = db.run("tallies_margins", names=sorted(chosen)) if chosen else []
    return entries, [margins.unpacked(bytes(row["body"])) for row in rows]


def tidy(db: Session) -> int:
    """Make one pack of many, and make ready what is not; how many things were made. Call it until it returns 0."""
    for crowded in db.run("tallies_crowded", most=MOST_PACKS):
        month = crowded["month"]
        bodies = [bytes(row["body"]) for row in db.run("tallies_of_month", month=month)]
        db.run("tallies_add", month=month, body=packed(folded(unpacked(bodies))))
        # the new pack is newer than what was made of the old ones
        db.run("tallies_stocks_after", day=f"{month}-01")
        db.run("tallies_margins_forget", names=[month[:4], month, *_halves(month)])
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
    halves = [half for month in months for half in _halves(month)]
    made = _stocks(db, [half for half in halves if halves[0] < half <= last], bounds["id"])
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


def _entries(db: Session, first: date, last: date, chosen: Mapping[str, int]) -> Entries:
    """Entries up to a day, with the stocks of before the first; without what is in the `chosen` sums.

    A stock and a sum know up to which pack they were made: what came later is not in them.
    """
    stock = db.one("tallies_stock_before", day=first.isoformat())
    since = date.fromisoformat(stock["day"]) if stock else first.replace(day=1)
    parts = [unpacked([bytes(stock["body"])])] if stock else []
    upto = stock["upto"] if stock else 0
    before = db.run("tallies_later", month=month_of(since.toordinal()), upto=upto)
    parts.append(unpacked([bytes(row["body"]) for row in before]))
    whole = [name for name in chosen if not _is_half(name)]
    if whole:
        parts.append(unpacked([bytes(row["body"]) for row in db.run("tallies_late_in", names=whole)]))
    for month in _months(since, last):
        if month in chosen or month[:4] in chosen:
            continue
        known = [(*_days_of(half), chosen[half]) for half in _halves(month) if half in chosen]
        if stock and month == stock["day"][:7]:
            known.append((_first_of(month), since - timedelta(days=1), upto))
        parts += _unknown(db, month, last, known)
    return np.concatenate(parts)


def _unknown(db: Session, month: str, last: date, known: Sequence[tuple[date, date, int]]) -> Iterator[Entries]:
    """Entries of a month up to a day, without those of some days that are known up to some pack."""
    days = (min(last, _last_of(month)) - _first_of(month)).days + 1
    over = days <= sum((until - since).days + 1 for since, until, _ in known)
    for row in db.run("tallies_since", month=month, upto=min(upto for *_, upto in known) if over else 0):
        found = unpacked([bytes(row["body"])])
        day = days_of(found)
        told = np.zeros(len(found), dtype=bool)
        for since, until, upto in known:
            if row["id"] <= upto:
                told |= (day >= since.toordinal()) & (day <= until.toordinal())
        yield found[~told] if known else found


def _stocks(db: Session, days: Sequence[str], newest: int) -> int:
    there = {row["day"] for row in db.run("tallies_stocks")}
    missing = [day for day in map(date.fromisoformat, days) if day.isoformat() not in there][:STEPS]
    for day in missing:
        words = lexicon(db)
        known = words.rows()
        found = stock(_entries(db, day, day - timedelta(days=1), {}), words, day.toordinal())
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
                _put_entries(db, month["name"], newest)
            bodies = [bytes(row["body"]) for row in db.run("tallies_margins", names=parts)]
            found = margins.joined([margins.unpacked(body) for body in bodies], _first_of(parts[0]).toordinal())
            _put(db, name, newest, found)
        else:
            _put_entries(db, name, newest)
    return len(missing)


def _put_entries(db: Session, name: str, newest: int) -> None:
    """The sums of a month or of half a month."""
    first, last = (day.toordinal() for day in _days_of(name))
    entries = unpacked([bytes(row["body"]) for row in db.run("tallies_since", month=name[:7], upto=0)])
    days = days_of(entries)
    _put(db, name, newest, margins.margin(folded(entries[(days >= first) & (days <= last)]), lexicon(db), first))


def _put(db: Session, name: str, newest: int, found: Margin) -> None:
    parts = _months_of(name)
    db.run("tallies_margin_put", name=name, first=parts[0], last=parts[-1], upto=newest, body=found.packed())


def _in_order(months: Sequence[str]) -> Iterator[str]:
    """Each month and its halves, and after December its year, where all of it is among them."""
    for month in months:
        yield month
        yield from _halves(month)
        if month.endswith("-12") and f"{month[:4]}-01" in months:
            yield month[:4]


def _months_of(name: str) -> list[str]:
    """The months of a year, of a month, or of half a month."""
    return [f"{name}-{month:02}" for month in range(1, 13)] if len(name) == len("2026") else [name[:7]]


def _halves(month: str) -> tuple[str, str]:
    """The halves of a month, by their first days: the state's months begin on the 15th."""
    return f"{month}-01", f"{month}-{SECOND_HALF:02}"


def _is_half(name: str) -> bool:
    return len(name) == len("2026-10-15")


def _inside(first: date, last: date) -> set[str]:
    """The years, the months and, of months that are cut, the halves that lie in some days."""
    months = _months(first, last)
    cut = {month for month in {months[0], months[-1]} if not _within(month, first, last)}
    whole = [month for month in months if month not in cut]
    years = {month[:4] for month in whole if month.endswith("-12") and f"{month[:4]}-01" in whole}
    return {*whole, *years, *(half for month in cut for half in _halves(month) if _within(half, first, last))}


def _within(name: str, first: date, last: date) -> bool:
    since, until = _days_of(name)
    return first <= since and until <= last


def _days_of(name: str) -> tuple[date, date]:
    """The first and the last day of a year, a month, or half a month."""
    months = _months_of(name)
    first, last = _first_of(months[0]), _last_of(months[-1])
    if not _is_half(name):
        return first, last
    middle = first.replace(day=SECOND_HALF)
    return (middle, last) if name.endswith(str(SECOND_HALF)) else (first, middle - timedelta(days=1))


def _months(first: date, last: date) -> list[str]:
    """The months of some days, as `2026-10`."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _first_of(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _last_of(month: str) -> date:
    return (_first_of(month) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
