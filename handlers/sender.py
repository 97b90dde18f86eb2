"""Who sends: for oneself, for somebody else, for a group, or without a name; and how to be reached."""

from __future__ import annotations

import re
from typing import Final

from cases.fold import fold
from handlers.answers import Typed, typed
from handlers.effects import Person
from handlers.messages import Contact, Option, Text
from handlers.numbers import has_digit, has_identity, phone_in
from handlers.scene import LineStep
from handlers.state import Draft
from handlers.talk import Answer, Picked, Prompt, Question, Taken, Talk

_NAME: Final = re.compile(r"^[^\W\d_]+(?:[ '’.-]+[^\W\d_]+){1,5}\.?$")
_NAME_BEFORE: Final = re.compile(
    r"^(?:tôi tên là|tôi tên|tên tôi là|tôi là|em là|cháu là|my name is|i am)\s+", re.IGNORECASE
)
_SURNAMES: Final = frozenset(
    (
        *("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho"),
        *("ngo", "duong", "dinh", "trinh", "truong", "doan", "luong"),
    )
)
_YOUNG: Final = (
    # "con tôi 13 tuổi" and "em trai tôi 13 tuổi" speak of somebody else.
    (
        "tuoi",
        re.compile(
            r"(?<!\bcon )(?<!\bem )(?<!\btrai )(?<!\bgai )(?<!\bchau )(?<!\bbe )(?<!\bcua )(?<!\bnha )"
            r"\b(?:em|con|chau|minh|toi)(?: nam nay| moi| chi| hien)* (\d{1,2}) tuoi\b"
        ),
    ),
    ("m ", re.compile(r"\b(?:i am|i m|im) (?:only )?(\d{1,2})(?: years old)?\b")),
)
_PUPIL: Final = re.compile(r"\b(?:em|con|chau) (?:dang |la |hien |dang la )*(?:hoc sinh |hoc )+lop (\d{1,2})\b")
ADULT_YEARS: Final = 18
MAX_PEOPLE: Final = 10_000


def is_minor(text: str) -> bool:
    """Whether the writer says of themselves that they are under 18 or at school."""
    folded = fold(text)
    # The word that each rule turns on is looked for first: most letters have none of them.
    young = (rule for needle, rule in _YOUNG if needle in folded)
    if any(int(found) < ADULT_YEARS for rule in young for found in rule.findall(folded)):
        return True
    return "lop" in folded and _PUPIL.search(folded) is not None


def persons(draft: Draft) -> tuple[Person, ...]:
    """The people a letter names as its senders, as they will be kept apart from it."""
    sender = draft.get("sender")
    if sender in (None, "anonymous"):
        contact = draft.get("contact") or ""
        return (Person("sender", contact=contact),) if contact else ()
    role = "principal" if sender == "other" else "sender"
    helps = sender == "other"
    note = " · ".join(part for part in (draft.get("agrees"), draft.get("answers_to")) if part) if helps else ""
    first = Person(
        role,
        name=draft.get("name") or "",
        address=draft.get("address") or "",
        contact=draft.get("contact") or "",
        relation=(draft.get("relation") or "") if helps else "",
        note=note,
    )
    representatives = (draft.get("representatives") or "") if sender == "group" else ""
    return (first, Person("representative", name=representatives)) if representatives else (first,)


def is_anonymous(draft: Draft) -> bool:
    """Whether the letter names nobody who sends it."""
    return draft.get("sender") == "anonymous" or not draft.get("name")


def _looks_like_a_name(words: str) -> bool:
    """Whether words that came where a choice was asked are a name: capitals, or a common surname first."""
    return all(word[:1].isupper() for word in words.split()) or fold(words).split()[0] in _SURNAMES


def wants_no_name(talk: Talk, said: Typed) -> bool:
    """Whether words say, at whatever question, that no name shall be given."""
    return said.named((talk.option("anonymous"),)) is not None and said.number() is None


def anonymous(talk: Talk) -> tuple[Draft, tuple[str, ...]]:
    """The draft without a name and without anything that was said of the sender; and what that means."""
    draft = _sent_by(talk.draft, "anonymous")
    kind = str(draft.get("kind") or "khac").replace("_", "-")
    return draft, (talk.say(f"anonymous-{kind}", **talk.place_words()),)


def _sent_by(draft: Draft, sender: str) -> Draft:
    """The draft with its sender; what belonged to another sort of sender is forgotten."""
    former = draft.get("sender")
    draft = draft.with_answer("sender", sender)
    if sender != "other":
        draft = draft.without("relation", "agrees", "answers_to")
    if sender != "group":
        draft = draft.without("size", "representatives")
    if sender == "anonymous":
        return draft.without("name", "address", "contact")
    # The name of the person helped is not the helper's: it is asked anew.
    return draft.without("name", "address") if former and "other" in (former, sender) and former != sender else draft


