"""`tiengdan classify --evaluate`: how good the classifier is, on labelled lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, cast

import click

from bot.commands.base import terminal
from cases.classify import Proposal
from cases.classify.evaluation import Evaluation, Judged, Score
from cases.kinds import KINDS, TOPICS, Kind, Topic

Propose = Callable[[str], Proposal]


class Lines(Protocol):
    """JSON lines that can leave one out and name it."""

    def __iter__(self) -> Iterator[dict[str, Any]]: ...

    def complain(self, key: str, row: dict[str, Any], /) -> None: ...


def labelled(lines: Lines, propose: Propose) -> Iterator[Judged]:
    """Texts with their right `kind`, `topic` and `urgent`, as in tools/data."""
    for row in lines:
        kind = row.get("kind")
        topic = row.get("topic")
        urgent = row.get("urgent")
        if kind not in KINDS or (topic is not None and topic not in TOPICS) or not isinstance(urgent, bool | None):
            lines.complain("line-without-label", row)
            continue
        yield Judged(propose(row["text"]), cast("Kind", kind), cast("Topic | None", topic), urgent)


def show(found: Evaluation, as_json: bool) -> None:
    """Print the figures."""
    if as_json:
        click.echo(json.dumps(_data(found), ensure_ascii=False))
        return
    if found.count == 0:
        terminal().tell("evaluate-nothing")
        return
    words = terminal()
    words.tell("evaluate-head", count=found.count, right=_percent(found.right), macro=_rounded(found.kind_macro))
    words.tell("evaluate-sure", share=_percent(1 - found.asked), right=_percent(found.right_when_sure))
    words.tell("evaluate-asked", share=_percent(found.asked))
    click.echo()
    words.tell("evaluate-confusion")
    click.echo(_row("", KINDS))
    for right in KINDS:
        click.echo(_row(right, [found.confusion.get((right, said), 0) for said in KINDS]))
    click.echo()
    click.echo(_row("", [words.say(f"evaluate-{name}") for name in ("there", "precision", "recall", "f1")]))
    for score in (*found.kinds, *_there(found.topics)):
        click.echo(_score_row(score.label, score))
    words.tell("evaluate-topics", macro=_rounded(found.topic_macro))
    if found.without_topic:
        words.tell("evaluate-without-topic", count=found.without_topic)
    if found.urgent.there:
        click.echo(_score_row(words.say("evaluate-urgent"), found.urgent))
    click.echo()
    words.tell("evaluate-calibration")
    for band in found.bands:
        words.tell(
            "evaluate-band",
            low=_rounded(band.low),
            count=band.count,
            said=_percent(band.confidence),
            right=_percent(band.right),
        )


def _there(scores: Iterable[Score]) -> list[Score]:
    return [score for score in scores if score.there]


def _score_row(name: str, score: Score) -> str:
    return _row(name, (score.there, _rounded(score.precision), _rounded(score.recall), _rounded(score.f1)))


def _row(name: str, cells: Iterable[object]) -> str:
    return f"{name:<20}" + "".join(f"{cell!s:>20}" for cell in cells)


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _rounded(value: float) -> str:
    return f"{value:.3f}"


def _data(found: Evaluation) -> dict[str, Any]:
    def score(each: Score) -> dict[str, Any]:
        return {
            "count": each.there,
            "precision": round(each.precision, 4),
            "recall": round(each.recall, 4),
            "f1": round(each.f1, 4),
        }

    return {
        "count": found.count,
        "right": round(found.right, 4),
        "kind_macro_f1": round(found.kind_macro, 4),
        "topic_macro_f1": round(found.topic_macro, 4),
        "sure": round(1 - found.asked if found.count else 0.0, 4),
        "right_when_sure": round(found.right_when_sure, 4),
        "asked": round(found.asked, 4),
        "confusion": [
            {"right": right, "said": said, "count": count} for (right, said), count in sorted(found.confusion.items())
        ],
        "kinds": {each.label: score(each) for each in found.kinds},
        "without_topic": found.without_topic,
        "topics": {each.label: score(each) for each in found.topics},
        "urgent": score(found.urgent),
        "calibration": [
            {"from": b.low, "count": b.count, "confidence": round(b.confidence, 4), "right": round(b.right, 4)}
            for b in found.bands
        ],
    }
