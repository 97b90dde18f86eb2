"""The dialogue engine: (state, event, world) -> (new state, effects). It sends nothing and stores nothing.

The state of a conversation is a draft plus the name of the open question. The next question is the first one
that is wanted and not answered, so going back, editing one answer, resuming after weeks and new versions of a
dialogue need no code of their own. An *errand* is a short dialogue over the draft (a tracking code is asked, a
cancellation confirmed); when it ends, the question beneath it is asked again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.classify import only_who_where_and_when
from cases.dates import stamp
from handlers import (
    absence,
    aside,
    commands,
    content,
    edits,
    errands,
    filing,
    groups,
    reaching,
    scene,
    sender,
    staff_guide,
    standing,
    talkback,
    welcome,
)
from handlers.answers import Typed, typed
from handlers.arrivals import file_refused, media_came, settled, time_came
from handlers.asking import Result, ask, draft_of, holds_files, open_step, renew, talk_of, touched
from handlers.effects import Effect, MarkGone, MoveChat
from handlers.messages import (
    Began,
    ByHand,
    Choice,
    Contact,
    Edited,
    FileReady,
    FileRefused,
    Gone,
    Incoming,
    Joined,
    Media,
    Moved,
    Option,
    Place,
    Strange,
    Text,
    Timer,
    Withdrew,
)
from handlers.ports import World
from handlers.state import Draft, State
from handlers.talk import Answer, Picked, Step, Taken, Talk, say

MISSES_BEFORE_PHONE: Final = 2
UNSAID: Final = frozenset({"unblocked", "service", "edited", "rights"})
"""Events that nobody said: they answer no question and get no answer."""
UNSUPPORTED: Final = "unsupported"
MAX_TRAIL: Final = 40
MAX_REFS: Final = 60


def advance(state: State, incoming: Incoming, world: World) -> Result:
    """Let one event through the conversation. Pure: the same arguments give the same answer."""
    state, effects = _event(state, incoming, world)
    if incoming.chat == "group":
        return state, effects
    state, effects = standing.with_menu(state, effects)
    return state, standing.with_numbers(world.words, state.language, incoming.channel, effects)


def _event(state: State, incoming: Incoming, world: World) -> Result:
    what = incoming.what
    talk = talk_of(state, incoming, world)
    if isinstance(what, Gone):
        return state, (MarkGone(True),)
    if isinstance(what, Moved):
        return state, (MoveChat(what.peer),)
    if incoming.chat == "group":
        return state, groups.answer(talk)
    if isinstance(what, Joined):
        return state, ()
    if isinstance(what, ByHand):
        return aside.by_hand(talk, what)
    if isinstance(what, Withdrew):
        return aside.withdrew(talk)
    if isinstance(what, Began):
        return aside.began(talk)
    if isinstance(what, Strange) and what.name in UNSAID:
        return state, (MarkGone(False),) if what.name == "unblocked" else ()
    if isinstance(what, Timer):
        return time_came(talk, what)
    if isinstance(what, FileReady):
        return settled(state, what.attachment, "")[0], ()
    if isinstance(what, FileRefused):
        return file_refused(talk, what)
    if aside.is_silent(talk, what):
        return aside.while_silent(talk, what)
    fresh = absence.without_old_errand(state, world)
    if fresh is not state and not absence.answers_the_last_question(talk, what):
        talk = renew(talk, fresh)
    if isinstance(what, Choice):
        return _choice(talk, what)
    if isinstance(what, Edited):
        return edits.edited(talk, what)
    if isinstance(what, Text) and what.body.strip():
        return _text(talk, what)
    if isinstance(what, Media):
        return media_came(talk, what)
    return _other(talk, what)


# Events ----------------------------------------------------------------------------------------------------


def _text(talk: Talk, what: Text) -> Result:
    """Typed words: a command, an option of the open question, an answer to it, or a new matter."""
    said = typed(what.body)
    command = commands.read(said, talk)
    if command is not None and command.slash:
        return _command(talk, command)
    step = open_step(talk)
    if command is None and step is None and (bare := errands.bare(talk, what.body)) is not None:
        return _command(talk, bare)
    back_after_days = absence.is_back_after_days(talk)
    option = None
    if step is None and not talk.incoming.released:
        option = said.choice([Option(id, label) for id, label in talk.state.menu])
    elif step is not None and (not back_after_days or absence.answers_the_last_question(talk, what)):
        option = said.choice(step.options(talk))
    if option is not None and option.startswith("/"):
        return _command(talk, commands.parse(option))
    if step is not None and option is not None:
        if talk.incoming.late:
            # A "2" that was typed for an earlier question chooses nothing in this one.
            return ask(talk, talk.say("step-is-over"), again=True)
        return _take(talk, step, Picked(option, what.ref))
    if command is not None:
        return _command(talk, command)
    if back_after_days:
        return _welcome_back(talk, what)
    if step is None:
        return _first_words(talk, what, said)
    if talk.state.errand is not None and talk.state.errand.flow == "track":
        return _code(talk, what)
    if talk.state.errand is not None and talk.state.errand.flow == reaching.FLOW.name:
        if not reaching.is_contact(what.body):
            return _text(renew(talk, replace(talk.state, errand=None, misses=0)), what)
        return _take(talk, step, what)
    if talk.state.errand is None and sender.wants_no_name(talk, said):
        return _anonymous(talk, step)
    if said.says(talk.world.words.also("bare-yes", talk.language)):
        # "Vâng", "gửi": an answer to some other question, and no words for this one.
        return _take(talk, step, Strange("yes", what.ref))
    return _take(talk, step, what)


def _code(talk: Talk, what: Text) -> Result:
    """Words where a tracking code was asked: a code, or (too many for one) something else that is on their mind."""
    if len(what.body.split()) > welcome.CODE_WORDS:
        return _text(renew(talk, replace(talk.state, errand=None, misses=0)), what)
    return _command(talk, commands.Command("tracuu", what.body))


def _anonymous(talk: Talk, step: Step) -> Result:
    """Who wishes before being asked to give no name is heard at once, and is not asked later."""
    draft, notes = sender.anonymous(talk)
    return ask(renew(talk, replace(talk.state, draft=touched(draft, talk.world), misses=0)), *notes)


def _choice(talk: Talk, what: Choice) -> Result:
    """A tap. One on an old question says so and repeats the present one."""
    if what.option.startswith("/"):
        return _command(talk, commands.parse(what.option))
    step = open_step(talk)
    if step is None:
        return talk.state, (welcome.step_is_over(talk),)
    is_last = what.prompt == talk.state.prompt and any(what.option == option.id for option in step.options(talk))
    if absence.is_back_after_days(talk) and not (is_last and absence.is_the_last_word(talk)):
        return _welcome_back(talk)
    if not is_last:
        # The question is the same, so is its number: else somebody who taps faster than we answer would always
        # be one number behind and never get on.
        return ask(talk, talk.say("step-is-over"), again=True)
    return _take(talk, step, Picked(what.option))


def _other(talk: Talk, what: Text | Place | Contact | Strange) -> Result:
    """A pin, a phone number, a sticker, an empty text."""
    step = open_step(talk)
    if isinstance(what, Strange) and what.name == UNSUPPORTED and (step is not None or talk.state.welcomed):
        # The channel does not even say what it was: a place, a paper, a card. None of them has reached us.
        return ask(talk, talk.say("unsupported-here"), again=True)
    if step is None and isinstance(what, Place) and talk.world.staff.me() is None:
        return _begin_with_pin(talk, what)
    if step is None:
        said = welcome.invitation(talk) if talk.state.welcomed else welcome.greeting(talk)
        return replace(talk.state, welcomed=True), said
    if absence.is_back_after_days(talk):
        return _welcome_back(talk)
    return _take(talk, step, Strange("empty", what.ref) if isinstance(what, Text) else what)


# Commands --------------------------------------------------------------------------------------------------


def _command(talk: Talk, command: commands.Command) -> Result:
    """A command wins over the open question; it never answers it."""
    name, state, world = command.name, talk.state, talk.world
    if name == "start":
        return _start(talk, command.argument)
    if name == "guidon":
        return _begin_filing(talk)
    if name == "lui":
        return _back(talk)
    if name == "huy":
        return _cancel(talk)
    if name == "trogiup":
        return ask(talk, welcome.help_words(talk)) if open_step(talk) else (state, (welcome.help_text(talk),))
    if name == "xoa" and state.draft is not None and command.slash and not command.argument:
        return _erase_draft(talk)
    if name == "ngonngu" and command.argument in world.words.languages():
        talk = renew(talk, replace(state, language=command.argument, welcomed=True))
        return ask(talk, talk.say("language-set"))
    started = errands.start(talk, command)
    if started is None:
        return ask(talk, talk.say("command-unknown"))
    if started.wrong_codes is not None:
        state = replace(state, wrong_codes=started.wrong_codes)
    if started.errand is not None:
        talk = renew(talk, replace(state, errand=touched(started.errand, world), misses=0))
        state, asked = ask(talk, *started.notes)
        return state, (*started.effects, *asked)
    if state.errand is not None and state.errand.flow == "track":
        state = replace(state, errand=None, misses=0)
    talk = renew(talk, state)
    if open_step(talk) is None:
        return state, started.effects
    # The question that was open still is: it is shown again, under its own number.
    state, asked = ask(talk, again=True)
    return state, (*started.effects, *asked)


def _erase_draft(talk: Talk) -> Result:
    """`/xoa` while something is being written: it is gone at once. Letters already sent are another matter."""
    state = talk.state
    dropped = (*filing.forget(state.errand, with_files=True), *filing.forget(state.draft, with_files=True))
    remain = talk.say("filed-remain") if talk.world.cases.of_account() else ""
    return replace(state, draft=None, errand=None, misses=0), (*dropped, say(talk.say("thrown-away"), remain))


def _start(talk: Talk, argument: str) -> Result:
    """`/start`: the greeting; with a ward's code (its QR card) straight to the filing; an open draft comes first."""
    state = replace(talk.state, welcomed=True, errand=None, misses=0)
    talk = renew(talk, state)
    if state.draft is not None and filing.has_words(state.draft):
        return _welcome_back(talk)
    dropped = filing.forget(state.draft, with_files=True)
    ward = next((u for u in talk.world.units.receiving() if u.code.casefold() == argument.casefold()), None)
    if ward is None:
        return replace(state, draft=None), (*dropped, *welcome.greeting(talk))
    draft = filing.begin(talk).with_answer("ward", ward.code)
    talk = renew(talk, replace(state, draft=draft))
    state, asked = ask(talk)
    return state, (*dropped, *welcome.greeting(talk, short=True), *filing.first_timers(talk, draft), *asked)


