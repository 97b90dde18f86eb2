"""Records: frozen, slotted dataclasses of which every message makes dozens (ADR 0079)."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool):
        """A dataclass that mypy lets nobody change. Python is not asked to watch over it as well: that would make each
        field five times as dear to fill."""
        return dataclass(slots=slots, unsafe_hash=frozen)
