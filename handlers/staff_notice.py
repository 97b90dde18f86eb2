"""What a staff chat is told of a letter, and who is told next while nobody has taken it.

Nothing here is given the words of a letter or the record of a person: a card is made of a CaseView alone.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from cases.dates import VIETNAM, local
from cases.kinds import DESK_CHANNELS, OPEN_STATUSES
from handlers.effects import Effect, Notify, Remind, TellOfficer
from handlers.messages import Option, Outgoing, Timer
from handlers.ports import CaseView, Officer, Policy, World
from handlers.staff_rights import role_permits
from handlers.staff_words import STAFF_LANGUAGE
from handlers.talk import Talk, area_name
from handlers.topics import label

CASE_TIMERS: Final = frozenset({"ack"})
MAX_LEVELS: Final = 40
"""How many times a letter that nobody takes is passed on, and danger told again."""


def staff_card(world: World, case: CaseView, *, new: bool = False) -> Outgoing:
    """The card of a case in a staff chat; sent again for the same case it replaces itself in place.

    A denunciation shows code, kind, time and deadline only (Luật Tố cáo Art 8(3), 56); the others also ward and
    topic.
    """
    words = world.words
    is_new = not case.officer and case.status in OPEN_STATUSES
    heading = "urgent" if case.urgent and is_new else "new" if is_new else "case"
    lines = [words.say(f"staff-{heading}", STAFF_LANGUAGE, code=case.code)]
    # How its kind was found is true of what a resident has just sent; from then on officers may have corrected it.
    found = "staff-kind-found" if new and is_new and case.channel not in DESK_CHANNELS else "staff-kind"
    lines.append(words.say(found, STAFF_LANGUAGE, kind=words.say(f"kind-{case.kind}", STAFF_LANGUAGE)))
    lines.append(words.say("staff-time", STAFF_LANGUAGE, time=local(case.received_at).strftime("%H:%M %d/%m/%Y")))
    if case.kind != "to_cao":
        unit = world.units.by_code(case.unit)
        lines.append(words.say("staff-ward", STAFF_LANGUAGE, ward=area_name(unit.name) if unit else case.unit))
        lines.append(
            words.say("staff-topic", STAFF_LANGUAGE, topic=label(world, case.topic, case.own_topic, STAFF_LANGUAGE))
        )
    lines.append(words.say("staff-due", STAFF_LANGUAGE, due=case.due_on.strftime("%d/%m/%Y")))
    officer = world.staff.by_id(case.officer) if case.officer else None
    if officer is not None:
        lines.append(words.say("staff-taken", STAFF_LANGUAGE, officer=officer.name))
    if case.status not in OPEN_STATUSES:
        # That a letter was taken apart is told to no group: it would tell that there was a denunciation in it.
        key = "status-closed" if case.closed_words else f"status-{case.status}"
        lines.append(words.say("staff-status", STAFF_LANGUAGE, status=words.say(key, STAFF_LANGUAGE)))
    if case.undelivered:
        lines.append(words.say("staff-card-undelivered", STAFF_LANGUAGE))
    if case.kind == "to_cao":
        lines.append(words.say("staff-secret", STAFF_LANGUAGE))
    options = []
    if is_new:
        options.append(Option(f"/nhan {case.code}", words.say("opt-take", STAFF_LANGUAGE)))
    options.append(Option(f"/don {case.code}", words.say("opt-open", STAFF_LANGUAGE)))
    return Outgoing(
        "\n".join(lines),
        options=tuple(options),
        slot=f"case:{case.id}",
        edit=not new,
        urgent=case.urgent and new,
        topic=_topic(case),
        over=case.status not in (*OPEN_STATUSES, "forwarded"),
    )


def _topic(case: CaseView) -> str:
    """The forum topic of a case is its code; a denunciation has none (Luật Tố cáo Art 8(3), 56)."""
    return "" if case.closed_words else case.code


def staff_due(world: World, urgent: bool) -> datetime:
    """When a letter must have been taken by: quiet hours and days off do not count, which danger ignores."""
    policy = world.policy
    if urgent:
        return world.now + timedelta(minutes=policy.urgent_minutes)
    # Who is off cannot take it: the time runs on the next working day, never on the one before, when it was not there.
    begins = _at_work(world, world.now)
    return _at_work(world, after_quiet(begins + timedelta(minutes=policy.acknowledge_minutes), policy))


def _at_work(world: World, moment: datetime) -> datetime:
    """`moment`, or the end of the quiet hours of the next working day where it falls on a day off."""
    day = local(moment).date()
    works = world.deadlines.working_from(day)
    if works == day:
        return moment
    ends = time.fromisoformat(world.policy.quiet_to)
    return datetime.combine(works, ends, VIETNAM).astimezone(moment.tzinfo)


def is_quiet(moment: datetime, policy: Policy) -> bool:
    """Whether nobody is to be called at that moment."""
    return after_quiet(moment, policy) != moment


def after_quiet(moment: datetime, policy: Policy) -> datetime:
    """`moment`, or the end of the quiet hours it falls into."""
    start, end = time.fromisoformat(policy.quiet_from), time.fromisoformat(policy.quiet_to)
    here = local(moment)
    clock = here.time()
    quiet = start <= clock or clock < end if start > end else start <= clock < end
    if not quiet:
        return moment
    day = here.date() + timedelta(days=1) if start > end and clock >= start else here.date()
    return datetime.combine(day, end, VIETNAM).astimezone(moment.tzinfo)


def notice(world: World, case: CaseView, key: str) -> Outgoing:
    """A line about a case for its staff chat; of a denunciation only that there is something new to open."""
    key = "staff-news-secret" if case.kind == "to_cao" else key
    text = world.words.say(key, STAFF_LANGUAGE, code=case.code)
    options = (Option(f"/don {case.code}", world.words.say("opt-open", STAFF_LANGUAGE)),)
    return Outgoing(text, options=options, topic=_topic(case))


def in_private(world: World, case: CaseView, key: str) -> tuple[Effect, ...]:
    """What no group may see (somebody is being forced): to the case's officer, else to each who may read it, in
    private; where there is nobody, the chat is told that something is new and no more."""
    text = world.words.say(key, STAFF_LANGUAGE, code=case.code)
    options = (Option(f"/don {case.code}", world.words.say("opt-open", STAFF_LANGUAGE)),)
    out = Outgoing(text, options=options, urgent=True)
    owner = world.staff.by_id(case.officer) if case.officer else None
    if owner is not None and role_permits(owner, case.kind, "read_text"):
        return (TellOfficer(owner.id, out),)
    if case.sealed:
        return ()
    unit = world.units.by_code(case.unit)
    for code in unit.path if unit is not None else (case.unit,):
        readers = [o for o in _serving(world, case, code) if role_permits(o, case.kind, "take")]
        if readers:
            return tuple(TellOfficer(officer.id, out) for officer in readers)
    return (Notify(case.id, case.unit, notice(world, case, "staff-news-secret")),)


def on_timer(talk: Talk, timer: Timer) -> tuple[Effect, ...]:
    """Nobody has taken a letter in time: tell the next person of the unit, then the unit above, to the root."""
    world = talk.world
    case_id, _, level_text = timer.subject.rpartition(":")
    case = world.cases.by_id(case_id)
    level = int(level_text) if level_text.isdigit() else 1
    if case is None or case.officer or case.status not in OPEN_STATUSES or level > MAX_LEVELS:
        return ()
    card = staff_card(world, case, new=True)
    waiting = world.words.say("staff-nobody-took", STAFF_LANGUAGE, code=case.code)
    card = Outgoing(f"{waiting}\n\n{card.text}", options=card.options, urgent=case.urgent)
    rungs = _rungs(world, case)
    if not rungs:
        return ()
    rung = rungs[min(level, len(rungs)) - 1]
    effect: Effect = (
        Notify(case.id, rung, card, "waiting") if isinstance(rung, str) else TellOfficer(rung.id, card, case.id)
    )
    if level >= len(rungs) and not case.urgent:
        # The top has been told. From now on the letter stands in the digests of each working morning, theirs too.
        return (effect,)
    if level >= len(rungs):
        # Danger is told again each day until somebody takes the letter.
        return effect, Remind("ack", f"{case.id}:{level + 1}", after_quiet(world.now + timedelta(days=1), world.policy))
    return effect, Remind("ack", f"{case.id}:{level + 1}", staff_due(world, case.urgent))


def _serving(world: World, case: CaseView, unit: str) -> list[Officer]:
    """Officers of the unit whom the case is not about."""
    return [officer for officer in world.staff.serving(unit) if officer.id not in case.barred]


def _rungs(world: World, case: CaseView) -> list[Officer | str]:
    """Whom to tell, in order: each officer of the unit who may take the letter, then each unit above."""
    unit = world.units.by_code(case.unit)
    path = unit.path if unit else (world.units.root().code,)
    own = path[0] if path else case.unit
    rungs: list[Officer | str] = [o for o in _serving(world, case, own) if role_permits(o, case.kind, "take")]
    rungs.extend(path[1:])
    return rungs or [own]
