"""`/nhapdon`: an officer enters a letter that came on paper, by telephone or at the desk, with its scan.

It becomes a case like any other, of the officer who enters it, counted by how it came. The words are sealed as they are
written; a denunciation is entered only by the role that may read one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final, cast

from cases.dates import VIETNAM
from cases.kinds import DESK_CHANNELS, KINDS, Kind
from handlers import topics
from handlers.content import MAX_CONTENT_CHARS
from handlers.effects import DropFiles, Effect, EnterCase, Letter, Notify, OpenCase, Person
from handlers.messages import Option, Text
from handlers.numbers import without_identity
from handlers.papers import files
from handlers.ports import CaseView, Officer, World
from handlers.staff_notice import staff_card
from handlers.staff_questions import LEAVE, DayStep, LineStep, PickStep
from handlers.staff_rights import role_permits
from handlers.staff_words import STAFF_LANGUAGE, choice, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Question, Taken, Talk, say

MIN_WORDS: Final = 3
CODE_TRIES: Final = 5


def begin(talk: Talk, officer: Officer) -> Draft | tuple[Effect, ...]:
    """The errand that enters a letter for one of the officer's units."""
    world = talk.world
    if not any(role_permits(officer, kind, "end") for kind in KINDS):
        return (say(tell(world, "journal-not-you")),)
    draft = Draft(world.ids.id(), "entry")
    return draft.with_answer("unit", officer.units[0]) if len(officer.units) == 1 else draft


class ContentStep(Question):
    """What the letter says, typed or dictated from the paper; its scan may come at any step."""

    name = "content"

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(tell(talk.world, "entry-ask-content", n=len(files(talk.draft))), (choice(talk.world, LEAVE),))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            return _left(talk)
        if isinstance(answer, Text) and len(answer.body.split()) >= MIN_WORDS:
            words = without_identity(answer.body)[:MAX_CONTENT_CHARS]
            return Taken(draft.with_answer(self.name, words))
        return Taken(draft, "miss", hint=tell(talk.world, "staff-line-hint"))


