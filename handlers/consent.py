"""Consent: the first question of a filing, honest about the channel; nothing is kept without it."""

from __future__ import annotations

from typing import Final

from cases.dates import stamp
from handlers.content import SHORT_WORDS, add_part, has_letters, is_vague, kept_note, propose, tell, words_in
from handlers.effects import Forget
from handlers.messages import Option, Text
from handlers.papers import fetch_held
from handlers.state import Draft
from handlers.talk import Answer, Picked, Prompt, Question, Taken, Talk

CONSENT: Final = "consent"


def consented(draft: Draft) -> bool:
    """Whether the person has agreed that we keep what they say."""
    return draft.has(CONSENT)


class ConsentStep(Question):
    """May we keep what you tell us? Silence is no consent, and a refusal erases what was said."""

    name = CONSENT
    stage = 1

    def ask(self, talk: Talk) -> Prompt:
        if talk.state.misses or talk.draft.get("asked_again"):
            return Prompt(talk.say("consent-again"), self.options(talk))
        words = talk.place_words()
        via = talk.say(f"consent-via-{talk.incoming.channel.replace('_', '-')}", address=words["address"])
        return Prompt(talk.say("consent", unit=words["unit"], via=via), self.options(talk))

    def options(self, talk: Talk) -> tuple[Option, ...]:
        return talk.options("agree", "disagree", *(() if talk.draft.get("read_more") else ("more",)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked) and answer.option == "agree":
            return self._agreed(talk)
        if isinstance(answer, Picked) and answer.option == "disagree":
            draft = talk.draft
            return Taken(
                draft,
                "end",
                main="drop",
                notes=(talk.say("consent-refused", **talk.place_words()),),
            )
        if isinstance(answer, Picked) and answer.option == "more":
            words = talk.place_words()
            more = talk.say("consent-more", unit=words["unit"], phone=words["phone"])
            return Taken(
                talk.draft.with_answer("read_more", True).with_answer("asked_again", True), "stay", notes=(more,)
            )
        if isinstance(answer, Text) and words_in(answer.body) >= SHORT_WORDS and has_letters(answer.body):
            # Whoever goes on telling is not refused: it is kept sealed, and the question stands.
            draft = add_part(talk.draft, answer.body, answer.ref).with_answer("asked_again", True)
            return Taken(draft, "stay", notes=(kept_note(talk, again=bool(talk.draft.get("parts"))),))
        return Taken(talk.draft, "miss", hint=talk.say("consent-hint"))

    def _agreed(self, talk: Talk) -> Taken:
        world = talk.world
        consent = {"version": world.policy.consent_version, "at": stamp(world.now)}
        draft, effects = fetch_held(talk.draft.with_answer(CONSENT, consent))
        effects = (*effects, Forget("unconsented", draft.id))
        if not is_vague(talk, draft):
            draft = tell(draft)
        if draft.has("content"):
            danger, draft = propose(talk.with_draft(draft))
            effects = (*danger, *effects)
        return Taken(draft, effects=effects)
