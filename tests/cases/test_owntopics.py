"""A committee's own topic is found by the committee's words, and never carries a denunciation to another column."""

from __future__ import annotations

import pytest

from cases.owntopics import OwnTopic, find

MARKET = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm", "en": "Night market"}, ("chợ đêm", "phố đi bộ", "night market"))
BOAT = OwnTopic("do_ngang", "giao_thong_ha_tang", {"vi": "Đò ngang"}, ("đò ngang", "bến đò"))
OWN = (MARKET, BOAT)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chợ đêm dựng rạp chắn lối đi, mong dời", "cho_dem"),
        ("cho dem don rac cham qua", "cho_dem"),
        ("Bến đò trơn trượt, đò ngang thiếu áo phao, chợ đêm thì ồn", "do_ngang"),
        ("The night market is too loud", "cho_dem"),
        ("Đường vào chợ hỏng, đêm tối om", None),
        ("Bến đỗ xe chật quá, mong mở thêm", None),
        ("", None),
    ],
)
def test_it_is_found_by_whole_words_with_or_without_marks(text: str, code: str | None) -> None:
    found = find(OWN, text, "kien_nghi_phan_anh", "khac")
    assert (found.code if found else None) == code


def test_a_denunciation_keeps_the_topic_of_its_content_and_what_is_no_letter_has_none() -> None:
    bribe = "Trưởng ban chợ đêm đòi mỗi sạp 2 triệu tiền đen"
    assert find(OWN, bribe, "to_cao", "tham_nhung_tieu_cuc") is None
    assert find(OWN, "Chợ đêm bán hàng giả, đề nghị xử lý chủ sạp", "to_cao", "khac") == MARKET
    assert find(OWN, "Chợ đêm mấy giờ mở cửa ạ", "khac", "khac") is None


def test_it_goes_by_the_nearest_name_that_there_is() -> None:
    assert [MARKET.name(each) for each in ("vi", "en", "ko")] == ["Chợ đêm", "Night market", "Chợ đêm"]
    assert BOAT.name("en") == "Đò ngang"
