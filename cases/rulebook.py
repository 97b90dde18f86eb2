"""The law as data: reading a file of `rules/`, which is part of the program."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, Final

# Beside this module, and not by way of importlib.resources: that takes along what opens zip files and makes temporary
# ones, and costs ten times as much a file.
_FOLDER: Final = Path(__file__).with_name("rules")


def read_rules(name: str) -> dict[str, Any]:
    """What a .toml or .json file of `rules/` says."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    return data
