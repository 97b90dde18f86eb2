from __future__ import annotations

from dataclasses import replace

import pytest

from bot.reports.sentences import period_words, sentences
from cases.counts import Counts, count
from cases.lives import CaseRow
from cases.paragraph import CountsError
from cases.periods import parse
from locales import Locales
from tests.cases.letters import TODAY, TREE, letter, seed_rows, visited

SEED = (
    "đã tiếp 133 lượt công dân, nhận 82 đơn (quận: 6 đơn, phường: 76 đơn), trong đó đơn tố cáo: 4 đơn; "
    "đơn kiến nghị, phản ánh: 78 đơn. Các đơn đủ điều kiện đã được xem xét và chuyển đến các cơ quan chức năng "
    "có thẩm quyền giải quyết."
)


def of(rows: list[CaseRow], year: str = "2021", visits: int = 133) -> Counts:
    return count(rows, parse(year, "civil"), TREE, "CAUGIAY", TODAY, visited(visits))[0]


def test_the_sentence_of_cau_giay_2021_comes_out_character_for_character(words: Locales) -> None:
    assert sentences(of(seed_rows()), words, "vi") == (SEED,)


def test_without_a_reception_register_nothing_is_said_of_visits(words: Locales) -> None:
    assert sentences(of(seed_rows(), visits=0), words, "vi") == (SEED.removeprefix("đã tiếp 133 lượt công dân, "),)


def test_true_counts_stand_where_not_all_eligible_letters_were_forwarded(words: Locales) -> None:
    rows = []
    for number, row in enumerate(seed_rows()):
        changed = replace(row, eligible=number >= 2)
        if 2 <= number < 10:
            spell = replace(row.spells[0], outcome="guided")
            changed = replace(changed, status="guided", outcome="guided", spells=(spell,))
        if 10 <= number < 12:
            spell = replace(row.spells[0], outcome="", outcome_on="")
            changed = replace(changed, status="registered", outcome="", outcome_on="", spells=(spell,))
        rows.append(changed)
    said = sentences(of(rows), words, "vi")[0]
    assert said.endswith(". Trong 80 đơn đủ điều kiện: chuyển 70, hướng dẫn 8, đang xem xét 2.")
    assert "Các đơn đủ điều kiện" not in said


def test_where_nobody_decided_on_eligibility_the_word_is_not_used(words: Locales) -> None:
    said = sentences(of([letter("A", "2021-05-05", unit="CAUGIAY")], visits=0), words, "vi")[0]
    assert said == (
        "nhận 1 đơn (quận: 1 đơn), trong đó đơn kiến nghị, phản ánh: 1 đơn. Trong 1 đơn đã nhận: đang xem xét 1."
    )


def test_a_period_without_letters_says_so(words: Locales) -> None:
    assert sentences(of([]), words, "vi") == ("đã tiếp 133 lượt công dân, không nhận đơn nào.",)


def test_the_leading_zero_is_a_setting_for_small_numbers_only(words: Locales) -> None:
    said = sentences(of(seed_rows()), words, "vi", leading_zero=True)[0]
    assert "nhận 82 đơn (quận: 06 đơn, phường: 76 đơn), trong đó đơn tố cáo: 04 đơn" in said


def test_a_group_reads_neither_levels_nor_few_denunciations(words: Locales) -> None:
    assert "tố cáo: 4 đơn" in sentences(of(seed_rows()), words, "vi", public=True)[0]
    petitions = [row for row in seed_rows() if row.kind != "to_cao"][:10]
    few = [*petitions, letter("TC", "2021-02-02", kind="to_cao")]
    assert sentences(of(few, visits=0), words, "vi", public=True) == ("nhận 11 đơn.",)


def test_figures_that_do_not_add_up_are_not_put_into_a_sentence(words: Locales) -> None:
    counts = of(seed_rows())
    crooked = replace(counts, index={**counts.index, ("received", None, None, "to_cao", None, None): 5})
    with pytest.raises(CountsError, match="report-does-not-add-up"):
        sentences(crooked, words, "vi")


def test_large_numbers_are_written_the_vietnamese_way(words: Locales) -> None:
    rows = [letter(f"A{n}", "2021-05-05", unit="CAUGIAY") for n in range(1234)]
    assert "nhận 1.234 đơn (quận: 1.234 đơn)" in sentences(of(rows), words, "vi")[0]


@pytest.mark.parametrize(
    ("text", "calendar", "said"),
    [
        ("2026-10", "state", "tháng 10/2026 (từ 15/09/2026 đến hết 14/10/2026)"),
        ("2026-Q3", "civil", "quý III/2026 (từ 01/07/2026 đến hết 30/09/2026)"),
        ("2026-H1", "state", "6 tháng đầu năm 2026 (từ 15/12/2025 đến hết 14/06/2026)"),
        ("2026-9M", "civil", "9 tháng năm 2026 (từ 01/01/2026 đến hết 30/09/2026)"),
        ("2026", "civil", "năm 2026 (từ 01/01/2026 đến hết 31/12/2026)"),
        ("2026-10-01..2026-10-15", "civil", "từ 01/10/2026 đến hết 15/10/2026"),
    ],
)
def test_a_period_is_named_with_its_days(words: Locales, text: str, calendar: str, said: str) -> None:
    assert period_words(parse(text, calendar), words, "vi") == said


def test_english_says_the_same(words: Locales) -> None:
    assert sentences(of(seed_rows()), words, "en")[0].startswith(
        "received citizens 133 times, took in 82 letters (district: 6, ward: 76), "
        "of which denunciations: 4; petitions: 78."
    )
