from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.codes import ALPHABET, code_of, is_valid, make_code, read_code, seems_code

CODES = st.lists(st.integers(0, 31), min_size=7, max_size=7).map(lambda drawn: make_code(lambda _: drawn.pop()))
CODE = code_of(b"tiengda")
BARE = CODE[3:7] + CODE[8:]


def write(bare: str) -> str:
    return f"TD-{bare[:4]}-{bare[4:]}"


@given(CODES)
def test_a_made_code_is_valid_and_has_no_look_alike_letters(code: str) -> None:
    assert is_valid(code)
    assert set(code[3:7] + code[8:]) <= set(ALPHABET)
    assert not set(code) & set("ILOU")


@given(CODES, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_every_wrong_character_is_found(code: str, place: int, other: str) -> None:
    bare = code[3:7] + code[8:]
    changed = bare[:place] + other + bare[place + 1 :]
    assert is_valid(write(changed)) == (changed == bare)


@given(CODES, st.integers(0, 7), st.integers(0, 7))
def test_every_swap_of_two_characters_is_found(code: str, one: int, two: int) -> None:
    letters = list(code[3:7] + code[8:])
    letters[one], letters[two] = letters[two], letters[one]
    assert is_valid(write("".join(letters))) == ("".join(letters) == code[3:7] + code[8:])


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "–"),
        BARE,
        BARE.lower(),
        f"{BARE[:4]} {BARE[4:]}",
        " ".join(BARE),
        f"tra cuu ho so {CODE.lower()} giup toi",
        f"Mã của tôi là TĐ {BARE[:4].lower()}-{BARE[4:].lower()}, tới đâu rồi?",
        f"t.d.{BARE}",
        f"#{CODE}",
        f"/tracuu {CODE}",
    ],
)
def test_a_code_is_read_out_of_free_text(typed: str) -> None:
    assert read_code(typed) == CODE


@given(CODES)
def test_o_is_read_as_zero_and_i_or_l_as_one(code: str) -> None:
    assert read_code(code.replace("0", "O").replace("1", "l")) == code
    assert read_code(code.replace("0", "o").replace("1", "I")) == code


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "tra cứu",
        "0912345678",
        "ngày 20261122",
        "hoan toan",
        "tôi muốn tố cáo",
        "chung toi",
        "12345678",
        "1234 5678",
    ],
)
def test_words_dates_and_phone_numbers_are_no_codes(typed: str) -> None:
    assert read_code(typed) is None


def test_a_mistyped_code_is_known_as_an_attempt() -> None:
    wrong = write(("0" if BARE[0] != "0" else "1") + BARE[1:])
    assert read_code(wrong) is None
    assert seems_code(wrong)
    assert not seems_code("tôi muốn tố cáo")


@given(st.text())
def test_reading_never_fails_and_gives_only_valid_codes(text: str) -> None:
    code = read_code(text)
    assert code is None or is_valid(code)
