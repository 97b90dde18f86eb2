"""One message about many new letters, for a place of staff that was told of many one by one within the hour.

Made of numbers alone: it may stand in a group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from cases.dates import local
from cases.kinds import FEWEST, HIDDEN_KIND, KINDS
from cases.records import record
from handlers.messages import Option, Outgoing
from handlers.ports import Words
from handlers.staff_words import STAFF_LANGUAGE


@record(frozen=True, slots=True)
class Gathered:
    """A letter that nobody has taken, of which its staff were not told by a card."""

    kind: str
    since: datetime
    late: bool
    """Whether its time to be taken is over."""


def gathering(
    words: Words, letters: Sequence[Gathered], now: datetime, *, link: str = "", in_group: bool = True
) -> Outgoing:
    """What staff are told of these letters together, with the way to the list of them.

    A group reads kinds only where there are at least three denunciations, as in every count that it is told.
    """
    new = [each for each in letters if not each.late]
    late = len(letters) - len(new)
    lines = []
    if new:
        lines.append(_say(words, "gathering-new", n=len(new), start=_clock(min(each.since for each in new), now)))
    if late:
        lines.append(_say(words, "gathering-late", n=late))
    kinds = Counter(each.kind for each in letters)
    if not in_group or kinds[HIDDEN_KIND] >= FEWEST:
        told = [f"{_say(words, f'kind-{kind}')} {kinds[kind]}" for kind in KINDS if kinds[kind]]
        lines.append(_say(words, "gathering-kinds", kinds=" · ".join(told)))
    lines.append(_say(words, "gathering-why"))
    if link:
        lines.append(_say(words, "gathering-list", link=link))
    option = Option("/viec" if in_group else "/viec chuanhan", _say(words, "opt-gathering"))
    return Outgoing("\n".join(lines), options=(option,))


def _clock(moment: datetime, now: datetime) -> str:
    today = local(moment).date() == local(now).date()
    return local(moment).strftime("%H:%M" if today else "%H:%M %d/%m")


def _say(words: Words, key: str, **arguments: str | int) -> str:
    return words.say(key, STAFF_LANGUAGE, **arguments)