class ConfirmStep(OpenQuestion):
    """What will stand in the register, before it does."""

    name = "confirm"

    def ask(self, talk: Talk) -> Prompt:
        world, draft = talk.world, talk.draft
        on = date.fromisoformat(str(draft.get("on")))
        due = world.deadlines.first(_kind(draft), on, anonymous=not draft.get("sender_name"))
        text = tell(
            world,
            "entry-sure",
            channel=tell(world, f"report-channel-{draft.get('channel')}"),
            day=on.strftime("%d/%m/%Y"),
            kind=tell(world, f"kind-{_kind(draft)}"),
            topic=topics.label(world, *topics.parts(str(draft.get("topic"))), STAFF_LANGUAGE),
            due=due.on.strftime("%d/%m/%Y"),
            files=len(files(draft)),
            named="yes" if draft.get("sender_name") else "no",
        )
        return Prompt(text, (choice(world, "write_down"), choice(world, LEAVE)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(world, "staff-button-hint"))
        if answer.option == LEAVE:
            return _left(talk)
        officer = world.staff.me()
        if officer is None or not role_permits(officer, _kind(draft), "end") or draft.get("unit") not in officer.units:
            return Taken(draft, "end", effects=(DropFiles(draft.id),), notes=(tell(world, "journal-not-you"),))
        opened = _opened(world, draft, talk.proposal(str(draft.get("content"))).kind)
        view = _view(opened, officer.id)
        effects = (
            EnterCase(opened, str(draft.get("channel")), officer.id),
            Notify(opened.case, opened.unit, staff_card(world, view, new=True)),
        )
        done = tell(world, "entry-done", code=opened.code, due=view.due_on.strftime("%d/%m/%Y"))
        return Taken(draft, "end", effects=effects, notes=(done,))


def _opened(world: World, draft: Draft, spoken: Kind) -> OpenCase:
    on = date.fromisoformat(str(draft.get("on")))
    name, contact = str(draft.get("sender_name") or ""), str(draft.get("sender_contact") or "")
    kind, words = _kind(draft), str(draft.get("content"))
    topic, own_topic = topics.parts(str(draft.get("topic")))
    due = world.deadlines.first(kind, on, anonymous=not name)
    code = next((c for c in (world.ids.code() for _ in range(CODE_TRIES)) if world.cases.code_is_free(c)), "")
    # The hour of a paper is not known: noon of its day, or now for what came today.
    received = min(datetime.combine(on, time(12), VIETNAM), world.now)
    return OpenCase(
        case=world.ids.id(),
        code=code or world.ids.code(),
        draft=draft.id,
        unit=str(draft.get("unit")),
        kind=kind,
        topic=topic,
        own_topic=own_topic,
        proposed_kind=spoken,
        urgent=False,
        anonymous=not name,
        received_at=received,
        due_on=due.on.isoformat(),
        due_rule=due.rule,
        language="vi",
        consent_version="",
        consent_at=world.now,
        letter=Letter(words, place=str(draft.get("place") or ""), sender="self" if name else "anonymous"),
        persons=(Person("sender", name, contact=contact),) if name else (),
    )


def _view(opened: OpenCase, officer: str) -> CaseView:
    on = opened.received_at.astimezone(VIETNAM).date()
    due = date.fromisoformat(opened.due_on)
    return CaseView(
        opened.case,
        opened.code,
        opened.unit,
        opened.kind,
        opened.topic,
        "registered",
        "",
        opened.received_at,
        on,
        due,
        opened.due_rule,
        officer=officer,
        own_topic=opened.own_topic,
    )


def _kind(draft: Draft) -> Kind:
    return cast(Kind, str(draft.get("kind")))


def _left(talk: Talk) -> Taken:
    draft = talk.draft
    return Taken(draft, "end", effects=(DropFiles(draft.id),), notes=(tell(talk.world, "nothing-changed"),))


def _units(talk: Talk) -> Sequence[Option]:
    me = talk.world.staff.me()
    found = [talk.world.units.by_code(code) for code in (me.units if me else ())]
    return [Option(unit.code, unit.name) for unit in found if unit is not None]


def _kinds(talk: Talk) -> Sequence[Option]:
    """The kinds that this officer may enter, the one that the words speak of first."""
    me = talk.world.staff.me()
    spoken = talk.proposal(str(talk.draft.get("content") or "")).kind
    ordered = sorted(KINDS, key=lambda kind: kind != spoken)
    able = [kind for kind in ordered if me is not None and role_permits(me, kind, "end")]
    return [Option(kind, tell(talk.world, f"opt-kind-{kind}")) for kind in able]


def _topics(talk: Talk) -> Sequence[Option]:
    return topics.options(talk.world, STAFF_LANGUAGE)


def _channels(talk: Talk) -> Sequence[Option]:
    return [Option(name, tell(talk.world, f"opt-came-{name}")) for name in DESK_CHANNELS]


FLOW: Final = Flow(
    "entry",
    (
        PickStep("unit", lambda talk: tell(talk.world, "journal-ask-unit"), _units),
        PickStep("channel", lambda talk: tell(talk.world, "entry-ask-channel"), _channels),
        DayStep("on", lambda talk: tell(talk.world, "entry-ask-on")),
        ContentStep(),
        PickStep("kind", lambda talk: tell(talk.world, "entry-ask-kind"), _kinds),
        PickStep("topic", lambda talk: tell(talk.world, "entry-ask-topic"), _topics),
        LineStep("sender_name", lambda talk: tell(talk.world, "entry-ask-name"), optional=True),
        LineStep(
            "sender_contact",
            lambda talk: tell(talk.world, "entry-ask-contact"),
            lambda talk: bool(talk.draft.get("sender_name")),
            optional=True,
        ),
        LineStep("place", lambda talk: tell(talk.world, "entry-ask-place"), optional=True),
        ConfirmStep(),
    ),
    holds_files=True,
)
