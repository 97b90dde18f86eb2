"""The sentences: every key once, the same in each language, no slip of syntax, every button short enough."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from cases.fold import fold
from handlers.answers import plain
from locales import COMPLETE, MACHINE_MADE, Locales, UnknownSentence

ROOT = Path(__file__).parents[2]
LANGUAGES = (*COMPLETE, *MACHINE_MADE)
RESIDENTS = ("dialogue.ftl", "filing.ftl", "kinds.ftl", "menu.ftl", "resident.ftl")
"""The files whose sentences residents read, all of them."""
YET_TO_TRANSLATE = 12
"""So many new sentences may wait for their translation: they are said in English."""
MAX_LABEL = 20
MAX_MESSAGE = 1_600


@cache
def words() -> Locales:
    """The sentences, read once: each is put together when it is first said."""
    return Locales()


@cache
def parsed(language: str) -> list[tuple[str, ast.Message]]:
    """Every sentence of a language, with the name of its file."""
    found: list[tuple[str, ast.Message]] = []
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]!r}"
            if isinstance(entry, ast.Message):
                found.append((path.name, entry))
    return found


def entries(language: str, *, but: str = "") -> list[ast.Message]:
    return [message for name, message in parsed(language) if name != but]


@cache
def variables(message: ast.Message) -> frozenset[str]:
    names: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, ast.VariableReference):
            names.add(node.id.name)
        if isinstance(node, ast.BaseNode):
            for value in vars(node).values():
                for child in value if isinstance(value, list) else [value]:
                    walk(child)

    walk(message)
    return frozenset(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_has_a_slip_of_syntax_and_no_key_stands_twice(language: str) -> None:
    twice = [key for key, count in Counter(m.id.name for m in entries(language)).items() if count > 1]
    assert twice == []


def test_both_languages_have_the_same_keys_and_variables() -> None:
    ours = {m.id.name: variables(m) for m in entries("vi")}
    theirs = {m.id.name: variables(m) for m in entries("en")}
    assert sorted(ours.keys() ^ theirs.keys()) == []
    assert {key for key in ours if ours[key] != theirs[key]} == set()


def said_to_residents() -> set[str]:
    return {m.id.name for name, m in parsed("vi") if name in RESIDENTS and m.value is not None}


@pytest.mark.parametrize("language", MACHINE_MADE)
def test_a_language_for_residents_has_their_sentences_with_the_same_variables(language: str) -> None:
    ours = {m.id.name: variables(m) for m in entries("vi")}
    theirs = {m.id.name: variables(m) for m in entries(language)}
    assert sorted(theirs.keys() - ours.keys()) == []
    assert {key for key in theirs if ours[key] != theirs[key]} == set()
    missing = sorted(said_to_residents() - theirs.keys())
    assert len(missing) <= YET_TO_TRANSLATE, missing


@pytest.mark.parametrize("language", MACHINE_MADE)
def test_what_a_language_for_residents_lacks_is_said_in_english(language: str) -> None:
    key = next(m.id.name for m in entries("en") if m.id.name.startswith("web-role-"))
    assert words().say(key, language) == words().say(key, "en")
    assert words().say("language-set", language) != words().say("language-set", "en")


@pytest.mark.parametrize("language", MACHINE_MADE)
def test_a_machine_made_language_says_in_its_file_and_to_its_reader_that_it_is(language: str) -> None:
    told = {"zh": "机器翻译", "ko": "기계 번역", "ja": "機械翻訳", "fr": "machine"}[language]
    (file,) = (ROOT / "locales" / language).glob("*.ftl")
    head = file.read_text("utf-8").split("\n\n")[0]
    assert told in head
    assert told in words().say("language-set", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_fits_a_phone(language: str) -> None:
    buttons = ("opt-", "line-", "topic-", "kind-label-", "language-")
    long = {}
    for message in entries(language, but="cli.ftl"):  # options of the command line are no buttons
        if message.id.name.startswith(buttons) and message.value is not None:
            text = "".join(e.value for e in message.value.elements if isinstance(e, ast.TextElement))
            if len(text) > MAX_LABEL and message.id.name not in ("language-set", "language-offer"):
                long[message.id.name] = text
    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_leaves_room_below_the_limit_of_every_channel(language: str) -> None:
    for message in entries(language):
        if message.value is not None:
            text = "".join(e.value for e in message.value.elements if isinstance(e, ast.TextElement))
            assert len(text) <= MAX_MESSAGE, message.id.name


@pytest.mark.parametrize(
    ("room", "files", "names"),
    [
        ("handlers", "*.py", r'(?:say|_say)\(\s*(?:world, |talk\.world, )?"([a-z][a-z0-9_-]*\w)"'),
        ("bot", "*.py", r'\bsay\(\s*"([a-z][a-z0-9_-]*\w)"'),
        ("bot", "*.html", r"""\bt\(\s*["']([a-z][a-z0-9_-]*\w)["']\s*[,)]"""),
    ],
)
def test_every_sentence_that_is_named_in_the_code_exists(room: str, files: str, names: str) -> None:
    named = {name for path in (ROOT / room).rglob(files) for name in re.findall(names, path.read_text("utf-8"))}
    assert len(named) > 100, "else nothing is looked for any more"
    assert sorted(named - {m.id.name for m in entries("vi")}) == []


