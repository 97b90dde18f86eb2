"""The quick way to the weights leads to the same ones as the plain way: what a text says does not hang on speed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from cases.classify import classify, is_urgent
from cases.classify.features import signal_value
from cases.classify.grams import BUCKET_BITS, buckets, grams
from cases.classify.propose import only_who_where_and_when
from cases.classify.words import Words, read_words, who_where_and_when
from cases.language import detect

DATA = Path(__file__).parents[2] / "tools" / "data"
MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15 | 1


def bucket(gram: str, group: int) -> tuple[int, int]:
    """Group and bucket of one n-gram, letter by letter: how the weights were numbered when they were trained."""
    sums = sum((ord(letter) + 1) * pow(BASE, place, 1 << 64) for place, letter in enumerate(gram))
    mixed = (sums + (group + 1) * 0x632BE59BD9B4E019) & MASK
    mixed ^= mixed >> 31
    mixed = mixed * 0xBF58476D1CE4E5B9 & MASK
    mixed ^= mixed >> 29
    mixed = mixed * 0x94D049BB133111EB & MASK
    return group, mixed >> (64 - BUCKET_BITS)


def plain_grams(words: Words) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Every n-gram with the words it begins and ends in."""
    typed = [word or meant for word, meant in zip(words.typed, words.folded, strict=True)]
    stream = f" {' '.join(words.folded)} "
    word_at = [min(stream.count(" ", 0, place + 1), len(words.folded)) - 1 for place in range(len(stream))]
    for size in (3, 4, 5, 6):
        for start in range(len(stream) - size + 1):
            yield bucket(stream[start : start + size], 0), word_at[start], word_at[start + size - 1]
    for group, several in ((1, words.folded), (2, typed)):
        for size in (1, 2):
            for start in range(len(several) - size + 1):
                yield bucket(" ".join(several[start : start + size]), group), start, start + size - 1


def test_every_n_gram_falls_into_the_bucket_of_its_letters() -> None:
    words = read_words("Cống tắc, cb phường ko cho người thông; người thông cống ở tổ dân phố nào")
    expected: dict[tuple[int, int], tuple[int, int]] = {}
    for key, first, last in plain_grams(words):
        expected.setdefault(key, (first, last))
    found = grams(words)
    first_words, last_words = found.word_spans(len(words.folded) - 1)
    keys = zip(found.groups.tolist(), found.buckets.tolist(), strict=True)
    spans = zip(first_words.tolist(), last_words.tolist(), strict=True)
    assert dict(zip(keys, spans, strict=True)) == expected
    alone, groups = buckets(words)
    assert set(zip(groups.tolist(), alone.tolist(), strict=True)) == set(expected)
    assert len(alone) == len(expected)


def test_one_word_and_a_text_without_end_have_their_n_grams_too() -> None:
    assert {group for group, _ in [key for key, _, _ in plain_grams(read_words("cháy"))]} == {0, 1, 2}
    assert len(grams(read_words("cháy")).buckets) == len({key for key, _, _ in plain_grams(read_words("cháy"))})
    assert len(grams(read_words("x" * 20_000)).buckets)
    assert len(grams(read_words("cb " * 5_000)).buckets)


def test_names_places_and_days_alone_are_no_danger_to_the_model_either_and_no_other_language() -> None:
    draw = Random(7)
    words = sorted(who_where_and_when())
    for _ in range(150):
        said = [draw.choice(words) if draw.random() < 0.75 else str(draw.randint(1, 300)) for _ in range(6)]
        text = " ".join(said[: draw.randint(1, 6)])
        assert only_who_where_and_when(text)
        assert not classify(text).urgent, text
        assert detect(text).lang in ("vi", "und"), text
    assert only_who_where_and_when("Nguyễn Thị Ánh Nguyệt, 12 đường Trần Duy Hưng")
    for other in ("tu tu", "Nguyen Van An", "lửa lan", "nhà cháy", "số 12 cháy", "tối nay", "ngõ 5 🔥 cứu", "tố", "火"):
        assert not only_who_where_and_when(other), other


def test_danger_looked_for_alone_is_found_in_the_same_labelled_lines() -> None:
    lines = [json.loads(line) for path in sorted(DATA.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    dangers = [line["text"] for line in lines if line.get("urgent")]
    # both ask the same weights of the same n-grams: some lines show that they are asked alike
    some = [*dangers[::40], *islice((line["text"] for line in lines), 3, None, 200)]
    assert [text for text in some if is_urgent(text) != classify(text).urgent] == []
    assert sum(map(is_urgent, dangers[::40])) > len(dangers[::40]) // 2
    assert not is_urgent("")


def test_the_signals_of_a_long_letter_share_what_twenty_say() -> None:
    assert signal_value(20) == signal_value(1)
    assert signal_value(60) * 60 == pytest.approx(signal_value(20) * 20)
