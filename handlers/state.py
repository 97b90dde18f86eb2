"""The state of one conversation: the open draft, the number of the last question, and its form in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from cases.records import record

VERSION: Final = 1

Answers = Mapping[str, Any]
"""What a draft holds: JSON values by the name of the step that asked for them."""


@record(frozen=True, slots=True)
class Draft:
    """An answer in the making. `step` is the name of the question that is open now, never an index."""

    id: str
    flow: str
    step: str = ""
    answers: Answers = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    """Names of the steps answered, in the order they were last answered: the way back."""
    refs: Mapping[str, str] = field(default_factory=dict)
    """Which step the sender's message with this id answered: an edited message changes that answer."""
    started_at: str = ""
    touched_at: str = ""
    nudged: bool = False

    def with_answer(self, name: str, value: Any) -> Draft:
        """The same draft with one answer given or changed."""
        return self._with({**self.answers, name: value})

    def without(self, *names: str) -> Draft:
        """The same draft with these answers taken out."""
        kept = {name: value for name, value in self.answers.items() if name not in names}
        return self._with(kept)

    def at(self, step: str) -> Draft:
        """The same draft with that question open."""
        return self.gone_on(step, self.trail, self.refs, self.touched_at)

    def gone_on(self, step: str, trail: tuple[str, ...], refs: Mapping[str, str], touched_at: str) -> Draft:
        """The same draft after an answer: with that question open, the way back to it, and when it was used."""
        return Draft(self.id, self.flow, step, self.answers, trail, refs, self.started_at, touched_at, self.nudged)

    def _with(self, answers: Answers) -> Draft:
        # Written out, here and in State: `replace` asks every field what it is, and a message makes a dozen of these.
        return Draft(
            self.id,
            self.flow,
            self.step,
            answers,
            self.trail,
            self.refs,
            self.started_at,
            self.touched_at,
            self.nudged,
        )

    def get(self, name: str, default: Any = None) -> Any:
        """The answer of a step, or `default`."""
        return self.answers.get(name, default)

    def has(self, name: str) -> bool:
        """Whether a step has an answer (an answer may be empty: skipped)."""
        return name in self.answers


@record(frozen=True, slots=True)
class State:
    """A conversation between two events."""

    language: str = "vi"
    draft: Draft | None = None
    prompt: int = 0
    """Number of the last question asked: a tap that names another one is old."""
    misses: int = 0
    """Answers in a row that did not fit the open question."""
    welcomed: bool = False
    wrong_codes: tuple[str, ...] = ()
    """Moments (stamps) of wrong tracking codes within the last hour."""
    menu: tuple[tuple[str, str], ...] = ()
    """Standing options (command, label) under the last message while no question is open: "2" means the second."""
    muted_until: str = ""
    """A person of the committee answers by hand until this moment (a stamp): the machine is silent."""
    errand: Draft | None = None
    """A short dialogue that stands over the draft (track, supplement, cancel …); the draft waits beneath it."""

    def put(self, draft: Draft | None, over: bool) -> State:
        """The same state with a newer errand (`over`) or draft, or without."""
        return self.asked(self.prompt, draft, over)

    def asked(self, prompt: int, draft: Draft | None, over: bool) -> State:
        """The same state after a question of that number was asked, with a newer errand (`over`) or draft."""
        return State(
            self.language,
            self.draft if over else draft,
            prompt,
            self.misses,
            self.welcomed,
            self.wrong_codes,
            self.menu,
            self.muted_until,
            draft if over else self.errand,
        )


# JSON ------------------------------------------------------------------------------------------------------


def dump(state: State) -> dict[str, Any]:
    """The state as JSON values, with the version that wrote it."""
    return {
        "version": VERSION,
        "language": state.language,
        "prompt": state.prompt,
        "misses": state.misses,
        "welcomed": state.welcomed,
        "wrong_codes": list(state.wrong_codes),
        "menu": [list(option) for option in state.menu],
        "muted_until": state.muted_until,
        "draft": _dump_draft(state.draft),
        "errand": _dump_draft(state.errand),
    }


def load(data: Mapping[str, Any] | None) -> State:
    """The state that `dump` wrote, by this version or an earlier one; a new one from None."""
    if data is None:
        return State()
    return State(
        language=data.get("language", "vi"),
        prompt=data.get("prompt", 0),
        misses=data.get("misses", 0),
        welcomed=data.get("welcomed", False),
        wrong_codes=tuple(data.get("wrong_codes", ())),
        menu=tuple((option[0], option[1]) for option in data.get("menu", ())),
        muted_until=data.get("muted_until", ""),
        draft=_load_draft(data.get("draft")),
        errand=_load_draft(data.get("errand")),
    )


def _dump_draft(draft: Draft | None) -> dict[str, Any] | None:
    if draft is None:
        return None
    return {
        "id": draft.id,
        "flow": draft.flow,
        "step": draft.step,
        "answers": dict(draft.answers),
        "trail": list(draft.trail),
        "refs": dict(draft.refs),
        "started_at": draft.started_at,
        "touched_at": draft.touched_at,
        "nudged": draft.nudged,
    }


def _load_draft(data: Mapping[str, Any] | None) -> Draft | None:
    if data is None:
        return None
    return Draft(
        id=data["id"],
        flow=data["flow"],
        step=data.get("step", ""),
        answers=data.get("answers", {}),
        trail=tuple(data.get("trail", ())),
        refs=data.get("refs", {}),
        started_at=data.get("started_at", ""),
        touched_at=data.get("touched_at", ""),
        nudged=data.get("nudged", False),
    )
