"""In which language somebody writes: our own rule first, langdetect only for what the rule leaves open.

The rule knows what a trained detector does not: Vietnamese is mostly typed without marks, in one to three
words, with abbreviations, half-finished Telex and English in between.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from cases.fold import bare, plain
from cases.syllables import SYLLABLES

UNDETERMINED: Final = "und"
_READ_AT_MOST_CHARACTERS: Final = 1_500
_READ_AT_MOST_WORDS: Final = 60


@dataclass(frozen=True, slots=True)
class Detected:
    """A language (`vi`, `en` …, `und` when there is nothing to tell) and how certain that is, 0 to 1."""

    lang: str
    confidence: float


def detect(text: str) -> Detected:
    """The language of `text`."""
    decided = detect_by_rule(text)
    return _by_statistics(plain(text[:_READ_AT_MOST_CHARACTERS])) if decided is None else decided


def detect_by_rule(text: str) -> Detected | None:
    """The language as far as our own rule can tell; None where it leaves it open."""
    text = plain(text[:_READ_AT_MOST_CHARACTERS])
    return _by_script(text) or _by_words(text)


# By script ------------------------------------------------------------------------------------------------

_SCRIPTS: Final = (
    ("ko", re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_BEYOND_LATIN: Final = re.compile(r"[\u0370-\u1cff\u3040-\ud7af\uf900-\ufaff\uff66-\uff9f]")
_LATIN_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")


def _by_script(text: str) -> Detected | None:
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return None
    counts = {lang: len(pattern.findall(text)) for lang, pattern in _SCRIPTS}
    if counts["ja"] and counts["ja"] + counts["zh"] > counts["ko"]:
        # Japanese mixes Chinese characters with its own; a few kana are enough.
        counts["ja"], counts["zh"] = counts["ja"] + counts["zh"], 0
    lang = max(counts, key=counts.__getitem__)
    # A Chinese character or Korean syllable says about as much as a short Latin word.
    latin = len(_LATIN_WORD.findall(text))
    weight = counts[lang] / (1 if lang in {"zh", "ja", "ko"} else 3)
    if counts[lang] == 0 or weight < latin:
        return None
    return Detected(lang, round(weight / (weight + latin), 3))


# By words -------------------------------------------------------------------------------------------------

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?[0-9]?")
_NOISE: Final = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|(?<!\w)[/#@]\w+"
    r"|\bTD[-\s]?\w{4}[-\s]?\w{4}\b|\b(?=\w*\d)(?=\w*[A-Z])[A-Z0-9-]{5,}\b"
)
_MAY_BE_NOISE: Final = re.compile(r"[/#@\d]|www\.")
# Letters that no other language written in Latin letters has (đ ơ ư ă are near enough to that).
_ONLY_VIETNAMESE: Final = re.compile("[ăđơưĩũ\u1ea0-\u1ef9]")
_TELEX: Final = re.compile("dd|aa|ee|oo|aw|ow|uw|[sfrxj]$|[aeiouy][sfrxj]")

_FRENCH_LETTER: Final = re.compile("[éèêàùçôîïœ]")


@dataclass(frozen=True, slots=True)
class _Words:
    teencode: frozenset[str]
    says_nothing: frozenset[str]
    borrowed: frozenset[str]
    rather_vietnamese: frozenset[str]
    surnames: frozenset[str]
    english: frozenset[str]
    french: frozenset[str]
    others: Mapping[str, frozenset[str]]
    single: Mapping[str, str]


@functools.cache
def _known() -> _Words:
    raw = tomllib.loads(files("cases").joinpath("rules/language.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(raw[name].split()) for name in _Words.__slots__ if isinstance(raw[name], str)}
    others = {lang: frozenset(words.split()) for lang, words in raw["others"].items()}
    return _Words(**sets, others=others, single=raw["single"])


def _by_words(text: str) -> Detected | None:
    """The language that the words tell, `und` when they tell none, None when they leave it open."""
    if _MAY_BE_NOISE.search(text):
        text = _NOISE.sub(" ", text)
    words = _WORD.findall(text.replace("’", "'"))[:_READ_AT_MOST_WORDS]
    if not words:
        return Detected(UNDETERMINED, 1.0)
    line = " ".join(words)
    lower = line.lower().split(" ") if len(line.lower()) == len(line) else [word.lower() for word in words]
    folded = bare(line).split(" ")
    if len(words) <= 5 and _is_name(words, lower, folded):
        return Detected(UNDETERMINED, 0.8)
    if all(word in _known().says_nothing for word in lower):
        return Detected(UNDETERMINED, 0.9)
    if len(lower) == 1 and lower[0] in _known().single:
        return Detected(_known().single[lower[0]], 0.9)
    return _weighed(lower, folded)


def _is_name(words: list[str], lower: list[str], folded: list[str]) -> bool:
    known = _known()
    if folded[0] in known.surnames and len(words) >= 2:
        shouted = all(word.isupper() and len(word) > 1 for word in words)
        if all(word[0].isupper() for word in words) and not shouted:
            return True
        return len(words) <= 4 and folded[1] in {"van", "thi"} and not _is_sentence(lower[2:])
    capitals = all(word[0].isupper() and word[1:].islower() for word in words)
    if not capitals or not 2 <= len(words) <= 3 or any(word in SYLLABLES for word in folded):
        return False
    return not any(word in known.english or word in known.french for word in lower)


def _is_sentence(rest: list[str]) -> bool:
    return any(word in {"la", "là", "ra", "o", "ở", "de", "để"} for word in rest)


def _weighed(words: list[str], folded_words: list[str]) -> Detected | None:
    known = _known()
    marked = legal = teen = telex = english = both = strange = 0
    pairs = list(zip(words, folded_words, strict=True))
    own = [pair for pair in pairs if pair[0] not in known.borrowed]
    # "ok cam on", "thanks nhe": a borrowed word beside others leaves it to them
    for word, folded in own or pairs:
        is_legal = folded in SYLLABLES or (folded[-1].isdigit() and folded[:-1] in SYLLABLES)
        if word is not folded and word != folded and _ONLY_VIETNAMESE.search(word):
            if is_legal or word in known.teencode:
                marked += 1
            else:
                strange += 1
        elif word in known.english:
            if is_legal or word in known.teencode:
                both += 1
            else:
                english += 1
        elif is_legal:
            legal += 1
        elif word in known.teencode:
            teen += 1
        elif _telex(folded):
            telex += 1
        else:
            strange += 1
    if not marked and strange + english:
        elsewhere = _french(words, legal + teen, english + both / 2) or _other(words)
        if elsewhere is not None and elsewhere.confidence * len(words) > max(legal, english + both):
            return elsewhere
    vietnamese = 1.6 * marked + legal + 0.6 * teen + 0.8 * telex
    foreign = 1.2 * english + 0.9 * strange
    shared = 0.5 * both
    if marked + legal + teen + telex + english + both == 0:
        other = _other(words)
        if other is not None:
            return other
        return Detected(UNDETERMINED, 0.7) if _is_mash(words) else None
    if vietnamese == 0 and english == 0 and both:
        # Only words that both languages spell alike: "to me", "can do".
        english_pair = len(words) > 1 and not known.rather_vietnamese.issuperset(word for word, _ in own)
        return Detected("en", 0.6) if english_pair else Detected("vi", 0.55)
    # "I live in Tay Ho": words that both languages spell alike are English where English words outnumber the rest
    lean = 1.2 if english and both > 1 and english + both > legal else 0.6
    if vietnamese >= foreign + (0 if marked else shared * lean):
        if not marked and not english and strange > legal + teen + telex and len(words) > 2:
            return _other(words)
        return Detected("vi", round(min(0.99, (vietnamese + shared) / (vietnamese + foreign + shared)), 3))
    if english or both >= 2:
        other = _other(words)
        if other is not None and other.confidence > (english + both) / len(words):
            return other
        if english + both >= 0.3 * len(words) or english >= 2:
            return Detected("en", round(min(0.99, (foreign + shared) / (vietnamese + foreign + shared)), 3))
    if marked and marked >= strange * 0.4:
        return Detected("vi", 0.6)
    other = _other(words)
    if other is not None:
        return other
    return Detected(UNDETERMINED, 0.6) if _is_mash(words) else None


def _telex(word: str) -> bool:
    """Whether `word` is a Vietnamese syllable with the keys of its marks left in it ("phuwowngf")."""
    if not _TELEX.search(word) or len(word) < 3:
        return False
    bare = word.replace("dd", "d").replace("w", "")
    for double in ("aa", "ee", "oo"):
        bare = bare.replace(double, double[0])
    if bare in SYLLABLES and bare != word:
        return True
    return any(key in bare[1:] and (bare[0] + bare[1:].replace(key, "", 1)) in SYLLABLES for key in "sfrxj")


def _french(words: list[str], vietnamese: float, english: float) -> Detected | None:
    french = [word for word in words if word in _known().french]
    accents = sum(bool(_FRENCH_LETTER.search(word)) for word in words)
    own = sum(word not in SYLLABLES for word in french) + accents
    enough = len(french) * 3 >= len(words) and vietnamese < len(words) * 0.75
    if own and enough and len(french) + accents > english:
        return Detected("fr", round(min(0.99, 0.6 + len(french) / len(words) / 2), 3))
    return None


def _other(words: list[str]) -> Detected | None:
    best, count = "", 0
    for lang, known in _known().others.items():
        hits = sum(word in known for word in words)
        if hits > count:
            best, count = lang, hits
    if count >= 2 and count * 4 >= len(words):
        return Detected(best, round(min(0.95, 0.5 + count / len(words) / 2), 3))
    return None


def _is_mash(words: list[str]) -> bool:
    """Whether this is too little, or too little like words, for statistics to make sense of."""
    letters = "".join(words)
    if len(words) < 3 and len(letters) < 16:
        return True
    vowels = sum(c in "aeiouyàáâéèêíóôúü" for c in letters)
    return vowels < 0.2 * len(letters) or len(set(letters)) < 5


# By statistics --------------------------------------------------------------------------------------------

_STATISTICS_KNOW: Final = ("en", "fr", "vi", "de", "es", "id", "it")
_SEED: Final = 7


def _by_statistics(text: str) -> Detected:
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.seed = _SEED
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return Detected(UNDETERMINED, 0.5)
    if not found or found[0].prob < 0.6:
        return Detected(UNDETERMINED, 0.5)
    return Detected(found[0].lang, round(found[0].prob * 0.9, 3))


@functools.cache
def _factory():  # type: ignore[no-untyped-def]
    """Profiles of a few languages only: loading all 55 takes half a second."""
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    folder = files("langdetect").joinpath("profiles")
    factory.load_json_profile([folder.joinpath(name).read_text(encoding="utf-8") for name in _STATISTICS_KNOW])
    return factory
