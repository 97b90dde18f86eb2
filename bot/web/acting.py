"""What officers do on the page: the very commands and questions of the staff chat, one after the other.

The page keeps no second way of taking, ending or answering: it hands a command to the same dialogue, shows what that
asks as a form, and hands the answer back. Between two pages the dialogue's state travels sealed in the form.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.intake import Sealed
from cases.codes import read_code
from cases.dates import stamp, unstamp
from cases.records import record
from handlers import commands
from handlers.asking import open_step, talk_of
from handlers.dialogue import advance
from handlers.effects import Audit, Effect, Fetch, Remind, Say
from handlers.messages import CONSOLE, Choice, Incoming, Media, Option, Text, Timer
from handlers.ports import CaseView, Officer, World
from handlers.staff_chasing import ScanStep
from handlers.staff_entry import ContentStep
from handlers.staff_guide import HINTS
from handlers.staff_words import STAFF_LANGUAGE
from handlers.state import State, dump, load
from handlers.talk import Step
from storage import fetches, files
from storage.errors import StorageError
from storage.session import Session

LASTS: Final = timedelta(hours=2)
"""So long a form may lie open before its question must be asked anew."""
LONGEST_ANSWER: Final = 20_000
_LOOK: Final = "/don"
SCANNED: Final = (ScanStep, ContentStep)
"""Questions that take the scan of a paper."""
AT_HAND: Final = ("nhapdon", "tiepdan", "hoatdong", "lichhen", "quahan", "chuagui", "bangiao")
"""What is done at the desk without a letter in hand, in the order of a page."""
TAKING: Final = frozenset({"nhan", "don"})
"""What shows nothing of a denunciation and ends nothing: it needs no second step."""


@record(frozen=True, slots=True)
class Question:
    """What the dialogue said: its words, the ways to answer, and (while it asks) its sealed state, else "".
    `second` is the code of the denunciation for which the second step must be passed first."""

    text: str
    options: Sequence[Option] = ()
    state: str = ""
    second: str = ""
    scan: bool = False
    """Whether it takes the scan of a paper."""
    silent: bool = False
    """Whether it takes nothing but that: no words can be written."""


def offered(world: World, officer: Officer, case: CaseView, lang: str = STAFF_LANGUAGE) -> tuple[Option, ...]:
    """What the officer may do with a case now: what the chat offers under `/don`. Nothing of it is carried out."""
    _, effects = advance(State(), _from(world, officer, Text(f"{_LOOK} {case.code}")), _speaking(world, lang))
    found = [option for effect in effects if isinstance(effect, Say) for option in effect.out.options]
    return tuple(option for option in found if is_ours(option.id) and not option.id.startswith(f"{_LOOK} "))


def at_hand(officer: Officer) -> tuple[str, ...]:
    """The commands that need no letter and that this officer's role has."""
    theirs = {hint.name for hint in HINTS if officer.role in hint.roles}
    return tuple(name for name in AT_HAND if name in theirs)


def is_ours(command: str) -> bool:
    """Whether this is a command of staff, which the page may carry out."""
    return command.startswith("/") and commands.parse(command).name in commands.STAFF


def begin(
    world: World, db: Session, officer: Officer, command: str, *, strong: bool, lang: str = STAFF_LANGUAGE
) -> tuple[Question, tuple[Effect, ...]]:
    """Carry out a command, or ask what it needs to know. `strong` is whether the second step was passed."""
    free = commands.parse(command).name in TAKING
    return _step(world, db, officer, State(), (Choice(command),), lang, strong=strong or free)


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
    return _step(world, db, officer, state, (what,), lang, strong=strong)


def hand_in(
    world: World,
    db: Session,
    officer: Officer,
    sealed: str,
    papers: Sequence[Sealed],
    *,
    strong: bool,
    lang: str = STAFF_LANGUAGE,
) -> tuple[Question | None, tuple[Effect, ...]]:
    """Give the dialogue scans where it asks for some, and hear its question again; without `papers` only hear it.

    None when it asks for none any more. What it does not keep is erased.
    """
    state = _open(db, officer, sealed, world)
    asked: Question | None = None
    effects: tuple[Effect, ...] = ()
    if state is not None and state.errand is not None and isinstance(_open_step(world, officer, state), SCANNED):
        came = [Media("document", each.path, each.name, each.mime, each.size) for each in papers]
        whole = Timer("album", state.errand.id)
        asked, effects = _step(world, db, officer, state, (*came, whole), lang, strong=strong)
    kept = {effect.media.file: effect for effect in effects if isinstance(effect, Fetch)}
    for page, paper in enumerate(papers):
        if paper.path in kept:
            # Files of a letter stand in the order in which they came: so must the pages of one paper.
            _keep(db, kept[paper.path], paper, world.now + timedelta(milliseconds=page))
        else:
            files.throw_away(db, paper.path)
    # The page brought the files along and shows the question at once: nothing is left to fetch or to wait for.
    return asked, tuple(effect for effect in effects if not isinstance(effect, Fetch | Remind))


