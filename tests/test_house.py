"""The house: what its papers say is so, and its rooms keep their rules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import main
from tests.conftest import LONGEST_FIRST

ROOT = Path(__file__).parents[1]
ROOMS = ("cases", "handlers", "storage", "bot", "locales")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READMES = ("README.md", "README.vi.md")
MAX_LINES = 500

VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
SENTENCE_WORDS = 5
"""So many words with Vietnamese marks among them are a sentence, not a name or a word to look for."""
NO_SENTENCE = re.compile(r"\(\?[:P]|Art \d|Ủy ban Mặt trận Tổ quốc Việt Nam")
"""A pattern, a source in law, and the committee's own name are none, however long."""
FOLDERS = (*ROOMS, "tests", "docs", "deploy", "tools", "benchmarks")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_sentence(text: str) -> bool:
    return bool(VIETNAMESE.search(text)) and len(text.split()) >= SENTENCE_WORDS and not NO_SENTENCE.search(text)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def commands(command: click.Command, context: click.Context, before: str = "") -> Iterator[str]:
    """Every command that can be called, groups followed to their end."""
    if not isinstance(command, click.Group):
        yield before
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None, name
        yield from commands(found, click.Context(found, info_name=name, parent=context), f"{before} {name}".strip())


@pytest.mark.parametrize("paper", [*READMES, "CONTRIBUTING.md", "docs/operations.md"])
def test_every_make_target_that_a_paper_names_exists(paper: str) -> None:
    named = set(re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z]+)", (ROOT / paper).read_text("utf-8")))
    named |= set(re.findall(r"^make ([a-z]+)", (ROOT / paper).read_text("utf-8"), re.MULTILINE))
    assert named <= targets()


def test_both_readmes_name_the_two_commands_that_a_newcomer_needs() -> None:
    for paper in READMES:
        words = (ROOT / paper).read_text("utf-8")
        assert "make demo" in words
        assert "make test" in words


def test_every_command_is_documented() -> None:
    papers = "\n".join((ROOT / paper).read_text("utf-8") for paper in ("README.md", "docs/operations.md"))
    missing = [name for name in commands(main, click.Context(main)) if f"tiengdan {name}" not in papers]
    assert missing == []


def test_no_paper_names_a_command_that_there_is_not() -> None:
    known = set(commands(main, click.Context(main)))
    first = {name.partition(" ")[0] for name in known}
    for paper in PAPERS:
        named = re.findall(r"(?:\.venv/bin/|`)tiengdan ([a-z]+)", paper.read_text("utf-8"))
        assert set(named) <= first, paper.name


def test_every_decision_is_listed_once() -> None:
    folder = ROOT / "docs" / "adr"
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_link_between_papers_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", paper.read_text("utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_every_test_and_file_that_a_paper_names_exists() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
    missing = set()
    for paper in PAPERS:
        words = paper.read_text("utf-8")
        tests = re.findall(r"`(test_[a-z0-9_]+)`", words)
        missing |= {(paper.name, test) for test in tests if f"def {test}(" not in code}
        files = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]+)(?:`|::)", words)
        missing |= {(paper.name, file) for file in files if not (ROOT / file).exists()}
    assert missing == set()


def test_the_first_line_of_a_module_says_what_it_is_for() -> None:
    mute = [name_of(path) for path in MODULES if not path.read_text("utf-8").startswith('"""')]
    assert mute == []


def test_every_module_can_be_read_in_one_sitting() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_what_is_frozen_is_a_record() -> None:
    """The library would write and compile six functions for it at every start (ADR 0079)."""
    found = [
        f"{name_of(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("dataclass")
        if any(given.arg == "frozen" for given in mark.keywords)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông/bà kể giúp việc gì đã xảy ra ạ", True),
        ("phường Cầu Giấy", False),
        ("Luật Tố cáo 25/2018 Art 8(3), điểm a", False),
        (r"^(?:tôi tên là|tôi tên|tên tôi là|tôi là) (\w+)", False),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam phường", False),
        ("a sentence in English is for the one who runs the machine", False),
    ],
)
def test_a_sentence_is_known_when_it_is_seen(text: str, expected: bool) -> None:
    assert is_sentence(text) is expected


def test_no_sentence_for_people_stands_in_the_code() -> None:
    found = {}
    for module in MODULES:
        text = module.read_text("utf-8")
        if not VIETNAMESE.search(text):
            continue
        nodes = list(ast.walk(ast.parse(text)))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        strings = [n for n in nodes if isinstance(n, ast.Constant) and id(n) not in docstrings]
        sentences = [n.value for n in strings if isinstance(n.value, str) and is_sentence(n.value)]
        if sentences:
            found[name_of(module)] = sentences
    assert found == {}


def test_the_files_that_the_suite_begins_with_exist() -> None:
    assert [name for name in LONGEST_FIRST if not (ROOT / name).is_file()] == []


def test_nothing_names_the_machine_it_was_written_on() -> None:
    named = re.compile("/" + "work/|/" + "root/|/" + "opt/|/" + "tmp/")
    lines = [ROOT / "Makefile", *ROOT.glob("requirements*.lock"), ROOT / ".ci" / "run", *MODULES, *PAPERS]
    assert [name_of(path) for path in lines if named.search(path.read_text("utf-8"))] == []


def test_the_licence_is_the_one_that_the_package_names() -> None:
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")


def test_the_import_contracts_hold() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