def _begin_filing(talk: Talk) -> Result:
    state = replace(talk.state, errand=None, welcomed=True, misses=0)
    talk = renew(talk, state)
    if state.draft is None:
        draft = filing.begin(talk)
        state, asked = ask(renew(talk, replace(state, draft=draft)))
        return state, (*filing.first_timers(talk, draft), *asked)
    return _welcome_back(talk) if absence.is_back_after_days(talk) else ask(talk)


def _back(talk: Talk) -> Result:
    """Ask the question before the open one again; its answer is kept until another is given."""
    state = talk.state
    over = state.errand is not None
    if state.errand is None and state.draft is None:
        return ask(talk, talk.say("nothing-to-go-back-to"))
    draft = draft_of(state, over)
    if draft.trail:
        draft = replace(draft, step=draft.trail[-1], trail=draft.trail[:-1])
        return ask(renew(talk, replace(state.put(draft, over), misses=0)))
    if over:
        return ask(renew(talk, replace(state, errand=None, misses=0)))
    return ask(talk, talk.say("nothing-to-go-back-to"))


def _cancel(talk: Talk) -> Result:
    """`/huy`: stops an errand at once, asks before a draft is thrown away; said twice, it is."""
    state = talk.state
    if state.errand is not None and state.errand.flow == "cancel":
        over = Taken(state.errand, "end", main="drop", notes=(talk.say("thrown-away"),))
        return _end(talk, over, True)
    if state.errand is not None:
        dropped = filing.forget(state.errand, with_files=True)
        state, asked = ask(renew(talk, replace(state, errand=None, misses=0)), talk.say("errand-cancelled"))
        return state, (*dropped, *asked)
    if state.draft is None:
        return ask(talk, talk.say("nothing-to-cancel"))
    if not filing.has_words(state.draft):
        dropped = filing.forget(state.draft, with_files=True)
        return replace(state, draft=None, misses=0), (*dropped, say(talk.say("stopped")))
    errand = touched(errands.open_errand(talk, "cancel"), talk.world)
    return ask(renew(talk, replace(state, errand=errand, misses=0)))


