"""What an office may set: config.toml, with `TIENGDAN_…__…` of the environment winning, checked at start."""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from bot.config_errors import ConfigError, Problem, problems_of
from bot.sections import (
    AuthoritySection,
    BackupSection,
    CalendarSection,
    CommitteeSection,
    DatabaseSection,
    EmailSection,
    HandlingSection,
    LimitsSection,
    MetricsSection,
    NoticesSection,
    OwnTopicSection,
    ReportsSection,
    RetentionSection,
    Section,
    SecuritySection,
    StaffSection,
    TelegramSection,
    TemplateSection,
    UnitSection,
    WebSection,
    ZaloBotSection,
    ZaloOaSection,
)
from bot.unit_list import Row, UnitListError, read_lines
from cases.owntopics import OwnTopic

ENV_PREFIX: Final = "TIENGDAN_"
ENV_NOT_SETTINGS: Final = frozenset({"TIENGDAN_CONFIG", "TIENGDAN_TEST_CLOCK", "TIENGDAN_TEST_POSTGRES"})


class Settings(BaseModel):
    """The whole config. `tree` and `staff` are checked against each other."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    database: DatabaseSection = Field(default_factory=DatabaseSection)
    telegram: TelegramSection = Field(default_factory=TelegramSection)
    zalo_oa: ZaloOaSection = Field(default_factory=ZaloOaSection)
    zalo_bot: ZaloBotSection = Field(default_factory=ZaloBotSection)
    web: WebSection = Field(default_factory=WebSection)
    security: SecuritySection = Field(default_factory=SecuritySection)
    committee: CommitteeSection = Field(default_factory=CommitteeSection)
    units: list[UnitSection] = Field(default_factory=list)
    units_file: str = ""
    """Where more units are listed, one JSON object a line."""
    authorities: list[AuthoritySection] = Field(default_factory=list)
    topics: list[OwnTopicSection] = Field(default_factory=list)
    staff: list[StaffSection] = Field(default_factory=list)
    templates: list[TemplateSection] = Field(default_factory=list)
    handling: HandlingSection = Field(default_factory=HandlingSection)
    notices: NoticesSection = Field(default_factory=NoticesSection)
    calendar: CalendarSection = Field(default_factory=CalendarSection)
    email: EmailSection = Field(default_factory=EmailSection)
    reports: ReportsSection = Field(default_factory=ReportsSection)
    retention: RetentionSection = Field(default_factory=RetentionSection)
    limits: LimitsSection = Field(default_factory=LimitsSection)
    backup: BackupSection = Field(default_factory=BackupSection)
    metrics: MetricsSection = Field(default_factory=MetricsSection)

    @model_validator(mode="after")
    def _units_make_a_tree(self) -> Self:
        units = self.tree
        by_code = {unit.code: unit for unit in units}
        if len(by_code) != len(units):
            raise _at("units", "unit_twice", value=_twice(unit.code for unit in units))
        for unit in units:
            if unit.parent and unit.parent not in by_code:
                raise _at("units", "unit_parent", value=unit.code, parent=unit.parent)
        roots = [unit.code for unit in units if not unit.parent]
        if len(roots) != 1:
            raise _at("units", "unit_roots", value=", ".join(roots) or "0", count=len(roots))
        for unit in units:
            if not _reaches_root(unit, by_code):
                raise _at("units", "unit_circle", value=unit.code)
            if unit.heir and (unit.heir not in by_code or unit.valid_to is None):
                raise _at("units", "unit_heir", value=unit.code, heir=unit.heir)
        for day in {unit.valid_to for unit in units if unit.heir}:
            for unit in units:
                if not _reaches_root(unit, by_code, day):
                    raise _at("units", "unit_circle", value=unit.code)
        for person in self.staff:
            for code in person.units:
                if code not in by_code:
                    raise _at("staff", "staff_unit", value=code)
        if len({topic.code for topic in self.topics}) != len(self.topics):
            raise _at("topics", "topic_twice", value=_twice(topic.code for topic in self.topics))
        for authority in self.authorities:
            if authority.unit and authority.unit not in by_code:
                raise _at("authorities", "staff_unit", value=authority.unit)
        return self

    @property
    def own_topics(self) -> tuple[OwnTopic, ...]:
        """The topics that the committee added."""
        return tuple(OwnTopic(each.code, each.under, each.names, tuple(each.words)) for each in self.topics)

    @property
    def tree(self) -> list[UnitSection]:
        """The committees; without `[[units]]`, the one committee that runs the bot."""
        if self.units:
            return self.units
        office = self.committee
        return [
            UnitSection(
                code="don-vi",
                name=office.name,
                level="phuong",
                phone=office.phone,
                address=office.address,
                hours=office.hours,
            )
        ]

    @property
    def api_bases(self) -> list[str]:
        """Addresses of the vendors of the channels that are switched on."""
        bases = [part.api_base for part in (self.telegram, self.zalo_oa, self.zalo_bot) if part.on]
        return [*bases, self.zalo_oa.oauth_base] if self.zalo_oa.on else bases


def load(path: Path | None) -> Settings:
    """The settings of a config file (None: defaults and environment only). Raises ConfigError."""
    name = str(path) if path else ENV_PREFIX + "…"
    data = read_data(path) if path is not None else {}
    strange = sorted(_unknown_variables(os.environ))
    if strange:
        raise ConfigError([Problem(name, variable, "variable_unknown") for variable in strange])
    listed = units_file(data)
    if listed is None:
        made = from_data(data, name)
    else:
        made = with_units(data, name, _listed_units(listed), str(listed))
    if path is not None:
        _look_elsewhere(made, path)
    return made


def _look_elsewhere(made: Settings, path: Path) -> None:
    """Paths start at the folder that the program runs in. Raises ConfigError where nothing is stored there, but beside
    the config file or one folder up: else a start in a wrong folder would begin a second, empty store."""
    kept = (made.security.key_file, *([made.database.file] if made.database.file else []))
    here = Path.cwd()
    if any((here / each).exists() for each in kept):
        return
    home = path.resolve().parent
    for folder in (home, home.parent):
        if any((folder / each).exists() for each in kept):
            problem = Problem(str(path), "database.url", "elsewhere", {"value": str(folder), "here": str(here)})
            raise ConfigError([problem])


def read_data(path: Path) -> dict[str, Any]:
    """What a config file says, unchecked. Raises ConfigError."""
    name = str(path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError([Problem(name, "", "file_missing")]) from None
    except (OSError, UnicodeDecodeError):
        raise ConfigError([Problem(name, "", "file_unreadable")]) from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at (.*)\)", str(error))
        raise ConfigError([Problem(name, "", "toml", {"value": place.group(1) if place else ""})]) from None


def units_file(data: Mapping[str, Any]) -> Path | None:
    """Where more units are listed, if they are."""
    named = os.environ.get(ENV_PREFIX + "UNITS_FILE") or data.get("units_file")
    return Path(named) if isinstance(named, str) and named else None


def with_units(data: Mapping[str, Any], name: str, rows: Sequence[Row], file: str) -> Settings:
    """The settings with more units, which stand in `file`. Raises ConfigError that names its lines."""
    own = data.get("units", [])
    before = len(own) if isinstance(own, list) else 0
    try:
        return from_data({**data, "units": [*own, *(row.unit for row in rows)]}, name)
    except ConfigError as error:
        raise ConfigError([_in_file(problem, before, rows, file) for problem in error.problems]) from None


def _in_file(problem: Problem, before: int, rows: Sequence[Row], file: str) -> Problem:
    """A problem of a listed unit, at the line on which it stands."""
    found = re.fullmatch(r"units\.(\d+)(?:\.(.*))?", problem.key)
    if found is None or int(found[1]) < before:
        return problem
    row = rows[int(found[1]) - before]
    return replace(problem, file=f"{file}:{row.line}", key=found[2] or "")


def _listed_units(path: Path) -> list[Row]:
    try:
        return read_lines(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError([Problem(str(path), "units_file", "file_missing")]) from None
    except (OSError, UnicodeDecodeError):
        raise ConfigError([Problem(str(path), "units_file", "file_unreadable")]) from None
    except UnitListError as error:
        raise ConfigError([Problem(f"{path}:{error.line}", "", "json")]) from None


def from_data(data: dict[str, Any], name: str) -> Settings:
    """The settings made of parsed TOML; `name` is the file that errors speak of. Raises ConfigError."""
    # A section that is not there is read like an empty one, by the checks of the whole: to make those of each section
    # as well would double what settings cost at the start.
    empty: dict[str, Any] = {key: {} for key, field in Settings.model_fields.items() if _is_section(field.annotation)}
    try:
        return _settings_class()(**(empty | data))
    except ValidationError as error:
        raise ConfigError(problems_of(error, name)) from None


def _settings_class() -> type[Settings]:
    """What reads the environment too, where that sets anything: the library for it is not loaded otherwise."""
    if not any(_ours(os.environ)):
        return Settings
    from bot.environment import EnvironmentSettings

    return EnvironmentSettings


def _is_section(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Section)


def is_loopback(url: str) -> bool:
    """Whether an address stays on this machine."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _unknown_variables(environment: Mapping[str, str]) -> Iterator[str]:
    for variable in _ours(environment):
        section = variable[len(ENV_PREFIX) :].lower().partition("__")[0]
        if section not in Settings.model_fields:
            yield variable


def _ours(environment: Mapping[str, str]) -> Iterator[str]:
    for variable in environment:
        if variable.upper().startswith(ENV_PREFIX) and variable.upper() not in ENV_NOT_SETTINGS:
            yield variable


def _reaches_root(unit: UnitSection, by_code: Mapping[str, UnitSection], over: date | None = None) -> bool:
    """Whether the units above end at the top; with `over`, as they are when all that ended by that day is merged."""
    for _ in range(len(by_code)):
        merged = unit.heir and over is not None and unit.valid_to is not None and unit.valid_to <= over
        above = unit.heir if merged else unit.parent
        if not above:
            return True
        unit = by_code[above]
    return False


def _twice(codes: Iterator[str]) -> str:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            return code
        seen.add(code)
    return ""


def _at(section: str, reason: str, **arguments: str | int) -> PydanticCustomError:
    return PydanticCustomError(reason, section, {"section": section, **arguments})
