from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.language import detect


def check(lang: str, *texts: str) -> None:
    for text in texts:
        assert (text, detect(text).lang) == (text, lang)


def test_vietnamese_with_marks() -> None:
    check("vi", "Đèn đường ngõ 58 tắt cả tháng nay", "Dạ con chào cô", "đường hư", "TÔI TỐ CÁO BAN QUẢN LÝ CHỢ")


def test_vietnamese_without_marks() -> None:
    check(
        "vi",
        "toi muon to cao can bo dia chinh doi tien",
        "den duong tat ca thang nay",
        "o ga nhieu qua",
        "cho hoi thu tuc lam can cuoc",
        "XIN XEM LAI GIA DEN BU",
    )


def test_one_word_of_vietnamese() -> None:
    check("vi", "alo", "chao", "giup toi", "khong", "xin chao", "gui don", "cam on", "dạ", "vâng ạ", "cuu voi")


def test_short_forms_and_unfinished_typing_are_vietnamese() -> None:
    check(
        "vi",
        "e k bik lm s ms dc ad oi",
        "hs cua e nop r ma ko ai tra loi",
        "ddường trước nhà vawn hoá ngaapj sau moõi trận mưa",
        "Rasc thair xaay duwng ddoor daay bowf soong, mong phuwowngf doonj",
        "xin chaof",
    )


def test_vietnamese_with_english_in_it_is_vietnamese() -> None:
    check(
        "vi",
        "Mình submit hồ sơ online, status quá hạn, yêu cầu reply bằng văn bản",
        "Ngã tư này kẹt xe đúng rush hour, mình suggest chỉnh lại timing đèn xanh",
        "đường hư quá please fix",
    )


def test_english_with_a_vietnamese_place_in_it_is_english() -> None:
    check(
        "en",
        "I live at Nguyễn Trãi street and the lamp is broken",
        "Hello, can you help me?",
        "no water in my house since Monday",
        "help",
        "who are you",
    )


def test_other_scripts() -> None:
    check("ko", "안녕하세요", "가로등이 고장났어요 help")
    check("zh", "你好,请问这里是什么", "谢谢")
    check("ja", "こんにちは", "街灯が壊れています")
    check("ru", "здравствуйте")
    check("km", "សួស្តី")


def test_other_languages_in_latin_letters() -> None:
    check("fr", "Bonjour, je voudrais signaler un lampadaire cassé", "où est la mairie", "Merci beaucoup")
    check("de", "Wo ist das Büro?", "Ich möchte eine Beschwerde einreichen")
    check("es", "La calle está muy mal, no hay agua")


def test_numbers_emoji_names_and_codes_tell_no_language() -> None:
    check(
        "und",
        "",
        "   ",
        "0912345678",
        "16.0471, 108.2068",
        "👍👍👍",
        "❤️🌹",
        "...",
        "TD-7K3M-9QXH",
        "/start",
        "https://example.org/abc",
        "Nguyễn Văn A",
        "nguyen thi hoa",
        "ok",
        "hhhhhhhhhhhhhh",
        "đqwẹ123",
    )


def test_a_thing_is_answered_with_the_same_confidence_every_time() -> None:
    assert detect("Lorem ipsum dolor sit amet consectetur") == detect("Lorem ipsum dolor sit amet consectetur")


@given(st.text())
def test_detection_never_fails(text: str) -> None:
    found = detect(text)
    assert found.lang
    assert 0.0 <= found.confidence <= 1.0


def test_a_place_or_a_name_in_an_english_sentence_does_not_make_it_vietnamese() -> None:
    check("en", "I live in Tay Ho", "My landlord Nguyen Van A took my deposit", "power cut", "I live in Cau Giay")
    check("vi", "nhà tôi ở chung cư Sunrise City", "check giup em ho so", "toi o ngo 5")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("ok cam on", "vi"),
        ("thanks nhe", "vi"),
        ("hotline so may", "vi"),
        ("so do", "vi"),
        ("please help", "en"),
        ("thank you so much", "en"),
        ("not yet", "en"),
        ("to me", "en"),
    ],
)
def test_borrowed_english_words_leave_it_to_the_words_beside_them(text: str, lang: str) -> None:
    assert detect(text).lang == lang


def test_a_short_message_of_foreigners_is_known_by_its_words() -> None:
    check("en", "thx", "alright", "street lights out", "pls fixx", "PLEASE HURRY", "how long", "stray dogs", "u there")
    check("fr", "à l'aide", "poubelle", "panne d'électricité")
    check("de", "danke", "Kein Strom")
    check("es", "gracias", "no hay luz")
    check("it", "grazie mille", "manca l'acqua")
    check("id", "tidak ada air")
    check("uk", "дякую", "немає світла")


def test_what_foreigners_greet_with_in_latin_letters() -> None:
    check("zh", "ni hao", "xiexie", "wo shi zhongguo ren")
    check("ja", "konnichiwa", "arigatou gozaimasu")
    check("ko", "annyeonghaseyo", "gamsahamnida")


def test_held_down_letters_and_slips_are_read_as_meant() -> None:
    check("vi", "chàoo", "khôg", "alooo", "dduwowngf hw", "camr own")
    check("en", "yesss", "helo", "thnaks")
    check("und", "hhhhhh", "zzz", "A1")


def test_a_capital_in_the_middle_is_a_name_and_says_little() -> None:
    check("vi", "chung cu Times City", "toa Park Hill", "Hà Nội", "quan Tay Ho")
    check("en", "12 Tran Phu street", "Cau Giay park dirty")
    check("und", "Kim Min-jun", "Hoa", "Nguyen", "John Smith")


def test_an_english_word_beside_one_of_ours_is_how_people_here_talk() -> None:
    check("vi", "cancel nha", "send lai", "ship ve dau", "clip day", "link hong")
