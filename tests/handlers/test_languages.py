"""The dialogue answers in the resident's language, offers the switch, and never switches in the middle unasked."""

from __future__ import annotations

import re

import pytest

from cases.language import detect_by_rule
from locales import Locales
from tests.handlers.town import Town, labels

STORIES = {
    "zh": ("楼下的酒吧每天晚上音乐很大，我们睡不着，请帮忙提醒一下", "同意", "中文"),
    "ko": ("우리 골목 하수구가 막혀서 비만 오면 물이 넘칩니다. 고쳐 주세요", "동의합니다", "한국어"),
    "ja": ("家の前の街灯が切れていて夜とても暗いです。直してください", "同意します", "日本語"),
    "fr": (
        "La rue devant l'école est toujours inondée quand il pleut, pouvez-vous réparer l'égout ?",
        "oui",
        "Français",
    ),
}


@pytest.mark.parametrize("language", STORIES)
def test_who_begins_in_a_language_that_we_have_is_answered_in_it_to_the_receipt(language: str) -> None:
    story, agree, _ = STORIES[language]
    resident = Town().resident()
    words = Locales()
    assert words.say("consent-hint", language) != words.say("consent-hint", "en")
    first = resident.types(story)[-1]
    assert words.say("opt-agree", language) in labels(first)
    assert "113" not in first.text
    kind = resident.types(agree)[-1]
    assert any(words.say(f"opt-{name}", language) in labels(kind) for name in ("other_kind", "right"))


@pytest.mark.parametrize("language", STORIES)
def test_another_language_in_mid_dialogue_is_offered_once_and_taken_when_asked_for(language: str) -> None:
    story, _, name = STORIES[language]
    resident = Town().resident()
    words = Locales()
    resident.types("Cống trước nhà số 5 nghẹt cả tháng nay, nhờ phường cho người nạo vét giúp")
    resident.types("đồng ý")
    offered = resident.types(story)[-1].text
    assert words.say("language-offer", language) in offered
    assert words.say("added-to-story", "vi") in offered
    assert words.say("language-offer", language) not in resident.types(story)[-1].text
    assert words.say("language-set", language) in resident.types(name)[-1].text


# What stays Vietnamese in every language: names of units and streets, the law, and its words for a kind.
OURS = re.compile(
    r"(?:Mặt trận )?(?:phường )?Cầu Giấy|số 5 phố Trần Tử Bình|Luật [^)]*|\(?kiến nghị, phản ánh\)?|/\w+|TD-\S+"
)
FEWEST_WORDS = 4


@pytest.mark.parametrize("language", STORIES)
def test_a_whole_letter_is_filed_followed_and_withdrawn_without_a_sentence_of_another_language(language: str) -> None:
    story, agree, _ = STORIES[language]
    resident = Town().resident()
    words = Locales()
    said = [*resident.types(story), *resident.types(agree)]
    wanted = ("right", "skip", "self", "send", "withdraw", "is_so")
    buttons = [words.say(f"opt-{name}", language) for name in wanted]
    taken: list[str] = []
    for _ in range(16):
        there = labels(said[-1])
        tap = next((button for button in buttons if button in there), there[0] if there else "")
        if not tap:
            break
        taken.append(tap)
        said += resident.taps(tap)
    assert {words.say("opt-send", language), words.say("opt-withdraw", language)} <= set(taken)
    for line in "\n".join(message.text for message in said).splitlines():
        own = OURS.sub(" ", line.replace(story, ""))
        # in a script of its own, a stretch of Latin words is what slipped in
        for part in [own] if language == "fr" else re.findall(r"[A-Za-zÀ-ỹ'’]+(?: [A-Za-zÀ-ỹ'’]+)+", own):
            if len(re.findall(r"[^\W\d_]{2,}", part)) >= FEWEST_WORDS:
                found = detect_by_rule(part)
                assert found is None or found.lang not in ("vi", "en"), line


def test_a_name_in_other_letters_offers_nothing() -> None:
    resident = Town().resident()
    resident.types("Cống trước nhà số 5 nghẹt cả tháng nay, nhờ phường cho người nạo vét giúp")
    resident.types("đồng ý")
    assert "한국어" not in resident.types("Kim Nam Joon 김남준")[-1].text


def test_all_languages_stand_behind_one_command() -> None:
    resident = Town().resident()
    asked = resident.types("/ngonngu")[-1]
    assert labels(asked) == ["Tiếng Việt", "English", "中文", "한국어", "日本語", "Français"]
    assert Locales().say("language-set", "ja") in resident.taps("日本語")[0].text
