"""Until when an authority owes the Front an answer to a letter it was sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from cases.calendar import Calendar
from cases.deadlines import Due, DueDate, Rule, due

ANSWERS: Final = frozenset({"to-cao-inform-sender", "kien-nghi-reply"})
"""Limits that are themselves the answer to whoever sent the letter on."""
TOLD: Final = "khieu-nai-result-to-front"
"""The same for a complaint, once it is decided."""


def reply_due(
    kind: str, sent_on: date, *, anonymous: bool, calendar: Calendar, rules: Iterable[Rule] | None = None
) -> Due | None:
    """The last lawful day of the answer, None where none is owed (an anonymous denunciation).

    A denunciation: Luật Tố cáo Art 26(2). A petition: the committee's own measure. A complaint is accepted, decided
    and told of after the decision (Luật Khiếu nại Art 27, 28, 66(2)): the three limits one after the other.
    """
    book = None if rules is None else tuple(rules)

    def limits(event: str, on: date) -> list[DueDate]:
        found = due(kind, event, on, anonymous=anonymous, calendar=calendar, rules=book)
        return [each for each in found if each.whose == "authority"]

    sent = limits("forwarded", sent_on)
    answers = [each for each in sent if each.rule in ANSWERS]
    if answers:
        return Due(answers[0].due, answers[0].rule, answers[0].article)
    if kind != "khieu_nai" or not sent:
        return None
    settled = limits("accepted", sent[0].due)
    decided = limits("decided", settled[0].due) if settled else []
    told = next((each for each in decided if each.rule == TOLD), None)
    return Due(told.due, told.rule, told.article) if told is not None else None
