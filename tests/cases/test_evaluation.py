"""How good the classifier is, counted from what is right."""

from __future__ import annotations

import pytest

from cases.classify import Proposal
from cases.classify.evaluation import Judged, confusion, evaluate
from cases.kinds import KINDS, Kind, Topic


def said(kind: Kind, topic: Topic = "dat_dai", *, confidence: float = 0.97, urgent: bool = False) -> Proposal:
    sure = confidence > 0.9
    return Proposal(kind, topic, urgent, (), confidence, sure, None if sure else (kind, "khac"), ())


def test_precision_recall_and_the_share_asked_back_are_counted() -> None:
    found = evaluate(
        [
            Judged(said("to_cao"), "to_cao", "dat_dai", urgent=False),
            Judged(said("to_cao", confidence=0.6), "khieu_nai", "dat_dai", urgent=True),
            Judged(said("khieu_nai", "moi_truong", urgent=True), "khieu_nai", "dat_dai", urgent=True),
            Judged(said("khac", "khac", urgent=True), "khac", "khac", urgent=False),
        ]
    )
    kinds = {score.label: score for score in found.kinds}
    assert (kinds["to_cao"].precision, kinds["to_cao"].recall) == (0.5, 1.0)
    assert (kinds["khieu_nai"].precision, kinds["khieu_nai"].recall) == (1.0, 0.5)
    assert kinds["kien_nghi_phan_anh"].there == 0
    assert found.kind_macro == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert (found.urgent.precision, found.urgent.recall) == (0.5, 0.5)
    assert (found.right, found.asked, found.right_when_sure) == (0.75, 0.25, 1.0)
    assert [(band.low, band.count, band.right) for band in found.bands] == [(0.6, 1, 0.0), (0.95, 3, 1.0)]


def test_the_topic_of_what_is_no_letter_is_not_judged() -> None:
    found = evaluate([Judged(said("khac", "khac"), "khac", "khac"), Judged(said("khac", "khac"), "to_cao", "dat_dai")])
    assert [(score.label, score.there, score.recall) for score in found.topics if score.there] == [("dat_dai", 1, 0.0)]


def test_a_letter_of_which_nobody_says_the_topic_counts_for_its_kind_alone() -> None:
    found = evaluate([Judged(said("to_cao"), "to_cao", None), Judged(said("khac", "khac"), "khac", None)])
    assert (found.count, found.right, found.without_topic) == (2, 1.0, 1)
    assert not any(score.there for score in found.topics)


def test_of_nothing_everything_is_nothing() -> None:
    found = evaluate([])
    assert (found.count, found.kind_macro, found.asked, found.bands) == (0, 0.0, 0.0, ())


def test_the_confusion_of_a_month_is_a_row_for_each_kind_proposed() -> None:
    table = confusion({("kien_nghi_phan_anh", "to_cao"): 2, ("khac", "khac"): 1})
    assert [row[0] for row in table] == list(KINDS)
    assert dict(table)["kien_nghi_phan_anh"] == (2, 0, 0, 0)
    assert dict(table)["khac"] == (0, 0, 0, 1)
