"""What may be told to everybody: all of letters that accuse nobody, and of denunciations only what names no one.

Nobody may be guessed at from figures that anybody can lay side by side: one month less the next, a city less its
wards, all kinds less the others. So in public

- every figure counts letters other than denunciations, and is exactly what it would be had there been none;
- a letter that tells of one is left out as well: one that a denunciation was taken out of (a letter of several kinds
  has two parts at least, so a part that is not seen is one), and one that repeats a denunciation;
- of denunciations one figure is told, how many came (`denunciations`), for years of the wall calendar that are over and
  nothing shorter, longer or shifted: no two such periods overlap, so that none can be taken from another;
- what was told once is not told otherwise later (`cases.editions`). By how much the years before are more or less than
  was told, a later year's report says when it is three at least (`denunciations_corrected`), in one number for all;
- a unit with all below it is told when there were at least three; and of its parts only those with three or more,
  as long as what is not told leaves every part in doubt: two parts at least, and two letters at least between them.
  Where that fails, the smallest part that was to be told is withheld, too.

Then whatever is not told lies anywhere between none and at least two, for every unit and for any days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from cases.kindred import Kindred
from cases.kinds import FEWEST, HIDDEN_KIND
from cases.ledger import Entries, Lexicon, without
from cases.periods import Period
from cases.sums import Figure, Unit, below, level_order

DOUBT: Final = 2
"""At least so many letters, in at least so many parts, stay untold wherever a part is."""
FIGURE: Final = "denunciations"
CORRECTED: Final = "denunciations_corrected"


def without_denunciations(entries: Entries, lexicon: Lexicon, kin: Kindred) -> tuple[Entries, Kindred]:
    """What is left to count when denunciations are taken out."""
    return without(entries, lexicon, "kind", HIDDEN_KIND), kin.without_kind(lexicon, HIDDEN_KIND)


def tells(period: Period, today: date) -> bool:
    """Whether denunciations may be told for this period at all: those of a running year would tell when each came."""
    return period.shape == "year" and period.calendar == "civil" and period.last < today


def corrected(now: Mapping[str, int], known: Iterable[Mapping[str, int]]) -> int:
    """By how much the years before had more denunciations, or less, than was told of them; 0 where it is not told.

    `now` are those of all units by year, `known` what each telling took them for, the newest last.
    """
    latest: dict[str, int] = {}
    for totals in known:
        latest |= totals
    more = sum(number - latest[year] for year, number in now.items())
    return more if abs(more) >= FEWEST else 0


def told(own: Mapping[str, int], tree: Sequence[Unit]) -> dict[str, int]:
    """Of how many denunciations of a year it is told, by the unit that they are of with all below it.

    `own` are the denunciations of each unit itself. It is decided for the whole tree, whichever unit is asked for.
    """
    children: dict[str, list[str]] = {unit.code: [] for unit in tree}
    tops: list[str] = []
    for unit in tree:
        children.get(unit.parent, tops).append(unit.code)
    whole = {unit.code: sum(own.get(each.code, 0) for each in below(tree, unit.code)) for unit in tree}
    found: dict[str, int] = {}
    waiting = [top for top in tops if whole[top] >= FEWEST]
    while waiting:
        code = waiting.pop()
        found[code] = whole[code]
        waiting += _parts(code, children[code], whole)
    return found


def _parts(unit: str, children: Sequence[str], whole: Mapping[str, int]) -> list[str]:
    """The units below one that is told, that may be told, too."""
    shown = sorted((child for child in children if whole[child] >= FEWEST), key=lambda child: (whole[child], child))
    while shown:
        rest = whole[unit] - sum(whole[child] for child in shown)
        # the unit's own letters are a part as well
        if rest >= DOUBT and len(children) + 1 - len(shown) >= DOUBT:
            break
        shown.pop(0)
    return shown


def figures(found: Mapping[str, int], more: int, tree: Sequence[Unit], unit: str) -> list[Figure]:
    """The rows that tell of denunciations for a unit and all below it: a row with a unit is of all below it, too.

    `found` is what is told of the year, `more` the correction of earlier ones, which is of the whole tree alone.
    """
    scope = below(tree, unit)
    rows = [Figure(FIGURE, found[unit])] if unit in found else []
    rows += [
        Figure(FIGURE, found[each.code], unit=each.code)
        for each in sorted(scope, key=lambda each: (level_order(each.level), each.code))
        if each.code in found
    ]
    return [*rows, Figure(CORRECTED, more)] if more and len(scope) == len(tree) else rows
