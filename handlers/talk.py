"""The shape of a dialogue: steps that ask and take, and the talk that each of them is given."""

from __future__ import annotations

import re
from dataclasses import field
from functools import lru_cache
from typing import Final, Literal, Protocol

from cases.classify import Proposal
from cases.fold import fold
from cases.language import Detected
from cases.records import record
from handlers.effects import Effect, Say
from handlers.messages import Contact, Incoming, Media, Option, Outgoing, Place, Strange, Text
from handlers.ports import CaseView, Words, World
from handlers.state import Draft, State

_AREA: Final = re.compile(r"\b((?:phường|xã|đặc khu|thị trấn|quận|huyện|thành phố|tỉnh)\s.+)$", re.IGNORECASE)

STAGES: Final = 6
"""What a resident sees as "Bước n/6": consent, what, kind, where and when, papers, sender and review."""


@record(frozen=True, slots=True)
class Picked:
    """The option that was tapped or typed."""

    option: str
    ref: str = ""


Where = tuple[str, tuple[str, ...]]
"""An answer by its name, and what it may be."""
Answer = Picked | Text | Media | Place | Contact | Strange
"""What a step is given to take: an option if the words named one, else what came."""


@record(frozen=True, slots=True)
class Prompt:
    """A question: its words and the ways to answer it."""

    text: str
    options: tuple[Option, ...] = ()
    form: tuple[str, str] | None = None
    """Title and words of a form to share a phone number, where the channel has one."""


@record(frozen=True, slots=True)
class Taken:
    """What a step made of an answer. Exactly one of the outcomes below holds; the default is "answered".

    `miss`: it did not fit, ask again. `stay`: it was taken, but the same question stays open. `quiet`: say
    nothing now (an album is still coming). `end`: the dialogue is over. `goto`: the next question by name.
    """

    draft: Draft
    outcome: Literal["next", "miss", "stay", "quiet", "end"] = "next"
    goto: str = ""
    effects: tuple[Effect, ...] = ()
    notes: tuple[str, ...] = ()
    hint: str = ""
    """With `miss`: a sentence that says what is expected, instead of the general one."""
    main: Literal["keep", "drop", "restart"] = "keep"
    """With `end`: what becomes of the filing. An errand leaves it as it is, throws it away or begins it anew;
    the filing itself ends with its files kept (they went into a case) or dropped."""
    language: str = ""
    silent_end: bool = False
    """With `end`: do not repeat the question of the draft beneath."""


@record(frozen=True, slots=True)
class Talk:
    """What a step may know: the draft, the event and the world, and the sentences in the person's language."""

    state: State
    draft: Draft
    incoming: Incoming
    world: World
    language: str

    def say(self, key: str, **arguments: str | int) -> str:
        """The sentence `key` in the person's language."""
        return self.world.words.say(key, self.language, **arguments)

    def option(self, option: str, key: str = "") -> Option:
        """The option `option`, whose label is the sentence `opt-…`."""
        return _option(self.world.words, self.language, option, key or f"opt-{option}")

    def options(self, *names: str) -> tuple[Option, ...]:
        """Several options in one go."""
        return _options(self.world.words, self.language, names)

    def command(self, command: str, key: str) -> Option:
        """A standing option: tapping it equals typing `command`."""
        return Option(command, self.say(key), self.world.words.also(key, self.language))

    def with_draft(self, draft: Draft) -> Talk:
        """The same talk about a newer draft."""
        return Talk(self.state, draft, self.incoming, self.world, self.language)

    def proposal(self, text: str) -> Proposal:
        """What kind of letter `text` would make: as read before the turn, or read now."""
        return self.incoming.read(text).proposal

    def detected(self, text: str) -> Detected:
        """The language of `text`: as read before the turn, or read now."""
        return self.incoming.language_of(text)

    def is_urgent(self, text: str) -> bool:
        """Whether `text` tells of danger to life now: as read before the turn, or looked for now."""
        return self.incoming.is_urgent(text)

    def place_words(self) -> dict[str, str]:
        """How the committee is reached, as arguments of a sentence: unit, phone, address, hours."""
        place = self.world.committee
        unit = self.world.units.by_code(str(self.draft.get("ward") or ""))
        name = committee_name(self, unit.name if unit is not None else place.name)
        if unit is None:
            return {"unit": name, "phone": place.phone, "address": place.address, "hours": place.hours}
        return {
            "unit": name,
            "phone": unit.phone or place.phone,
            "address": unit.address or place.address,
            "hours": unit.hours or place.hours,
        }


class Step(Protocol):
    """One question of a dialogue."""

    @property
    def name(self) -> str: ...

    @property
    def stage(self) -> int:
        """Its place in "Bước n/6"; 0 shows none."""

    def wanted(self, talk: Talk) -> bool:
        """Whether this draft needs the question at all."""

    def answered(self, draft: Draft) -> bool: ...

    def ask(self, talk: Talk) -> Prompt: ...

    def options(self, talk: Talk) -> tuple[Option, ...]:
        """The options of its prompt, which an answer is held against."""

    def take(self, talk: Talk, answer: Answer) -> Taken: ...


class Asks(Protocol):
    """What asks a question."""

    def ask(self, talk: Talk) -> Prompt: ...