def _keep(db: Session, fetch: Fetch, paper: Sealed, at: datetime) -> None:
    fetches.ask(db, fetch.attachment, fetch.draft, "", CONSOLE, at, kind=fetch.media.kind, file="")
    fetches.ready(
        db,
        fetch.attachment,
        path=paper.path,
        size=paper.size,
        sha256=paper.sha256,
        name=paper.name,
        mime=paper.mime,
        cleaned=paper.cleaned,
    )


def _open_step(world: World, officer: Officer, state: State) -> Step | None:
    return open_step(talk_of(state, _from(world, officer, Text("")), world))


def _speaking(world: World, lang: str) -> World:
    return world if lang == STAFF_LANGUAGE else replace(world, staff_language=lang)


def _step(
    world: World,
    db: Session,
    officer: Officer,
    before: State,
    whats: Sequence[Choice | Text | Media | Timer],
    lang: str,
    *,
    strong: bool,
) -> tuple[Question, tuple[Effect, ...]]:
    state, effects = _through(before, whats, officer, world)
    if not strong and (second := _denunciation(world, (before, state), effects)):
        return Question("", second=second), ()
    # What others get stays in their language. The dialogue is pure: the same step, taken once more, says to the
    # officer alone in theirs what it said.
    heard = effects if lang == STAFF_LANGUAGE else _through(before, whats, officer, _speaking(world, lang))[1]
    said = [effect.out for effect in heard if isinstance(effect, Say)]
    text = "\n\n".join(out.text for out in said)
    if state.errand is None:
        # A filing is none of an officer's business here: what the dialogue may have begun is let go.
        options = tuple(option for out in said for option in out.options)
        return Question(text, _onward(world, officer, whats, options)), effects
    kept = replace(state, draft=None, menu=())
    step = _open_step(world, officer, kept)
    scan, silent = isinstance(step, SCANNED), isinstance(step, ScanStep)
    options = said[-1].options if said else ()
    return Question(text, options, _seal(db, officer, kept, world), scan=scan, silent=silent), effects


def _onward(
    world: World, officer: Officer, whats: Sequence[Choice | Text | Media | Timer], options: Sequence[Option]
) -> tuple[Option, ...]:
    """Where an answer leads on, beyond what the letter's own page offers anyway."""
    named = next((what.option for what in whats if isinstance(what, Choice)), "")
    code = read_code(commands.parse(named).argument.partition(" ")[0]) if is_ours(named) else None
    case = world.cases.by_code(code) if code else None
    there = {option.id for option in offered(world, officer, case)} | {f"{_LOOK} {code}"} if case is not None else set()
    return tuple(dict.fromkeys(option for option in options if is_ours(option.id) and option.id not in there))


def _through(
    state: State, whats: Sequence[Choice | Text | Media | Timer], officer: Officer, world: World
) -> tuple[State, tuple[Effect, ...]]:
    """Several events through the dialogue, one after the other."""
    effects: tuple[Effect, ...] = ()
    for what in whats:
        state, more = advance(state, _from(world, officer, what), world)
        effects = (*effects, *more)
    return state, effects


def _denunciation(world: World, states: Sequence[State], effects: Sequence[Effect]) -> str:
    """The code of a denunciation that this step asks about or changes, "" for none. A refusal is neither."""
    touched = {str(state.errand.get("case") or "") for state in states if state.errand is not None}
    touched |= {str(getattr(effect, "case", "")) for effect in effects if not isinstance(effect, Audit)}
    cases = [world.cases.by_id(each) for each in touched if each]
    return next((case.code for case in cases if case is not None and case.closed_words), "")


def _from(world: World, officer: Officer, what: Choice | Text | Media | Timer) -> Incoming:
    return Incoming(CONSOLE, officer.id, officer.id, "", world.now, what)


def _seal(db: Session, officer: Officer, state: State, world: World) -> str:
    value = {"at": stamp(world.now), "state": dump(state)}
    return base64.urlsafe_b64encode(db.vault.seal_json(CONSOLE, officer.id, "state", value)).decode()


def _open(db: Session, officer: Officer, sealed: str, world: World) -> State | None:
    try:
        raw = base64.urlsafe_b64decode(sealed.encode("ascii", "replace"))
        value: dict[str, Any] = db.vault.open_json(CONSOLE, officer.id, "state", raw)
    except (binascii.Error, StorageError, ValueError):
        return None
    if world.now - unstamp(value["at"]) > LASTS:
        return None
    state = load(value["state"])
    return state if state.errand is not None else None
