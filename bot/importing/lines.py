"""The lines of `tiengdan import`: their shape, and what is wrong with a line by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from cases.kinds import Kind, Topic
from cases.records import record

Ref = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""A number in a register. It is printed in errors and exports: no place for a name."""
Words = Annotated[str, Field(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
"""A day that can stand in a register: others are slips of the pen."""
Number = Annotated[int, Field(ge=0, le=1_000_000)]
Positive = Annotated[int, Field(ge=1, le=1_000_000)]


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    ref: Ref

    def text(self) -> str:
        """The line as it is kept and exported: fields that say nothing are left out."""
        said = self.model_dump(mode="json", exclude_defaults=True)
        return json.dumps({"type": said.pop("type"), **said}, ensure_ascii=False)


class ReceptionLine(_Line):
    """Citizens received."""

    type: Literal["reception"]
    unit: Ref
    on: Day
    visits: Number
    people: Number
    by: Literal["regular", "head", "delegated"]
    delegations: Number = 0
    repeat: bool = False
    matters: Number | None = 1
    session: Number | Words | None = None


class CaseLine(_Line):
    """A letter."""

    type: Literal["case"]
    unit: Ref
    received_on: Day
    channel: Literal[
        "paper", "in_person", "post", "phone", "telegram", "zalo", "zalo_oa", "zalo_bot", "web", "email", "forwarded"
    ]
    kind: Kind
    topic: Topic
    eligible: bool | None
    outcome: (
        Literal[
            "forwarded",
            "guided",
            "returned",
            "archived",
            "answered",
            "split",
            "duplicate",
            "own_matter",
            "withdrawn",
        ]
        | None
    )
    outcome_on: Day | None = None
    authority: Words | None = None
    replied_on: Day | None = None
    resolved_on: Day | None = None
    anonymous: bool = False
    matter: Words | None = None
    signers: Positive = 1
    person: Words | None = None
    instance: Positive = 1
    competence: Literal["ours", "other"] | None = None
    area: Words | None = None
    urged_on: tuple[Day, ...] = ()
    duplicate_of: Ref | None = None
    parent: Ref | None = None
    signed_on: Day | None = None
    urgent: bool = False
    own_topic: Ref | None = None
    """A topic of the committee's own: it stands under `topic`."""


class ActivityLine(_Line):
    """An activity, or several of a sort."""

    type: Literal["activity"]
    unit: Ref
    on: Day
    what: Literal[
        "supervision_independent",
        "supervision_joint",
        "community_works",
        "social_criticism",
        "opinion_meeting",
        "dialogue",
        "voter_meeting",
        "explanation_session",
    ]
    field: Literal["trat_tu_xay_dung", "dan_chu_co_so", "dat_dai", "khac"] | None
    count: Number
    works: Number | None = None
    violations: Number | None = None
    remedied: Number | None = None


class PetitionLine(_Line):
    """Something that voters asked for."""

    type: Literal["voter_petition"]
    unit: Ref
    on: Day
    within_authority: Literal["quan", "thanh_pho", "trung_uong"]
    resolved_on: Day | None = None


class EventLine(_Line):
    """Something that happened to a letter later. `ended` gives the outcome (`to`) after a reopening."""

    type: Literal["event"]
    case: Ref
    on: Day
    what: Literal["reopened", "transferred", "reclassified", "urged", "replied", "ended"]
    to: Words | None = None


Line = ReceptionLine | CaseLine | ActivityLine | PetitionLine | EventLine
_LINE: Final[TypeAdapter[Line]] = TypeAdapter(Annotated[Line, Field(discriminator="type")])

# pydantic's names of reasons, and the few words that we have for them.
_REASONS: Final = {
    "extra_forbidden": "unknown-field",
    "missing": "missing",
    "literal_error": "choice",
    "union_tag_invalid": "choice",
    "union_tag_not_found": "missing",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "control-character",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-big",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "int_parsing": "whole-number",
    "bool_type": "yes-no",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "json_invalid": "not-json",
    "model_type": "not-object",
    "model_attributes_type": "not-object",
}
OUR_REASONS: Final = (
    "not-utf8",
    "not-json",
    "not-object",
    "wrong-form",
    "eligible-other",
    "eligible-split",
    "outcome-and-day",
    "before-received",
    "before-asked",
    "needs-to",
    "no-to",
    "more-violations",
    "more-remedied",
    "works-only",
    "same-case",
)
LINE_REASONS: Final = frozenset({*_REASONS.values(), *OUR_REASONS})
"""Every reason why a line by itself is refused: each has the message `import-reason-<reason>`."""


@record(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of one line. `value` is what may be chosen, never what was written."""

    line: int
    field: str
    reason: str
    value: str = ""


class LinesError(ValueError):
    """Lines that cannot be imported; nothing was."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(self.__doc__)
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.field))


@record(frozen=True, slots=True)
class Read:
    """The lines of a file with their numbers, and what is wrong with some."""

    lines: list[tuple[int, Line]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(content: bytes, progress: Callable[[int, int], None] = lambda done, total: None) -> Read:
    """Read every line; a line that is wrong by itself is among the problems instead."""
    raw = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    found = Read()
    for number, text in enumerate(raw, start=1):
        if number % 1000 == 0 or number == len(raw):
            progress(number, len(raw))
        if not text.strip():
            continue
        line, problems = judge(number, text)
        found.problems.extend(problems)
        if line is not None:
            found.lines.append((number, line))
    return found


def judge(number: int, text: bytes) -> tuple[Line | None, list[Problem]]:
    """One line, or what is wrong with it by itself."""
    try:
        line = _LINE.validate_json(text)
    except ValidationError as error:
        return None, _problems(error, number, text)
    wrong = [Problem(number, where, reason) for where, reason in _rules(line)]
    return (None if wrong else line), wrong


def days_after(lines: Iterable[tuple[int, Line]], today: date) -> list[date]:
    """For each line that tells of a day after today, the last such day."""
    found = []
    for _, line in lines:
        days = [line.received_on, line.outcome_on] if isinstance(line, CaseLine) else [line.on]
        last = max(day for day in days if day is not None)
        if last > today:
            found.append(last)
    return found


def own_topics(lines: Iterable[tuple[int, Line]]) -> set[str]:
    """The topics of a committee's own that the lines name."""
    return {line.own_topic for _, line in lines if isinstance(line, CaseLine) and line.own_topic is not None}


def parse_line(text: str) -> Line:
    """A line that was read before."""
    return _LINE.validate_json(text)


def _problems(error: ValidationError, number: int, text: bytes) -> list[Problem]:
    try:
        plain = json.loads(text.decode("utf-8"))
    except UnicodeDecodeError:
        return [Problem(number, "", "not-utf8")]
    except (ValueError, RecursionError):
        return [Problem(number, "", "not-json")]
    if not isinstance(plain, dict):
        return [Problem(number, "", "not-object")]
    found: dict[str, Problem] = {}
    for item in error.errors(include_input=False, include_url=False):
        kind = item["type"]
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            context: dict[str, Any] = item.get("ctx", {})
            expected = str(context.get("expected_tags", "")).replace("'", "")
            return [Problem(number, "type", _REASONS[kind], expected)]
        # the first place is the type of the line; behind the field come members of a choice between types
        where = str(item["loc"][1]) if len(item["loc"]) > 1 else ""
        context = item.get("ctx", {})
        value = str(context.get("expected", context.get("ge", context.get("le", context.get("max_length", "")))))
        found.setdefault(where, Problem(number, where, _REASONS.get(kind, "wrong-form"), _choices(value)))
    return list(found.values())


def _choices(text: str) -> str:
    return text.replace(" or ", ", ").replace("'", "")


def _rules(line: Line) -> Iterator[tuple[str, str]]:
    """What no field alone can tell: field and reason."""
    match line:
        case CaseLine():
            yield from _case_rules(line)
        case ActivityLine():
            works = (line.works, line.violations, line.remedied)
            if line.what != "community_works" and any(value is not None for value in works):
                yield "works", "works-only"
            if line.violations is not None and line.works is not None and line.violations > line.works:
                yield "violations", "more-violations"
            if line.remedied is not None and line.violations is not None and line.remedied > line.violations:
                yield "remedied", "more-remedied"
        case PetitionLine():
            if line.resolved_on is not None and line.resolved_on < line.on:
                yield "resolved_on", "before-asked"
        case EventLine():
            if line.what in ("transferred", "reclassified", "ended") and not line.to:
                yield "to", "needs-to"
            if line.what in ("reopened", "urged", "replied") and line.to:
                yield "to", "no-to"


def _case_rules(line: CaseLine) -> Iterator[tuple[str, str]]:
    if line.eligible and line.kind == "khac":
        yield "eligible", "eligible-other"
    if line.eligible and line.outcome == "split":
        yield "eligible", "eligible-split"
    if (line.outcome is None) != (line.outcome_on is None):
        yield "outcome_on", "outcome-and-day"
    days = [("outcome_on", line.outcome_on), ("replied_on", line.replied_on), ("resolved_on", line.resolved_on)]
    for where, day in (*days, *(("urged_on", day) for day in line.urged_on)):
        if day is not None and day < line.received_on:
            yield where, "before-received"
    if line.ref in (line.parent, line.duplicate_of):
        yield "parent" if line.parent == line.ref else "duplicate_of", "same-case"
