"""Following a matter together: offered for petitions that others told of too, and never more said than how many."""

from __future__ import annotations

from tests.handlers.test_dialogue import PETITION, file_denunciation, file_petition
from tests.handlers.town import Town


def test_a_petition_that_others_told_of_offers_to_follow_together() -> None:
    town = Town(voices=3)
    resident = town.resident()
    code = file_petition(resident, PETITION)
    receipt = resident.last.text
    assert "3 người khác" in receipt
    assert "Theo dõi chung" in [option.label for option in resident.last.options]
    resident.taps("Theo dõi chung")
    assert code in resident.last.text
    assert town.following == {case for case, filed in town.cases.items() if filed.view.code == code}
    resident.types(f"/tracuu {code}")
    assert "theo dõi chung với 3 người khác" in resident.last.text
    resident.types(f"/theodoi {code}")
    assert "đang được theo dõi chung" in resident.last.text


def test_a_denunciation_and_a_letter_told_by_nobody_else_offer_nothing() -> None:
    town = Town(voices=3)
    resident = town.resident()
    code = file_denunciation(resident)
    assert "người khác" not in resident.last.text
    resident.types(f"/theodoi {code}")
    assert not town.following
    alone = Town()
    resident = alone.resident()
    code = file_petition(resident, PETITION)
    resident.types(f"/theodoi {code}")
    assert "Chưa có phản ánh nào khác" in resident.last.text
    assert not alone.following


def test_who_did_not_file_a_letter_cannot_follow_for_them() -> None:
    town = Town(voices=3)
    code = file_petition(town.resident(), PETITION)
    stranger = town.resident(account="1002")
    stranger.types("xin chào")
    stranger.types(f"/theodoi {code}")
    assert not town.following
