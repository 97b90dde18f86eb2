"""Loading a library without what it takes along."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.without import standing_in, unopened

NAME = "a_library_of_this_test"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package whose front takes `heavy` along, and whose `part` asks the front for a name."""
    folder = tmp_path / NAME
    folder.mkdir()
    (folder / "__init__.py").write_text("from .heavy import Heavy\nfrom .light import Light\nLATEST = 7\n")
    (folder / "heavy.py").write_text("class Heavy: pass\n")
    (folder / "light.py").write_text("from . import figures\nclass Light: pass\n")
    (folder / "figures.py").write_text("ONE = 1\n")
    (folder / "part.py").write_text(f"from {NAME} import Light\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield NAME
    for loaded in [name for name in sys.modules if name.split(".")[0] == NAME]:
        del sys.modules[loaded]


def test_a_part_of_an_unopened_package_takes_nothing_of_its_front_along(library: str) -> None:
    with unopened(library, Light=f"{library}.light"):
        part = importlib.import_module(f"{library}.part")
    assert part.Light is importlib.import_module(f"{library}.light").Light
    assert f"{library}.heavy" not in sys.modules


def test_who_asks_the_package_for_more_gets_it_as_if_it_had_been_opened_at_once(library: str) -> None:
    with unopened(library):
        light = importlib.import_module(f"{library}.light")
    package = importlib.import_module(library)
    assert package.LATEST == 7
    assert package.Light is light.Light
    assert package.Heavy is sys.modules[f"{library}.heavy"].Heavy
    with pytest.raises(AttributeError):
        package.nothing_of_this_name  # noqa: B018


def test_a_single_module_is_loaded_when_it_is_asked_for_anything(library: str) -> None:
    package = importlib.import_module(library)
    del sys.modules[f"{library}.figures"]
    with unopened(f"{library}.figures"):
        figures = importlib.import_module(f"{library}.figures")
    assert "ONE" not in vars(figures)
    assert (package.figures.ONE, vars(figures)["ONE"]) == (1, 1)


def test_a_package_that_is_open_stays_as_it_is(library: str) -> None:
    package = importlib.import_module(library)
    with unopened(library):
        assert importlib.import_module(library) is package
    assert package.LATEST == 7


def test_what_stands_in_for_a_module_is_gone_when_it_was_asked(library: str) -> None:
    importlib.import_module(library)
    del sys.modules[f"{library}.heavy"]
    with standing_in(f"{library}.heavy", Heavy=7):
        assert importlib.import_module(f"{library}.heavy").Heavy == 7
    assert importlib.import_module(f"{library}.heavy").Heavy != 7


def test_nothing_stands_in_for_a_module_that_is_loaded(library: str) -> None:
    package = importlib.import_module(library)
    with standing_in(f"{library}.heavy", Heavy=7):
        assert importlib.import_module(f"{library}.heavy").Heavy is package.Heavy
    assert f"{library}.heavy" in sys.modules
