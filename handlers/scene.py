"""Where and when it happened, whom it concerns, and the photos and papers that show it."""

from __future__ import annotations

import re
from typing import Final

from handlers.answers import plain, shorten
from handlers.content import add_part, has_letters, is_more_of_the_story, propose
from handlers.effects import DropFiles
from handlers.messages import Contact, Option, Place, Text
from handlers.numbers import has_identity, is_only_a_phone, phone_in, without_identity
from handlers.papers import files, refusals
from handlers.ports import Unit
from handlers.state import Draft
from handlers.talk import Answer, Picked, Prompt, Question, Taken, Talk, area_name

_LEVEL: Final = re.compile(r"^(?:phường|xã|đặc khu|thị trấn)\s+", re.IGNORECASE)
PHOTOS_ALONE: Final = frozenset({"zalo_bot"})
"""Channels that carry photos and voices to us, but no place on the map, no film and no paper."""
MAX_LINE_CHARS: Final = 2_000
MAX_WARDS_SHOWN: Final = 6
PLACE_WORDS: Final = 4
"""A text with this many words beside the ward's name also tells the place."""


class LineStep(Question):
    """A question answered by one line of words, or skipped."""

    name: str
    stage = 4
    extra: tuple[str, ...] = ()
    """Options that stand for ready words, before `Bỏ qua`."""
    takes_phone = False
    """Whether a bare phone number can be the answer; elsewhere it is kept as the way to be reached."""

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say(self.key(talk)), self.options(talk))

    def options(self, talk: Talk) -> tuple[Option, ...]:
        return talk.options(*self.extra, "skip")

    def key(self, talk: Talk) -> str:
        """The sentence that asks."""
        return f"ask-{self.name.replace('_', '-')}"

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            value = "" if answer.option == "skip" else talk.say(f"opt-{answer.option}")
            return Taken(draft.with_answer(self.name, value))
        if isinstance(answer, Text):
            return self._words(talk, without_identity(answer.body)[:MAX_LINE_CHARS], has_identity(answer.body))
        return Taken(draft, "miss", hint=talk.say(f"{self.key(talk)}-hint"))

    def _words(self, talk: Talk, words: str, had_identity: bool) -> Taken:
        draft = talk.draft
        notes = (talk.say("no-id-number"),) if had_identity else ()
        if not has_letters(words):
            return Taken(draft, "miss", hint=notes[0] if notes else talk.say(f"{self.key(talk)}-hint"))
        if not self.takes_phone and is_only_a_phone(words) and draft.get("sender") != "anonymous":
            draft = draft.with_answer("contact", phone_in(words) or "")
            return Taken(draft, "stay", notes=(talk.say("contact-kept"),))
        return Taken(draft.with_answer(self.name, words), notes=notes)


