"""What happened, in the person's own words, and what kind of letter that makes."""

from __future__ import annotations

import re
from typing import Any, Final

from cases.classify import is_despair
from cases.kinds import KINDS
from handlers import topics
from handlers.answers import shorten
from handlers.effects import Effect
from handlers.messages import Option, Text
from handlers.papers import files
from handlers.state import Draft
from handlers.talk import Answer, Detour, Picked, Prompt, Question, Taken, Talk, plain_kind, say

CONTENT: Final = "content"
MAX_CONTENT_CHARS: Final = 20_000
MAX_STORY_CHARS: Final = 100_000
MAX_PARTS: Final = 200
"""More than this a letter has in no office; and each message of it costs as much as all that came before."""
OVERFULL: Final = "overfull"
SHORT_WORDS: Final = 3
"""Fewer words than this are asked, once, to become a little more."""
VAGUE_WORDS: Final = 12
"""Fewer words than this, with no matter to be seen in them, are asked to become a little more before the kind."""
ADDED_WORDS: Final = 4
"""At a question with choices, a text of at least this many words is more of the story, not a wrong answer."""
WHY_CHARS: Final = 60
WHY_PIECES: Final = 2


_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u1dff\u2c00-\ud7ff]")
"""Signs of scripts without spaces stand there; between them are Vietnamese letters with two marks, and signs."""


# The words -------------------------------------------------------------------------------------------------


def add_part(draft: Draft, text: str, ref: str = "") -> Draft:
    """The draft with one more message of the story; where it is full already, it only notes that."""
    parts, text = draft.get("parts", ()), text.strip()
    if len(parts) >= MAX_PARTS or sum(len(part["text"]) for part in parts) + len(text) > MAX_STORY_CHARS:
        return draft.with_answer(OVERFULL, True)
    return draft.with_answer("parts", [*parts, {"text": text, "ref": ref}])


