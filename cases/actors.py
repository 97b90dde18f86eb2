"""Who stands in the life of a case where it is no officer: an officer stands there by their number."""

from __future__ import annotations

from typing import Final

RESIDENT: Final = "resident"
"""Who sent the letter, or speaks for them."""
MACHINE: Final = "machine"
"""The program itself: a clock that ran, a message that could not be delivered."""
OPERATOR: Final = "operator"
"""Who has the machine's command line."""
REGISTER: Final = "import"
"""A register on file that the letter was read from."""
