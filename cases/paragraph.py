"""The numbers of the report's sentences: visits, letters and what became of them; activities; voters' petitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cases.counts import Counts
from cases.kinds import FEWEST, KINDS
from cases.lives import LETTER_OUTCOMES
from cases.records import record
from cases.registers import ACTIVITIES, AUTHORITIES, FIELDS, WORKS
from cases.sums import level_order

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


@record(frozen=True, slots=True)
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
    """Whether `base` are the letters found eligible or all letters received."""
    all_decided: bool = False
    """Whether somebody has decided for every letter if it is eligible."""

    @property
    def all_forwarded(self) -> bool:
        """Whether it is true that every eligible letter was passed on to who is competent."""
        return self.of_eligible and self.all_decided and self.fates == (("forwarded", self.base),)


def paragraph(counts: Counts, *, public: bool = False) -> Paragraph:
    """The numbers of the sentence. Raises CountsError where they do not add up.

    `public`: for a chat that many read. Kinds alone, and those only when there are enough denunciations that
    nobody can be guessed at; otherwise only the sum, since what is left out would follow from the rest. Of days that
    somebody chose kinds are never told: a day more or less would tell what that day brought.
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
        enough = by_kind["to_cao"] >= FEWEST and counts.period.shape != "span"
        return Paragraph(visits, letters, kinds=kinds if enough else ())
    levels = tuple((level, by_level[level]) for level in sorted(by_level, key=level_order) if by_level[level])
    known = counts.value("eligible") > 0
    fates: Mapping[str, int] = counts.eligible_fates if known else counts.fates
    base = counts.value("eligible") if known else letters
    if sum(fates.values()) != base or not set(fates) <= set(_FATES):
        raise CountsError
    ordered = tuple((fate, fates[fate]) for fate in _FATES if fates.get(fate))
    decided = counts.value("eligible") + counts.value("ineligible") == letters
    return Paragraph(visits, letters, levels, kinds, ordered, base, known, decided)


@record(frozen=True, slots=True)
class Activities:
    """What the sentence on activities says, in numbers; what is zero is left out."""

    figures: Mapping[str, int]
    """The activities and works by name, those that there were."""
    fields: tuple[tuple[str, int], ...] = ()
    """Joint supervision by field, where it was written down; together they are all of it."""


@record(frozen=True, slots=True)
class VoterRate:
    """How many of the voters' petitions within a level's authority are settled."""

    level: str
    petitions: int
    resolved: int


def activities(counts: Counts) -> Activities | None:
    """The numbers of the sentence on activities; None where there were none. Raises CountsError."""
    if counts.failed:
        raise CountsError
    figures = {name: value for name in (*ACTIVITIES, *WORKS) if (value := counts.value(name))}
    if not figures:
        return None
    fields = tuple((field, value) for field in FIELDS if (value := counts.value("supervision_joint", topic=field)))
    if fields and sum(value for _, value in fields) != figures.get("supervision_joint", 0):
        raise CountsError
    if not figures.get("remedied", 0) <= figures.get("violations", 0) <= figures.get("works", 0):
        raise CountsError
    return Activities(figures, fields)


def voter_rates(counts: Counts) -> tuple[VoterRate, ...]:
    """The rates at which voters' petitions were settled, for each level that has any. Raises CountsError."""
    if counts.failed:
        raise CountsError
    rates = []
    for level in AUTHORITIES:
        petitions = counts.value(f"voter_petitions_{level}")
        resolved = counts.value(f"voter_petitions_{level}_resolved")
        if resolved > petitions:
            raise CountsError
        if petitions:
            rates.append(VoterRate(level, petitions, resolved))
    return tuple(rates)
