"""Registers for the tests of import: the year of the seeds as lines, whole or split up, and random years."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from cases.kinds import KINDS, TOPICS

CONFIG = """
[database]
url = "{url}"
[security]
key_file = "{folder}/test.key"
[[units]]
code = "HN"
name = "Mặt trận thành phố Hà Nội"
level = "thanh_pho"
[[units]]
code = "CAUGIAY"
name = "Mặt trận quận Cầu Giấy"
level = "quan"
parent = "HN"
valid_to = 2025-06-30
[[units]]
code = "CAUGIAY.DICHVONG"
name = "Mặt trận phường Dịch Vọng"
level = "phuong"
parent = "CAUGIAY"
valid_to = 2025-06-30
[[units]]
code = "CAUGIAY.YENHOA"
name = "Mặt trận phường Yên Hòa (cũ)"
level = "phuong"
parent = "CAUGIAY"
valid_to = 2025-06-30
[[units]]
code = "TAYHO"
name = "Mặt trận quận Tây Hồ"
level = "quan"
parent = "HN"
valid_to = 2025-06-30
[[units]]
code = "YENHOA"
name = "Mặt trận phường Yên Hòa"
level = "phuong"
parent = "HN"
valid_from = 2025-07-01
"""
UNITS = ("HN", "CAUGIAY", "CAUGIAY.DICHVONG", "CAUGIAY.YENHOA", "TAYHO", "YENHOA")
LETTERS = (
    "đã tiếp 133 lượt công dân, nhận 82 đơn (quận: 6 đơn, phường: 76 đơn), trong đó đơn tố cáo: 4 đơn; "
    "đơn kiến nghị, phản ánh: 78 đơn. Các đơn đủ điều kiện đã được xem xét và chuyển đến các cơ quan chức năng có "
    "thẩm quyền giải quyết."
)
ACTIVITIES = (
    "7 đoàn giám sát độc lập; giám sát đầu tư của cộng đồng: 53 công trình, 03 công trình, dự án sai phạm, 03 đã được "
    "khắc phục. Phối hợp giám sát 196 cuộc, trong đó lĩnh vực trật tự xây dựng 80 vụ, thực hiện QCDC ở cơ sở 75 vụ, "
    "quản lý đất đai 15 vụ, lĩnh vực khác 26 vụ. Tổ chức 18 hội nghị phản biện xã hội, 78 cuộc góp ý xây dựng Đảng, "
    "xây dựng chính quyền."
)
VOTERS = "Tỷ lệ giải quyết kiến nghị cử tri thuộc thẩm quyền cấp quận: 56,82% (25/44)."

Line = dict[str, Any]


def text_of(lines: Iterable[Line]) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def pieces(chance: random.Random, whole: int, most: int) -> list[int]:
    """A number as a sum of some parts."""
    found = []
    while whole:
        part = min(whole, chance.randint(1, most))
        found.append(part)
        whole -= part
    return found


def cau_giay(seed: int = 0, most: int = 40) -> list[Line]:
    """The registers of Cầu Giấy for 2021, split and shuffled by chance."""
    chance = random.Random(seed)

    def day() -> date:
        return date(2021, 1, 1) + timedelta(days=chance.randrange(350))

    lines: list[Line] = []
    units = ("CAUGIAY", "CAUGIAY.DICHVONG", "CAUGIAY.YENHOA")
    for visits in pieces(chance, 133, most):
        mode = chance.choice(("regular", "head", "delegated"))
        lines.append(_line("reception", chance.choice(units), day(), visits=visits, people=visits, by=mode))
    for number in range(82):
        received = day()
        lines.append(
            {
                "type": "case",
                "ref": f"d-{number}",
                "unit": "CAUGIAY" if number < 6 else chance.choice(units[1:]),
                "received_on": received.isoformat(),
                "channel": chance.choice(("paper", "in_person", "post")),
                "kind": "to_cao" if number % 20 == 1 and number < 80 else "kien_nghi_phan_anh",
                "topic": chance.choice(TOPICS),
                "eligible": True,
                "outcome": "forwarded",
                "outcome_on": (received + timedelta(days=chance.randrange(10))).isoformat(),
            }
        )
    works = pieces(chance, 53, most)
    for index, number in enumerate(works):
        wrong = 3 if index == works.index(max(works)) else 0
        facts: Line = {"works": number, "violations": wrong or None, "remedied": wrong or None}
        lines.append(
            _line("activity", chance.choice(units), day(), what="community_works", field=None, count=1, **facts)
        )
    joint = {"trat_tu_xay_dung": 80, "dan_chu_co_so": 75, "dat_dai": 15, "khac": 26}
    for field, whole in joint.items():
        for number in pieces(chance, whole, most):
            activity = _line(
                "activity", chance.choice(units), day(), what="supervision_joint", field=field, count=number
            )
            lines.append(activity)
    plain = {"supervision_independent": 7, "social_criticism": 18, "opinion_meeting": 78}
    for what, whole in plain.items():
        for number in pieces(chance, whole, most):
            lines.append(_line("activity", chance.choice(units), day(), what=what, field=None, count=number))
    for index, line in enumerate(lines):
        line.setdefault("ref", f"{line['type']}-{index}")
    chance.shuffle(lines)
    return lines


def tay_ho() -> list[Line]:
    """What voters of Tây Hồ asked for in 2019: 44 within the district's authority, 25 of them settled."""
    lines = []
    for number in range(44):
        line = _line("voter_petition", "TAYHO", date(2019, 1 + number % 12, 3), within_authority="quan")
        line |= {"ref": f"kncr-{number}", "resolved_on": "2019-12-20" if number < 25 else None}
        lines.append(line)
    return lines


