"""Records are equal, hash, show themselves and lie in slots as frozen dataclasses do, whoever made their functions."""

from __future__ import annotations

from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from cases.records import record


@record(frozen=True, slots=True)
class Quick:
    """A record."""

    number: int
    words: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    made_of_it: int = field(default=0, compare=False)


@record(frozen=True, slots=True)
class Quicker(Quick):
    """A record that is more than another."""

    more: str = ""


@record(frozen=True, slots=True)
class Own:
    """A record that says for itself what it is equal to and how it is shown."""

    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


@record(frozen=True, slots=True)
class Bare:
    """A record of nothing."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The same as `Quick` as a plain frozen dataclass."""

    number: int
    words: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    made_of_it: int = field(default=0, compare=False)


CASES: list[dict[str, Any]] = [
    {"number": 1},
    {"number": 2},
    {"number": 1, "words": ("a",)},
    {"number": 1, "secret": "x"},
    {"number": 1, "made_of_it": 5},
]


@pytest.mark.parametrize("one", CASES, ids=str)
@pytest.mark.parametrize("other", CASES, ids=str)
def test_two_records_are_equal_where_two_frozen_dataclasses_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (Quick(**one) == Quick(**other)) is (Plain(**one) == Plain(**other))
    assert len({Quick(**one), Quick(**other)}) == len({Plain(**one), Plain(**other)})


@pytest.mark.parametrize("given", CASES, ids=str)
def test_a_record_shows_what_a_frozen_dataclass_shows_and_no_more(given: dict[str, Any]) -> None:
    assert repr(Quick(**given)).removeprefix("Quick") == repr(Plain(**given)).removeprefix("Plain")
    assert hash(Quick(**given)) == hash(Plain(**given))


def test_records_of_two_classes_are_never_equal() -> None:
    same: list[Any] = [Quicker(1), Plain(1), Bare(), (1, (), "")]
    assert [each for each in same if each == Quick(1)] == []
    assert Quicker(1) == Quicker(1) != Quicker(1, more="a")
    assert Bare() == Bare()
    assert len({Bare(), Bare()}) == 1
    assert repr(Quicker(1)) == "Quicker(number=1, words=(), made_of_it=0, more='')"


def test_a_record_keeps_what_it_says_of_itself() -> None:
    assert Own(1) == Own(2)
    assert (hash(Own(1)), repr(Own(1))) == (7, "own")


def test_a_record_can_be_copied_and_lies_in_slots() -> None:
    quick = Quick(1, ("a",))
    assert quick == copy(quick) == deepcopy(quick) == replace(replace(quick, number=2), number=1)
    assert Quick.__slots__ == Plain.__slots__
    with pytest.raises(AttributeError):
        object.__setattr__(quick, "unknown", 1)


def test_what_is_not_frozen_is_no_record() -> None:
    with pytest.raises(TypeError):
        record(frozen=False, slots=True)
