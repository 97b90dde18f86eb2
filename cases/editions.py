"""What everybody was told stays as it was told, whatever a letter turns out to be afterwards.

Who kept an old public report and lays a new one beside it must not see that a letter became a denunciation, ceased to
be one, or had one in it. So the first public report (edition) that a letter stands in decides for good whether it is
told:

- A letter that was told goes on being told when it becomes a denunciation: with the kind, topic, matter, due day and
  eligibility that it had, and whatever becomes of it.
- One that was left out stays out.
- A letter that was told, and of which a denunciation is taken out afterwards, goes on as if it had not been parted:
  what becomes of its part that accuses nobody becomes of it, and its parts are not told.
- A letter that was told, and turns out to repeat one that is not told, was filed away.
- What tells of a letter that is not told, and stood in no edition yet, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Final

from cases.kinds import HIDDEN_KIND
from cases.lives import CaseRow, SpellRow
from cases.records import record

FILED: Final = "archived"
_TELLING: Final = frozenset({"split", "duplicate"})


@record(frozen=True, slots=True)
class Past:
    """How a letter stood in an edition before it changed."""

    hidden: bool
    """It was left out."""
    whole: bool
    """It had neither been parted nor found to repeat another."""
    kind: str
    topic: str
    due_on: str
    eligible: bool | None
    own_topic: str
    matter: str


@record(frozen=True, slots=True)
class Tie:
    """A letter that tells of another one: that was taken out of it (`part`), or that it repeats."""

    letter: str
    of: str
    part: bool
    kind: str
    """The kind of the other one."""
    since: int = 0
    """The newest edition when the letter was first counted."""
    of_since: int = 0


@record(frozen=True, slots=True)
class Altered:
    """Letters that public reports tell otherwise than they are."""

    gone: frozenset[str] = frozenset()
    """Not at all, though they are no denunciations."""
    ended: Mapping[str, str] = field(default_factory=dict)
    """As if their last end had been another: the part with which such a letter goes on, "" for one filed away."""


def is_telltale(before: CaseRow, now: CaseRow) -> bool:
    """Whether a change of a letter that was told would tell of a denunciation, or may do so."""
    became = _end(now)
    return (before.kind == HIDDEN_KIND) != (now.kind == HIDDEN_KIND) or (became in _TELLING and became != _end(before))


def past(before: CaseRow) -> Past:
    """What is kept of a letter that was told so far."""
    return Past(
        hidden=before.kind == HIDDEN_KIND,
        whole=_end(before) not in _TELLING,
        kind=before.kind,
        topic=before.topic,
        due_on=before.due_on,
        eligible=before.eligible,
        own_topic=before.own_topic,
        matter=before.matter,
    )


def altered(ties: Iterable[Tie], pasts: Mapping[str, Past], freed: Iterable[str] = ()) -> Altered:
    """What is told otherwise, or not at all. `freed` are letters that an edition left out, whatever they are now."""
    telling: dict[str, list[Tie]] = defaultdict(list)
    parts: dict[str, list[Tie]] = defaultdict(list)
    hidden = set(freed)
    for tie in ties:
        telling[tie.of].append(tie)
        if tie.part:
            parts[tie.letter].append(tie)
        known = pasts.get(tie.of)
        if known.hidden if known else tie.kind == HIDDEN_KIND:
            hidden.add(tie.of)
    gone = set(freed)
    ended: dict[str, str] = {}
    waiting = list(hidden)

    def leave_out(letter: str) -> None:
        if letter not in gone:
            gone.add(letter)
            waiting.append(letter)

    while waiting:
        for tie in telling[waiting.pop()]:
            known = pasts.get(tie.letter)
            told_whole = known is not None and known.whole and not known.hidden
            first = min((part.of_since for part in parts[tie.letter]), default=0)
            # it was told as parted, or as repeating another, before this one was there
            told_so = tie.of_since > first if tie.part else not told_whole and tie.of_since > tie.since
            if told_so or tie.letter in ended:
                continue
            if not told_whole:
                leave_out(tie.letter)
            elif tie.part:
                those = sorted(parts[tie.letter], key=lambda part: (part.of in hidden, part.of_since, part.of))
                ended[tie.letter] = those[0].of
                for part in those:
                    leave_out(part.of)
            else:
                ended[tie.letter] = ""
    return Altered(frozenset(gone), ended)


def as_told(now: CaseRow, known: Past | None, goes_on: CaseRow | None, *, ended: bool) -> CaseRow:
    """A letter as public reports tell it. `ended`: not as it ended, but as `goes_on` did, or as filed away."""
    if known is not None and (ended or now.kind == HIDDEN_KIND):
        # a letter that was told as parted was told as never eligible
        parted = not ended and _end(now) == "split"
        eligible = now.eligible if parted or known.eligible is None else known.eligible
        eligible = False if known.kind == "khac" and eligible else eligible
        now = replace(
            now,
            kind=known.kind,
            topic=known.topic,
            own_topic=known.own_topic,
            due_on=known.due_on,
            eligible=eligible,
            matter=known.matter,
        )
    if ended:
        spells = _otherwise(now.spells, goes_on.spells if goes_on else ())
        first, last = spells[0], spells[-1]
        status = last.outcome or "registered"
        now = replace(now, spells=spells, status=status, outcome=first.outcome, outcome_on=first.outcome_on)
    return now


def _end(row: CaseRow) -> str:
    return row.spells[-1].outcome if row.spells else ""


def _otherwise(spells: tuple[SpellRow, ...], part: tuple[SpellRow, ...]) -> tuple[SpellRow, ...]:
    at = max((number for number, spell in enumerate(spells) if spell.outcome in _TELLING), default=None)
    if at is None:
        return spells
    end = spells[at]
    if not part or at + 1 < len(spells):
        return (*spells[:at], replace(end, outcome=FILED), *spells[at + 1 :])
    first = part[0]
    day = max(first.outcome_on, end.opened_on) if first.outcome_on else ""
    return (*spells[:at], SpellRow(end.opened_on, first.outcome, day), *part[1:])
