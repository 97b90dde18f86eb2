"""`/thongke`: a period in a paragraph, with a chart and the workbook, for an officer in private or a staff group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cases.asked import period_asked
from cases.dates import local_day
from cases.fold import fold
from cases.periods import BackwardPeriodError, Period, PeriodError
from handlers.effects import Effect, Say
from handlers.messages import Attachment, Outgoing
from handlers.ports import Officer, Unit
from handlers.staff_words import STAFF_LANGUAGE
from handlers.talk import Talk, say

CHART: Final = "report-chart"
WORKBOOK: Final = "report-workbook"


def month(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """The counts of a unit (and all below) over the period named: this month and the officer's first unit if none.

    In a group: the paragraph alone, without what could let anybody be guessed at.
    """
    world = talk.world
    public = talk.incoming.chat == "group"
    try:
        unit, period = _asked(talk, officer, argument)
        text = world.figures.paragraph(unit.code, period.name, public=public)
    except PeriodError as error:
        return (say(world.words.say(f"{error.key}-chat", STAFF_LANGUAGE)),)
    except ValueError as error:
        return (say(world.words.say(str(error), STAFF_LANGUAGE)),)
    if public:
        return (say(text),)
    return (Say(Outgoing(text, attachments=files(unit.code, period))),)


def files(unit: str, period: Period) -> tuple[Attachment, ...]:
    """The chart and the workbook of a report, made when they are sent."""
    about = (("unit", unit), ("period", period.name), ("calendar", period.calendar))
    name = f"bao-cao-{period.name.replace('..', '_')}"
    return (
        Attachment("photo", f"{name}.png", CHART, about),
        Attachment("document", f"{name}.xlsx", WORKBOOK, about),
    )


def _asked(talk: Talk, officer: Officer, argument: str) -> tuple[Unit, Period]:
    """The unit and the period in what was typed, in either order. Raises ValueError, PeriodError."""
    world = talk.world
    today, calendar = local_day(world.now), world.policy.month
    words = argument.split()
    problem: PeriodError | None = None
    for unit_words, period_words in _splits(words):
        unit = _unit(talk, officer, unit_words) if unit_words else _first(talk, officer)
        if unit is None:
            continue
        try:
            return unit, period_asked(" ".join(period_words), today, calendar)
        except PeriodError as error:
            # what is left when no unit is named tells best what was not understood
            problem = problem or error
    if problem is not None and (len(words) == 1 or isinstance(problem, BackwardPeriodError)):
        raise problem
    raise ValueError("report-unit-not-yours")


def _splits(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """All for the period first; then ever fewer words for it, behind the unit or before it."""
    yield [], words
    for count in reversed(range(len(words))):
        yield words[: len(words) - count], words[len(words) - count :]
        if count:
            yield words[count:], words[:count]


def _first(talk: Talk, officer: Officer) -> Unit:
    units = talk.world.units
    found = units.by_code(officer.units[0]) if officer.units else None
    return found or units.root()


def _unit(talk: Talk, officer: Officer, words: list[str]) -> Unit | None:
    """The unit of that code or name, if the officer serves it or one above it."""
    units, said = talk.world.units, " ".join(words)
    found = units.by_code(said)
    if found is None and len(fold(said)) > 2 and not said[0].isdigit():
        found = next(iter(units.search(said)), None)
    allowed = officer.units or (units.root().code,)
    return found if found is not None and set(found.path) & set(allowed) else None