FALSE_PROMISES = {
    "vi": ("bảo mật tuyệt đối", "ẩn danh 100%", "mã hóa đầu cuối", "không ai biết", "sẽ được giải quyết"),
    "en": (
        "absolutely s",
        "completely anonymous",
        "100%",
        "end-to-end",
        "nobody knows",
        "will be solved",
        "untraceable",
    ),
    "zh": ("绝对", "100%", "没有人知道", "一定解决"),
    "ko": ("절대", "100%", "아무도 모릅니다", "반드시 해결"),
    "ja": ("絶対", "100%", "誰にも知られません", "必ず解決"),
    "fr": ("absolument", "100 %", "100%", "personne ne saura", "sera résolu"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_that_cannot_be_kept(language: str) -> None:
    for path in (ROOT / "locales" / language).glob("*.ftl"):
        words = path.read_text("utf-8").lower()
        assert [promise for promise in FALSE_PROMISES[language] if promise in words] == [], path.name


def test_a_letter_of_any_length_fits_into_its_sentence() -> None:
    assert words().say("review-content", "vi", value="ạ" * 20_000).endswith("ạ" * 20_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_put_together_quickly_is_what_fluent_says(language: str) -> None:
    """Numbers that a language groups, and everything with cases, stay Fluent's."""
    book = words()._book_of(language)  # in which each sentence is parsed once
    quick = 0
    for message in entries(language):
        given = dict(zip(sorted(variables(message)), itertools.cycle(("Nguyễn Văn A", 7, 999, 1_234_567))))
        if message.value is None:
            continue
        quick += bool(book.pieces(message.id.name))
        assert words().say(message.id.name, language, **given) == book.by_fluent(message.id.name, given)[0]
    assert quick > len(entries(language)) / 2
    with pytest.raises(UnknownSentence):
        words().say("review-content", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_buttons_of_one_question(language: str) -> None:
    code = "".join(path.read_text("utf-8") for path in sorted((ROOT / "handlers").glob("*.py")))
    questions = re.findall(r'options\(((?:"[a-z_]+",? ?){2,})', code)
    assert len(questions) >= 10, "else nothing is looked at any more"
    clashes = []
    for group in questions:
        means: dict[str, set[str]] = {}
        for name in re.findall(r'"([a-z_]+)"', group):
            for form in (words().say(f"opt-{name}", language), *words().also(f"opt-{name}", language)):
                means.setdefault(plain(form), set()).add(name)
        clashes += [(form, sorted(names)) for form, names in means.items() if len(names) > 1]
    assert clashes == []


def test_other_words_for_a_button_can_be_typed() -> None:
    """What is typed is compared without its signs: a word with one in the list would never be found."""
    for language in LANGUAGES:
        for message in entries(language):
            for word in words().also(message.id.name, language):
                assert plain(word) == fold(word), (language, message.id.name, word)