# Answers ---------------------------------------------------------------------------------------------------


def _first_words(talk: Talk, what: Text, said: Typed) -> Result:
    """Words with no dialogue open: a greeting, thanks, a code, or the matter itself, never asked for again."""
    state = talk.state
    new = not state.welcomed
    if new:
        language = welcome.language_of(talk, what.body)
        state = replace(state, welcomed=True, language=language or state.language)
        talk = renew(talk, state)
    command = welcome.code_in(what.body)
    if command is not None:
        return _command(talk, command)
    if not new and talkback.is_courtesy(talk, what.body):
        return state, (welcome.thanked(talk),)
    answered = talkback.answer(talk, what)
    if isinstance(answered, Draft):
        return ask(renew(talk, replace(state, errand=touched(answered, talk.world))))
    if answered is not None:
        return state, answered
    small_talk = welcome.small_talk(talk, said, new=new)
    if small_talk is not None:
        return state, small_talk
    draft = content.add_part(filing.begin(talk), what.body, what.ref)
    danger, draft = content.danger(talk.with_draft(draft), what.body)
    officer = talk.world.staff.me()
    if officer is not None and officer.confirmed and not danger:
        return state, (staff_guide.stray(talk),)
    if talk.incoming.released and not danger and len(what.body.split()) <= reaching.A_WORD:
        # We asked for "any word", so that what waits can come: this is that word, and no letter.
        return state, (reaching.came(talk),)
    talk = renew(talk, state.put(draft, over=False))
    state, asked = ask(talk, welcome.introduction(talk) if new else "", content.kept_note(talk))
    return state, (*danger, *filing.first_timers(talk, draft), *asked)


