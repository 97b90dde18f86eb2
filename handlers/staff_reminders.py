"""What staff are told of dates: a reminder of one or many, the digest of a morning, dates that moved.

Made of codes and days alone: every line may stand in a group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal

from cases.records import record
from handlers.messages import Option, Outgoing
from handlers.ports import Words
from handlers.staff_words import STAFF_LANGUAGE

MAX_LINES: Final = 20
MAX_CODES: Final = 12
MAX_BUTTONS: Final = 6

Section = Literal["overdue", "today", "soon", "owed", "owed_soon", "awaits", "idle", "nobody", "call"]
SECTIONS: Final[tuple[Section, ...]] = (
    "overdue",
    "today",
    "soon",
    "nobody",
    "call",
    "owed",
    "owed_soon",
    "awaits",
    "idle",
)
"""In the order of a digest: what burns comes first. The first three are the committee's own dates, the two that are
owed an authority's."""


@record(frozen=True, slots=True)
class Date:
    """One date that somebody is reminded of. `days` are the working days left, less than 0 since it passed."""

    code: str
    whose: str
    rule: str
    due: date
    days: int


@record(frozen=True, slots=True)
class Shift:
    """One date that moved since days off were declared."""

    code: str
    before: date
    after: date


@record(frozen=True, slots=True)
class Listed:
    """A letter in a digest, with the day that its section is about."""

    code: str
    on: date | None = None
    kind: str = ""
    apart: bool = False
    """No group is told of it."""


@record(frozen=True, slots=True)
class Digest:
    """What a morning's digest tells one officer or one unit."""

    sections: Mapping[Section, Sequence[Listed]]
    silent_officers: Sequence[str] = ()
    """Names of officers who cannot be written to in private."""
    silent_units: Sequence[str] = ()
    """Units whose staff chat cannot be written to."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(self.sections.values()) and not self.silent_officers and not self.silent_units


def reminder(words: Words, dates: Sequence[Date], *, above: bool = False, urgent: bool = False) -> Outgoing:
    """One message about all the dates that somebody is reminded of now."""
    lines = [_say(words, "remind-above" if above else "remind", n=len(dates))]
    for each in dates[:MAX_LINES]:
        state = "late" if each.days < 0 else "today" if each.days == 0 else "left"
        lines.append(
            _say(
                words,
                f"remind-{each.whose}-{state}",
                code=each.code,
                due=each.due.strftime("%d/%m/%Y"),
                days=abs(each.days),
                duty=_say(words, f"duty-{each.rule}"),
            )
        )
    return Outgoing(_with_rest(words, lines, len(dates), MAX_LINES), options=_open(words, dates), urgent=urgent)


def moved(words: Words, shifts: Sequence[Shift]) -> Outgoing:
    """Dates that were counted anew."""
    lines = [_say(words, "dates-moved", n=len(shifts))]
    for each in shifts[:MAX_LINES]:
        before, after = each.before.strftime("%d/%m/%Y"), each.after.strftime("%d/%m/%Y")
        lines.append(_say(words, "dates-moved-line", code=each.code, before=before, after=after))
    return Outgoing(_with_rest(words, lines, len(shifts), MAX_LINES), options=_open(words, shifts))


def digest(words: Words, what: Digest, today: date, *, unit: str = "", idle_days: int = 0) -> Outgoing:
    """The digest of a morning for an officer, or for the staff chat of a unit."""
    day = today.strftime("%d/%m")
    lines = [_say(words, "digest-unit", day=day, unit=unit) if unit else _say(words, "digest-own", day=day)]
    for section in SECTIONS:
        listed = what.sections.get(section, ())
        if not listed:
            continue
        shown = [each.code + (f" ({each.on:%d/%m})" if each.on else "") for each in listed[:MAX_CODES]]
        if len(listed) > MAX_CODES:
            shown.append(_say(words, "digest-more", n=len(listed) - MAX_CODES))
        lines.append(_say(words, f"digest-{section}", n=len(listed), codes=", ".join(shown), days=idle_days))
    if what.silent_officers:
        lines.append(_say(words, "digest-silent-officers", names=", ".join(what.silent_officers)))
    if what.silent_units:
        lines.append(_say(words, "digest-silent-units", units=", ".join(what.silent_units)))
    options = () if unit else (Option("/viec", _say(words, "opt-work")),)
    return Outgoing("\n".join(lines), options=options)


def _open(words: Words, rows: Sequence[Date] | Sequence[Shift]) -> tuple[Option, ...]:
    codes = list(dict.fromkeys(row.code for row in rows))[:MAX_BUTTONS]
    if len(codes) == 1:
        return (Option(f"/don {codes[0]}", _say(words, "opt-open")),)
    return tuple(Option(f"/don {code}", code) for code in codes)


def _with_rest(words: Words, lines: list[str], count: int, limit: int) -> str:
    if count > limit:
        lines.append(_say(words, "digest-more", n=count - limit))
    return "\n".join(lines)


def _say(words: Words, key: str, **arguments: str | int) -> str:
    return words.say(key, STAFF_LANGUAGE, **arguments)
