"""What every turn knows beside the database, made of the settings: units, words, deadlines, figures, policy."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.channels.contract import Channel, Shows
from bot.law import Laws, laws_of
from bot.settings import Settings
from bot.unit_facts import UnitFacts
from cases.codes import DRAWN, code_of
from cases.dates import local_day
from cases.records import record
from handlers import ports
from handlers.messages import Outgoing
from handlers.ports import Figures, Place, Policy, Unit, Words
from storage.session import Session
from storage.sketchbook import Sketchbook
from storage.staff import Reach
from storage.undelivered import TEMPLATE

if TYPE_CHECKING:
    from cases.places import Places, Ward

WORD_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No character that is read or heard as another."""
WORD_CHARS: Final = 10
RECEIVING_LEVELS: Final = frozenset({"phuong", "xa", "dac_khu"})

Search = Callable[[Sequence[Unit], str], Sequence[Unit]]
"""Units named in a text, best first."""
Elsewhere = Callable[[Sequence[Unit], str], str]
"""A ward named in a text that is not one of these units."""

POINTERS: Final = frozenset({"email"})
"""Channels that bring no card, only the news that there is something to see on our pages."""


@record(frozen=True, slots=True)
class House:
    """What every turn knows beside the database: built once by the app."""

    units: UnitTree
    words: Words
    ids: ports.Ids
    figures: Callable[[Session, date], Figures]
    committee: Place
    policy: Policy
    channels: frozenset[str]
    laws: Laws = field(default_factory=Laws)
    templates: tuple[tuple[str, str], ...] = ()
    receptions: Mapping[str, str | Sequence[str | int]] = field(default_factory=dict)
    """On which days each unit receives people, as the config writes it."""
    line_of: Mapping[str, Callable[[Outgoing], dict[str, Any] | None]] = field(default_factory=dict)
    """For channels whose messages are lines in our own database: what such a line is."""
    windows: Mapping[str, timedelta] = field(default_factory=dict)
    """For channels that close a chat after some silence: how long it stays open."""
    knocks: Mapping[str, int] = field(default_factory=dict)
    """For channels with an approved message that asks to write again: how many may be paid for in a month."""
    sketches: Sketchbook = field(default_factory=Sketchbook)
    """Letters that a new one is compared with."""
    reach: Reach = field(init=False)

    def __post_init__(self) -> None:
        ways = Reach(self.units.paths, self.channels, frozenset(self.windows), POINTERS)
        object.__setattr__(self, "reach", ways)


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
        line_of={name: each.line_of for name, each in _built(channels).items() if isinstance(each, Shows)},
        windows=_windows(channels),
        knocks=_knocks(settings),
    )


class ReachableUnit(UnitFacts, Protocol):
    """A unit with the ways to come to it."""

    @property
    def phone(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def hours(self) -> str: ...


class UnitTree:
    """The committees of the config. Implements `ports.Units` for the units that are valid today."""

    def __init__(
        self,
        facts: Sequence[ReachableUnit],
        search: Search,
        today: Callable[[], date],
        elsewhere: Elsewhere = lambda units, text: "",
    ) -> None:
        parents = {each.code: each.parent for each in facts}
        self._facts = {each.code: each for each in facts}
        self._units = {each.code: _unit(each, _path(each.code, parents)) for each in facts}
        self._typed = {code.casefold(): unit for code, unit in self._units.items()}
        self._search = search
        self._elsewhere = elsewhere
        self._today = today
        self._below: dict[str, tuple[str, ...]] = {
            code: tuple(each.code for each in self._units.values() if code in each.path) for code in self._units
        }
        self.paths: Mapping[str, tuple[str, ...]] = {unit.code: unit.path for unit in self._units.values()}

    def by_code(self, code: str) -> Unit | None:
        """A unit of any day: an old case still names it. People type codes in any case."""
        return self._units.get(code) or self._typed.get(code.casefold())

    def root(self) -> Unit:
        """The committee that has none above it."""
        return next(unit for unit in self._units.values() if len(unit.path) == 1)

    def receiving(self) -> Sequence[Unit]:
        """Units that take letters today; in a tree without wards, those that have none below them."""
        today = [unit for unit in self._units.values() if self._is_valid(unit.code)]
        wards = [unit for unit in today if unit.level in RECEIVING_LEVELS]
        return wards or [unit for unit in today if len(self._below[unit.code]) == 1]

    def search(self, text: str) -> Sequence[Unit]:
        """Receiving units named in the text, best first."""
        return self._search(self.receiving(), text)

    def elsewhere(self, text: str) -> str:
        """A ward that exists but is not one of ours."""
        return self._elsewhere(self.receiving(), text)

    def below(self, codes: Sequence[str]) -> list[str]:
        """These units and all below them, each once."""
        return list(dict.fromkeys(code for each in codes for code in self._below.get(each, (each,))))

    def _is_valid(self, code: str) -> bool:
        facts = self._facts[code]
        if facts.valid_from is None and facts.valid_to is None:
            return True
        today = self._today()
        return (facts.valid_from or today) <= today <= (facts.valid_to or today)


def _path(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    path = [code]
    while (above := parents.get(path[-1], "")) and above in parents and above not in path:
        path.append(above)
    return tuple(path)


def _unit(facts: ReachableUnit, path: tuple[str, ...]) -> Unit:
    return Unit(
        facts.code,
        facts.name,
        facts.level,
        path,
        facts.phone,
        facts.address,
        facts.hours,
        tuple(getattr(facts, "names", ())),
    )


class SecretIds:
    """New names from the machine's own source of chance."""

    def id(self) -> str:
        """An unguessable id."""
        return secrets.token_hex(12)

    def code(self) -> str:
        """A tracking code."""
        return code_of(secrets.token_bytes(DRAWN))

    def word(self) -> str:
        """A one-time word."""
        return "".join(secrets.choice(WORD_ALPHABET) for _ in range(WORD_CHARS))

    def token(self) -> str:
        """A token for a one-time link."""
        return secrets.token_urlsafe(32)


def _built(channels: Mapping[str, Channel] | frozenset[str]) -> Mapping[str, Channel]:
    return {} if isinstance(channels, frozenset) else channels


def _windows(channels: Mapping[str, Channel] | frozenset[str]) -> dict[str, timedelta]:
    built = _built(channels)
    return {name: each.abilities.window for name, each in built.items() if each.abilities.window is not None}


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


@record(frozen=True, slots=True)
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
        cards_an_hour=settings.notices.cards_an_hour,
        public_url=address,
        conflict_contact=settings.committee.conflict_contact,
        identity_enclosure=settings.handling.identity_enclosure,
        window_days=settings.zalo_oa.window_days,
        month=settings.reports.month,
        own_topics=settings.own_topics,
    )
