"""Letters about the same thing are found from sketches that hold no word."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.classify.words import READ_AT_MOST_CHARACTERS, folded_words, read_words
from cases.similar import DAYS_APART_AT_MOST, Facts, Sketch, alike, may_be_sketched, sketch

DAY = date(2026, 11, 2)
LAMP = "Đèn đường ngõ 58 Trần Thái Tông tắt cả tháng nay, tối om, các cháu đi học về rất nguy hiểm"
LAMP_AGAIN = "den duong ngo 58 tran thai tong tat ca thang, toi om, chau di hoc ve nguy hiem lam"
LAMP_SHORT = "Ngõ 58 Trần Thái Tông tối om, đèn đường tắt"
RUBBISH = "Rác chất đống ở chợ tạm, mùi hôi thối, mấy hôm chưa thấy xe thu gom"
PLACE = "ngõ 58 phố Trần Thái Tông"


def keyed(words: Iterable[str]) -> list[bytes]:
    return [hmac.digest(b"k" * 32, word.encode(), hashlib.sha256)[:16] for word in words]


@dataclass(frozen=True)
class Kept:
    words: bytes
    place: bytes
    topic: str = "giao_thong_ha_tang"
    received_on: str = DAY.isoformat()


def made(text: str, place: str = PLACE) -> Sketch:
    return sketch(text, place, keyed)


def like(one: Sketch, other: Sketch, *, topic: str = "giao_thong_ha_tang", days: int = 0) -> bool:
    later = date.fromordinal(DAY.toordinal() + days)
    return bool(alike(one, Facts("giao_thong_ha_tang", later), [Kept(other.words, other.place, topic)]))


def test_the_same_words_without_marks_are_the_same_letter() -> None:
    assert like(made(LAMP), made(LAMP_AGAIN, "ngo 58"), topic="khac")


def test_other_words_about_the_same_place_and_topic_are_found() -> None:
    assert like(made(LAMP), made(LAMP_SHORT))


@pytest.mark.parametrize(
    "other",
    [made(LAMP_SHORT, "chợ Nghĩa Tân"), made(RUBBISH), made(RUBBISH, ""), made("", "")],
    ids=["other place", "other words", "no place", "nothing"],
)
def test_what_shares_only_the_place_or_only_a_few_words_is_not(other: Sketch) -> None:
    assert not like(made(LAMP), other)


def test_another_topic_needs_the_same_words() -> None:
    assert not like(made(LAMP), made(LAMP_SHORT), topic="an_ninh_trat_tu")
    assert like(made(LAMP), made(LAMP_AGAIN), topic="an_ninh_trat_tu")


def test_what_is_long_past_is_another_matter() -> None:
    for days, is_like in ((DAYS_APART_AT_MOST, True), (DAYS_APART_AT_MOST + 1, False)):
        assert like(made(LAMP), made(LAMP), days=days) == like(made(LAMP), made(LAMP_SHORT), days=days) == is_like


def test_of_many_those_alike_are_found_the_likeliest_first_and_nothing_is_like_nothing() -> None:
    one, facts = made(LAMP), Facts("giao_thong_ha_tang", DAY)
    sketches = [made(text) for text in (LAMP_SHORT, LAMP_AGAIN, "", RUBBISH, LAMP, LAMP_SHORT)]
    others = [Kept(each.words, each.place) for each in sketches]
    # Of those equally likely the one that was given first comes first.
    assert list(map(id, alike(one, facts, others))) == [id(others[index]) for index in (1, 4, 0, 5)]
    assert alike(Sketch(b"", b""), facts, others) == []
    assert alike(one, facts, []) == []


def test_a_sketch_is_small_says_nothing_without_the_key_and_is_the_same_each_time() -> None:
    one = made(LAMP)
    assert len(one.words) == len(one.place) == 128
    assert made(LAMP) == one
    other = sketch(
        LAMP, PLACE, lambda words: [hashlib.sha256(b"other" + each.encode()).digest()[:16] for each in words]
    )
    assert not like(one, other)


def test_nothing_is_kept_of_a_denunciation() -> None:
    assert not may_be_sketched("to_cao")
    assert may_be_sketched("kien_nghi_phan_anh")
    assert may_be_sketched("khieu_nai")


@given(st.text(st.sampled_from("đườngKWĐẮPh \n\t.'/-_0258é\u0301\u0323\u200b\ufe0fİﬁ가"), max_size=60), st.booleans())
def test_a_sketch_reads_the_words_that_are_read_elsewhere(text: str, long: bool) -> None:
    text = text * (1 + READ_AT_MOST_CHARACTERS // len(text)) if long and text else text
    assert tuple(folded_words(text)) == read_words(text).folded
