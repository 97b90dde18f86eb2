"""The numbers of the report's sentence: visits, letters by level and by kind, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cases.counts import Counts
from cases.kinds import KINDS
from cases.lives import LETTER_OUTCOMES
from cases.sums import level_order

FEWEST_SHOWN: Final = 3
"""Fewer denunciations than this are not told apart where others can read along."""

_FATES: Final = (
    "forwarded",
    "guided",
    "answered",
    "returned",
    "archived",
    "withdrawn",
    *(outcome for outcome in LETTER_OUTCOMES if outcome in ("split", "duplicate", "own_matter")),
    "open",
)


class CountsError(ValueError):
    """Figures that may not be printed. Its text is a message key."""

    def __init__(self, key: str = "report-does-not-add-up") -> None:
        super().__init__(key)
        self.key: Final = key


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What the sentence says, in numbers; parts that are zero are left out."""

    visits: int
    letters: int
    levels: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    fates: tuple[tuple[str, int], ...] = ()
    """What became of the letters of `base`: outcomes, and `open`."""
    base: int = 0
    of_eligible: bool = False
    """Whether `base` are the eligible letters (known for every letter) or all letters received."""

    @property
    def all_forwarded(self) -> bool:
        """Whether it is true that every eligible letter was passed on to who is competent."""
        return self.of_eligible and self.base > 0 and self.fates == (("forwarded", self.base),)


def paragraph(counts: Counts, *, public: bool = False) -> Paragraph:
    """The numbers of the sentence. Raises CountsError where they do not add up.

    `public`: for a chat that many read. Kinds alone, and those only when there are enough denunciations that
    nobody can be guessed at; otherwise only the sum, since what is left out would follow from the rest.
    """
    if counts.failed:
        raise CountsError
    letters = counts.value("received")
    by_kind = {kind: counts.value("received", kind=kind) for kind in KINDS}
    by_level = {unit.level: counts.value("received", level=unit.level) for unit in counts.units}
    if sum(by_kind.values()) != letters or sum(by_level.values()) != letters:
        raise CountsError
    visits = counts.value("visits")
    kinds = tuple((kind, number) for kind, number in by_kind.items() if number)
    if public:
        return Paragraph(visits, letters, kinds=kinds if by_kind["to_cao"] >= FEWEST_SHOWN else ())
    levels = tuple((level, by_level[level]) for level in sorted(by_level, key=level_order) if by_level[level])
    known = counts.value("eligible") + counts.value("ineligible") == letters and counts.value("eligible") > 0
    fates: Mapping[str, int] = counts.eligible_fates if known else counts.fates
    base = counts.value("eligible") if known else letters
    if sum(fates.values()) != base or not set(fates) <= set(_FATES):
        raise CountsError
    ordered = tuple((fate, fates[fate]) for fate in _FATES if fates.get(fate))
    return Paragraph(visits, letters, levels, kinds, ordered, base, known)
