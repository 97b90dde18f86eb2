from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cases import fold as folding
from cases.fold import bare, fold, plain


def test_marks_case_and_barred_d_do_not_matter() -> None:
    assert fold("ĐƯỜNG  Nguyễn Trãi") == fold("duong nguyen trai") == "duong nguyen trai"


def test_decomposed_and_composed_letters_are_the_same() -> None:
    assert fold(unicodedata.normalize("NFD", "Phường Nghĩa Đô")) == fold("Phường Nghĩa Đô")


def test_unseen_characters_are_dropped() -> None:
    assert fold("t\u200bo\u2060 ca\u202eo\ufeff") == "to cao"


def test_letters_in_fancy_dress_are_letters() -> None:
    assert fold("𝐓𝐨̂́ 𝐜𝐚́𝐨 𝒐̂𝒏𝒈 𝔸 ℬ Ｔổ ｔｒưởng ⓐ 𝟓 ① ５") == "to cao ong a b to truong a 5 1 5"
    assert plain("𝐓𝐨̂́ 𝐜𝐚́𝐨") == "Tố cáo"


def test_letters_of_other_scripts_stay() -> None:
    assert fold("กำ 안녕 が") == unicodedata.normalize("NFC", "กำ 안녕 が")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_does_not_depend_on_the_form_of_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_bare_keeps_every_place(text: str) -> None:
    assert len(bare(plain(text))) == len(plain(text))


LETTERS = [chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2030), 0x301, 0x323)]


def test_each_letter_folds_the_quick_way_as_it_does_the_thorough_way() -> None:
    for letter in LETTERS:
        assert fold(f"a{letter}b") == folding._thoroughly(f"a{letter}b"), hex(ord(letter))


@given(st.text(st.sampled_from(LETTERS)))
def test_the_quick_way_to_fold_is_only_quicker(text: str) -> None:
    assert fold(text) == folding._thoroughly(text)
