"""Where and when it happened, whom it concerns, and the photos and papers that show it."""

from __future__ import annotations

import re
from typing import Final

from handlers.answers import shorten
from handlers.content import add_part
from handlers.messages import Option, Place, Text
from handlers.papers import files, refusals
from handlers.state import Draft
from handlers.talk import Answer, Picked, Prompt, Taken, Talk, area_name

MAX_LINE_CHARS: Final = 2_000
MAX_WARDS_SHOWN: Final = 6
PLACE_WORDS: Final = 4
"""A text with this many words beside the ward's name also tells the place."""
ID_NUMBER: Final = re.compile(r"(?<!\d)(?:\d[ .]?){11}\d(?!\d)")
"""Twelve digits: a citizen's identity number, which is never asked for in a chat."""


class LineStep:
    """A question answered by one line of words, or skipped."""

    name: str
    stage = 4
    extra: tuple[str, ...] = ()
    """Options that stand for ready words, before `Bỏ qua`."""

    def wanted(self, talk: Talk) -> bool:
        return True

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say(self.key(talk)), talk.options(*self.extra, "skip"))

    def key(self, talk: Talk) -> str:
        """The sentence that asks."""
        return f"ask-{self.name.replace('_', '-')}"

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            value = "" if answer.option == "skip" else talk.say(f"opt-{answer.option}")
            return Taken(draft.with_answer(self.name, value))
        if isinstance(answer, Text):
            notes = (talk.say("no-id-number"),) if ID_NUMBER.search(answer.body) else ()
            return Taken(draft.with_answer(self.name, answer.body.strip()[:MAX_LINE_CHARS]), notes=notes)
        return Taken(draft, "miss", hint=talk.say(f"{self.key(talk)}-hint"))


class WardStep:
    """Which ward, by search over new and old names; asked only where the committee serves several."""

    name = "ward"
    stage = 4

    def wanted(self, talk: Talk) -> bool:
        return len(talk.world.units.receiving()) > 1

    def answered(self, draft: Draft) -> bool:
        return draft.has("ward")

    def ask(self, talk: Talk) -> Prompt:
        units = talk.world.units
        found = [units.by_code(code) for code in talk.draft.get("wards_found", ())]
        receiving = units.receiving()
        shown = [unit for unit in found if unit] or (receiving if len(receiving) <= MAX_WARDS_SHOWN else ())
        options = tuple(Option(f"ward:{unit.code}", area_name(unit.name)) for unit in shown[:MAX_WARDS_SHOWN])
        key = "ask-ward-which" if found else "ask-ward"
        return Prompt(talk.say(key), (*options, talk.option("skip")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        units = talk.world.units
        if isinstance(answer, Picked):
            code = units.root().code if answer.option == "skip" else answer.option.removeprefix("ward:")
            return Taken(draft.without("wards_found").with_answer("ward", code))
        if isinstance(answer, Place):
            return _pin(talk, answer, "stay")
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
        return "ask-place-to-cao" if talk.draft.get("kind") == "to_cao" else "ask-place"

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Place):
            return _pin(talk, answer, "next")
        return super().take(talk, answer)


class WhenStep(LineStep):
    """When it happened, or since when."""

    name = "when"
    extra = ("ongoing", "today", "forgotten")


class ConcernedStep(LineStep):
    """Whom a denunciation is about, or which decision a complaint."""

    name = "concerned"

    def wanted(self, talk: Talk) -> bool:
        return talk.draft.get("kind") in ("to_cao", "khieu_nai")

    def key(self, talk: Talk) -> str:
        return "ask-concerned" if talk.draft.get("kind") == "to_cao" else "ask-decision"


class FilesStep:
    """Photos, recordings, papers; `Gửi xong` ends them."""

    name = "files_done"
    stage = 5

    def wanted(self, talk: Talk) -> bool:
        return True

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    def ask(self, talk: Talk) -> Prompt:
        policy = talk.world.policy
        count = len(files(talk.draft))
        if count:
            return Prompt(talk.say("ask-files-more", n=count), talk.options("files_done", "last_file_away"))
        text = talk.say("ask-files", files=policy.max_files, mb=policy.max_file_mb)
        return Prompt(text, talk.options("files_done", "skip"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft, notes = refusals(talk)
        if isinstance(answer, Picked) and answer.option == "last_file_away":
            return self._without_last(talk, draft)
        if isinstance(answer, Picked):
            return Taken(draft.with_answer(self.name, True), notes=notes)
        if isinstance(answer, Text):
            draft = add_part(draft, answer.body, answer.ref)
            note = talk.say("added-to-letter", text=shorten(answer.body, 80))
            return Taken(draft, "stay", notes=(*notes, note))
        if isinstance(answer, Place):
            return _pin(talk, answer, "stay")
        return Taken(draft, "miss", hint=talk.say("ask-files-hint"))

    def _without_last(self, talk: Talk, draft: Draft) -> Taken:
        from handlers.messages import DropFiles

        last = files(draft)[-1]["id"] if files(draft) else ""
        kept = [file for file in draft.get("files", ()) if file["id"] != last]
        effects = (DropFiles(draft.id, last),) if last else ()
        note = talk.say("file-away")
        return Taken(draft.with_answer("files", kept), "stay", effects=effects, notes=(note,))


def _pin(talk: Talk, place: Place, outcome: str) -> Taken:
    draft = talk.draft
    if draft.get("kind") == "to_cao":
        return Taken(draft, "stay", notes=(talk.say("pin-dropped"),))
    draft = draft.with_answer("pin", {"latitude": place.latitude, "longitude": place.longitude})
    if outcome == "stay":
        return Taken(draft, "stay", notes=(talk.say("pin-kept"),))
    if not draft.has("place"):
        draft = draft.with_answer("place", "")
    return Taken(draft, notes=(talk.say("pin-kept"),))