def _begin_with_pin(talk: Talk, place: Place) -> Result:
    """Who first shows where it is begins a letter with that, as who first sends a photo."""
    new = not talk.state.welcomed
    draft = scene.with_pin(talk.with_draft(filing.begin(talk)), place).draft
    talk = renew(talk, replace(talk.state.put(draft, over=False), welcomed=True))
    state, asked = ask(talk, welcome.introduction(talk) if new else "", talk.say("pin-kept"), content.kept_note(talk))
    return state, (*filing.first_timers(talk, draft), *asked)


def _take(talk: Talk, step: Step, answer: Answer) -> Result:
    """Give an answer to the open question and go on."""
    state = talk.state
    over = state.errand is not None
    danger: tuple[Effect, ...] = ()
    offer = ""
    if isinstance(answer, Text) and holds_files(talk):
        # Whatever was asked: who tells now that a life is in danger gets the numbers first.
        danger, draft, offer = _heard(talk, answer.body)
        draft = draft.with_answer("language_offered", True) if offer else draft
        if draft is not talk.draft:
            state = state.put(draft, over)
            talk = renew(talk, state)
    taken = step.take(talk, answer)
    if taken.outcome == "miss" and isinstance(answer, Place | Contact) and _tells_a_letter(talk):
        taken = scene.beside(talk, answer) or taken
    draft, full = content.overflow(talk, taken.draft)
    if full:
        taken = replace(taken, draft=draft, notes=full)
    if danger:
        taken = replace(taken, effects=(*danger, *taken.effects))
    if taken.outcome == "miss":
        return _miss(talk, taken)
    if state.misses or taken.language:
        state = replace(state, misses=0, language=taken.language or state.language)
    if taken.outcome == "end":
        return _end(renew(talk, state), taken, over)
    draft, refs, trail, following = taken.draft, taken.draft.refs, taken.draft.trail, taken.goto
    if answer.ref:
        refs = {**refs, answer.ref: step.name}
        if len(refs) > MAX_REFS:
            refs = dict(list(refs.items())[-MAX_REFS:])
    if taken.outcome == "next":
        # What the step itself closed (the story told before consent) comes after it on the way back.
        before = talk.draft.trail
        closed = [name for name in trail if name not in before and name != step.name] if trail != before else []
        trail = (*[name for name in before if name != step.name], step.name, *closed)[-MAX_TRAIL:]
    elif not following:
        following = draft.step
    draft = draft.gone_on(following, trail, refs, stamp(talk.world.now))
    state, asked = ask(renew(talk, state.put(draft, over)), *taken.notes, offer)
    return state, (*taken.effects, *asked)


