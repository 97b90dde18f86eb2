"""What every turn knows beside the database, made of the settings: units, words, deadlines, figures, policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.bindings import House, SecretIds, UnitTree
from bot.channels.contract import Channel
from bot.law import laws_of
from bot.settings import Settings
from cases.dates import local_day
from handlers.ports import Figures, Place, Policy, Unit, Words
from storage.session import Session
from storage.undelivered import TEMPLATE

if TYPE_CHECKING:
    from cases.places import Places, Ward


def house_of(
    settings: Settings,
    words: Words,
    now: Callable[[], datetime],
    channels: Mapping[str, Channel] | frozenset[str],
    address: str,
) -> House:
    """The house of these settings. `channels` are those that run, `address` that of our own pages."""
    finder = _Finder({unit.code: unit.name for unit in settings.tree})

    def figures(db: Session, today: date) -> Figures:
        return _Figures(db, settings, words, today)

    return House(
        units=UnitTree(settings.tree, finder.search, lambda: local_day(now()), finder.elsewhere),
        words=words,
        ids=SecretIds(),
        laws=laws_of(settings),
        templates=tuple((each.name, each.text) for each in settings.templates),
        receptions={unit.code: unit.reception_days for unit in settings.tree},
        figures=figures,
        committee=_committee(settings, words),
        policy=_policy(settings, address),
        channels=frozenset(channels),
        windows=_windows(channels),
        knocks=_knocks(settings),
    )


def _windows(channels: Mapping[str, Channel] | frozenset[str]) -> dict[str, timedelta]:
    if isinstance(channels, frozenset):
        return {}
    return {name: each.abilities.window for name, each in channels.items() if each.abilities.window is not None}


def _knocks(settings: Settings) -> dict[str, int]:
    section = settings.zalo_oa
    return {"zalo_oa": section.monthly_budget} if section.on and TEMPLATE in section.templates else {}


class _Finder:
    """Finds units by name; what is made ready for searching is made anew only when the units change."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._units: tuple[Unit, ...] = ()
        self._places: Places | None = None

    def search(self, units: Sequence[Unit], text: str) -> Sequence[Unit]:
        """Units named in the text, best first."""
        by_code = {unit.code: unit for unit in units}
        return [by_code[code] for code in self._of(units).search(text)]

    def elsewhere(self, units: Sequence[Unit], text: str) -> str:
        """A ward named in the text that is none of these, by its name of today."""
        found = self._of(units).elsewhere(text)
        return ", ".join(found.today) or found.name if found is not None else ""

    def _of(self, units: Sequence[Unit]) -> Places:
        # With the first text that names a place: every ward of the country has a name there, and older ones.
        from cases.places import Places

        if self._places is None or tuple(units) != self._units:
            self._places = Places(self._ward(unit) for unit in units)
            self._units = tuple(units)
        return self._places

    def _ward(self, unit: Unit) -> Ward:
        from cases.places import Ward

        above = tuple(self._names[code] for code in unit.path[1:])
        return Ward(unit.code, unit.name, unit.level, unit.names, above)


@dataclass(frozen=True, slots=True)
class _Figures:
    db: Session
    settings: Settings
    words: Words
    today: date

    def paragraph(self, unit: str, period: str, *, public: bool) -> str:
        from bot.reports.report import paragraph

        return paragraph(
            self.db,
            self.settings.tree,
            unit,
            period,
            self.settings.reports.month,
            self.words,
            today=self.today,
            public=public,
            leading_zero=self.settings.reports.leading_zero,
        )


def _committee(settings: Settings, words: Words) -> Place:
    """How the committee is reached; what the config leaves out is said in general words, never as a gap."""
    office = settings.committee
    return Place(
        office.name,
        office.phone or words.say("place-no-phone", "vi"),
        office.address or words.say("place-no-address", "vi"),
        office.hours or words.say("place-no-hours", "vi"),
    )


def _policy(settings: Settings, address: str) -> Policy:
    quiet_from, quiet_to = settings.notices.quiet_hours
    return Policy(
        content_in_chat=settings.handling.content_in_chat,
        officer_name=settings.handling.officer_name,
        acknowledge_minutes=settings.notices.acknowledge_minutes,
        urgent_minutes=settings.notices.urgent_minutes,
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        draft_days=settings.retention.draft_days,
        consent_hours=settings.retention.consent_hours,
        max_files=settings.limits.files,
        max_file_mb=settings.limits.file_mb,
        letters_a_day=settings.limits.letters_a_day,
        public_url=address,
        conflict_contact=settings.committee.conflict_contact,
        identity_enclosure=settings.handling.identity_enclosure,
        window_days=settings.zalo_oa.window_days,
        month=settings.reports.month,
        own_topics=settings.own_topics,
    )