def year(seed: int, number: int, days: int = 365) -> list[Line]:
    """Random letters of 2025 with all that may happen to them, and receptions."""
    chance = random.Random(seed)
    lines: list[Line] = []
    for n in range(number):
        received = date(2025, 1, 1) + timedelta(days=chance.randrange(days))
        kind = chance.choice(KINDS)
        outcome = chance.choice(
            (None, "forwarded", "forwarded", "guided", "returned", "archived", "answered", "duplicate")
        )
        outcome = chance.choice((outcome, outcome, outcome, "own_matter", "withdrawn", "split"))
        ended = received + timedelta(days=chance.randrange(60))
        line: Line = {
            "type": "case",
            "ref": f"d-{n}",
            "unit": chance.choice(UNITS),
            "received_on": received.isoformat(),
            "channel": chance.choice(("paper", "in_person", "post", "phone", "telegram", "zalo", "web", "forwarded")),
            "kind": kind,
            "topic": chance.choice(TOPICS),
            "eligible": chance.random() < 0.7 and kind != "khac" and outcome != "split",
            "outcome": outcome,
            "outcome_on": ended.isoformat() if outcome else None,
            "anonymous": chance.random() < 0.2,
        }
        if chance.random() < 0.3:
            line["matter"] = f"vv-{chance.randrange(number // 5 + 1)}"
        if chance.random() < 0.3:
            line["person"] = f"Người {chance.randrange(number // 4 + 1)}"
        if chance.random() < 0.1:
            line["signers"] = chance.randint(2, 9)
        if outcome == "forwarded" and chance.random() < 0.4:
            line["urged_on"] = [(ended + timedelta(days=20 * k)).isoformat() for k in range(1, chance.randint(2, 4))]
            line["replied_on"] = (ended + timedelta(days=chance.randrange(70))).isoformat()
        if outcome == "forwarded" and chance.random() < 0.3:
            line["resolved_on"] = (ended + timedelta(days=chance.randrange(90))).isoformat()
        lines.append(line)
        if outcome and chance.random() < 0.05:
            reopened = ended + timedelta(days=chance.randrange(30))
            lines.append(_event(n, 1, reopened, "reopened"))
            if chance.random() < 0.5:
                lines.append(_event(n, 2, reopened + timedelta(days=chance.randrange(20)), "ended", "guided"))
        if chance.random() < 0.05:
            lines.append(
                _event(n, 3, received + timedelta(days=chance.randint(1, 80)), "transferred", chance.choice(UNITS))
            )
    for n in range(number // 10):
        on = date(2025, 1, 1) + timedelta(days=chance.randrange(days))
        facts: Line = {"visits": chance.randrange(5), "people": chance.randrange(9), "by": "regular", "delegations": 1}
        lines.append(_line("reception", chance.choice(UNITS), on, ref=f"tcd-{n}", **facts))
    chance.shuffle(lines)
    return lines


def _line(type: str, unit: str, on: date, **more: Any) -> Line:
    return {"type": type, "unit": unit, "on": on.isoformat(), **more}


def _event(case: int, number: int, on: date, what: str, to: str | None = None) -> Line:
    return {
        "type": "event",
        "ref": f"e-{case}-{number}",
        "case": f"d-{case}",
        "on": on.isoformat(),
        "what": what,
        "to": to,
    }
