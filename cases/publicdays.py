"""The public holidays of Viet Nam year by year, with their substitute days, as the library `holidays` counts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any, Final, cast

from cases.rulebook import read_rules

FILE: Final = "public_days.json"


def public_days(year: int) -> dict[date, str]:
    """The holidays of a year with their names; of a usual one written down already, of another counted now."""
    written = _written()["years"].get(str(year))
    if written is None:
        return counted(year)
    return {date.fromisoformat(f"{year:04}-{day}"): name for day, name in written.items()}


def version() -> str:
    """The library's version: another may count other days."""
    return str(_written()["library"])


def counted(year: int) -> dict[date, str]:
    """The holidays of a year as the library counts them."""
    found = _vietnam()(years=year, expand=False, language="vi")
    return {day: str(name) for day, name in sorted(found.items())}


# The file is part of the program and cannot change while it runs, so one reading serves everybody. It spares every
# process the library, which takes six megabytes and a tenth of the start.
@cache
def _written() -> Mapping[str, Any]:
    return read_rules(FILE)


# Through the library's own door come the files of two hundred other countries: some nine megabytes more.
@cache
def _vietnam() -> Callable[..., Mapping[date, str]]:
    from importlib.resources import files

    path = files("holidays").joinpath("countries", "vietnam.py")
    spec = spec_from_file_location("holidays_of_vietnam", str(path))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[..., Mapping[date, str]]", module.Vietnam)
