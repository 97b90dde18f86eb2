"""Make cases/rules/public_days.json: the public holidays of usual years, as the library `holidays` counts them.

    .venv/bin/python -m tools.make_public_days

To be made anew after another version of the library; `tests/cases/test_calendar.py` says when.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import holidays

from cases.publicdays import FILE, counted

YEARS: Final = range(2015, 2046)
"""Registers that are imported go back some years, time limits look some years ahead."""
TARGET: Final = Path(__file__).parent.parent / "cases" / "rules" / FILE


def made() -> str:
    """The text of the file."""
    years = {str(year): {f"{day:%m-%d}": name for day, name in counted(year).items()} for year in YEARS}
    whole = {"made_by": "tools/make_public_days.py", "library": holidays.__version__, "years": years}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(made(), encoding="utf-8")
