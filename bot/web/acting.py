"""What officers do on the page: the very commands and questions of the staff chat, one after the other.

The page keeps no second way of taking, ending or answering: it hands a command to the same dialogue, shows what that
asks as a form, and hands the answer back. Between two pages the dialogue's state travels sealed in the form.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from cases.dates import stamp, unstamp
from handlers import commands
from handlers.dialogue import advance
from handlers.effects import Audit, Effect, Say
from handlers.messages import Choice, Incoming, Option, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_words import STAFF_LANGUAGE
from handlers.state import State, dump, load
from storage.errors import StorageError
from storage.session import Session

CHANNEL: Final = "console"
LASTS: Final = timedelta(hours=2)
"""So long a form may lie open before its question must be asked anew."""
LONGEST_ANSWER: Final = 20_000
_LOOK: Final = "/don"
TAKING: Final = frozenset({"nhan", "don"})
"""What shows nothing of a denunciation and ends nothing: it needs no second step."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the dialogue said: its words, the ways to answer, and (while it asks) its sealed state, else "".
    `second` is the code of the denunciation for which the second step must be passed first."""

    text: str
    options: Sequence[Option] = ()
    state: str = ""
    second: str = ""


def offered(world: World, officer: Officer, case: CaseView, lang: str = STAFF_LANGUAGE) -> tuple[Option, ...]:
    """What the officer may do with a case now: what the chat offers under `/don`. Nothing of it is carried out."""
    _, effects = advance(State(), _from(world, officer, Text(f"{_LOOK} {case.code}")), _speaking(world, lang))
    found = [option for effect in effects if isinstance(effect, Say) for option in effect.out.options]
    return tuple(option for option in found if is_ours(option.id) and not option.id.startswith(f"{_LOOK} "))


def is_ours(command: str) -> bool:
    """Whether this is a command of staff, which the page may carry out."""
    return command.startswith("/") and commands.parse(command).name in commands.STAFF


def begin(
    world: World, db: Session, officer: Officer, command: str, *, strong: bool, lang: str = STAFF_LANGUAGE
) -> tuple[Question, tuple[Effect, ...]]:
    """Carry out a command, or ask what it needs to know. `strong` is whether the second step was passed."""
    free = commands.parse(command).name in TAKING
    return _step(world, db, officer, State(), Choice(command), lang, strong=strong or free)


def answer(
    world: World,
    db: Session,
    officer: Officer,
    sealed: str,
    *,
    strong: bool,
    option: str = "",
    words: str = "",
    lang: str = STAFF_LANGUAGE,
) -> tuple[Question | None, tuple[Effect, ...]]:
    """Give the dialogue an answer; None when its question is no longer open."""
    state = _open(db, officer, sealed, world)
    if state is None or state.errand is None:
        return None, ()
    words = words.strip()[:LONGEST_ANSWER]
    what = Choice(option, state.prompt) if option else Text(words)
    if isinstance(what, Text) and words.startswith(("/", "#")):
        # In a form nobody types commands: the words are meant.
        what = Text(words.lstrip("/#"))
    return _step(world, db, officer, state, what, lang, strong=strong)


def _speaking(world: World, lang: str) -> World:
    return world if lang == STAFF_LANGUAGE else replace(world, staff_language=lang)


def _step(
    world: World,
    db: Session,
    officer: Officer,
    before: State,
    what: Choice | Text,
    lang: str,
    *,
    strong: bool,
) -> tuple[Question, tuple[Effect, ...]]:
    incoming = _from(world, officer, what)
    state, effects = advance(before, incoming, world)
    if not strong and (second := _denunciation(world, (before, state), effects)):
        return Question("", second=second), ()
    # What others get stays in their language. The dialogue is pure: the same step, taken once more, says to the
    # officer alone in theirs what it said.
    heard = effects if lang == STAFF_LANGUAGE else advance(before, incoming, _speaking(world, lang))[1]
    said = [effect.out for effect in heard if isinstance(effect, Say)]
    text = "\n\n".join(out.text for out in said)
    if state.errand is None:
        # A filing is none of an officer's business here: what the dialogue may have begun is let go.
        return Question(text, tuple(option for out in said for option in out.options)), effects
    kept = replace(state, draft=None, menu=())
    return Question(text, said[-1].options if said else (), _seal(db, officer, kept, world)), effects


def _denunciation(world: World, states: Sequence[State], effects: Sequence[Effect]) -> str:
    """The code of a denunciation that this step asks about or changes, "" for none. A refusal is neither."""
    touched = {str(state.errand.get("case") or "") for state in states if state.errand is not None}
    touched |= {str(getattr(effect, "case", "")) for effect in effects if not isinstance(effect, Audit)}
    cases = [world.cases.by_id(each) for each in touched if each]
    return next((case.code for case in cases if case is not None and case.closed_words), "")


def _from(world: World, officer: Officer, what: Choice | Text) -> Incoming:
    return Incoming(CHANNEL, officer.id, officer.id, "", world.now, what)


def _seal(db: Session, officer: Officer, state: State, world: World) -> str:
    value = {"at": stamp(world.now), "state": dump(state)}
    return base64.urlsafe_b64encode(db.vault.seal_json(CHANNEL, officer.id, "state", value)).decode()


def _open(db: Session, officer: Officer, sealed: str, world: World) -> State | None:
    try:
        raw = base64.urlsafe_b64decode(sealed.encode("ascii", "replace"))
        value: dict[str, Any] = db.vault.open_json(CHANNEL, officer.id, "state", raw)
    except (binascii.Error, StorageError, ValueError):
        return None
    if world.now - unstamp(value["at"]) > LASTS:
        return None
    state = load(value["state"])
    return state if state.errand is not None else None
