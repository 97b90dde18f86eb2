"""How the staff of the town are told of many letters at once: what `storage/gatherings` keeps, in dicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.gathering import EVERY
from handlers.ports import CaseView

HOUR = timedelta(hours=1)


@dataclass
class TownGatherings:
    """Cards that each place was shown, and letters that it was not told of yet."""

    shown: dict[str, list[datetime]] = field(default_factory=dict)
    kept: dict[str, list[tuple[str, str, datetime]]] = field(default_factory=dict)
    told: set[tuple[str, str]] = field(default_factory=set)

    def shows(self, place: str, case: str, why: str, most: int, now: datetime) -> bool:
        """Whether this place is shown a card of the letter now."""
        recent = [at for at in self.shown.get(place, []) if at >= now - HOUR]
        if len(recent) < most and not self.kept.get(place):
            self.shown[place] = [*recent, now]
            return True
        self.kept.setdefault(place, []).append((case, why, now))
        if why == "new":
            self.told.add((place, case))
        return False

    def due(
        self, now: datetime, view: Callable[[str], CaseView]
    ) -> list[tuple[str, list[tuple[CaseView, str, datetime]]]]:
        """Places that have waited long enough, and of what."""
        found = []
        for place, kept in sorted(self.kept.items()):
            if kept and kept[0][2] <= now - EVERY:
                found.append((place, [(view(case), why, at) for case, why, at in kept]))
                self.kept[place] = []
        return found
