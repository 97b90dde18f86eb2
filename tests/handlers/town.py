"""A small town for dialogue tests: committees, staff and residents in memory, and the effects carried out in dicts.

The state of every conversation goes through JSON between two events, so each test also tests that a restart
changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from cases.calendar import Calendar
from cases.chasing import reply_due
from cases.codes import ALPHABET, make_code
from cases.dates import local_day
from cases.deadlines import first
from cases.fold import fold
from cases.kinds import OPEN_STATUSES
from handlers import state as states
from handlers.asking import open_step, talk_of
from handlers.dialogue import advance
from handlers.effects import (
    AddToCase,
    AnswerRequest,
    AskFor,
    Audit,
    BindChat,
    ConfirmOfficer,
    DropFiles,
    Effect,
    EnterCase,
    EraseWords,
    Fetch,
    Forget,
    Invite,
    JoinAccounts,
    Knock,
    Letter,
    MakeDoor,
    MakeLinkWord,
    MarkGone,
    MoveCase,
    MoveChat,
    Notify,
    OpenCase,
    Person,
    Remind,
    Say,
    Sign,
    Tell,
    TellOfficer,
)
from handlers.effects_casework import CaseworkEffect
from handlers.effects_staff import DeleteHere
from handlers.messages import (
    Choice,
    Contact,
    Edited,
    FileReady,
    FileRefused,
    Incoming,
    Media,
    Option,
    Outgoing,
    Place,
    Strange,
    Text,
    Timer,
    What,
)
from handlers.ports import Authority, CaseView, Due, LifeEntry, Officer, Policy, Unit, World
from handlers.ports import Place as Committee
from handlers.staff_gathering import Gathered, gathering
from handlers.staff_notice import after_quiet
from locales import Locales
from tests.handlers import town_casework
from tests.handlers.desk import TownDesk
from tests.handlers.town_gathering import TownGatherings

WORDS = Locales()
CALENDAR = Calendar()
CITY = Unit("HN", "Ủy ban MTTQ Việt Nam thành phố Hà Nội", "thanh_pho", ("HN",))
CAU_GIAY = Unit("CAUGIAY", "Mặt trận phường Cầu Giấy", "phuong", ("CAUGIAY", "HN"), names=("Cầu Giấy", "Dịch Vọng"))
NGHIA_DO = Unit("NGHIADO", "Mặt trận phường Nghĩa Đô", "phuong", ("NGHIADO", "HN"), names=("Nghĩa Đô", "Nghĩa Tân"))
COMMITTEE = Committee(
    "Mặt trận phường Cầu Giấy", "024 3833 0000", "số 5 phố Trần Tử Bình", "thứ hai đến thứ sáu, 8 giờ đến 17 giờ"
)


@dataclass
class Filed:
    """A case of the town."""

    view: CaseView
    letter: Letter
    persons: tuple[Person, ...]
    owner: str
    home: tuple[str, str]
    draft: str
    life: list[LifeEntry] = field(default_factory=list)


@dataclass
class Chat:
    """One chat with the bot: what was said on both sides, and the taps that are possible."""

    town: Town
    channel: str
    account: str
    peer: str
    kind: str = "private"
    said: list[Outgoing] = field(default_factory=list)
    refs: int = 0

    def hears(self, what: What, *, ref: bool = True) -> list[Outgoing]:
        """Let one event in and give what the bot answered in this chat."""
        before = len(self.said)
        self.town.let_in(self, what)
        return self.said[before:]

    def types(self, text: str) -> list[Outgoing]:
        self.refs += 1
        return self.hears(Text(text, f"m{self.refs}"))

    def taps(self, label: str) -> list[Outgoing]:
        """Tap the newest button with that label."""
        for out in reversed(self.said):
            for option in out.options:
                if option.label == label:
                    return self.hears(Choice(option.id, out.prompt))
        raise AssertionError(f"no button {label!r}; there are {[o.label for o in self.said[-1].options]}")

    def edits(self, ref: int, text: str) -> list[Outgoing]:
        return self.hears(Edited(text, f"m{ref}"))

    def sends_photo(self, caption: str = "", album: str = "", size: int = 1000) -> list[Outgoing]:
        self.refs += 1
        file = f"file-{self.account}-{self.refs}"
        return self.hears(Media("photo", file, size=size, caption=caption, album=album, ref=f"m{self.refs}"))

    @property
    def last(self) -> Outgoing:
        return self.said[-1]


@dataclass
class Town:
    """The world around the dialogues."""

    now: datetime = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
    wards: tuple[Unit, ...] = (CAU_GIAY,)
    policy: Policy = field(default_factory=lambda: Policy(public_url="http://127.0.0.1:8080"))
    receptions: dict[str, str] = field(default_factory=dict)
    """On which days each unit receives people, as the config writes it."""
    chats: dict[tuple[str, str], Chat] = field(default_factory=dict)
    states: dict[tuple[str, str], str] = field(default_factory=dict)
    owners: dict[tuple[str, str], str] = field(default_factory=dict)
    cases: dict[str, Filed] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)
    accounts: dict[tuple[str, str], str] = field(default_factory=dict)
    groups: dict[str, list[Chat]] = field(default_factory=dict)
    timers: dict[tuple[str, str], tuple[datetime, Chat]] = field(default_factory=dict)
    knocks: int = 0
    out_of_reach: set[str] = field(default_factory=set)
    """Officers who have no private chat that can be written to."""
    knocked: list[str] = field(default_factory=list)
    asked: list[AskFor] = field(default_factory=list)
    audits: list[Effect] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    desk: TownDesk = field(init=False)
    fetches: dict[str, tuple[Fetch, Chat]] = field(default_factory=dict)
    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    invitations: dict[str, Officer] = field(default_factory=dict)
    waiting: dict[str, Officer] = field(default_factory=dict)
    doors: list[MakeDoor] = field(default_factory=list)
    erased: list[datetime] = field(default_factory=list)
    authorities: tuple[Authority, ...] = ()
    similar: dict[str, Sequence[str]] = field(default_factory=dict)
    voices: int = 0
    following: set[str] = field(default_factory=set)
    serial: int = 0
    late: bool = False
    """Whether what comes in now is older than what was answered last."""
    gatherings: TownGatherings = field(default_factory=TownGatherings)

    def resident(self, channel: str = "telegram", account: str = "1001") -> Chat:
        chat = Chat(self, channel, account, account)
        self.chats[channel, account] = chat
        return chat

    def officer(self, role: str = "officer", name: str = "Cán bộ Lan", unit: str = "CAUGIAY") -> Chat:
        self.serial += 1
        officer = Officer(f"staff{self.serial}", name, role, (unit,))
        self.officers[officer.id] = officer
        account = f"9{self.serial:03}"
        self.accounts["telegram", account] = officer.id
        return self.resident("telegram", account)

    def has_authorities(self, authorities: Sequence[Authority]) -> None:
        """Letters can be forwarded to these by a tap."""
        self.authorities = tuple(authorities)

    def group(self, unit: str = "CAUGIAY", peer: str = "-100") -> Chat:
        chat = Chat(self, "telegram", "", peer, "group")
        self.groups.setdefault(unit, []).append(chat)
        return chat

    def in_group(self, group: Chat, member: Chat, what: What) -> list[Outgoing]:
        """A member of a group does something there."""
        before = len(group.said)
        self._run(group, Incoming("telegram", member.account, group.peer, self._id("e"), self.now, what, "group"))
        return group.said[before:]

    def taps_in_group(self, group: Chat, member: Chat, label: str) -> list[Outgoing]:
        for out in reversed(group.said):
            for option in out.options:
                if option.label == label:
                    return self.in_group(group, member, Choice(option.id, out.prompt))
        raise AssertionError(f"no button {label!r}")

    def let_in(self, chat: Chat, what: What) -> None:
        incoming = Incoming(chat.channel, chat.account, chat.peer, self._id("e"), self.now, what, late=self.late)
        self._run(chat, incoming)

    def passes(self, **span: float) -> None:
        """Time goes by; whatever was due meanwhile happens, in order, each at its own moment."""
        end = self.now + timedelta(**span)
        for _ in range(200):
            due = sorted((at, key) for key, (at, _) in self.timers.items() if at <= end)
            if not due:
                break
            at, key = due[0]
            _, chat = self.timers.pop(key)
            self.now = max(self.now, at)
            self._run(chat, Incoming(chat.channel, "", chat.peer, self._id("t"), self.now, Timer(*key)))
        self.now = end
        self._tell_gathered()

    def _tell_gathered(self) -> None:
        if after_quiet(self.now, self.policy) != self.now:
            return
        for place, kept in self.gatherings.due(self.now, lambda case: self.cases[case].view):
            waiting = [(view, why, at) for view, why, at in kept if not view.officer and view.status in OPEN_STATUSES]
            if waiting:
                letters = [Gathered(view.kind, at, why == "waiting") for view, why, at in waiting]
                link, in_group = f"{self.policy.public_url}/console", place not in self.officers
                out = gathering(WORDS, letters, self.now, link=link, in_group=in_group)
                if in_group:
                    self._notify(place, out)
                else:
                    self._apply(TellOfficer(place, out), Chat(self, "", "", ""))

    def files_arrive(self, refused: str = "") -> None:
        """Every file asked for comes in (or is refused)."""
        for attachment, (_, chat) in list(self.fetches.items()):
            del self.fetches[attachment]
            what: What = FileRefused(attachment, refused) if refused else FileReady(attachment)  # type: ignore[arg-type]
            self._run(chat, Incoming(chat.channel, "", chat.peer, self._id("f"), self.now, what))

    # Carrying out ------------------------------------------------------------------------------------------

    def _run(self, chat: Chat, incoming: Incoming) -> None:
        key = (chat.channel, chat.peer)
        state = states.load(json.loads(self.states[key])) if key in self.states else states.load(None)
        world = self.world(chat, incoming)
        before = json.dumps(states.dump(state), ensure_ascii=False)
        after, effects = advance(state, incoming, world)
        assert json.dumps(states.dump(state), ensure_ascii=False) == before, "a dialogue changes no state, it makes one"
        self.states[key] = json.dumps(states.dump(after), ensure_ascii=False)
        assert states.load(json.loads(self.states[key])) == after, "a state is the same whether it was kept or not"
        open_talk = talk_of(after, incoming, world)
        step = open_step(open_talk)
        assert step is None or step.options(open_talk) == step.ask(open_talk).options, "what is asked can be answered"
        for effect in effects:
            self._apply(effect, chat)
        # What an outcome is asked about comes after everything else that was said of it.
        for effect in effects:
            if isinstance(effect, MoveCase):
                self.desk.moved(effect, lambda view, out: self._tell_home(view.id, out), WORDS)

    def __post_init__(self) -> None:
        self.desk = TownDesk(self)

    def world(self, chat: Chat, incoming: Incoming) -> World:
        owner = self.owners.setdefault((chat.channel, chat.peer), f"{chat.channel}:{chat.peer}")
        bound = _Bound(self, chat, incoming, owner)
        desk = self.desk
        desk.owner = owner
        units = Committees(self.wards)
        return World(self.now, bound, units, bound, WORDS, bound, bound, bound, COMMITTEE, self.policy, bound, desk)  # type: ignore[arg-type]

    def _apply(self, effect: Effect, chat: Chat) -> None:
        match effect:
            case Say(out):
                chat.said.append(out)
            case Tell(case, out):
                self._tell_home(case, out)
            case Notify(case, unit, out, why):
                view = self.cases[case].view
                if self.groups.get(unit) and not (view.apart or view.sealed or view.barred or out.urgent):
                    if why and not self.gatherings.shows(unit, case, why, self.policy.cards_an_hour, self.now):
                        return
                    if out.edit and (unit, case) in self.gatherings.told:
                        return
                if view.apart:
                    self._notify_apart(view, out)
                elif not view.sealed:
                    self._notify(unit, out)
            case TellOfficer(officer, out, waiting):
                most = self.policy.cards_an_hour
                if (
                    waiting
                    and not out.urgent
                    and not self.gatherings.shows(officer, waiting, "waiting", most, self.now)
                ):
                    return
                for key, bound in self.accounts.items():
                    if bound == officer:
                        self.chats[key].said.append(out)
            case OpenCase():
                self._open(effect, chat)
            case MoveCase():
                self._move(effect)
            case AddToCase(case, _, text):
                detail = {"text": text} if text else {}
                self.cases[case].life.append(LifeEntry(self.now, "added", "resident", detail))
                self.cases[case].view = replace(self.cases[case].view, waits_since=None)
            case Audit():
                self.audits.append(effect)
                detail = dict(effect.detail or {})
                self.cases[effect.case].life.append(LifeEntry(self.now, effect.what, effect.by, detail))
            case Fetch(attachment):
                self.fetches[attachment] = (effect, chat)
            case DropFiles(draft, attachment):
                gone = [a for a, (f, _) in self.fetches.items() if f.draft == draft and attachment in ("", a)]
                for name in gone:
                    del self.fetches[name]
            case EraseWords(since):
                self.erased.append(since)
            case Remind(name, subject, at):
                self.timers[name, subject] = (at, chat)
            case Forget(name, subject):
                for key in [k for k in self.timers if k[1] == subject and name in ("", k[0])]:
                    del self.timers[key]
            case AskFor(case, what):
                self.asked.append(effect)
                view = self.cases[case].view
                self.cases[case].view = replace(view, requests=(*view.requests, what))
            case AnswerRequest(case, what):
                self.audits.append(effect)
                view = self.cases[case].view
                self.cases[case].view = replace(view, requests=tuple(r for r in view.requests if r != what))
            case Knock(case):
                self.knocks -= 1
                self.knocked.append(case)
            case Sign(case, on):
                self.audits.append(effect)
                day = date.fromisoformat(on)
                self.cases[case].view = replace(self.cases[case].view, signed=True, signed_on=day)
            case MakeDoor():
                self.doors.append(effect)
            case MakeLinkWord(word):
                self.words[word] = (chat.channel, chat.peer)
            case JoinAccounts(word):
                self.owners[chat.channel, chat.peer] = self.owners[self.words.pop(word)]
            case Invite(word):
                officer = replace(self.invitations.pop(word), confirmed=False)
                self.waiting[officer.id] = officer
                self.accounts[chat.channel, chat.account] = officer.id
            case ConfirmOfficer(officer_id, accepted):
                officer = self.waiting.pop(officer_id)
                if accepted:
                    self.officers[officer_id] = replace(officer, confirmed=True)
            case BindChat(unit):
                self.groups.setdefault(unit, []).append(chat)
            case MarkGone() | MoveChat():
                pass
            case DeleteHere(ref):
                self.deleted.append(ref)
            case EnterCase(opened, channel, by):
                self._open(opened, chat)
                filed = self.cases[opened.case]
                filed.home = ("", "")
                filed.owner = opened.case
                filed.view = replace(filed.view, channel=channel, status="registered", officer=by)
            case _ if isinstance(effect, CaseworkEffect):
                town_casework.apply(self, effect)
            case _:
                self.desk.apply(effect)

    def _tell_home(self, case: str, out: Outgoing) -> None:
        home = self.chats.get(self.cases[case].home)
        if home is not None:
            home.said.append(out)
        else:
            self.desk.untold.add(case)

    def _notify_apart(self, view: CaseView, out: Outgoing) -> None:
        """In private, to whoever may handle it; the newest state of a card replaces the one before."""
        for key, officer in self.accounts.items():
            if self.officers[officer].role == "confidential" and officer not in view.barred:
                said = self.chats[key].said
                old = next((i for i, o in enumerate(said) if o.slot and o.slot == out.slot), None)
                if out.edit and old is not None:
                    said[old] = out
                else:
                    said.append(out)

    def _notify(self, unit: str, out: Outgoing) -> None:
        for group in self.groups.get(unit, []):
            old = next((i for i, o in enumerate(group.said) if o.slot and o.slot == out.slot), None)
            if out.edit and old is not None:
                group.said[old] = out
            else:
                group.said.append(out)

    def _open(self, opened: OpenCase, chat: Chat) -> None:
        if any(filed.draft == opened.draft for filed in self.cases.values()):
            return
        files = sum(1 for f, _ in self.fetches.values() if f.draft == opened.draft)
        view = CaseView(
            opened.case,
            opened.code,
            opened.unit,
            opened.kind,
            opened.topic,
            "submitted",
            chat.channel,
            opened.received_at,
            local_day(opened.received_at),
            date.fromisoformat(opened.due_on),
            opened.due_rule,
            opened.urgent,
            opened.anonymous,
            opened.language,
            files=files,
            held_from=opened.held_from,
            barred=opened.barred,
            officer=opened.holder,
            own_topic=opened.own_topic,
        )
        owner = self.owners[chat.channel, chat.peer]
        home = (chat.channel, chat.peer)
        self.cases[opened.case] = Filed(view, opened.letter, opened.persons, owner, home, opened.draft)

    def _move(self, moved: MoveCase) -> None:
        filed = self.cases[moved.case]
        filed.view = replace(
            filed.view,
            status=moved.status or filed.view.status,
            officer=moved.officer or filed.view.officer,
            outcome_on=date.fromisoformat(moved.outcome_on) if moved.outcome_on else filed.view.outcome_on,
            guided_on=local_day(self.now) if moved.status == "guided" else filed.view.guided_on,
            reopened_for=(moved.detail or {}).get("why", "") if moved.what == "reopened" else filed.view.reopened_for,
        )
        filed.life.append(LifeEntry(self.now, moved.what, moved.by, moved.detail or {}))

    def _id(self, prefix: str) -> str:
        self.serial += 1
        return f"{prefix}{self.serial}"


@dataclass(frozen=True)
class Committees:
    """The committees of the town."""

    wards: Sequence[Unit]

    def root(self) -> Unit:
        return CITY

    def by_code(self, code: str) -> Unit | None:
        return next((unit for unit in (CITY, *self.wards) if unit.code.casefold() == code.casefold()), None)

    def receiving(self) -> Sequence[Unit]:
        return self.wards

    def search(self, text: str) -> Sequence[Unit]:
        folded = fold(text)
        return [unit for unit in self.wards if any(fold(name) in folded for name in unit.names)]

    def elsewhere(self, text: str) -> str:
        return "phường Sài Gòn" if "ben nghe" in fold(text) else ""


class _Bound:
    """Every port of one event."""

    def __init__(self, town: Town, chat: Chat, incoming: Incoming, owner: str) -> None:
        self._town, self._chat, self._incoming, self._owner = town, chat, incoming, owner

    # cases
    def _view(self, filed: Filed) -> CaseView:
        return replace(filed.view, mine=filed.owner == self._owner)

    def by_code(self, code: str) -> CaseView | None:
        found = next((f for f in self._town.cases.values() if f.view.code == code), None)
        return None if found is None else self._view(found)

    def by_id(self, name: str) -> CaseView | Officer | None:
        if name in self._town.cases:
            return self._view(self._town.cases[name])
        return self._town.officers.get(name)

    def of_account(self) -> Sequence[CaseView]:
        mine = [self._view(f) for f in self._town.cases.values() if f.owner == self._owner]
        return sorted(mine, key=lambda c: c.received_at, reverse=True)

    def waiting(self, units: Sequence[str], officer: str) -> Sequence[CaseView]:
        views = [self._view(f) for f in self._town.cases.values() if f.view.status in OPEN_STATUSES]
        return sorted(views, key=lambda c: c.due_on)

    def letter(self, case: str) -> Letter:
        return self._town.cases[case].letter

    def persons(self, case: str) -> Sequence[Person]:
        return self._town.cases[case].persons

    def life(self, case: str) -> Sequence[LifeEntry]:
        return self._town.cases[case].life

    def related(self, case: str) -> Sequence[CaseView]:
        return town_casework.related(self._town, case)

    def chased(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        return self._within(units, town_casework.chased(self._town, before))

    def overdue(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        return self._within(units, town_casework.overdue(self._town, before))

    def _within(self, units: Sequence[str], views: Sequence[CaseView]) -> list[CaseView]:
        paths = {unit.code: unit.path for unit in (CITY, *self._town.wards)}
        return [view for view in views if any(code in paths[view.unit] for code in units)]

    def similar(self, case: str) -> Sequence[str]:
        return self._town.similar.get(case, ())

    def voices(self, unit: str, topic: str, content: str, place: str) -> int:
        return self._town.voices

    def others_about(self, case: str) -> int:
        return self._town.voices

    def company(self, case: str) -> int | None:
        return self._town.voices if case in self._town.following else None

    def code_is_free(self, code: str) -> bool:
        return all(f.view.code != code for f in self._town.cases.values())

    def undelivered(self, units: Sequence[str]) -> Sequence[CaseView]:
        return [self._view(f) for f in self._town.cases.values() if f.view.undelivered]

    def may_knock(self, case: str) -> bool:
        return self._town.knocks > 0

    def link_is_open(self, word: str) -> bool:
        return word in self._town.words

    # staff
    def me(self) -> Officer | None:
        officer = self._town.accounts.get((self._incoming.channel, self._incoming.account), "")
        return self._town.officers.get(officer)

    def serving(self, unit: str) -> Sequence[Officer]:
        return [o for o in self._town.officers.values() if unit in o.units]

    def pending(self) -> Sequence[Officer]:
        return list(self._town.waiting.values())

    def everybody(self) -> Sequence[Officer]:
        return list(self._town.officers.values())

    def offered(self) -> Sequence[Authority]:
        return self._town.authorities

    def is_staff_chat(self) -> bool:
        return any(self._chat in chats for chats in self._town.groups.values())

    def chat_unit(self) -> str:
        return next((unit for unit, chats in self._town.groups.items() if self._chat in chats), "")

    def can_be_told(self, officer: str) -> bool:
        return officer not in self._town.out_of_reach

    def invited(self, word: str) -> Officer | None:
        return self._town.invitations.get(word)

    # ids
    def id(self) -> str:
        return self._town._id("id")

    def code(self) -> str:
        self._town.serial += 1
        for round in range(len(ALPHABET)):
            digits = iter([2, 17, 5, 30, 11, 8 + round, self._town.serial % len(ALPHABET)])
            code = make_code(lambda size, drawn=digits: next(drawn) % size)
            if self.code_is_free(code):
                break
        return code

    def word(self) -> str:
        return "MAYBAYGIAY"

    def token(self) -> str:
        return self._town._id("token")

    # deadlines and figures
    def first(self, kind: str, received_on: date, *, anonymous: bool) -> Due:
        due = first(kind, received_on, anonymous=anonymous, calendar=CALENDAR)
        return Due(due.on, due.rule, due.article)

    def reply(self, kind: str, sent_on: date, *, anonymous: bool) -> Due | None:
        due = reply_due(kind, sent_on, anonymous=anonymous, calendar=CALENDAR)
        return Due(due.on, due.rule, due.article) if due else None

    def working_from(self, day: date) -> date:
        return CALENDAR.working_day_from(day)

    def paragraph(self, unit: str, period: str, *, public: bool) -> str:
        return f"{unit} {period}"


def labels(out: Outgoing) -> list[str]:
    """The labels of a message's buttons."""
    return [option.label for option in out.options]


__all__ = ["CAU_GIAY", "NGHIA_DO", "Chat", "Contact", "Option", "Place", "Strange", "Town", "labels"]
