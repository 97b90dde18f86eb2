"""A committee's own topic: in the letter to read, among the buttons, on the card, and corrected by officers."""

from __future__ import annotations

from dataclasses import replace

from cases.owntopics import OwnTopic
from handlers.ports import Policy
from tests.handlers.test_dialogue import file_petition
from tests.handlers.town import Town

MARKET = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm"}, ("chợ đêm",))
LETTER = "Chợ đêm dựng rạp chắn hết lối đi, đề nghị phường cho dời sang bãi đất trống."


def test_a_letter_takes_it_by_the_committees_words_and_an_officer_can_take_it_away() -> None:
    town = Town(policy=Policy(own_topics=(MARKET,)))
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident, LETTER)
    assert any("Lĩnh vực: Chợ đêm" in out.text for out in resident.said)
    (filed,) = town.cases.values()
    assert (filed.view.topic, filed.view.own_topic) == ("khac", "cho_dem")
    officer.types(f"/don {code}")
    assert "Chợ đêm" in officer.last.text
    officer.types(f"/nhan {code}")
    officer.types(f"/loai {code}")
    officer.taps("Kiến nghị, phản ánh")
    labels = [option.label for option in officer.last.options]
    assert labels.index("Chợ đêm") == labels.index("Khác") + 1
    officer.taps("Môi trường")
    officer.types("dân nói về rác")
    officer.taps(officer.last.options[0].label)
    assert (filed.view.topic, filed.view.own_topic) == ("moi_truong", "")


def test_one_that_is_no_longer_configured_goes_by_the_topic_above_it() -> None:
    town = Town(policy=Policy(own_topics=(MARKET,)))
    resident = town.resident()
    file_petition(resident, LETTER)
    town.policy = replace(town.policy, own_topics=())
    officer = town.officer()
    (filed,) = town.cases.values()
    officer.types(f"/don {filed.view.code}")
    assert "Lĩnh vực: Khác" in officer.last.text