class Question:
    """A step that every draft needs, until it holds an answer under the step's name. What differs, a step says."""

    name: str
    stage = 0
    only_where: Where = ("", ())
    """The answer, by its name, and what it must be for this question to be asked; no name: of every draft."""

    def wanted(self, talk: Talk) -> bool:
        """Every draft needs it, or every one with a certain answer."""
        name, values = self.only_where
        return not name or talk.draft.get(name) in values

    def answered(self, draft: Draft) -> bool:
        """The draft has something under its name, be it empty."""
        return self.name in draft.answers

    def options(self: Asks, talk: Talk) -> tuple[Option, ...]:
        """Those that it asks with; a step whose words take much to put together names them apart."""
        return self.ask(talk).options


class OpenQuestion(Question):
    """A step that no answer closes: what it takes ends the dialogue, or leads elsewhere in it."""

    def answered(self, draft: Draft) -> bool:
        """Never."""
        return False


class Detour(OpenQuestion):
    """A step that is asked only when another one leads to it by its name."""

    def wanted(self, talk: Talk) -> bool:
        """While it is the open question."""
        return talk.draft.step == self.name


@record(frozen=True, slots=True)
class Flow:
    """A dialogue: its steps, in the order in which they are asked."""

    name: str
    steps: tuple[Step, ...]
    holds_files: bool = False
    """Whether photos and papers that come at any step are kept with the draft."""
    _named: dict[str, Step] = field(init=False, repr=False, compare=False)
    _asked: tuple[tuple[str, Where | None, Step], ...] = field(init=False, repr=False, compare=False)
    """The steps that can be next: the answer that closes each, "" where it tells by itself; and of which drafts it is,
    None where it tells by itself. Most are plain, and a message that asks them all asks for twenty answers."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_named", {step.name: step for step in reversed(self.steps)})
        asked = ((_closed_by(step), _where(step), step) for step in self.steps if not isinstance(step, Detour))
        object.__setattr__(self, "_asked", tuple(asked))

    def step(self, name: str) -> Step | None:
        """The step of that name; None if a newer version no longer has it."""
        return self._named.get(name)

    def current(self, talk: Talk) -> Step | None:
        """The open question: the named one if it is still wanted, else the first not yet answered."""
        named = self.step(talk.draft.step)
        if named is not None and named.wanted(talk):
            return named
        return self._following(talk)

    def _following(self, talk: Talk) -> Step | None:
        """The first question that is wanted and not yet answered."""
        draft = talk.draft
        answers = draft.answers
        for closed_by, where, step in self._asked:
            if closed_by in answers:
                continue
            if where is not None and where[0] and answers.get(where[0]) not in where[1]:
                continue
            if (closed_by or not step.answered(draft)) and (where is not None or step.wanted(talk)):
                return step
        return None


def _closed_by(step: Step) -> str:
    return step.name if _is_plain(step, "answered") else ""


def _where(step: Step) -> Where | None:
    return step.only_where if isinstance(step, Question) and _is_plain(step, "wanted") else None


def _is_plain(step: Step, method: str) -> bool:
    """Whether a step leaves it to `Question` to say this."""
    return getattr(type(step), method) is getattr(Question, method)


@lru_cache(maxsize=1024)
def _option(words: Words, language: str, option: str, key: str) -> Option:
    return Option(option, words.say(key, language), words.also(key, language))


@lru_cache(maxsize=1024)
def _options(words: Words, language: str, names: tuple[str, ...]) -> tuple[Option, ...]:
    """Of our own words only, like the single ones: they are put together once, and not for every question."""
    return tuple(_option(words, language, name, f"opt-{name}") for name in names)


def case_of(talk: Talk) -> CaseView | None:
    """The case that an errand is about, as it is now."""
    return talk.world.cases.by_id(str(talk.draft.get("case") or ""))


def say(*paragraphs: str, options: tuple[Option, ...] = (), urgent: bool = False) -> Say:
    """A message that asks nothing."""
    return Say(Outgoing("\n\n".join(p for p in paragraphs if p), options=options, urgent=urgent))


def committee_name(talk: Talk, name: str) -> str:
    """The Front's committee of a unit that may be named by its area alone ("phường Cầu Giấy")."""
    return name if _names_the_front(name) else talk.say("unit-committee", name=name)


@lru_cache(maxsize=512)
def _names_the_front(name: str) -> bool:
    folded = fold(name)
    return any(word in folded for word in ("mat tran", "mttq", "front"))


def area_name(name: str) -> str:
    """The area in a unit's name ("Ủy ban MTTQ Việt Nam phường Cầu Giấy" is "phường Cầu Giấy"): fits a button."""
    found = _AREA.search(name)
    return found.group(1) if found else name


def plain_kind(talk: Talk, kind: str) -> str:
    """A kind in plain words rather than its legal label."""
    return talk.say(f"kind-plain-{kind}")


def case_line(talk: Talk, case: CaseView) -> str:
    """A case in one line for its own resident: code, day, where it stands."""
    return talk.say(
        "case-line",
        code=case.code,
        day=case.received_on.strftime("%d/%m/%Y"),
        status=talk.say(f"status-{case.status}"),
    )