class WardStep(Question):
    """Which ward, by search over new and old names; asked only where the committee serves several."""

    name = "ward"
    stage = 4

    def wanted(self, talk: Talk) -> bool:
        return len(talk.world.units.receiving()) > 1

    def ask(self, talk: Talk) -> Prompt:
        units = talk.world.units
        found = [units.by_code(code) for code in talk.draft.get("wards_found", ())]
        receiving = units.receiving()
        shown = [unit for unit in found if unit] or (receiving if len(receiving) <= MAX_WARDS_SHOWN else ())
        options = tuple(_ward_option(unit) for unit in shown[:MAX_WARDS_SHOWN])
        key = "ask-ward-which" if found else "ask-ward"
        return Prompt(talk.say(key), (*options, talk.option("skip")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        units = talk.world.units
        if isinstance(answer, Picked):
            code = units.root().code if answer.option == "skip" else answer.option.removeprefix("ward:")
            return Taken(draft.without("wards_found").with_answer("ward", code))
        if not isinstance(answer, Text):
            return Taken(draft, "miss", hint=talk.say("ask-ward-hint"))
        words = answer.body.strip()[:MAX_LINE_CHARS]
        if len(words.split()) >= PLACE_WORDS and not draft.get("place"):
            draft = draft.with_answer("place", words)
        found = units.search(words)
        if len(found) == 1:
            return Taken(draft.without("wards_found").with_answer("ward", found[0].code))
        if found:
            codes = [unit.code for unit in found[:MAX_WARDS_SHOWN]]
            return Taken(draft.with_answer("wards_found", codes), "stay")
        if draft.get("wards_asked"):
            # Twice not found: the letter is not held up for it, the committee above will place it.
            draft = draft.with_answer("ward", units.root().code)
            if not draft.get("place"):
                draft = draft.with_answer("place", words)
            return Taken(draft, notes=(talk.say("ward-left-to-officer"),))
        other = units.elsewhere(words)
        note = talk.say("ward-elsewhere", ward=other) if other else talk.say("ward-not-found")
        return Taken(draft.with_answer("wards_asked", True), "stay", notes=(note,))


class PlaceStep(LineStep):
    """Where: neighbourhood, street, landmark. A pin is welcome but never asked for a denunciation."""

    name = "place"

    def key(self, talk: Talk) -> str:
        if talk.draft.get("kind") == "to_cao":
            return "ask-place-to-cao"
        return "ask-place-in-words" if talk.incoming.channel in PHOTOS_ALONE else "ask-place"

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Place):
            taken = with_pin(talk, answer)
            draft = taken.draft if taken.draft.has("place") else taken.draft.with_answer("place", "")
            return Taken(draft, notes=taken.notes) if draft.has("pin") else taken
        return super().take(talk, answer)


class WhenStep(LineStep):
    """When it happened, or since when."""

    name = "when"
    extra = ("ongoing", "today", "forgotten")


class ConcernedStep(LineStep):
    """Whom a denunciation is about, or which decision a complaint."""

    name = "concerned"
    takes_phone = True
    only_where = ("kind", ("to_cao", "khieu_nai"))

    def key(self, talk: Talk) -> str:
        return "ask-concerned" if talk.draft.get("kind") == "to_cao" else "ask-decision"


class FilesStep(Question):
    """Photos, recordings, papers; `Gửi xong` ends them."""

    name = "files_done"
    stage = 5

    def ask(self, talk: Talk) -> Prompt:
        policy = talk.world.policy
        count = len(files(talk.draft))
        if count:
            return Prompt(talk.say("ask-files-more", n=count), self.options(talk))
        key = "ask-files-photos" if talk.incoming.channel in PHOTOS_ALONE else "ask-files"
        text = talk.say(key, files=policy.max_files, mb=policy.max_file_mb)
        return Prompt(text, self.options(talk))

    def options(self, talk: Talk) -> tuple[Option, ...]:
        return talk.options("files_done", "last_file_away" if files(talk.draft) else "skip")

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft, notes = refusals(talk)
        if isinstance(answer, Picked) and answer.option == "last_file_away":
            return self._without_last(talk, draft)
        if isinstance(answer, Picked):
            return Taken(draft.with_answer(self.name, True), notes=notes)
        if isinstance(answer, Text) and is_more_of_the_story(answer.body):
            effects, draft = propose(talk.with_draft(add_part(draft, answer.body, answer.ref)))
            note = talk.say("added-to-letter", text=shorten(answer.body, 80))
            return Taken(draft, "stay", effects=effects, notes=(*notes, note))
        return Taken(draft, "miss", hint=talk.say("ask-files-hint"))

    def _without_last(self, talk: Talk, draft: Draft) -> Taken:
        last = files(draft)[-1]["id"] if files(draft) else ""
        kept = [file for file in draft.get("files", ()) if file["id"] != last]
        effects = (DropFiles(draft.id, last),) if last else ()
        note = talk.say("file-away")
        return Taken(draft.with_answer("files", kept), "stay", effects=effects, notes=(note,))


def _ward_option(unit: Unit) -> Option:
    """A ward to choose: named with its level or without ("Cầu Giấy")."""
    area = area_name(unit.name)
    return Option(f"ward:{unit.code}", area, (plain(_LEVEL.sub("", area)),))


def with_pin(talk: Talk, place: Place) -> Taken:
    """The letter with a pin, at whatever question it came; a denunciation keeps none."""
    draft = talk.draft
    if draft.get("kind") == "to_cao":
        return Taken(draft, "stay", notes=(talk.say("pin-dropped"),))
    name = place.name[:MAX_LINE_CHARS]
    if name and not draft.get("place"):
        draft = draft.with_answer("place", name)
    draft = draft.with_answer("pin", {"latitude": place.latitude, "longitude": place.longitude, "name": name})
    return Taken(draft, "stay", notes=(talk.say("pin-kept"),))


def beside(talk: Talk, answer: Place | Contact) -> Taken | None:
    """A pin or a phone number for which the open question did not ask: it goes to the letter; None where it cannot."""
    draft, adds = talk.draft, talk.state.errand is not None
    if isinstance(answer, Place) and not adds:
        return with_pin(talk, answer)
    if isinstance(answer, Place):
        case = talk.world.cases.by_id(str(draft.get("case")))
        if case is None or case.kind == "to_cao":
            return None if case is None else Taken(draft, "stay", notes=(talk.say("pin-dropped"),))
        at = f"{answer.latitude:.5f}, {answer.longitude:.5f}"
        words = talk.say("part-pin", at=f"{answer.name} ({at})" if answer.name else at)
    elif answer.own:
        if adds or draft.get("sender") == "anonymous":
            return None
        contact = phone_in(answer.phone) or answer.phone
        return Taken(draft.with_answer("contact", contact), "stay", notes=(talk.say("contact-kept"),))
    else:
        # Somebody else's number may be that of the accused: it is never where the sender is called.
        words = talk.say("part-contact", phone=answer.phone)
    draft = add_part(draft, words, answer.ref)
    return Taken(draft, "stay", notes=(talk.say("added-to-letter", text=shorten(words, 80)),))
