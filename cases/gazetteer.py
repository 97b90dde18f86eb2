"""The wards of Viet Nam as data: today's, those of before 1 July 2025, and the provinces they lie in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from cases.names import core, same_name
from cases.records import record
from cases.rulebook import read_rules


@record(frozen=True, slots=True)
class Today:
    """A ward of today."""

    code: str
    name: str
    province: str


@record(frozen=True, slots=True)
class Former:
    """A ward of before 1 July 2025 and the codes of those it went into, the largest part first."""

    name: str
    district: str
    province: str
    into: tuple[str, ...]


@record(frozen=True, slots=True)
class Gazetteer:
    """Every ward, by code; the former ones; and which former provinces each province of today is made of."""

    today: Mapping[str, Today]
    former: tuple[Former, ...]
    provinces: Mapping[str, frozenset[str]]
    by_name: Mapping[str, tuple[Today, ...]]
    province_names: Mapping[str, str]

    def find(self, name: str, above: Sequence[str] = ()) -> Today | None:
        """The ward of that name: in the province named in `above`, or the only one of the country."""
        found = self.by_name.get(same_name(name), ())
        around = {same_name(core(place)) for place in above}
        provinces = {self.province_names[name] for name in around if name in self.province_names}
        near = [ward for ward in found if not provinces or ward.province in provinces]
        return near[0] if len(near) == 1 else None

    def former_of(self, code: str) -> tuple[Former, ...]:
        """The former wards that went into a ward, wholly or in part."""
        return tuple(former for former in self.former if code in former.into)


@cache
def load_gazetteer() -> Gazetteer:
    """The wards of rules/wards.json."""
    data = read_rules("wards.json")
    today = {
        code: Today(code, name, data["provinces"][number])
        for number, wards in data["wards"].items()
        for code, name in wards.items()
    }
    former = tuple(
        Former(name, district, province, tuple(into.split()))
        for province, districts in data["former"].items()
        for district, wards in districts.items()
        for name, into in wards.items()
    )
    provinces: dict[str, set[str]] = {name: {name} for name in data["provinces"].values()}
    for old in former:
        provinces[today[old.into[0]].province].add(old.province)
    by_name: dict[str, tuple[Today, ...]] = {}
    for ward in today.values():
        key = same_name(ward.name)
        by_name[key] = (*by_name.get(key, ()), ward)
    return Gazetteer(
        today=today,
        former=former,
        provinces={name: frozenset(olds) for name, olds in provinces.items()},
        by_name=by_name,
        province_names={same_name(core(name)): name for name in provinces},
    )
