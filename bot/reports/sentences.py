"""The report in sentences: the period's name, what was received, by level and kind, and what became of it."""

from __future__ import annotations

from datetime import date

from cases.counts import Counts
from cases.paragraph import Paragraph, paragraph
from cases.periods import Period
from handlers.ports import Words


def sentences(
    counts: Counts, words: Words, lang: str, *, public: bool = False, leading_zero: bool = False
) -> tuple[str, ...]:
    """The sentences that are true of these counts, each for a line of its own. Raises CountsError."""
    return (_main(paragraph(counts, public=public), words, lang, leading_zero),)


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


def day_words(day: date, words: Words, lang: str) -> str:
    """A day as it is written in this language."""
    return words.say("report-day", lang, day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")


def _main(said: Paragraph, words: Words, lang: str, leading_zero: bool) -> str:
    def say(key: str, **arguments: str | int) -> str:
        return words.say(key, lang, **arguments)

    def number(value: int) -> str | int:
        return f"{value:02}" if leading_zero and 0 < value < 10 else value

    def parts(key: str, name: str, pairs: tuple[tuple[str, int], ...], between: str) -> str:
        each = [say(key, **{name: say(f"report-{name}-{what}"), "count": number(value)}) for what, value in pairs]
        return say(between).join(each)

    if said.letters:
        level = parts("report-sentence-level", "level", said.levels, "report-comma")
        kind = parts("report-sentence-kind", "kind", said.kinds, "report-semicolon")
        text = say(
            "report-sentence-letters",
            count=number(said.letters),
            levels=say("report-sentence-levels", parts=level) if level else "",
            kinds=say("report-sentence-kinds", parts=kind) if kind else "",
        )
    else:
        text = say("report-sentence-none")
    if said.visits:
        text = say("report-sentence-visits", count=number(said.visits), letters=text)
    whole = [say("report-sentence-end", sentence=text)]
    if said.all_forwarded:
        whole.append(say("report-all-forwarded"))
    elif said.fates:
        fates = [say("report-fate-" + fate.replace("_", "-"), count=number(value)) for fate, value in said.fates]
        key = "report-fates-eligible" if said.of_eligible else "report-fates-all"
        whole.append(say(key, count=number(said.base), parts=say("report-comma").join(fates)))
    return say("report-space").join(whole)
