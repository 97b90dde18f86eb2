"""The bodies that a letter may go to, as an officer is offered them: the likely ones first, and those above one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cases.fold import fold
from handlers.answers import shorten
from handlers.messages import Option
from handlers.ports import Authority, CaseView, World

MAX_AUTHORITIES: Final = 6
BUTTON_CHARS: Final = 20
_SAME_SORT_WORDS: Final = 2
_PEOPLES_COMMITTEE: Final = ["uy", "ban"]
"""Above every body of a lower level (Luật Tổ chức chính quyền địa phương)."""


def authorities_for(world: World, case: CaseView) -> tuple[Authority, ...]:
    """The authorities that a case may go to, the likely ones first: same topic, then the nearest unit."""
    unit = world.units.by_code(case.unit)
    path = unit.path if unit is not None else (case.unit,)
    here = [each for each in world.authorities.offered() if not each.unit or each.unit in path]

    def likely(each: Authority) -> tuple[int, int]:
        near = path.index(each.unit) if each.unit else len(path)
        return (0 if case.topic in each.topics else 2 if each.topics else 1), near

    return tuple(sorted(here, key=likely)[:MAX_AUTHORITIES])


def superiors_for(world: World, case: CaseView) -> tuple[Authority, ...]:
    """Who stands above the body that has the letter: of its sort, or a people's committee, beside a unit above."""
    offered = world.authorities.offered()
    has_it = next((each for each in offered if fold(each.name) == fold(case.authority)), None)
    unit = world.units.by_code((has_it.unit if has_it is not None else "") or case.unit)
    above = unit.path[1:] if unit is not None else ()

    sorts = (_sort_of(case.authority), _PEOPLES_COMMITTEE)

    def likely(each: Authority) -> tuple[int, int]:
        return sorts.index(_sort_of(each.name)), above.index(each.unit)

    found = (each for each in offered if each.unit in above and _sort_of(each.name) in sorts)
    return tuple(sorted(found, key=likely)[:MAX_AUTHORITIES])


def buttons(found: Iterable[Authority]) -> Iterator[Option]:
    """Authorities as buttons; those whose names begin alike are told apart by the numbers above."""
    return (Option(f"to:{each.code}", shorten(_short(each.name), BUTTON_CHARS)) for each in found)


def numbered(found: Sequence[Authority]) -> list[str]:
    """Their full names, a line each."""
    return [f"{number}. {each.name}" for number, each in enumerate(found, start=1)]


def _sort_of(name: str) -> list[str]:
    return fold(name).split()[:_SAME_SORT_WORDS]


def _short(name: str) -> str:
    """An authority's name as a button has room for it."""
    return name.replace("Ủy ban nhân dân", "UBND").replace("Công an", "CA")
