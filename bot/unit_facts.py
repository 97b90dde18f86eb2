"""A unit as the config has it: where it stands in the tree, and in which days."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class UnitFacts(Protocol):
    """What everybody who reads the tree of the config needs of a unit."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...
