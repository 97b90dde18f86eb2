"""What the classifier hands back."""

from __future__ import annotations

from cases.kinds import Kind, Topic
from cases.records import record


@record(frozen=True, slots=True)
class Matter:
    """One matter of a letter that holds several."""

    kind: Kind
    topic: Topic


@record(frozen=True, slots=True)
class Proposal:
    """What a letter seems to be. A person decides; `why` is what to show them."""

    kind: Kind
    topic: Topic
    """Always `khac` when the kind is."""
    urgent: bool
    """Danger to somebody's life or body, now or within hours."""
    others: tuple[Matter, ...]
    """Further matters in the same message, without the main one."""
    confidence: float
    """How likely the kind is right, 0 to 1."""
    sure: bool
    """Whether nobody needs to be asked."""
    ask: tuple[Kind, Kind] | None
    """When not sure: the two kinds that one question must tell apart, the likelier first."""
    why: tuple[str, ...]
    """One to four pieces of the text, letter for letter, that decided (none for an empty text)."""