def overflow(talk: Talk, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """What is to be said where a message found no room; and the draft that knows it was said."""
    if not draft.get(OVERFULL):
        return draft, ()
    return draft.without(OVERFULL), (talk.say("story-is-full"),)


def replace_part(talk: Talk, draft: Draft, ref: str, text: str) -> Draft:
    """The draft after the person edited one message of the story; the kind is proposed anew if still open."""
    parts = [{**p, "text": text.strip()} if p["ref"] == ref else p for p in draft.get("parts", ())]
    draft = draft.with_answer("parts", parts)
    return _sorted(talk, draft) if draft.has("proposal") else draft


def content(draft: Draft) -> str:
    """The whole story: all its messages, in the order they came."""
    return "\n".join(part["text"] for part in draft.get("parts", ()) if part["text"])


def tell(draft: Draft) -> Draft:
    """Close the question "what happened" where there are words for it already."""
    if draft.has(CONTENT) or not content(draft):
        return draft
    told = draft.with_answer(CONTENT, True)
    return told.gone_on("", (*draft.trail, CONTENT), draft.refs, draft.touched_at)


def danger(talk: Talk, text: str) -> tuple[tuple[Effect, ...], Draft]:
    """The emergency numbers, once a draft, where the words tell of danger to life now."""
    draft = talk.draft
    if draft.get("danger") or not text or not talk.is_urgent(text):
        return (), draft
    return _numbers_first(talk, draft, text)


def propose(talk: Talk) -> tuple[tuple[Effect, ...], Draft]:
    """Sort the story by content, purpose and demand (TT 05/2021 Art 6), and warn of danger."""
    effects: tuple[Effect, ...] = ()
    draft = _sorted(talk, talk.draft)
    if draft.get("proposal")["urgent"] and not draft.get("danger"):
        effects, draft = _numbers_first(talk, draft, content(draft))
    wards = talk.world.units.search(content(draft))
    if len(wards) == 1 and not draft.has("ward"):
        draft = draft.with_answer("ward", wards[0].code)
    return effects, draft


def _numbers_first(talk: Talk, draft: Draft, text: str) -> tuple[tuple[Effect, ...], Draft]:
    care = talk.say("emergency-care") if is_despair(text) else ""
    return (say(care, talk.say("emergency"), urgent=True),), draft.with_answer("danger", True)


def _sorted(talk: Talk, draft: Draft) -> Draft:
    found = talk.proposal(content(draft))
    proposal: dict[str, Any] = {
        "kind": found.kind,
        "topic": found.topic,
        "urgent": found.urgent,
        "why": list(found.why),
        "sure": found.sure,
        "ask": list(found.ask) if found.ask else None,
    }
    draft = draft.with_answer("proposal", proposal)
    if draft.get("topic_chosen"):
        return draft
    return draft.with_answer("topic", topics.proposed(talk.world, found, content(talk.draft)))


def settle_kind(talk: Talk, draft: Draft, kind: str) -> tuple[Draft, tuple[str, ...]]:
    """The draft with its kind, and what has to be said about that kind. A denunciation keeps no pin."""
    notes = [talk.say(f"kind-info-{kind.replace('_', '-')}", **talk.place_words())] if kind != "khac" else []
    draft = draft.with_answer("kind", kind)
    if kind == "to_cao" and draft.has("pin"):
        named = draft.get("pin").get("name")
        draft = draft.without("pin", *(("place",) if named and draft.get("place") == named else ()))
        notes.append(talk.say("pin-dropped"))
    return draft, tuple(notes)


def kept_note(talk: Talk, *, again: bool = False) -> str:
    """What becomes of what came before consent; said in full once."""
    if again:
        return talk.say("kept-too")
    return talk.say("kept-until-consent", hours=talk.world.policy.consent_hours)


def is_vague(talk: Talk, draft: Draft) -> bool:
    """Whether so little was told that one more question is worth it."""
    told = content(draft)
    if words_in(told) >= VAGUE_WORDS or files(draft):
        return False
    found = talk.proposal(told)
    return found.kind == "khac" and not found.urgent


def words_in(text: str) -> int:
    """How many words a text has; two signs of a script without spaces count as one."""
    if not _WITHOUT_SPACES.search(text):
        return len(text.split())
    return max(len(text.split()), sum(1 for sign in text if "\u0e00" <= sign <= "\ud7ff" and sign.isalpha()) // 2)


def has_letters(text: str) -> bool:
    """Whether a text says anything at all: pictures and signs alone tell no story."""
    return any(sign.isalnum() for sign in text)


def is_more_of_the_story(text: str) -> bool:
    """Whether words at a question with choices are long enough to belong to the letter."""
    return words_in(text) >= ADDED_WORDS


# The questions ---------------------------------------------------------------------------------------------


class ContentStep(Question):
    """What happened? Words, or photos, a voice, a file with a caption."""

    name = CONTENT
    stage = 2

    def ask(self, talk: Talk) -> Prompt:
        draft = talk.draft
        if draft.has(CONTENT):
            return Prompt(talk.say("content-again", text=shorten(content(draft), 300)))
        if files(draft) and not content(draft):
            return Prompt(talk.say("content-with-files"), talk.options("enough"))
        if draft.get("parts"):
            return Prompt(talk.say("content-short"), talk.options("enough"))
        return Prompt(talk.say("content"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text) and has_letters(answer.body):
            body = answer.body[:MAX_CONTENT_CHARS]
            if draft.has(CONTENT):
                draft = draft.without("parts", "topic_chosen")
            first = not draft.get("parts") and not draft.has(CONTENT)
            draft = add_part(draft, body, answer.ref)
            if first and words_in(body) < SHORT_WORDS and not files(draft):
                return Taken(draft, "stay")
            return self._told(talk, draft)
        if isinstance(answer, Picked) and answer.option == "enough":
            return self._told(talk, draft)
        return Taken(draft, "miss", hint=talk.say("content-hint"))

    def _told(self, talk: Talk, draft: Draft) -> Taken:
        changed = draft.has("kind")
        effects, draft = propose(talk.with_draft(draft.with_answer(CONTENT, True)))
        proposed = draft.get("proposal")["kind"]
        if changed and proposed not in (draft.get("kind"), "khac"):
            # The new words may be of another kind than the old: the person is asked again.
            draft = draft.without("kind")
        return Taken(draft, effects=effects)


class KindStep(Question):
    """Is this what it is? The program proposes, in plain words and with the words that decided; the person decides."""

    name = "kind"
    stage = 3

    def ask(self, talk: Talk) -> Prompt:
        proposal = talk.draft.get("proposal") or {"kind": "khac", "why": [], "ask": None}
        kind = proposal["kind"]
        matter = self._matter_or_none(proposal)
        if matter and content(talk.draft):
            asked = talk.say("kind-matter-or-none", kind=plain_kind(talk, matter))
            chosen = talk.option(f"kind:{matter}", f"kind-label-{matter}")
            leave = talk.command("/huy", "opt-only_asking")
            return Prompt(_warned(talk, matter, asked), (chosen, talk.option("other_kind"), leave))
        if kind == "khac":
            key = "kind-danger" if proposal.get("urgent") else "kind-nothing"
            text = talk.say(key if content(talk.draft) else "kind-unheard")
            return Prompt(text, (*talk.options("insist", "other_kind"), talk.command("/huy", "opt-stop")))
        words = {shorten(piece, WHY_CHARS).casefold(): shorten(piece, WHY_CHARS) for piece in proposal["why"]}
        pieces = [f"“{piece}”" for piece in list(words.values())[:WHY_PIECES]]
        why = talk.say("kind-why", words=", ".join(pieces)) if pieces else ""
        text = talk.say("kind-proposal", kind=plain_kind(talk, kind))
        options: list[Option] = [talk.option("right")]
        other = self._other(proposal)
        if other:
            text = talk.say("kind-question", first=plain_kind(talk, kind), second=plain_kind(talk, other))
            # one question that separates these two, whichever of them is the likelier
            one, two = sorted((kind, other), key=KINDS.index)
            text = f"{text} {talk.say(f'kind-tell-{one}-{two}')}"
            options.append(talk.option(f"kind:{other}", f"kind-label-{other}"))
        options.append(talk.option("other_kind"))
        return Prompt(_warned(talk, kind, text, why), tuple(options))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text) and is_more_of_the_story(answer.body):
            effects, draft = propose(talk.with_draft(add_part(draft, answer.body, answer.ref)))
            return Taken(draft, "stay", effects=effects, notes=(talk.say("added-to-story"),))
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("kind-hint"))
        if answer.option == "other_kind":
            return Taken(draft, "stay", goto="kind_list")
        proposal = draft.get("proposal") or {"kind": "khac"}
        kind = answer.option.removeprefix("kind:") if answer.option.startswith("kind:") else proposal["kind"]
        draft, notes = settle_kind(talk, draft, kind)
        return Taken(draft, notes=notes)

    @staticmethod
    def _matter_or_none(proposal: dict[str, Any]) -> str:
        """The kind there would be, where it is open whether there is a matter at all."""
        ask = proposal.get("ask") or ()
        if "khac" not in ask or proposal.get("urgent"):
            return ""
        return next((str(kind) for kind in ask if kind != "khac"), "")

    @staticmethod
    def _other(proposal: dict[str, Any]) -> str:
        if not proposal.get("ask"):
            return ""
        others = [kind for kind in proposal["ask"] if kind not in (proposal["kind"], "khac")]
        return others[0] if others else ""


def _warned(talk: Talk, kind: str, *parts: str) -> str:
    """The question with what somebody must know before a denunciation."""
    warning = talk.say("kind-warning-to-cao", **talk.place_words()) if kind == "to_cao" else ""
    return "\n\n".join(part for part in (*parts, warning) if part)


class KindListStep(Detour):
    """Which of these is it? Asked only of who says that the proposal is wrong, or edits the line."""

    name = "kind_list"
    stage = 3

    def ask(self, talk: Talk) -> Prompt:
        order = ("kien_nghi_phan_anh", "khieu_nai", "to_cao")
        options = tuple(talk.option(f"kind:{kind}", f"kind-label-{kind}") for kind in order)
        return Prompt(talk.say("kind-list"), (*options, talk.option("unsure")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text) and is_more_of_the_story(answer.body):
            effects, draft = propose(talk.with_draft(add_part(draft, answer.body, answer.ref)))
            return Taken(draft, "stay", effects=effects, notes=(talk.say("added-to-story"),))
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("kind-hint"))
        kind = answer.option.removeprefix("kind:")
        if kind not in KINDS:
            # "Tôi chưa rõ": the officer decides; the proposal stands meanwhile, a petition where there is none.
            proposed = (draft.get("proposal") or {}).get("kind", "khac")
            kind = proposed if proposed != "khac" else "kien_nghi_phan_anh"
        draft, notes = settle_kind(talk, draft, kind)
        return Taken(draft, notes=notes)