_NAMED: Final = ("sender", ("self", "other", "group"))


class SenderStep(Question):
    """For whom is the letter? `Không để tên` is accepted, and what it means is said."""

    name = "sender"
    stage = 6

    def ask(self, talk: Talk) -> Prompt:
        kind = str(talk.draft.get("kind") or "khac").replace("_", "-")
        via = talk.say(f"sender-via-{talk.incoming.channel.replace('_', '-')}")
        text = talk.say(f"ask-sender-{kind}", via=via)
        return Prompt(text, self.options(talk))

    def options(self, talk: Talk) -> tuple[Option, ...]:
        return talk.options("self", "other", "group", "anonymous")

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text):
            name = _NAME_BEFORE.sub("", answer.body.strip())
            if _NAME.match(name) and (name != answer.body.strip() or _looks_like_a_name(name)):
                # Who types a name here has answered two questions at once.
                return Taken(_sent_by(draft, "self").with_answer("name", name))
            return Taken(draft, "miss", hint=talk.say("ask-sender-hint"))
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("ask-sender-hint"))
        if answer.option == "anonymous":
            draft, notes = anonymous(talk)
            return Taken(draft, notes=notes)
        return Taken(_sent_by(draft, answer.option))


class RelationStep(LineStep):
    """What the helper is to the person they write for."""

    name = "relation"
    stage = 6
    only_where = ("sender", ("other",))


class AgreesStep(LineStep):
    """Whether the person written for knows and agrees."""

    name = "agrees"
    stage = 6
    extra = ("agrees_yes", "agrees_no", "agrees_cannot")
    only_where = ("sender", ("other",))


class AnswersStep(LineStep):
    """Who may receive the answers: never the helper unless that is wished."""

    name = "answers_to"
    stage = 6
    extra = ("answers_me", "answers_them", "answers_both")
    only_where = ("sender", ("other",))


class SizeStep(Question):
    """How many people send it together."""

    name = "size"
    stage = 6
    only_where = ("sender", ("group",))

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say("ask-size"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Text):
            digits = re.search(r"\d{1,5}", answer.body.replace(".", ""))
            size = int(digits.group()) if digits else typed(answer.body).number()
            if size is not None and 2 <= size <= MAX_PEOPLE:
                return Taken(talk.draft.with_answer(self.name, size))
        return Taken(talk.draft, "miss", hint=talk.say("ask-size-hint"))


class RepresentativesStep(LineStep):
    """Who speaks for a group (Luật Tiếp công dân Art 29: 5 to 10 people name 1 or 2; more name up to 5)."""

    name = "representatives"
    stage = 6
    takes_phone = True
    only_where = ("sender", ("group",))


class NameStep(LineStep):
    """The name of the person whose matter it is."""

    name = "name"
    stage = 6
    only_where = _NAMED

    def key(self, talk: Talk) -> str:
        return "ask-name-other" if talk.draft.get("sender") == "other" else "ask-name"

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Text):
            answer = Text(_NAME_BEFORE.sub("", answer.body.strip()), answer.ref)
        taken = super().take(talk, answer)
        if taken.outcome == "next" and not taken.draft.get("name"):
            kind = str(talk.draft.get("kind") or "khac").replace("_", "-")
            return Taken(taken.draft, notes=(talk.say(f"anonymous-{kind}", **talk.place_words()),))
        return taken


class AddressStep(LineStep):
    """Where that person lives."""

    name = "address"
    stage = 6
    only_where = _NAMED


class ContactStep(LineStep):
    """How to be reached: here, or by phone."""

    name = "contact"
    stage = 6
    extra = ("here",)
    takes_phone = True
    only_where = _NAMED

    def ask(self, talk: Talk) -> Prompt:
        asked = super().ask(talk)
        return Prompt(asked.text, asked.options, (talk.say("form-title"), talk.say("form-words")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Contact):
            phone = phone_in(answer.phone) or answer.phone
            return Taken(draft.with_answer(self.name, phone))
        if isinstance(answer, Text):
            if has_identity(answer.body):
                return Taken(draft, "miss", hint=talk.say("no-id-number"))
            words = answer.body.strip()
            few_words = len(words.split()) < 3
            if phone_in(words) is None and "@" not in words and (few_words or has_digit(words)):
                return Taken(draft, "miss", hint=talk.say("ask-contact-hint"))
        return super().take(talk, answer)
