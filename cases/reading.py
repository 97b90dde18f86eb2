"""What a text tells by itself, read once before its turn: the kind of letter it would make, and its language."""

from __future__ import annotations

from cases.classify import Proposal, classify
from cases.language import Detected, detect
from cases.records import record


class Unread(Exception):
    """A text has to be read before this turn can go on."""

    def __init__(self, text: str) -> None:
        # Not an argument of the exception: what a resident wrote must not be printed with it.
        super().__init__()
        self.text = text


@record(frozen=True, slots=True)
class Reading:
    """A text and what was read in it."""

    text: str
    proposal: Proposal
    language: Detected


def read(text: str) -> Reading:
    """The reading of `text`; pure, and safe to call from any thread."""
    text = text.strip()
    return Reading(text, classify(text), detect(text))
