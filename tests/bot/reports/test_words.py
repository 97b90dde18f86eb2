from __future__ import annotations

import re
from pathlib import Path

import bot.reports
from cases.kinds import KINDS, TOPICS
from cases.lives import FAULTS, LETTER_OUTCOMES
from cases.sums import LEVELS
from locales import Locales

KEY = re.compile(r'"((?:report|sheet|column|meaning|check)-[a-z_-]*[a-z])"')


def test_every_name_that_a_report_may_print_has_words_in_each_language(words: Locales) -> None:
    keys = [f"report-level-{level}" for level in LEVELS]
    keys += [f"report-kind-{kind}" for kind in KINDS]
    keys += [f"column-kind-{kind}" for kind in KINDS]
    keys += [f"report-topic-{topic}" for topic in TOPICS]
    keys += [f"check-{fault}" for fault in FAULTS]
    keys += [f"check-split-{by}" for by in ("unit", "level", "kind", "topic", "channel")]
    keys += [f"check-balance-{by}" for by in ("all", "unit", "level", "kind", "topic", "channel")]
    keys += [f"column-{outcome}" for outcome in LETTER_OUTCOMES]
    keys += [f"report-channel-{name}" for name in ("telegram", "web", "zalo_oa", "zalo_bot", "email", "paper")]
    for lang in ("vi", "en"):
        for key in keys:
            assert words.say(key, lang)
        for outcome in (*LETTER_OUTCOMES, "open"):
            assert words.say("report-fate-" + outcome.replace("_", "-"), lang, count=1)


def test_every_key_that_the_code_names_is_in_both_files() -> None:
    root = Path(bot.reports.__file__).parents[2]
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "bot" / "reports").glob("*.py"))
    for lang in ("vi", "en"):
        names = ("report", "papers", "public", "closing", "sorting")
        files = (root / "locales" / lang / f"{name}.ftl" for name in names)
        there = "".join(file.read_text(encoding="utf-8") for file in files)
        known = set(re.findall(r"^([a-z][a-z0-9_-]*) =", there, re.MULTILINE))
        assert set(KEY.findall(code)) <= known
