"""The report in sentences: letters and what became of them, activities, voters' petitions; the period's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from cases.counts import Counts
from cases.paragraph import Activities, Paragraph, VoterRate, activities, paragraph, voter_rates
from cases.periods import Period
from cases.registers import WORKS
from handlers.ports import Words

LeadingZero = bool | Sequence[str]
"""Which figures are written as 03: all, none, or those named."""
LEADING_ZERO: Final = ("violations", "remedied")
"""As the committees write it: 7 đoàn, 4 đơn, but 03 công trình, dự án sai phạm."""


HELD: Final = ("social_criticism", "opinion_meeting", "dialogue", "voter_meeting", "explanation_session")
"""Meetings, in the order in which they are printed."""


def sentences(
    counts: Counts, words: Words, lang: str, *, public: bool = False, leading_zero: LeadingZero = LEADING_ZERO
) -> tuple[str, ...]:
    """The sentences that are true of these counts, each for a line of its own. Raises CountsError."""
    speaker = _Speaker(words, lang, leading_zero)
    letters = paragraph(counts, public=public)
    said = [speaker.letters(letters)]
    if (held := activities(counts)) is not None:
        said.append(speaker.activities(held))
    said += [speaker.voters(rate) for rate in voter_rates(counts)]
    # that nothing came is worth saying only where there is nothing else to say
    return tuple(said[1:] if len(said) > 1 and not (letters.letters or letters.visits) else said)


def heading(unit: str, period: Period, words: Words, lang: str) -> str:
    """The unit and the period, for the top of a page or a message."""
    return words.say("report-heading", lang, unit=unit, period=period_words(period, words, lang))


def period_words(period: Period, words: Words, lang: str) -> str:
    """The name of a period with its first and last day."""
    ends = {"first": day_words(period.first, words, lang), "last": day_words(period.last, words, lang)}
    if period.shape == "span":
        return words.say("report-days-span", lang, **ends)
    year, number = period.parts
    key = "report-period-" + period.shape.replace("_", "-")
    name = words.say(key, lang, n=number, year=str(year))
    return words.say("report-days", lang, period=name, **ends)


def short_period(period: Period, words: Words, lang: str) -> str:
    """The name of a period alone, as under a column of a chart."""
    if period.shape == "span":
        ends = {"first": day_words(period.first, words, lang), "last": day_words(period.last, words, lang)}
        return words.say("report-short-span", lang, **ends)
    year, number = period.parts
    return words.say("report-period-" + period.shape.replace("_", "-"), lang, n=number, year=str(year))


def day_words(day: date, words: Words, lang: str) -> str:
    """A day as it is written in this language."""
    return words.say("report-day", lang, day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")


class _Speaker:
    """Puts numbers into sentences."""

    def __init__(self, words: Words, lang: str, leading_zero: LeadingZero) -> None:
        self._words = words
        self._lang = lang
        self._leading_zero = leading_zero

    def letters(self, said: Paragraph) -> str:
        """Visits, letters by level and kind, and what became of them."""
        say = self._say
        if said.letters:
            level = self._parts("level", said.levels, "report-comma")
            kind = self._parts("kind", said.kinds, "report-semicolon")
            text = say(
                "report-sentence-letters",
                count=self._number("received", said.letters),
                levels=say("report-sentence-levels", parts=level) if level else "",
                kinds=say("report-sentence-kinds", parts=kind) if kind else "",
            )
        else:
            text = say("report-sentence-none")
        if said.visits:
            text = say("report-sentence-visits", count=self._number("visits", said.visits), letters=text)
        whole = [say("report-sentence-end", sentence=text)]
        if said.all_forwarded:
            whole.append(say("report-all-forwarded"))
        elif said.fates:
            fates = [self._counted("report-fate-", fate, value) for fate, value in said.fates]
            key = "report-fates-eligible" if said.of_eligible else "report-fates-all"
            base = self._number("eligible" if said.of_eligible else "received", said.base)
            whole.append(say(key, count=base, parts=say("report-comma").join(fates)))
        return say("report-space").join(whole)

    def activities(self, held: Activities) -> str:
        """Supervision alone and of works, supervision with others by field, and what was held."""
        say, figures = self._say, held.figures
        first = [self._activity("supervision_independent", held)]
        if works := [self._activity(name, held) for name in WORKS if name in figures]:
            first.append(say("report-activity-community", parts=say("report-comma").join(works)))
        joint = self._activity("supervision_joint", held)
        if joint and held.fields:
            fields = say("report-comma").join(
                self._counted("report-activity-field-", field, value) for field, value in held.fields
            )
            joint += say("report-activity-fields", parts=fields)
        meetings = [self._activity(name, held) for name in HELD if name in figures]
        parts = [
            say("report-semicolon").join(part for part in first if part),
            joint,
            say("report-activity-held", parts=say("report-comma").join(meetings)) if meetings else "",
        ]
        each = [say("report-sentence-end", sentence=part[:1].upper() + part[1:]) for part in parts if part]
        return say("report-space").join(each)

    def voters(self, rate: VoterRate) -> str:
        """How much of what voters asked for is settled, for one level."""
        percent = (Decimal(100 * rate.resolved) / rate.petitions).quantize(Decimal("0.01"), ROUND_HALF_UP)
        whole, _, fraction = str(percent).partition(".")
        return self._say(
            "report-voter-rate",
            level=self._say(f"report-level-{rate.level}"),
            whole=whole,
            fraction=fraction,
            resolved=str(rate.resolved),
            count=str(rate.petitions),
        )

    def _activity(self, name: str, held: Activities) -> str:
        value = held.figures.get(name, 0)
        return self._counted("report-activity-", name, value) if value else ""

    def _counted(self, prefix: str, name: str, value: int) -> str:
        return self._say(prefix + name.replace("_", "-"), count=self._number(name, value))

    def _parts(self, name: str, pairs: tuple[tuple[str, int], ...], between: str) -> str:
        each = [
            self._say(
                f"report-sentence-{name}",
                **{name: self._say(f"report-{name}-{what}"), "count": self._number("received", value)},
            )
            for what, value in pairs
        ]
        return self._say(between).join(each)

    def _number(self, figure: str, value: int) -> str | int:
        wanted = self._leading_zero if isinstance(self._leading_zero, bool) else figure in self._leading_zero
        return f"{value:02}" if wanted and 0 < value < 10 else value

    def _say(self, key: str, **arguments: str | int) -> str:
        return self._words.say(key, self._lang, **arguments)
