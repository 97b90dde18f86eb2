"""What a message makes dozens of: records are equal, hash and lie in slots as frozen dataclasses do."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from cases.records import record


@record(frozen=True, slots=True)
class Quick:
    """A record."""

    number: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """The same as a plain frozen dataclass."""

    number: int
    words: tuple[str, ...] = ()


def test_a_record_is_what_a_frozen_dataclass_is_but_for_who_watches_over_it() -> None:
    quick, plain = Quick(1, ("a",)), Plain(1, ("a",))
    assert quick == Quick(1, ("a",)) != Quick(2, ("a",))
    assert hash(quick) == hash(plain)
    assert replace(quick, number=2) == Quick(2, ("a",))
    assert Quick.__slots__ == Plain.__slots__
    with pytest.raises(AttributeError):
        object.__setattr__(quick, "unknown", 1)
