"""What a dialogue asked to be done, done in the running transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Final, cast

from bot import duedates, effects_casework, effects_staff, standing
from bot.bodies import body_of
from bot.house import House
from bot.views import case_view
from cases.actors import RESIDENT
from cases.kinds import ANSWERS, OPEN_STATUSES, Kind
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
from handlers.effects_staff import Book, DeleteHere
from handlers.following import TOLD_TO_FOLLOWERS, news
from handlers.messages import Incoming, Outgoing
from handlers.survey import ASKED_AFTER, question
from storage import (
    audit,
    bookings,
    cases,
    casework,
    chats,
    conversations,
    detours,
    doors,
    fetches,
    files,
    follows,
    gatherings,
    inbox,
    mailbox,
    outbox,
    reminders,
    sketches,
    staff,
    surveys,
    timers,
    undelivered,
)
from storage.cases import NewCase
from storage.conversations import Conversation
from storage.fetches import FetchItem
from storage.gatherings import Herald, Why
from storage.outbox import Origin, OutboxItem
from storage.session import Session
from storage.sketches import Sketcher

GONE: Final = "gone"
SIGNED: Final = "signed"


class Applier:
    """Applies the effects of one turn, and gathers what must be sent and fetched after the commit."""

    def __init__(
        self,
        db: Session,
        house: House,
        conversation: Conversation,
        incoming: Incoming,
        event: int,
        now: datetime,
        sketcher: Sketcher | None = None,
    ) -> None:
        self._db = db
        self._sketcher = sketcher
        self._house = house
        self._conversation = conversation
        self._incoming = incoming
        self._event = event
        self._now = now
        self.posted: list[OutboxItem] = []
        self._lines: list[dict[str, Any]] = []
        self.asked: list[FetchItem] = []
        # A draft that became a case before: what this turn says of the new one is meant for that one.
        self._same_case: dict[str, str] = {}
        self._same_code: dict[str, str] = {}
        # Cases that came to an outcome: after everything else their residents are asked what they think of it.
        self._over: list[str] = []
        # Cases that this turn ends by telling their senders something: what it tells them is the answer.
        self._answering: set[str] = set()

    def apply(self, effects: Sequence[Effect]) -> None:
        """Do all of them, in order."""
        for effect in effects:
            self._apply(effect)
        self._answering.clear()
        for case in self._over:
            self._ask_survey(case)
        self._over.clear()

    def _apply(self, effect: Effect) -> None:
        db, now = self._db, self._now
        match effect:
            case Say(out):
                self.say(out)
            case Tell(case, out):
                self._tell(self._case(case), out)
            case Notify():
                self._notify(effect)
            case TellOfficer(officer, out, case):
                self._tell_officer(officer, out, case)
            case OpenCase():
                self._open(effect)
            case MoveCase():
                cases.move(
                    db,
                    self._case(effect.case),
                    effect.what,
                    effect.by,
                    now,
                    status=effect.status,
                    officer=effect.officer,
                    outcome_on=effect.outcome_on,
                    detail=effect.detail,
                )
                self._moved(effect)
            case AddToCase(case, draft, text):
                cases.add_words(db, self._case(case), draft, text, RESIDENT, now)
                reminders.awaits(db, self._case(case), False, now)
            case Audit(case, what, by, detail):
                audit.append(db, self._case(case), what, by, now, detail)
            case Knock(case, at):
                posted = undelivered.knock(db, case, self._house.knocks, now, at)
                self.posted += [posted] if posted is not None and at <= now else []
            case Fetch():
                self._fetch(effect)
            case DropFiles(draft, attachment):
                files.drop(db, draft, attachment)
            case EraseWords(since):
                inbox.erase(db, self._incoming.channel, self._incoming.peer, since)
                mailbox.erase(db, self._incoming.peer, since)
            case Remind(name, subject, at):
                timers.set(db, name, subject, at, self._conversation.id)
            case Forget(name, subject):
                timers.forget(db, name, subject)
            case AskFor(case, what, reason):
                cases.ask_for(db, self._case(case), what, reason, now)
            case AnswerRequest(case, what, by, detail):
                cases.answer_request(db, self._case(case), what, by, now, detail)
            case Sign(case, on, by):
                cases.signed(db, self._case(case), on, SIGNED, by, now)
            case Invite(word):
                source = self._incoming
                staff.open_invitation(db, word, source.channel, source.account, source.peer, now)
            case ConfirmOfficer(officer, accepted, by):
                staff.confirm(db, officer, accepted, by)
                self._reroute()
            case BindChat(unit, by, bound):
                self._bind_chat(unit, by, bound)
            case MakeDoor(token, officer, case, until):
                doors.make(db, token, officer, self._case(case), until)
            case MakeLinkWord(word, until):
                conversations.make_link_word(db, word, self._conversation.owner, until)
            case JoinAccounts(word):
                conversations.join(db, word, self._conversation.owner, now)
            case MarkGone(gone):
                self._mark_gone(gone)
            case MoveChat(peer):
                outbox.moved(db, self._incoming.channel, self._incoming.peer, peer)
            case Book():
                self._book(effect)
            case DeleteHere(ref):
                self._delete(ref)
            case EnterCase(entered, channel, by):
                self._open(entered, channel=channel, by=by)
            case _:
                if isinstance(effect, effects_staff.Kept):
                    effects_staff.apply(db, self._house.laws.of(db), effect, self._conversation.owner, now)
                    return
                for case in effects_casework.apply(db, effect, now):
                    self._follow(case)

    # Messages ---------------------------------------------------------------------------------------------

    def say(self, out: Outgoing) -> None:
        """Answer in the chat of the event."""
        at = self._incoming
        line_of = self._house.line_of.get(at.channel)
        line = line_of(self._meant(out)) if line_of is not None and not self._is_behind() else None
        if line is not None:
            self._lines.append(line)
            return
        # A chat that closes is asked for anew: until when it is open has just changed.
        behind = self._conversation.behind if at.channel not in self._house.windows else None
        self._post(at.channel, at.peer, out, Origin("say", self._event), behind)

    def show(self) -> tuple[str, str] | None:
        """Put the answers that are lines where the page finds them, below all that the turn has erased; the channel and
        chat that has news then."""
        at = self._incoming
        for line in self._lines:
            mailbox.put(self._db, at.peer, "out", line, self._now)
        return (at.channel, at.peer) if self._lines else None

    def _is_behind(self) -> bool:
        """Whether something else is to be sent to this chat first."""
        at, behind = self._incoming, self._conversation.behind
        if behind is None:
            behind = outbox.waits_for(self._db, at.channel, at.peer)
        return bool(behind) or any((each.channel, each.peer) == (at.channel, at.peer) for each in self.posted)

    def _tell(self, case: str, out: Outgoing, *, asks: str = "") -> None:
        """News of a case to its sender; with `asks`, a question, in that language."""
        home = cases.home(self._db, case)
        if home is None:
            return
        chat = conversations.way_to(self._db, home.conversation, home.owner) if home.conversation else None
        if chat is None:
            outbox.untold(self._db, case, self._now)
        else:
            if asks:
                out = standing.question(self._db, self._house.words, chat, asks, out)
            standing.remember(self._db, chat, out)
            origin = Origin("ask" if asks else "tell", self._event, case=case, answers=case in self._answering)
            self._post(chat.channel, chat.peer, out, origin)

    def _notify(self, effect: Notify) -> None:
        case, out = effect.case, effect.out
        if case in self._same_case:
            return
        home = cases.home(self._db, case)
        if home is None:
            return
        if home.sealed:
            # It is about this very unit: at most whoever holds it is told, in private.
            if home.officer:
                self._tell_officer(home.officer, out)
            return
        kind = staff.APART if home.apart else home.kind
        origin = Origin("notice", self._event, case, effect.unit, kind, tried=self._lanes_of_barred(case))
        # Danger, and what not everybody of its unit may hear of, is never told together with others.
        why = "" if out.urgent or home.apart or origin.tried else effect.herald
        self.posted += outbox.notify(
            self._db,
            body_of(out),
            self._now,
            self._house.reach,
            slot=out.slot,
            edit=out.edit,
            origin=origin,
            herald=self._herald(why) if why else None,
        )

    def _herald(self, why: Why) -> Herald:
        return Herald(why, self._house.policy.cards_an_hour)

    def _lanes_of_barred(self, case: str) -> tuple[str, ...]:
        """The private chats of those whom the case is about: no notice of it goes there."""
        barred = casework.barred(self._db, case)
        return tuple(lane.hex() for officer in barred for lane in staff.lanes_of(self._db, officer))

    def _tell_officer(self, officer: str, out: Outgoing, case: str = "") -> None:
        if case and not out.urgent:
            place = gatherings.person(officer)
            if not gatherings.shows(self._db, place, case, self._herald("waiting"), self._now):
                return
        body, reach = body_of(self._meant(out)), self._house.reach
        item = outbox.to_officer(self._db, officer, body, self._now, reach, slot=out.slot, event=self._event)
        self.posted += [item] if item is not None else []

    def _post(self, channel: str, peer: str, out: Outgoing, origin: Origin, behind: int | None = None) -> None:
        body = body_of(self._meant(out))
        item = outbox.post(self._db, channel, peer, body, self._now, slot=out.slot, origin=origin, behind=behind)
        self.posted.append(item)

    def _meant(self, out: Outgoing) -> Outgoing:
        """The message with the code that a letter had already."""
        for new, known in self._same_code.items():
            out = _reworded(out, new, known)
        return out

    # Cases ------------------------------------------------------------------------------------------------

    def _case(self, case: str) -> str:
        return self._same_case.get(case, case)

    def _open(self, effect: OpenCase, *, channel: str = "", by: str = "") -> None:
        """Make the case; `channel` and `by` when an officer enters a letter that came by no chat: it has no home."""
        at = self._conversation
        new = NewCase(
            id=effect.case,
            code=effect.code,
            draft=effect.draft,
            conversation="" if by else at.id,
            owner=effect.case if by else at.owner,
            channel=channel or self._incoming.channel,
            account="" if by else self._incoming.account,
            unit=effect.unit,
            kind=effect.kind,
            topic=effect.topic,
            own_topic=effect.own_topic,
            proposed_kind=effect.proposed_kind,
            urgent=effect.urgent,
            anonymous=effect.anonymous,
            received_at=effect.received_at,
            due_on=effect.due_on,
            due_rule=effect.due_rule,
            language=effect.language,
            consent_version=effect.consent_version,
            consent_at=effect.consent_at,
            letter=_fields_of(effect.letter),
            persons=[_fields_of(person) for person in effect.persons],
            held_from=effect.held_from,
            barred=effect.barred,
        )
        opened = cases.open_case(self._db, new)
        if opened.new:
            words = effect.letter
            sketches.keep(self._db, opened.id, cast("Kind", effect.kind), words.content, words.place, self._sketcher)
            if by:
                cases.move(self._db, opened.id, "entered", by, self._now, status="registered", officer=by)
            if effect.holder:
                cases.move(self._db, opened.id, "held", effect.holder, self._now, officer=effect.holder)
            duedates.opened(self._db, self._house.laws.of(self._db), new)
        else:
            self._same_case[effect.case] = opened.id
            self._same_code[effect.code] = opened.code

    def _moved(self, effect: MoveCase) -> None:
        self._follow(effect.case)
        if effect.status in ANSWERS:
            self._answering.add(self._case(effect.case))
        if effect.status and effect.status not in OPEN_STATUSES:
            reminders.awaits(self._db, self._case(effect.case), False, self._now)
        if effect.status in TOLD_TO_FOLLOWERS:
            for each in follows.news(self._db, self._case(effect.case), effect.status):
                self._tell_follower(each, effect.status)
        if effect.what in ASKED_AFTER and effect.status == effect.what:
            self._over.append(self._case(effect.case))

    def _tell_follower(self, case: str, status: str) -> None:
        row = cases.by_id(self._db, case)
        if row is not None:
            self._tell(case, news(self._house.words, case_view(row), status))

    def _ask_survey(self, case: str) -> None:
        """What does its sender think of it? Asked where they can answer: by a chat, and once for each outcome."""
        row, home = cases.by_id(self._db, case), cases.home(self._db, case)
        if row is None or home is None or not home.conversation:
            return
        if surveys.ask(self._db, case, self._now):
            self._tell(case, question(self._house.words, case_view(row)), asks=row.language)

    def _book(self, effect: Book) -> None:
        at = self._conversation
        bookings.book(self._db, effect.booking, effect.unit, effect.on, at.owner, at.id, effect.about, self._now)

    def _delete(self, ref: str) -> None:
        """What should not stand in a group goes away where the bot may do that; it is no loss where it may not."""
        self._post(self._incoming.channel, self._incoming.peer, Outgoing("", delete=ref), Origin("say", self._event))

    def _follow(self, case: str) -> None:
        duedates.follow(self._db, self._house.laws.of(self._db), self._case(case), self._now)

    def _fetch(self, effect: Fetch) -> None:
        media = effect.media
        item = fetches.ask(
            self._db,
            effect.attachment,
            effect.draft,
            self._conversation.id,
            self._incoming.channel,
            self._now,
            kind=media.kind,
            file=media.file,
            name=media.name,
            mime=media.mime,
            size=media.size,
            caption=media.caption,
            album=media.album,
        )
        if item is not None:
            self.asked.append(item)

    # Chats ------------------------------------------------------------------------------------------------

    def _bind_chat(self, unit: str, by: str, bound: bool) -> None:
        at = self._incoming
        if bound:
            chats.bind(self._db, unit, at.channel, at.peer, by, self._now)
            self._reroute()
        else:
            chats.unbind(self._db, at.channel, at.peer, by)

    def _mark_gone(self, gone: bool) -> None:
        at = self._incoming
        if gone:
            self.posted += detours.lane_gone(self._db, at.channel, at.peer, GONE, self._now, self._house.reach)
        else:
            outbox.lane_back(self._db, at.channel, at.peer)

    def _reroute(self) -> None:
        """Somebody can be told now who could not before: notices that found nobody go out."""
        self.posted += detours.reroute(self._db, self._now, self._house.reach)


# Shapes ----------------------------------------------------------------------------------------------------


def _fields_of(words: Letter | Person) -> dict[str, Any]:
    """What `asdict` makes of it, without copying every value: none of them holds others that could change."""
    return {each.name: getattr(words, each.name) for each in fields(words)}


def _reworded(out: Outgoing, new: str, known: str) -> Outgoing:
    options = tuple(replace(option, id=option.id.replace(new, known)) for option in out.options)
    return replace(out, text=out.text.replace(new, known), options=options)
