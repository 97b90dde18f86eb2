"""Records: dataclasses in slots that mypy lets nobody change, made at a quarter of the cost (ADR 0079)."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    def record(*, frozen: bool, slots: bool):
        """A dataclass of which only `__init__` is written and compiled for it; what it is equal to, its hash and how it
        is shown are one function each for all of them. That it is frozen, mypy watches over: Python would make each
        field five times as dear to fill."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and lies in slots")
        return _made

    def _made(cls):
        for name, shared in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, shared)
        cls = dataclass(slots=True, eq=False, repr=False)(cls)
        compared = [each.name for each in fields(cls) if each.compare]
        cls.__compared__ = attrgetter(*compared) if compared else type
        return cls

    def _is_equal(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        compared = self.__compared__
        return compared(self) == compared(other)

    def _hash(self):
        return hash(self.__compared__(self))

    def _shown(self):
        told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
        return f"{self.__class__.__qualname__}({told})"

    _SHARED = {"__eq__": _is_equal, "__hash__": _hash, "__repr__": _shown}
