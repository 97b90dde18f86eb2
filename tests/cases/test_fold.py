from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cases.fold import bare, fold, plain


def test_marks_case_and_barred_d_do_not_matter() -> None:
    assert fold("ĐƯỜNG  Nguyễn Trãi") == fold("duong nguyen trai") == "duong nguyen trai"


def test_decomposed_and_composed_letters_are_the_same() -> None:
    assert fold(unicodedata.normalize("NFD", "Phường Nghĩa Đô")) == fold("Phường Nghĩa Đô")


def test_unseen_characters_are_dropped() -> None:
    assert fold("t\u200bo\u2060 ca\u202eo\ufeff") == "to cao"


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