def _tells_a_letter(talk: Talk) -> bool:
    """Whether what comes now belongs to a resident's letter."""
    errand = talk.state.errand
    return holds_files(talk) and (errand is None or errand.flow not in errands.STAFF_FLOWS)


def _heard(talk: Talk, text: str) -> tuple[tuple[Effect, ...], Draft, str]:
    """What words call for at whatever question: the emergency numbers, and the offer of another language. A name, a
    place and a day call for neither."""
    # What reads words may not be loaded yet: then it is asked for, not loaded here.
    plainly = not talk.incoming.unready and only_who_where_and_when(text)
    danger, draft = ((), talk.draft) if plainly else content.danger(talk, text)
    offer = "" if plainly and talk.language == commands.FIRST else welcome.language_offer(talk, text)
    return danger, draft, offer


def _end(talk: Talk, taken: Taken, over: bool) -> Result:
    """A dialogue is over: the one beneath goes on, or nothing is open any more."""
    state, effects = talk.state, taken.effects
    if over:
        effects = (*effects, *filing.forget(state.errand, with_files=False))
        state = replace(state, errand=None)
        if taken.main != "keep":
            effects = (*effects, *filing.forget(state.draft, with_files=True))
            state = replace(state, draft=None)
        if taken.main == "restart":
            draft = filing.begin(talk)
            if taken.draft.get("begin_with"):
                # Words that turned out to be a matter of their own are not asked for again.
                draft = _with_words_of(draft, taken.draft)
            state = replace(state, draft=draft)
            effects = (*effects, *filing.first_timers(talk, draft))
    else:
        effects = (*effects, *filing.forget(state.draft, with_files=taken.main == "drop"))
        state = state.put(None, over)
    talk = renew(talk, state)
    if state.draft is None or taken.silent_end:
        return state, (*effects, say(*taken.notes)) if taken.notes else effects
    draft = touched(state.draft, talk.world)
    held = draft.get("held")
    talk = renew(talk, replace(state, draft=draft.without("held")))
    # What the person wrote on coming back answers the question they were at.
    state, asked = _text(talk, Text(**held)) if held else ask(talk, *taken.notes)
    return state, (*effects, *asked)


def _with_words_of(draft: Draft, errand: Draft) -> Draft:
    """A new letter that begins with what was told, and sent, to an errand: it goes on under the errand's id, which
    its files are kept by."""
    if errand.get("text"):
        draft = content.add_part(draft, str(errand.get("text")), str(errand.get("ref")))
    for part in errand.get("parts", ()):
        draft = content.add_part(draft, part["text"], part["ref"])
    files = errand.get("files", ())
    return replace(draft.with_answer("files", list(files)), id=errand.id) if files else draft


def _miss(talk: Talk, taken: Taken) -> Result:
    """Say kindly what is expected and repeat the choices; after two misses name a person to call."""
    misses = talk.state.misses + 1
    notes = [taken.hint or talk.say("not-understood")]
    if misses >= MISSES_BEFORE_PHONE:
        staff_work = talk.state.errand is not None and talk.state.errand.flow in errands.STAFF_FLOWS
        notes.append(talk.say("or-stop") if staff_work else talk.say("call-a-person", **talk.place_words()))
    state, asked = ask(renew(talk, replace(talk.state, misses=misses)), *notes, again=True)
    return state, (*taken.effects, *asked)


# Coming back -----------------------------------------------------------------------------------------------


def _welcome_back(talk: Talk, what: Text | None = None) -> Result:
    """Say where they were: go on, begin anew, delete. What they just wrote waits for the answer, unless it is one."""
    errand = touched(errands.open_errand(talk, "resume"), talk.world)
    state = replace(talk.state, errand=errand, misses=0)
    if what is not None and state.draft is not None:
        asked = renew(talk, state)
        step = open_step(asked)
        option = typed(what.body).named(step.options(asked)) if step is not None else None
        if step is not None and option is not None and typed(what.body).number() is None:
            return _take(asked, step, Picked(option))
        held = state.draft.with_answer("held", {"body": what.body, "ref": what.ref})
        state = replace(state, draft=held)
    return ask(renew(talk, state))
