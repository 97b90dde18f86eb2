"""What an import changes: every line judged against what is kept, then all of it stored, or none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Final

from bot.importing.export import exported_lines
from bot.importing.lines import (
    ActivityLine,
    CaseLine,
    EventLine,
    Line,
    LinesError,
    PetitionLine,
    Problem,
    ReceptionLine,
    parse_line,
)
from cases.lives import moved_text
from cases.records import record
from cases.registered import STORY_REASONS, ContradictionError, Entered, Happening, put_together
from cases.registers import ActivityRow, PetitionRow, ReceptionRow
from storage import counts, registers, staging
from storage.database import Database
from storage.registers import CaseFacts, KeptLine
from storage.session import Session

Due = Callable[[str, date, bool], tuple[str, str]]
"""Due day and rule of a kind, received on a day, anonymous or not."""

STORE_REASONS: Final = frozenset(
    {
        *STORY_REASONS,
        "twice",
        "unknown-unit",
        "unknown-case",
        "parent-not-split",
        "changed-here",
        "circle",
    }
)
"""Why a line is refused that is right by itself: each has the message `import-reason-<reason>`."""
STEP: Final = 500
"""So many letters, or lines, are set aside in one transaction."""
TRIES: Final = 3
"""So often an import is judged anew because others were at the same letters."""
LONGEST_CHAIN: Final = 50
"""A letter repeats one that repeats one … at most so often; more is a circle."""


@record(frozen=True, slots=True)
class Stored:
    """How many lines of each type were new, changed, or there already."""

    new: Mapping[str, int]
    changed: Mapping[str, int]
    same: Mapping[str, int]


@record(frozen=True, slots=True)
class Terms:
    """What an import takes from the house: its units, new tracking codes, due days, and the moment."""

    units: Collection[str]
    new_code: Callable[[], str]
    due: Due
    now: datetime


@record(frozen=True, slots=True)
class Step:
    """Some of what an import comes to: new letters with their codes, changed ones by their ids, lines."""

    new: list[tuple[str, CaseFacts]] = field(default_factory=list)
    changed: list[tuple[str, CaseFacts]] = field(default_factory=list)
    lines: list[KeptLine] = field(default_factory=list)


def judge(db: Session, lines: list[tuple[int, Line]], terms: Terms) -> Judged:
    """What the lines come to beside what is kept. Changes nothing. Raises LinesError."""
    work = Judged(db, terms)
    work.sort(lines)
    work.judge()
    if work.problems:
        raise LinesError(work.problems)
    return work


def bring_in(db: Session, lines: list[tuple[int, Line]], terms: Terms) -> Stored:
    """Store the lines, all or none, in the one transaction of `db`. Raises LinesError."""
    staging.alone(db)
    judged = judge(db, lines, terms)
    batch = staging.begin(db, terms.now)
    for step in judged.steps():
        staging.stage(db, batch, step.new, step.changed, step.lines, terms.now)
    stored = judged.publish(db, batch)
    assert stored is not None, "nobody else wrote in between"
    while staging.clear(db, batch):
        pass
    return stored


async def bring_in_by_steps(
    database: Database,
    lines: list[tuple[int, Line]],
    terms: Terms,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Stored:
    """Store the lines, all or none, so that others wait for the last step alone. Raises LinesError."""
    for killed in await database.read(staging.abandoned, terms.now):
        await _clear(database, killed)
    for _ in range(TRIES):
        judged = await database.read(judge, lines, terms)
        batch = await database.write(staging.begin, terms.now)
        try:
            steps = list(judged.steps())
            for done, step in enumerate(steps, start=1):
                await database.write(staging.stage, batch, step.new, step.changed, step.lines, terms.now)
                progress(done, len(steps))
            stored = await database.write(judged.publish, batch)
        finally:
            await _clear(database, batch)
        if stored is not None:
            return stored
    # somebody is at the same letters all the time: once, they have to wait
    return await database.write(bring_in, lines, terms)


async def _clear(database: Database, batch: str) -> None:
    while await database.write(staging.clear, batch):
        pass


class Judged:
    """One import under way: the lines of the file beside what is kept."""

    def __init__(self, db: Session, terms: Terms) -> None:
        self.problems: list[Problem] = []
        self._db = db
        self._terms = terms
        self._units = frozenset(terms.units)
        self._after = staging.published(db)
        self._known = registers.known_cases(db)
        self._codes = registers.codes(db)
        self._filed = self._codes - {case.code for case in self._known.values()}
        self._kept = registers.kept_lines(db)
        self._kept_cases = {each.ref: each for each in self._kept if each.type == "case"}
        self._kept_events = {each.ref: each for each in self._kept if each.type == "event"}
        self._kept_events_of: dict[str, list[KeptLine]] = defaultdict(list)
        for each in self._kept_events.values():
            self._kept_events_of[each.case_ref].append(each)
        self._told_events_of: dict[str, list[tuple[int, EventLine]]] = defaultdict(list)
        self._events_of: dict[str, dict[str, tuple[int, EventLine]]] = {}
        self._lines: dict[tuple[str, str], tuple[int, Line]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._facts: dict[str, CaseFacts] = {}
        self._skipped: set[str] = set()
        self._written: dict[str, frozenset[str]] | None = None

    def sort(self, lines: list[tuple[int, Line]]) -> None:
        """Take the lines by type and number; a number twice must be the same line twice."""
        tokens: dict[str, str] = {}
        for number, line in lines:
            if isinstance(line, CaseLine) and line.person:
                if line.person not in tokens:
                    tokens[line.person] = registers.person_token(self._db, line.person)
                line = line.model_copy(update={"person": tokens[line.person] or None})
            key = (line.type, line.ref)
            there = self._lines.get(key)
            if there is None:
                self._lines[key] = (number, line)
                self._texts[key] = line.text()
                if isinstance(line, EventLine):
                    self._told_events_of[line.case].append((number, line))
            elif there[1] != line:
                self._wrong(number, "ref", "twice", str(there[0]))

    def judge(self) -> None:
        """Find what is wrong, and what each new or changed letter comes to."""
        for number, line in self._lines.values():
            if not isinstance(line, EventLine) and line.unit not in self._units:
                self._wrong(number, "unit", "unknown-unit")
            elif isinstance(line, EventLine) and not self._exists(line.case):
                self._wrong(number, "case", "unknown-case")
        if self.problems:
            return
        affected = self._affected()
        for ref in affected:
            for each in (*self._kept_of(ref), *self._told_of(ref)):
                self._events_of.setdefault(ref, {})[each[1].ref] = each
        for ref in affected:
            known = self._known.get(ref)
            if ref in self._filed or (known is not None and known.touched):
                self._leave_or_refuse(ref)
            else:
                self._judge_case(ref)

    def steps(self) -> Iterator[Step]:
        """What is new or changed, some of it at a time."""
        fresh = [facts for ref, facts in self._facts.items() if ref not in self._known]
        changed = [(self._known[ref].id, facts) for ref, facts in self._facts.items() if ref in self._known]
        lines = [line for line, _ in self._fresh_lines()]
        for start in range(0, len(fresh), STEP):
            yield Step(new=[(self._code(), facts) for facts in fresh[start : start + STEP]])
        for start in range(0, len(changed), STEP):
            yield Step(changed=changed[start : start + STEP])
        for start in range(0, len(lines), STEP):
            yield Step(lines=lines[start : start + STEP])

    def publish(self, db: Session, batch: str) -> Stored | None:
        """Put all steps, and the other registers, in their place; None, and nothing, where they hold no more."""
        if not staging.publish(db, batch, self._after, self._terms.now):
            return None
        counted = _Counted(self._lines)
        for line, known in self._fresh_lines():
            counted.add(line.type, known=known)
        self._store_rest(db, counted)
        return counted.result()

    def _fresh_lines(self) -> Iterator[tuple[KeptLine, bool]]:
        """Lines of letters and of what happened to them that are new or changed; whether there was one before."""
        for (sort, ref), (_, line) in self._lines.items():
            if isinstance(line, CaseLine | EventLine):
                case_ref = line.case if isinstance(line, EventLine) else ref
                before = (self._kept_events if isinstance(line, EventLine) else self._kept_cases).get(ref)
                text = self._texts[sort, ref]
                if (before is None or before.content != text) and case_ref not in self._skipped:
                    yield KeptLine(line.type, ref, case_ref, text), before is not None

    # Judging -----------------------------------------------------------------------------------------------

    def _affected(self) -> list[str]:
        """Letters whose line or events are new or changed, and those that repeat one that changed."""
        found: dict[str, None] = {}
        changed: set[str] = set()
        for (sort, ref), (_, line) in self._lines.items():
            if isinstance(line, CaseLine):
                before = self._kept_cases.get(ref)
                if before is None or before.content != self._texts[sort, ref]:
                    found[ref] = None
                    changed.update({ref} if before else ())
            elif isinstance(line, EventLine):
                before = self._kept_events.get(ref)
                if before is None or before.content != self._texts[sort, ref]:
                    found[line.case] = None
                    if before is not None:
                        found[before.case_ref] = None
        while changed:
            repeating = {
                ref
                for ref, kept in self._kept_cases.items()
                if ref not in found and '"duplicate_of"' in kept.content and self._line_of(ref).duplicate_of in changed
            }
            found.update(dict.fromkeys(repeating))
            changed = repeating
        return list(found)

    def _judge_case(self, ref: str) -> None:
        number, line = self._case(ref)
        for where, other in (("parent", line.parent), ("duplicate_of", line.duplicate_of)):
            if other is not None and not self._exists(other):
                self._wrong(number, where, "unknown-case")
                return
        if line.parent is not None and line.parent not in self._filed and self._line_of(line.parent).outcome != "split":
            self._wrong(number, "parent", "parent-not-split")
            return
        entered = Entered(
            unit=line.unit,
            kind=line.kind,
            received_on=line.received_on,
            outcome=line.outcome or "",
            outcome_on=line.outcome_on,
            eligible=line.eligible,
            replied_on=line.replied_on,
            urged_on=line.urged_on,
        )
        happenings = [
            Happening(at, event.ref, event.on, event.what, event.to or "")
            for at, event in self._events_of.get(ref, {}).values()
        ]
        try:
            found = put_together(entered, happenings, self._units)
        except ContradictionError as wrong:
            if wrong.happening.line:
                self._wrong(wrong.happening.line, wrong.field, wrong.reason)
            else:  # the event was there before; it is the letter's own line that does not fit it any more
                self._wrong(
                    number, "received_on" if wrong.reason == "event-before-received" else "outcome", wrong.reason
                )
            return
        matter = self._matter(ref, line)
        if not matter:
            self._wrong(number, "duplicate_of", "circle")
            return
        due_on, due_rule = self._terms.due(found.kind, line.received_on, line.anonymous)
        self._facts[ref] = CaseFacts(
            ref=ref,
            unit=found.unit,
            kind=found.kind,
            topic=line.topic,
            channel=line.channel,
            received_on=line.received_on,
            due_on=due_on,
            due_rule=due_rule,
            spells=tuple((spell.opened_on, spell.outcome, spell.outcome_on) for spell in found.spells),
            anonymous=line.anonymous,
            eligible=found.eligible,
            matter=line.matter or "",
            matter_key=matter,
            person=line.person or "",
            signers=line.signers,
            instance=line.instance,
            competence=line.competence or "",
            area=line.area or "",
            authority=line.authority or "",
            replied_on=_iso(found.replied_on),
            resolved_on=_iso(line.resolved_on),
            urged_on=tuple(day.isoformat() for day in found.urged_on),
            duplicate_of=line.duplicate_of or "",
            parent=line.parent or "",
            signed_on=_iso(line.signed_on),
            urgent=line.urgent,
            moved=moved_text(found.moved),
            own_topic=line.own_topic or "",
        )

    def _matter(self, ref: str, line: CaseLine) -> str:
        """The matter, or the first letter of a chain of repetitions; "" when the chain goes round."""
        for _ in range(LONGEST_CHAIN):
            if line.matter:
                return f"m:{line.matter}"
            if line.duplicate_of is None:
                return f"r:{ref}"
            ref = line.duplicate_of
            if ref in self._filed or not self._exists(ref):
                return f"r:{ref}"
            line = self._line_of(ref)
        return ""

    def _leave_or_refuse(self, ref: str) -> None:
        """A letter that was handled in the program stays as it is; a line that says otherwise is refused."""
        if self._written is None:
            self._written = exported_lines(self._db)
        there = self._written.get(ref, frozenset())
        own = self._lines.get(("case", ref))
        told = [own] if own is not None else []
        told += [self._lines["event", event.ref] for _, event in self._told_of(ref)]
        for number, line in told:
            before = (self._kept_events if isinstance(line, EventLine) else self._kept_cases).get(line.ref)
            text = self._texts[line.type, line.ref]
            if text not in there and (before is None or before.content != text):
                self._wrong(number, "ref", "changed-here")
        self._skipped.add(ref)

    def _case(self, ref: str) -> tuple[int, CaseLine]:
        """The line of a letter: of the file, else the kept one; with its number, or of the first event told of it."""
        there = self._lines.get(("case", ref))
        if there is not None and isinstance(there[1], CaseLine):
            return there[0], there[1]
        told = [number for number, _ in self._events_of.get(ref, {}).values() if number]
        return min(told, default=0), self._line_of(ref)

    def _line_of(self, ref: str) -> CaseLine:
        there = self._lines.get(("case", ref))
        line = there[1] if there is not None else parse_line(self._kept_cases[ref].content)
        assert isinstance(line, CaseLine)
        return line

    def _kept_of(self, ref: str) -> Iterator[tuple[int, EventLine]]:
        for event in self._kept_events_of.get(ref, ()):
            if ("event", event.ref) not in self._lines:
                line = parse_line(event.content)
                assert isinstance(line, EventLine)
                yield 0, line

    def _told_of(self, ref: str) -> list[tuple[int, EventLine]]:
        return self._told_events_of.get(ref, [])

    def _exists(self, ref: str) -> bool:
        return ("case", ref) in self._lines or ref in self._known or ref in self._filed

    def _wrong(self, number: int, where: str, reason: str, value: str = "") -> None:
        self.problems.append(Problem(number, where, reason, value))

    def _code(self) -> str:
        while (code := self._terms.new_code()) in self._codes:
            pass
        self._codes.add(code)
        return code

    # The other registers -----------------------------------------------------------------------------------

    def _store_rest(self, db: Session, counted: _Counted) -> None:
        kept = counts.registers(db, registers.FIRST_DAY, registers.LAST_DAY)
        there: dict[tuple[str, str], object] = {("reception", row.ref): row for row in kept.receptions}
        there |= {("activity", row.ref): row for row in kept.activities}
        there |= {("voter_petition", row.ref): row for row in kept.petitions}
        receptions: list[ReceptionRow] = []
        activities: list[ActivityRow] = []
        petitions: list[PetitionRow] = []
        for key, (_, line) in self._lines.items():
            row = _row(line)
            if row is None or there.get(key) == row:
                continue
            counted.add(key[0], known=key in there)
            match row:
                case ReceptionRow():
                    receptions.append(row)
                case ActivityRow():
                    activities.append(row)
                case PetitionRow():
                    petitions.append(row)
        registers.put_receptions(db, receptions)
        registers.put_activities(db, activities)
        registers.put_petitions(db, petitions)


class _Counted:
    """How many lines of each type were new or changed."""

    def __init__(self, lines: Collection[tuple[str, str]]) -> None:
        self._all = Counter(sort for sort, _ in lines)
        self._new: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()

    def add(self, sort: str, *, known: bool) -> None:
        """One line that was stored."""
        (self._changed if known else self._new)[sort] += 1

    def result(self) -> Stored:
        """New, changed, and the same as before."""
        return Stored(dict(self._new), dict(self._changed), dict(self._all - self._new - self._changed))


def _row(line: Line) -> ReceptionRow | ActivityRow | PetitionRow | None:
    match line:
        case ReceptionLine():
            return ReceptionRow(
                line.ref,
                line.unit,
                line.on.isoformat(),
                line.visits,
                line.people,
                line.by,
                line.delegations,
                line.repeat,
                line.matters,
                "" if line.session is None else str(line.session),
            )
        case ActivityLine():
            return ActivityRow(
                line.ref,
                line.unit,
                line.on.isoformat(),
                line.what,
                line.field or "",
                line.count,
                line.works,
                line.violations,
                line.remedied,
            )
        case PetitionLine():
            return PetitionRow(line.ref, line.unit, line.on.isoformat(), line.within_authority, _iso(line.resolved_on))
        case _:
            return None


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
