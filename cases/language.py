"""In which language somebody writes: our own rule first, langdetect only for what the rule leaves open.

The rule knows what a trained detector does not: Vietnamese is mostly typed without marks, in one to three
words, with abbreviations, half-finished Telex and English in between.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from cases.fold import bare, plain
from cases.records import record
from cases.rulebook import read_rules
from cases.syllables import syllables

UNDETERMINED: Final = "und"
_READ_AT_MOST_CHARACTERS: Final = 1_500
_READ_AT_MOST_WORDS: Final = 60


@record(frozen=True, slots=True)
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
    ("uk", re.compile("[іїєґІЇЄҐ]")),
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
    said = _known().single.get(text.strip().lower())
    if said:
        return Detected(said, 0.9)
    counts = {lang: len(pattern.findall(text)) for lang, pattern in _SCRIPTS}
    if counts["ja"] and counts["ja"] + counts["zh"] > counts["ko"]:
        # Japanese mixes Chinese characters with its own; a few kana are enough.
        counts["ja"], counts["zh"] = counts["ja"] + counts["zh"], 0
    if counts["uk"]:
        counts["ru"], counts["uk"] = 0, counts["ru"]
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
_MAY_BE_NOISE: Final = re.compile(r"[/#@]|www\.|TD|[A-Z0-9-]{5}")
"""Without any of these there is none: to look for them is much quicker."""
# Letters that no other language written in Latin letters has (đ ơ ư ă are near enough to that).
_ONLY_VIETNAMESE: Final = re.compile("[ăđơưĩũ\u1ea0-\u1ef9]")
_TELEX: Final = re.compile("dd|aa|ee|oo|aw|ow|uw|[sfrxj]$|[aeiouy][sfrxj]")

_FRENCH_LETTER: Final = re.compile("[éèêàùçôîïœ]")


@record(frozen=True, slots=True)
class _Words:
    teencode: frozenset[str]
    says_nothing: frozenset[str]
    borrowed: frozenset[str]
    rather_vietnamese: frozenset[str]
    surnames: frozenset[str]
    english: frozenset[str]
    places: frozenset[str]
    given: frozenset[str]
    foreign_names: frozenset[str]
    others: Mapping[str, frozenset[str]]
    single: Mapping[str, str]
    phrases: Mapping[str, str]


@functools.cache
def _known() -> _Words:
    raw = read_rules("language.toml")
    sets = {name: frozenset(raw[name].split()) for name in _Words.__slots__ if isinstance(raw[name], str)}
    others = {lang: frozenset(words.split()) for lang, words in raw["others"].items()}
    return _Words(**sets, others=others, single=raw["single"], phrases=raw["phrases"])


_PHRASE_WORDS_AT_MOST: Final = 5
_SHORT_WORDS: Final = 3


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
    known = _known()
    if len(words) <= _PHRASE_WORDS_AT_MOST:
        if _is_name(words, lower, folded):
            return Detected(UNDETERMINED, 0.8)
        if all(word in known.says_nothing for word in lower):
            return Detected(UNDETERMINED, 0.9)
        said = known.single.get(lower[0]) if len(lower) == 1 else known.phrases.get(" ".join(folded))
        if said:
            return Detected(said, 0.9)
    return _weighed(lower, folded, _light(words))


def _is_name(words: list[str], lower: list[str], folded: list[str]) -> bool:
    known = _known()
    if len(words) == 1:
        return words[0].istitle() and lower[0] in known.given
    if folded[0] in known.surnames:
        shouted = all(word.isupper() and len(word) > 1 for word in words)
        if all(word[0].isupper() for word in words) and not shouted:
            return "_".join(folded) not in known.places
        return len(words) <= 4 and folded[1] in {"van", "thi"} and not _is_sentence(lower[2:])
    if len(words) <= 3 and lower[0] in known.foreign_names and words[0].istitle() and words[1].istitle():
        return not known.english.intersection(lower[1:])
    capitals = all(word[0].isupper() and word[1:].islower() for word in words)
    if not capitals or len(words) > 3:
        return False
    if any(word in syllables() for word in folded):
        return False
    return not any(word in known.english or word in _languages() for word in lower)


def _is_sentence(rest: list[str]) -> bool:
    return any(word in {"la", "là", "ra", "o", "ở", "de", "để"} for word in rest)


_SORTS: Final = ("marked", "both", "english", "legal", "teen", "telex", "strange")


@functools.lru_cache(maxsize=8192)
def _sort(word: str, folded: str) -> str:
    """What one word speaks for: one of `_SORTS`."""
    known = _known()
    legal = folded in syllables() or (folded[-1].isdigit() and len(folded) > 2 and folded[:-1] in syllables())
    if word != folded and _ONLY_VIETNAMESE.search(word):
        if legal or word in known.teencode:
            return "marked"
    elif word in known.english:
        return "both" if legal or word in known.teencode else "english"
    elif legal:
        return "legal"
    elif word in known.teencode:
        return "teen"
    elif _telex(folded):
        return "telex"
    if any(word.endswith(end) and word[: -len(end)] in known.english for end in _ENDINGS) and len(word) > 4:
        return "english"
    once = _DRAWN_OUT.sub(r"\1", word)
    return _sort(once, _DRAWN_OUT.sub(r"\1", folded)) if 1 < len(once) < len(word) else "strange"


_ENDINGS: Final = ("s", "es", "ed", "d", "ing", "er", "r", "ly", "'s")

_DRAWN_OUT: Final = re.compile(r"(\w)(?:\1+$|\1{2,})")
"""Letters that somebody holds down: "chàoo", "yesss"."""


def _light(words: list[str]) -> list[bool]:
    """Which words say little of their writer's language: names, which have a capital where other words have none, and
    letters that stand alone."""
    short = [len(word) == 1 for word in words]
    if len(words) > _NAMED_WORDS_AT_MOST or not any(map(str.islower, words)):
        return short
    capital = [word.istitle() for word in words]
    # the first word has its capital from the sentence, unless the next one has one too
    capital[0] = capital[0] and capital[1:2] == [True]
    return [a or b for a, b in zip(short, capital, strict=True)]


_NAMED_WORDS_AT_MOST: Final = 12
_LIGHT: Final = 0.4


def _weighed(words: list[str], folded_words: list[str], light: list[bool]) -> Detected | None:
    known = _known()
    sorts = list(map(_sort, words, folded_words))
    own: Sequence[int] = range(len(words))
    if not known.borrowed.isdisjoint(words):
        # "ok cam on", "thanks nhe": a borrowed word beside others leaves it to them
        own = [at for at in own if words[at] not in known.borrowed] or own
    counted = [sorts[at] for at in own]
    counts: dict[str, float] = dict(zip(_SORTS, map(counted.count, _SORTS), strict=True))
    for at in own if True in light else ():
        counts[sorts[at]] -= (1 - _LIGHT) * light[at]
    marked, both, english, legal, teen, telex, strange = counts.values()
    if strange + english:
        elsewhere = _elsewhere(words, sorts)
        if elsewhere is not None:
            return elsewhere
    if telex:
        # "camr own": among half-finished marks a word may be English by chance
        chance = sum(sorts[at] == "english" and _telex(folded_words[at]) for at in own)
        telex, english = telex + chance, max(0.0, english - chance)
    vietnamese = 1.6 * marked + legal + 0.6 * teen + telex
    # one English word beside one of ours ("cancel nha") is how people here talk
    foreign = (1.2 if len(words) > _SHORT_WORDS else 1.0) * english + 0.9 * strange
    shared = 0.5 * both
    if vietnamese == english == both == 0:
        return _unknown(words, folded_words)
    if vietnamese == 0 and english == 0 and both:
        # Only words that both languages spell alike: "to me", "can do".
        english_pair = len(words) > 1 and not known.rather_vietnamese.issuperset(words[at] for at in own)
        return Detected("en", 0.6) if english_pair else Detected("vi", 0.55)
    # "I live in Tay Ho": words that both languages spell alike are English where English words outnumber the rest
    lean = 1.2 if english and both > 1 and english + both > legal else 0.6
    if vietnamese >= foreign + (0 if marked else shared * lean):
        if not marked and not english and strange > legal + teen + telex and len(words) > 2:
            return None
        return Detected("vi", round(min(0.99, (vietnamese + shared) / (vietnamese + foreign + shared)), 3))
    if english + both >= 0.3 * len(words) or english >= 2:
        return Detected("en", round(min(0.99, (foreign + shared) / (vietnamese + foreign + shared)), 3))
    if marked and marked >= strange * 0.4:
        return Detected("vi", 0.6)
    return _unknown(words, folded_words)


def _unknown(words: list[str], folded_words: list[str]) -> Detected | None:
    """Of words that stand in no list: a slip of the finger, too little to tell, or left open."""
    if len(words) <= _PHRASE_WORDS_AT_MOST:
        if any(_VIETNAMESE_LETTER.search(word) and not _FOREIGN_LETTER.search(word) for word in words):
            return Detected("vi", 0.5)
        if any(_nearly_english(word) for word in folded_words):
            return Detected("en", 0.5)
    return Detected(UNDETERMINED, 0.7) if _is_mash(words) else None


_VIETNAMESE_LETTER: Final = re.compile("[àáâãèéêìíòóôõùúýăđơưĩũ\u1ea0-\u1ef9]")
_FOREIGN_LETTER: Final = re.compile("[fjwzçñäëïöüßœæøåłęążśćńčšžřěů]")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_SLIP_LETTERS_AT_LEAST: Final = 4


def _nearly_english(word: str) -> bool:
    """Whether one letter too many, too few, or two in the wrong order make an English word of it."""
    english = _known().english
    if len(word) < _SLIP_LETTERS_AT_LEAST or not word.isascii():
        return False
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return any(
        head + tail[1:] in english
        or head + tail[1:2] + tail[:1] + tail[2:] in english
        or any(head + letter + tail in english for letter in _LETTERS)
        for head, tail in cuts
    )


_VOWEL: Final = re.compile("[aeiouy]")


def _telex(word: str) -> bool:
    """Whether `word` is a Vietnamese syllable with the keys of its marks left in it ("phuwowngf")."""
    if not _TELEX.search(word) or len(word) < 2:
        return False
    bare = word.replace("dd", "d")
    # a w that has no vowel to change is ư itself
    bare = bare.replace("w", "") if _VOWEL.search(bare) else bare.replace("w", "u")
    for double in ("aa", "ee", "oo"):
        bare = bare.replace(double, double[0])
    if bare in syllables() and bare != word:
        return True
    return any(key in bare[1:] and (bare[0] + bare[1:].replace(key, "", 1)) in syllables() for key in "sfrxj")


@functools.cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """Word -> the languages beside English and Vietnamese that have it."""
    found: dict[str, list[str]] = {}
    for lang, words in _known().others.items():
        for word in words:
            found.setdefault(word, []).append(lang)
    return {word: tuple(langs) for word, langs in found.items()}


def _elsewhere(words: list[str], sorts: list[str]) -> Detected | None:
    """Another language, when more words are its own than speak for English, or for Vietnamese."""
    languages = _languages()
    hits: dict[str, float] = {}
    certain: dict[str, float] = {}
    for word, sort in zip(words, sorts, strict=True):
        of = languages.get(word, ())
        for lang in of:
            hits[lang] = hits.get(lang, 0) + 1
            # a word of few languages tells more than one of many
            certain[lang] = certain.get(lang, 0) + (sort == "strange") / len(of)
        if not of and sort == "strange" and _FRENCH_LETTER.search(word):
            hits["fr"] = hits.get("fr", 0) + 0.5
    if not hits:
        return None
    best = max(hits, key=lambda lang: (hits[lang] + certain.get(lang, 0) / 2, certain.get(lang, 0)))
    count = hits[best]
    others = [sort for word, sort in zip(words, sorts, strict=True) if best not in languages.get(word, ())]
    native = sum(sort in {"marked", "legal", "teen", "telex"} for sort in others)
    english = others.count("english") + others.count("both") / (1 if len(words) <= _SHORT_WORDS else 2)
    enough = count >= 2 or len(words) <= _SHORT_WORDS
    if certain.get(best) and enough and count * 4 >= len(words) and count > max(native, english):
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
    from importlib.resources import files

    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    folder = files("langdetect").joinpath("profiles")
    factory.load_json_profile([folder.joinpath(name).read_text(encoding="utf-8") for name in _STATISTICS_KNOW])
    return factory
