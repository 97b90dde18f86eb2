"""Which ward a resident means: new and old names, with and without marks, abbreviated, misspelt, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.gazetteer import load_gazetteer
from cases.mentions import Index, named
from cases.names import Token, core, level_word, load_levels, one_apart, same_name, tokens, windows
from cases.places import Places, Ward, search
from tests.fuzz import examples

HANOI = ("Ủy ban MTTQ Việt Nam thành phố Hà Nội",)
WARDS = (
    Ward("nghia-do", "Phường Nghĩa Đô", "phuong", above=HANOI),
    Ward("cau-giay", "Ủy ban MTTQ Việt Nam phường Cầu Giấy", "phuong", above=HANOI),
    Ward("yen-hoa", "Phường Yên Hòa", "phuong", above=HANOI),
    Ward("tay-ho", "Phường Tây Hồ", "phuong", above=HANOI),
    Ward("phu-thuong", "Phú Thượng", "phuong", above=HANOI),
    Ward("hong-ha", "Phường Hồng Hà", "phuong", above=HANOI),
)
PLACES = Places(WARDS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Phường Cầu Giấy", "cau-giay"),
        ("phuong cau giay", "cau-giay"),
        ("p. cau giay", "cau-giay"),
        ("P.Cầu Giấy", "cau-giay"),
        ("ph cầu giấy", "cau-giay"),
        ("f cau giay", "cau-giay"),
        ("nghia do", "nghia-do"),
        ("NGHĨA ĐÔ", "nghia-do"),
        ("nghiado", "nghia-do"),
        ("Yên Hoà", "yen-hoa"),
        ("yen hoa ha noi", "yen-hoa"),
        ("tôi ở ngõ 12 phường Yên Hòa, Hà Nội", "yen-hoa"),
        ("Hồng Hà", "hong-ha"),
        ("phu thuong", "phu-thuong"),
        ("xã Phú Thượng", "phu-thuong"),
    ],
)
def test_a_ward_is_found_by_its_present_name_however_it_is_typed(text: str, code: str) -> None:
    assert PLACES.search(text) == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Dịch Vọng", ["cau-giay", "nghia-do"]),
        ("p dich vong", ["cau-giay", "nghia-do"]),
        ("Dịch Vọng, Cầu Giấy", ["cau-giay", "nghia-do"]),
        ("p. dịch vọng, q. cầu giấy, hà nội", ["cau-giay", "nghia-do"]),
        ("Dịch Vọng Hậu", ["cau-giay", "nghia-do"]),
        ("Quan Hoa", ["nghia-do", "cau-giay"]),
        ("Nghĩa Tân", ["nghia-do"]),
        ("Mai Dịch", ["nghia-do"]),
        ("mỹ đình 1", ["cau-giay"]),
        ("Mĩ Đình 2", ["cau-giay"]),
        ("phường Bưởi", ["tay-ho"]),
        ("Nhật Tân", ["tay-ho", "hong-ha"]),
        ("Tứ Liên", ["hong-ha", "tay-ho"]),
    ],
)
def test_an_old_ward_leads_to_every_ward_it_went_into_the_largest_part_first(text: str, codes: list[str]) -> None:
    assert PLACES.search(text) == codes


def test_only_wards_of_the_config_are_offered() -> None:
    two = [WARDS[1], WARDS[2]]
    assert search(two, "Dịch Vọng") == ["cau-giay"]
    assert search(two, "Nghĩa Tân") == []


def test_a_present_name_hides_old_borders_unless_the_old_district_is_named() -> None:
    assert PLACES.search("phường Nghĩa Đô") == ["nghia-do"]
    assert PLACES.search("phường Nghĩa Đô quận Cầu Giấy") == ["nghia-do", "tay-ho"]
    assert PLACES.search("Nghĩa Đô, Cầu Giấy")[0] == "nghia-do"


@pytest.mark.parametrize("text", ["quận Cầu Giấy", "q cau giay", "Q.Cầu Giấy, Hà Nội", "cau giay"])
def test_an_old_district_offers_the_wards_it_became_its_namesake_first(text: str) -> None:
    assert PLACES.search(text) == ["cau-giay", "nghia-do", "yen-hoa"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("phường Cầu Giáy", "cau-giay"),
        ("ngĩa đô", "nghia-do"),
        ("nghia ddo", "nghia-do"),
        ("p. phú thượgn", "phu-thuong"),
        ("phu thuog", "phu-thuong"),
        ("phường hồng hà a", "hong-ha"),
    ],
)
def test_one_wrong_letter_of_a_long_name_is_forgiven(text: str, code: str) -> None:
    assert PLACES.search(text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không biết",
        "ở gần chợ",
        "1",
        "hà nội",
        "😀",
        "buổi sáng hôm qua",
        "nước thải chảy ra sông hồng hàng ngày làm cả xóm chúng tôi không ai chịu nổi nữa",
    ],
)
def test_everyday_words_are_no_place(text: str) -> None:
    assert PLACES.search(text) == []


def test_in_a_long_text_a_name_needs_its_level_or_capitals() -> None:
    talk = "hôm qua khoảng bảy giờ tối có một xe tải đổ đất thải ngay trước cửa nhà tôi ở {} mà không ai xử lý"
    assert PLACES.search(talk.format("phường yên hòa")) == ["yen-hoa"]
    assert PLACES.search(talk.format("Yên Hòa")) == ["yen-hoa"]
    assert PLACES.search(talk.format("nơi yên hòa")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ông Hồng Hà xây nhà trái phép, lấn ra ngõ chung của cả xóm",
        "ba hong ha khong cho di nho",
        "cháu Nguyễn Yên Hòa bị đuổi học oan",
        "Đường Cầu Giấy ngập nước suốt từ hôm qua đến nay",
    ],
)
def test_a_person_or_a_street_in_a_story_is_no_ward(text: str) -> None:
    assert PLACES.search(text) == []


def test_a_street_of_that_name_counts_less_than_the_ward() -> None:
    assert PLACES.search("đường Cầu Giấy, phường Nghĩa Đô") == ["nghia-do"]
    assert "cau-giay" in PLACES.search("đường Cầu Giấy")


def test_two_wards_in_one_text_are_both_offered() -> None:
    assert set(PLACES.search("giữa phường Yên Hòa và phường Tây Hồ")) == {"yen-hoa", "tay-ho"}


@pytest.mark.parametrize("text", ["xã Nghĩa Đô, Lào Cai", "nghia do lao cai", "Nghĩa Đô tỉnh Lào Cai"])
def test_the_namesake_in_another_province_is_elsewhere(text: str) -> None:
    assert PLACES.search(text) == []
    found = PLACES.elsewhere(text)
    assert found is not None
    assert found.today == ("Xã Nghĩa Đô, Tỉnh Lào Cai",)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("phường Bến Nghé", "Phường Sài Gòn, Thành phố Hồ Chí Minh"),
        ("p ben nghe", "Phường Sài Gòn, Thành phố Hồ Chí Minh"),
        ("Thanh Xuân", "Phường Thanh Xuân, Thành phố Hà Nội"),
        ("tôi ở phường Đống Đa", "Phường Đống Đa, Thành phố Hà Nội"),
    ],
)
def test_a_ward_of_somebody_else_is_named_with_where_it_is_now_our_province_first(text: str, today: str) -> None:
    found = PLACES.elsewhere(text)
    assert found is not None
    assert found.today[0] == today
    assert len(found.today) <= 3


@pytest.mark.parametrize("text", ["phường Cầu Giấy", "không biết", "", "nhà tôi bị ngập"])
def test_what_is_ours_or_no_place_is_not_elsewhere(text: str) -> None:
    assert PLACES.elsewhere(text) is None


def test_numbered_wards_need_their_level_and_the_district_tells_them_apart() -> None:
    city = ("Thành phố Hồ Chí Minh",)
    south = Places(
        [
            Ward("an-hoi-tay", "Phường An Hội Tây", "phuong", above=city),
            Ward("hoa-hung", "Phường Hòa Hưng", "phuong", above=city),
        ]
    )
    assert south.search("p12 quận 10")[0] == "hoa-hung"
    assert south.search("P.12, Q. Gò Vấp")[0] == "an-hoi-tay"
    assert south.search("12") == []
    assert south.search("có 12 người") == []


def test_a_unit_the_data_does_not_know_is_still_found_by_its_names() -> None:
    own = Places([Ward("x1", "Phường Hoa Sen Trắng", "phuong", names=("Làng Sen",))])
    assert own.search("phuong hoa sen trang") == ["x1"]
    assert own.search("hoa sen trắg") == ["x1"]
    assert own.search("làng sen") == ["x1"]


def test_former_names_of_a_ward_are_told() -> None:
    assert PLACES.former_names("cau-giay")[:2] == ("Phường Dịch Vọng", "Phường Dịch Vọng Hậu")
    assert PLACES.former_names("unknown") == ()


@settings(max_examples=examples(80), deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_answer_and_the_same_twice(text: str) -> None:
    found = PLACES.search(text)
    assert found == PLACES.search(text)
    assert set(found) <= {ward.code for ward in WARDS}
    assert len(found) == len(set(found))
    PLACES.elsewhere(text)


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from(sorted(load_gazetteer().today)))
def test_every_ward_of_the_country_is_found_by_its_own_full_name(code: str) -> None:
    ward = load_gazetteer().today[code]
    level = level_word(tokens(ward.name), 0)
    assert level is not None
    places = Places([Ward("it", ward.name, level[0].code, above=(ward.province,)), WARDS[0]])
    assert places.search(f"{ward.name}, {ward.province}")[:1] == ["it"]


def test_the_data_holds_every_ward_and_each_has_former_ones() -> None:
    gazetteer = load_gazetteer()
    assert len(gazetteer.today) == 3321
    assert len(gazetteer.provinces) == 34
    assert {code for former in gazetteer.former for code in former.into} == set(gazetteer.today)
    known = {"00097": "Hồng Hà", "00091": "Phú Thượng", "00103": "Tây Hồ", "00160": "Nghĩa Đô"}
    assert {code: core(gazetteer.today[code].name) for code in known} == known


def test_a_name_is_found_in_the_data_with_the_province_above_it_or_when_there_is_one() -> None:
    gazetteer = load_gazetteer()
    found = gazetteer.find("phường Hoàng Mai", ["Ủy ban MTTQ Việt Nam tỉnh Nghệ An"])
    assert found is not None
    assert found.province == "Tỉnh Nghệ An"
    assert gazetteer.find("phường Hoàng Mai") is None
    assert gazetteer.find("phường Cầu Giấy") is not None


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Ủy ban MTTQ Việt Nam phường Cầu Giấy", "Cầu Giấy"),
        ("Thị xã Sơn Tây", "Sơn Tây"),
        ("Thị trấn Tây Đằng", "Tây Đằng"),
        ("Phường 12", "12"),
        ("Thành phố Hà Nội", "Hà Nội"),
        ("Đặc khu Phú Quốc", "Phú Quốc"),
        ("Xã Quan Sơn", "Quan Sơn"),
        ("Phú Thượng", "Phú Thượng"),
    ],
)
def test_a_name_is_parted_from_its_level(name: str, own: str) -> None:
    assert core(name) == own


def test_two_places_of_a_tone_mark_and_y_for_i_are_one_name() -> None:
    assert same_name("Yên Hoà") == same_name("Yên Hòa")
    assert same_name("Sơn Hà") != same_name("Sơn Hạ")
    assert tokens("Mỹ")[0].key == tokens("Mĩ")[0].key


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("abc", "abd", True),
        ("abc", "ab", True),
        ("abc", "acb", True),
        ("abc", "abc", False),
        ("abc", "bca", False),
        ("abcd", "ab", False),
    ],
)
def test_one_apart_is_one_letter_added_left_out_mistaken_or_swapped(one: str, other: str, near: bool) -> None:
    assert one_apart(one, other) is near
    assert one_apart(other, one) is near


def test_levels_that_receive_letters_are_those_of_wards() -> None:
    assert {level.code for level in load_levels() if level.receives} == {"phuong", "xa", "dac_khu"}
    assert all(level.tier == 3 for level in load_levels() if level.receives)


def test_a_run_of_words_that_is_left_out_of_a_long_text_is_no_name() -> None:
    draw = Random(5)
    named = [word for ward in WARDS for word in core(ward.name).split()]
    words = [
        *named,
        *map(str.lower, named),
        "phường",
        "p",
        "thành phố",
        "ông",
        "chợ",
        "đường",
        "tổ 3",
        "Hà Nội",
        "lá,",
        "a",
    ]
    left_out = 0
    for _ in range(150):
        text = tokens(" ".join(draw.choice(words) for _ in range(draw.randint(13, 24))))
        # Every run there is, as it is looked for in a short text.
        every = sorted(
            {run for at in range(len(text)) for run in _runs_from(at, text)}, key=lambda run: (run[0] - run[1], run[0])
        )
        runs = windows(text)
        assert runs == [run for run in every if run in set(runs)]
        assert PLACES._index.find(text, runs) == PLACES._index.find(text, every)
        assert PLACES._provinces_said(text, runs) == PLACES._provinces_said(text, every)
        left_out += len(every) - len(runs)
    assert left_out > 0


def _runs_from(at: int, text: list[Token]) -> Iterator[tuple[int, int, str]]:
    part = text[at : at + 7]
    return ((at + first, at + last, key) for first, last, key in windows(part) if first == 0)


def test_no_slip_of_one_letter_is_taken_for_another_word_before_it_is_compared() -> None:
    index = Index([named("today", "Nghĩa Đô", "phuong", ("1",)), named("today", "Láng Hạ", "phuong", ("2",))])
    for key in ("nghiado", "langha"):
        slips = {key[:at] + other + key[end:] for at in range(len(key)) for end in (at, at + 1) for other in ("", "x")}
        slips |= {key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1)}
        assert [slip for slip in slips if one_apart(key, slip) and not index.nearly_named([(0, 1, slip)])] == []
    assert not index.nearly_named([(0, 2, "thongcong")])
