"""Which receiving committee a resident means: wards by new and old names, with and without marks, in free text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cases.fold import plain
from cases.gazetteer import Former, Gazetteer, load_gazetteer
from cases.mentions import Index, Mention, Name, districts_said, named
from cases.names import (
    PROVINCE_TIER,
    SHORT_TEXT_WORDS,
    WARD_TIER,
    Token,
    core,
    level_before,
    level_word,
    same_name,
    tokens,
    windows,
)
from cases.records import record

LONGEST_TEXT_WORDS: Final = 300
MOST_PLACES_ELSEWHERE: Final = 3

# What adds to or takes from how sure a find is (cases/mentions.py): the order matters, not the numbers. A former
# name loses to a present one; what falls further behind the best than _REACH is not offered.
_FORMER: Final = -15
_LATER_PART: Final = -3
_LEVEL_SAID: Final = 20
_OTHER_LEVEL_SAID: Final = 10
_STREET: Final = -25
_DISTRICT_AGREES: Final = 15
_DISTRICT_DISAGREES: Final = -40
_WHOLE_DISTRICT: Final = -20
_REACH: Final = 35


@record(frozen=True, slots=True)
class Ward:
    """A receiving unit of the config. `names` are further names for it, `above` the names of the units above."""

    code: str
    name: str
    level: str
    names: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Elsewhere:
    """A ward that is not one of ours: as it was written, and where that is today, likeliest first."""

    name: str
    today: tuple[str, ...]


class Places:
    """The receiving units of a config, made ready for searching."""

    def __init__(self, wards: Iterable[Ward], gazetteer: Gazetteer | None = None) -> None:
        self._wards = tuple(wards)
        self._gazetteer = gazetteer or load_gazetteer()
        self._order = {ward.code: index for index, ward in enumerate(self._wards)}
        self._districts: dict[str, set[str]] = defaultdict(set)
        self._provinces: set[str] = set()
        self._province_of: dict[str, str] = {}
        self._province_names: dict[str, set[str]] = defaultdict(set)
        for province, olds in self._gazetteer.provinces.items():
            for old in olds:
                self._province_names["".join(word.key for word in tokens(core(old)))].add(province)
        self._known: dict[str, str] = {}
        self._country: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._index = Index(self._all_names())

    def search(self, text: str) -> list[str]:
        """Codes of the units named in the text, best first; the same text gives the same list."""
        words = tokens(text, LONGEST_TEXT_WORDS)
        runs = windows(words)
        said = self._provinces_said(words, runs)
        if said and self._provinces and not said & self._provinces:
            return []
        mentions = self._index.find(words, runs)
        districts = districts_said(mentions)
        scores: dict[str, int] = {}
        for mention in mentions:
            for code, score in self._scored(mention, mentions, districts):
                if not said or self._province_of.get(code) in (None, *said):
                    scores[code] = max(score, scores.get(code, score))
        if not scores:
            return []
        floor = max(scores.values()) - _REACH
        kept = [code for code, score in scores.items() if score >= floor]
        return sorted(kept, key=lambda code: (-scores[code], self._order[code]))

    def elsewhere(self, text: str) -> Elsewhere | None:
        """A ward of the country that the text names although none of ours is meant."""
        if self.search(text):
            return None
        words = tokens(text, LONGEST_TEXT_WORDS)
        runs = windows(words)
        country, said = self._country_names(), self._provinces_said(words, runs)
        for first, last, key in runs:
            level = level_before(words, first)
            as_ward = level is not None and level.tier == WARD_TIER
            alone = last - first >= 2 and len(words) <= SHORT_TEXT_WORDS
            if key not in country or not (as_ward or alone):
                continue
            marked = "".join(word.marked for word in words[first:last])
            bare = all(word.bare for word in words[first:last])
            codes = {code: None for name, code in country[key] if bare or name == marked}
            found = [self._gazetteer.today[code] for code in codes if code not in self._known]
            within = [ward for ward in found if ward.province in said] or found
            within.sort(key=lambda ward: (ward.province not in self._provinces, not _is_named(ward.name, key)))
            if within:
                name = plain(text)[words[first].start : words[last - 1].end]
                places = tuple(f"{ward.name}, {ward.province}" for ward in within[:MOST_PLACES_ELSEWHERE])
                return Elsewhere(name, places)
        return None

    def former_names(self, code: str) -> tuple[str, ...]:
        """Names of the former wards that went into a unit: what older people still call it."""
        known = [theirs for theirs, ours in self._known.items() if ours == code]
        names = [former.name for known_code in known for former in self._gazetteer.former_of(known_code)]
        return tuple(dict.fromkeys(name for name in names if name))

    def _country_names(self) -> dict[str, list[tuple[str, str]]]:
        """By key: the marked name and the code of every ward of the country, former ones included."""
        if not self._country:
            for ward in self._gazetteer.today.values():
                name = named("today", ward.name, "", ())
                self._country[name.key].append((name.marked, ward.code))
            for former in self._gazetteer.former:
                name = named("former", former.name, "", ())
                self._country[name.key].extend((name.marked, code) for code in former.into)
        return self._country

    def _all_names(self) -> Iterator[Name]:
        """Present names of the wards, their former wards, and the former districts these lay in."""
        for ward in self._wards:
            names = (ward.name, *ward.names)
            yield from (named("today", name, ward.level, (ward.code,)) for name in names)
            found = self._gazetteer.find(f"{_level_name(ward)} {core(ward.name)}", ward.above)
            if found is None and ward.code in self._gazetteer.today:
                same = self._gazetteer.today[ward.code]
                found = same if same_name(core(same.name)) == same_name(core(ward.name)) else None
            if found is not None:
                self._known[found.code] = ward.code
                self._provinces.add(found.province)
                self._province_of[ward.code] = found.province
        districts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for former in self._gazetteer.former:
            ours = tuple(self._known[code] for code in former.into if code in self._known)
            if not ours:
                continue
            district = same_name(core(former.district))
            for code in ours:
                self._districts[code].add(district)
            if self._known.get(former.into[0]):
                districts[former.district][self._known[former.into[0]]] += 1
            if former.name:
                level = _former_level(former)
                yield named("former", former.name, level, ours, district)
        for name, parts in districts.items():
            own = same_name(core(name))
            codes = sorted(parts, key=lambda code: (same_name(core(self._named(code))) != own, -parts[code]))
            yield named("district", name, "", tuple(codes), own)

    def _named(self, code: str) -> str:
        return self._wards[self._order[code]].name

    def _scored(self, mention: Mention, mentions: Sequence[Mention], districts: set[str]) -> Iterator[tuple[str, int]]:
        name = mention.name
        base = mention.quality + (_STREET if mention.street else 0)
        if name.sort == "district":
            wards_said = any(m.name.sort != "district" and not m.at(mention) for m in mentions)
            if wards_said or (mention.level is not None and not mention.as_district()):
                return
            for index, code in enumerate(name.codes):
                yield code, base + _WHOLE_DISTRICT + _LATER_PART * min(index, 5)
            return
        if mention.level is not None and mention.level.tier < WARD_TIER:
            return
        if name.district == "" and any(
            m.name.sort == "district" and m.at(mention) and m.name.district in districts for m in mentions
        ):
            # "Dịch Vọng, Cầu Giấy": the second name is the district that the first lay in
            return
        if mention.level is not None:
            base += _LEVEL_SAID if mention.level.code == name.level else _OTHER_LEVEL_SAID
        if name.sort == "today":
            code = name.codes[0]
            theirs = self._districts[code]
            yield code, base + (_DISTRICT_DISAGREES if districts and theirs and not districts & theirs else 0)
            return
        if not districts and any(m.name.sort == "today" and m.at(mention) for m in mentions):
            return
        base += _FORMER
        if districts:
            base += _DISTRICT_AGREES if name.district in districts else _DISTRICT_DISAGREES
        for index, code in enumerate(name.codes):
            yield code, base + _LATER_PART * index

    def _provinces_said(self, words: Sequence[Token], runs: Sequence[tuple[int, int, str]]) -> set[str]:
        """Provinces of today, or the former ones that are part of them, that the text spells out or ends in."""
        said: set[str] = set()
        for first, last, key in runs:
            provinces = self._province_names.get(key)
            if provinces is None:
                continue
            level = level_before(words, first)
            spelt_out = level is not None and level.tier == PROVINCE_TIER
            ends = last == len(words) and first > 0 and level is None and key not in self._index
            if spelt_out or ends:
                said |= provinces
        return said


def search(wards: Sequence[Ward], text: str) -> list[str]:
    """Codes of the units named in the text, best first. For many searches keep a `Places`."""
    return Places(wards).search(text)


def _is_named(name: str, key: str) -> bool:
    return "".join(word.key for word in tokens(core(name))) == key


def _level_name(ward: Ward) -> str:
    return {"phuong": "Phường", "xa": "Xã", "dac_khu": "Đặc khu"}.get(ward.level, "")


def _former_level(former: Former) -> str:
    found = level_word(tokens(former.name), 0)
    return found[0].code if found else ""
