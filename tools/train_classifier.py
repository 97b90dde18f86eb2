"""Train the classifier of cases/classify from labelled lines, and say how good it is on lines set aside.

    python -m tools.train_classifier --cross      figures of a cross-validation on the lines not set aside
    python -m tools.train_classifier --evaluate   train on those, figures on the lines set aside
    python -m tools.train_classifier --write      train on all lines, write the weights that ship; figures on
                                                  data/check*.jsonl, which are never trained on
    … --write --corrected config.toml             the same on the committee's own machine, with the letters that its
                                                  officers corrected

Needs scikit-learn, which the program itself does not: `pip install scikit-learn numpy scipy`.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cases.classify import features, grams
from cases.classify.signals import find_signals
from cases.classify.words import read_words
from cases.fold import bare, plain
from cases.kinds import KINDS, TOPICS

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
WEIGHTS = HERE.parent / "cases" / "classify" / "data" / "model.npz"
SET_ASIDE_SHARE = 0.2
CORRECTED = "corrected"
CORRECTED_WEIGHT = 2.0
"""A letter of real life that was sorted wrongly tells more than a line that was made up."""
TYPICAL = ("classify_dev", CORRECTED)
"""Mixed like life; the other files are full of hard cases."""


@dataclass(frozen=True)
class Line:
    id: str
    text: str
    kind: str
    topic: str | None
    """None where two readers might differ."""
    urgent: bool | None
    """None where nobody said (officers correct kind and topic only) or two readers might differ."""
    source: str
    weight: float = 1.0


def load() -> list[Line]:
    """The lines to train on."""
    return [line for path in sorted(DATA.glob("classify_*.jsonl")) for line in read(path)]


def read(path: Path) -> list[Line]:
    rows = [json.loads(raw) for raw in path.read_text(encoding="utf-8").splitlines()]
    return [Line(row["id"], row["text"], row["kind"], row["topic"], row["urgent"], path.stem) for row in rows]


def corrected(config: Path) -> list[Line]:
    """Letters that officers of this committee corrected, as they were found last. Their words stay in this process."""
    # the program itself: not needed to train on files
    from bot.config_errors import ConfigError
    from bot.terminal import Terminal, language_of
    from tools.corrected import corrected_letters

    try:
        found = asyncio.run(corrected_letters(config))
    except ConfigError as error:
        Terminal(language_of(os.environ)).show_config_error(error)
        sys.exit(2)
    return [
        Line(f"{number}", letter.text, letter.kind, letter.topic, None, CORRECTED, CORRECTED_WEIGHT)
        for number, letter in enumerate(found)
    ]


def check(trained: Trained, scale: Calibration, verbose: bool) -> None:
    """Figures on the lines that are never trained on."""
    for path in sorted(DATA.glob("check*.jsonl")):
        data = corpus(read(path))
        for title, use in ((path.stem, data.first), (f"{path.stem} without marks", data.bare)):
            rows = np.flatnonzero(use)
            report(trained.scores(data, rows), lines_of(data, rows), scale, title, verbose)


def has_topic(line: Line) -> bool:
    """Whether the line says which topic is right; what is no letter has none."""
    return line.topic is not None and line.kind != "khac"


def group(line: Line) -> int:
    """Lines that were written next to each other stay together: minimal pairs must not be torn apart."""
    number = int(re.sub(r"\D", "", line.id) or 0)
    return int(hashlib.sha256(f"{line.source}:{number // 6}".encode()).hexdigest(), 16)


def set_aside(line: Line) -> bool:
    return group(line) % 1000 < SET_ASIDE_SHARE * 1000


# Augmentation ----------------------------------------------------------------------------------------------

TEEN = {
    "không": ["ko", "k", "hông", "hok", "khong", "kg"],
    "được": ["dc", "đc", "đk"],
    "rồi": ["r", "rùi"],
    "gì": ["j", "chi"],
    "tôi": ["tui", "em", "con", "mình", "cháu", "e", "t"],
    "với": ["vs", "dới"],
    "người": ["ng", "ngừi"],
    "những": ["nhg", "mấy"],
    "cán bộ": ["cb", "can bộ"],
    "tổ dân phố": ["tdp"],
    "phường": ["p.", "phường", "p"],
    "ủy ban": ["ub", "uỷ ban"],
    "giúp": ["giùm", "dùm", "hộ"],
    "anh": ["a"],
    "chị": ["c", "chị"],
    "bây giờ": ["bh", "giờ", "chừ"],
    "này": ["nì", "nầy", "này"],
    "sao": ["răng", "s"],
    "thế": ["vậy", "rứa", "z"],
    "vào": ["vô", "dzô"],
    "đường": ["đg", "đường"],
    "nước": ["nc"],
    "trước": ["trc"],
    "cũng": ["cx", "cũng"],
    "biết": ["bik", "bít"],
    "hồ sơ": ["hs", "hồ sơ"],
    "công an": ["ca", "công an"],
    "quyết định": ["qđ", "quyết định"],
    "nhà": ["nhà", "nh"],
    "ạ": ["ak", "a", ""],
    "đã": ["đã", "đa"],
    "làm": ["lm", "mần"],
    "nói": ["ns", "nói"],
    "bao giờ": ["khi mô", "chừng nào"],
    "đâu": ["mô", "đâu"],
}


def augmented(line: Line, chance: random.Random) -> list[tuple[str, float]]:
    """The line as other hands would type it."""
    text = plain(line.text)
    out = [(text, 1.0)]
    if not text.isascii():
        out.append((bare(text), 0.7))
    roll = chance.random()
    if roll < 0.35:
        out.append((teencode(text, chance), 0.5))
    if roll > 0.5:
        out.append((re.sub(r"[.,!?;:…]+", " ", text).lower(), 0.4))
    if chance.random() < 0.2:
        out.append((misspelled(text, chance), 0.4))
    if chance.random() < LENGTHENED_SHARE:
        longer = lengthened(text, chance)
        out.append((bare(longer) if chance.random() < 0.3 else longer, 0.5))
    return out


LENGTHENED_SHARE = 0.35
AROUND = json.loads((DATA / "around.json").read_text(encoding="utf-8"))
"""Sentences that belong to no matter: who writes, greetings, thanks."""


def lengthened(text: str, chance: random.Random) -> str:
    """The line inside a letter: what people say around their matter must not decide what it is."""
    before = chance.sample(AROUND["before"], chance.randint(2, 7))
    after = chance.sample(AROUND["after"], chance.randint(0, 3))
    ended = text if text.endswith((".", "!", "?", "…")) else text + "."
    return chance.choice((" ", " ", "\n")).join([*before, ended, *after])


def teencode(text: str, chance: random.Random) -> str:
    text = text.lower()
    for word, short in TEEN.items():
        if chance.random() < 0.6:
            text = re.sub(rf"(?<!\w){word}(?!\w)", lambda _, short=short: chance.choice(short), text)
    return bare(text) if chance.random() < 0.4 else text


def misspelled(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) // 25)):
        at = chance.randrange(len(letters))
        sort = chance.random()
        if sort < 0.4:
            letters[at] = bare(letters[at])
        elif sort < 0.7 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif sort < 0.85:
            letters[at] = ""
        else:
            letters[at] = letters[at] * 2
    return "".join(letters)


# Numbers ---------------------------------------------------------------------------------------------------


@dataclass
class Grams:
    """Every text as found n-grams and signals; the rarity of n-grams comes from the texts trained on."""

    found: list
    signals: list

    def matrix(self, rows: np.ndarray, rarity: np.ndarray) -> sp.csr_matrix:
        width = 1 << grams.BUCKET_BITS
        indptr, indices, data = [0], [], []
        for row in rows:
            found, on = self.found[row], self.signals[row]
            values = grams.gram_values(found.groups, rarity.take(found.buckets))
            indices += [found.buckets, on + width]
            data += [values, np.full(len(on), features.signal_value(len(on)))]
            indptr.append(indptr[-1] + len(values) + len(on))
        shape = (len(rows), width + len(features.signal_names()))
        out = sp.csr_matrix((np.concatenate(data), np.concatenate(indices), indptr), shape=shape)
        out.sum_duplicates()
        return out

    def rarity(self, rows: np.ndarray) -> np.ndarray:
        seen = np.zeros(1 << grams.BUCKET_BITS)
        for row in rows:
            seen[np.unique(self.found[row].buckets)] += 1
        exact = np.log((1 + len(rows)) / (1 + seen)) + 1
        # stored in one byte: sixteenths
        return (np.round(exact * 16).clip(0, 255) / 16).astype(np.float32)


def read_all(texts: list[str]) -> Grams:
    found, signals = [], []
    for text in texts:
        words = read_words(text)
        found.append(grams.grams(words))
        signals.append(np.array(sorted(features.signal_features(words, find_signals(words))), np.int64))
    return Grams(found, signals)


@dataclass
class Corpus:
    """All lines with their variants: row i is a text of line owner[i]; first[i] says that it is as written."""

    lines: list[Line]
    grams: Grams
    owner: np.ndarray
    first: np.ndarray
    bare: np.ndarray
    weight: np.ndarray


def corpus(lines: list[Line], seed: int = 1) -> Corpus:
    chance = random.Random(seed)
    texts, owner, first, barely, weight = [], [], [], [], []
    for number, line in enumerate(lines):
        for turn, (text, share) in enumerate(augmented(line, chance)):
            if not read_words(text).folded:
                # the program answers a message without a word before any weights are asked
                continue
            texts.append(text)
            owner.append(number)
            first.append(turn == 0)
            barely.append((turn == 0 and text.isascii()) or (turn == 1 and text.isascii()))
            weight.append(share * line.weight)
    return Corpus(lines, read_all(texts), np.array(owner), np.array(first), np.array(barely), np.array(weight))


@dataclass
class Trained:
    rarity: np.ndarray
    weights: np.ndarray
    """Features x columns: kinds, topics, urgent."""
    bias: np.ndarray

    def scores(self, data: Corpus, rows: np.ndarray) -> np.ndarray:
        return np.asarray(data.grams.matrix(rows, self.rarity) @ self.weights) + self.bias


C_KIND, C_TOPIC, C_URGENT = 0.6, 3.0, 1.0


NB_SHARE, NB_PRIOR = 0.4, 1.0


def fit(c: float, x: sp.csr_matrix, y: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One linear model a class, each over features scaled by how much they tell of it (naive Bayes' log-ratios):
    what a class shares with no other may weigh more than what only varies."""
    seen = (x > 0).astype(np.float64)
    total = np.asarray(seen.sum(axis=0)).ravel()
    columns, biases = [], []
    for label in range(2 if y.max() == 1 else y.max() + 1):
        here = np.asarray(seen[y == label].sum(axis=0)).ravel() + NB_PRIOR
        there = total - here + 2 * NB_PRIOR
        tells = np.abs(np.log(here / here.sum()) - np.log(there / there.sum()))
        scale = 1 - NB_SHARE + NB_SHARE * tells
        svc = LinearSVC(C=c, class_weight="balanced").fit(x @ sp.diags(scale), y == label, weight)
        columns.append(svc.coef_.ravel() * scale)
        biases.append(svc.intercept_[0])
    if y.max() == 1:
        return np.array([columns[1]]), np.array([biases[1]])
    return np.array(columns), np.array(biases)


def train(data: Corpus, rows: np.ndarray) -> Trained:
    rarity = data.grams.rarity(rows[data.first[rows]])
    x = data.grams.matrix(rows, rarity)
    lines = [data.lines[number] for number in data.owner[rows]]
    weight = data.weight[rows]
    kinds = np.array([KINDS.index(line.kind) for line in lines])
    topics = np.array([TOPICS.index(line.topic or "khac") for line in lines])
    urgents = np.array([int(bool(line.urgent)) for line in lines])
    judged = np.array([line.urgent is not None for line in lines])
    letters = np.array([has_topic(line) for line in lines])
    columns, biases = [], []
    for c, y, use in ((C_KIND, kinds, None), (C_TOPIC, topics, letters), (C_URGENT, urgents, judged)):
        use = np.ones(len(rows), bool) if use is None else use
        column, bias = fit(c, x[use], y[use], weight[use])
        columns.append(column.T)
        biases.append(bias)
    weights = np.hstack(columns)
    # What names no danger and is no call must say much else to be urgent: few words say little of anything.
    unnamed = (1 << grams.BUCKET_BITS) + features.signal_names().index("no danger")
    weights[unnamed, -1] -= UNNAMED_MARGIN / features.signal_value(1)
    return Trained(rarity, weights, np.concatenate(biases))


@dataclass
class Calibration:
    matrix: np.ndarray
    bias: np.ndarray
    urgent_from: float
    sure_from: float

    def chances(self, scores: np.ndarray) -> np.ndarray:
        raw = scores[:, : len(KINDS)] @ self.matrix + self.bias
        raw = np.exp(raw - raw.max(axis=1, keepdims=True))
        return raw / raw.sum(axis=1, keepdims=True)


UNNAMED_MARGIN = 0.4
SURE_SHARE = 0.83
URGENT_RECALL = 0.96


def calibrate(scores: np.ndarray, lines: list[Line]) -> Calibration:
    """From scores of lines that the scorer had not seen."""
    kinds = np.array([KINDS.index(line.kind) for line in lines])
    # The lines written to train are full of greetings and hard cases; the development lines are mixed like life.
    typical = np.array([line.source in TYPICAL for line in lines])
    weight = np.where(typical, 1.0, 0.25)
    fitted = LogisticRegression(C=10.0, max_iter=1000).fit(scores[:, : len(KINDS)], kinds, weight)
    out = Calibration(fitted.coef_.T, fitted.intercept_, 0.0, 0.0)
    # As many sure answers as the share asks for, taken from the surest down.
    out.sure_from = float(np.quantile(out.chances(scores)[typical].max(axis=1), 1 - SURE_SHARE))
    # Among the lines written to train, calls for help are the hard ones: they count less here too.
    urgent = np.array([bool(line.urgent) for line in lines])
    order = np.argsort(scores[urgent, -1])
    share = np.cumsum(np.where(typical[urgent], 3.0, 1.0)[order])
    missed = np.searchsorted(share, share[-1] * (1 - URGENT_RECALL))
    out.urgent_from = float(scores[urgent, -1][order][missed]) - 1e-6
    return out


# Figures ---------------------------------------------------------------------------------------------------


def f1s(gold: list[str], said: list[str], labels: tuple[str, ...]) -> dict[str, tuple[float, float, float, int]]:
    out = {}
    for label in labels:
        hit = sum(g == s == label for g, s in zip(gold, said, strict=True))
        a, b = sum(s == label for s in said), sum(g == label for g in gold)
        p, r = hit / a if a else 0.0, hit / b if b else 0.0
        out[label] = (2 * p * r / (p + r) if p + r else 0.0, p, r, b)
    return out


def report(scores: np.ndarray, lines: list[Line], scale: Calibration, title: str, verbose: bool = False) -> None:
    gold = [line.kind for line in lines]
    chances = scale.chances(scores)
    got = [KINDS[i] for i in chances.argmax(axis=1)]
    kinds = f1s(gold, got, KINDS)
    macro = np.mean([v[0] for v in kinds.values() if v[3]])
    detail = {k: tuple(round(float(x), 3) for x in v[:3]) for k, v in kinds.items()}
    print(f"{title}: {len(lines)} lines; kind macro-F1 {macro:.3f} (F1, precision, recall) {detail}")
    letters = [i for i, line in enumerate(lines) if has_topic(line)]
    said = [TOPICS[i] for i in scores[:, len(KINDS) : -1].argmax(axis=1)]
    topics = f1s([lines[i].topic or "" for i in letters], [said[i] for i in letters], TOPICS)
    macro = np.mean([v[0] for v in topics.values() if v[3]])
    print(f"  topic macro-F1 {macro:.3f}", {k: round(v[0], 2) for k, v in topics.items()})
    urgent = np.array([bool(line.urgent) for line in lines])
    alarm = (scores[:, -1] > scale.urgent_from) & np.array([line.urgent is not None for line in lines])
    hit = (urgent & alarm).sum()
    print(
        f"  urgent recall {hit / max(1, urgent.sum()):.3f} precision {hit / max(1, alarm.sum()):.3f} of {urgent.sum()}"
    )
    sure = chances.max(axis=1) >= scale.sure_from
    right = np.array([g == s for g, s in zip(gold, got, strict=True)])
    print(f"  sure {sure.mean():.3f}, right among them {right[sure].mean():.3f}; all {right.mean():.3f}")
    if not verbose:
        return
    for i, line in enumerate(lines):
        text = line.text[:200].replace("\n", " ⏎ ")
        if got[i] != line.kind:
            flag = "SURE" if sure[i] else "    "
            print("KIND", flag, line.id, line.kind[:5], "->", got[i][:5], round(float(chances[i].max()), 2), "|", text)
        if has_topic(line) and said[i] != line.topic:
            print("TOPIC", line.id, line.topic, "->", said[i], "|", text[:150])
        if line.urgent is not None and alarm[i] != line.urgent:
            print("URGENT", line.id, line.urgent, round(float(scores[i, -1]), 2), "|", text[:150])


def out_of_fold(data: Corpus, folds: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Scores of every text by weights that have not seen its group of lines."""
    part = np.array([group(line) % folds for line in data.lines])[data.owner]
    scores = np.zeros((len(data.owner), len(KINDS) + len(TOPICS) + 1))
    for fold in range(folds):
        kept, left = np.flatnonzero(part != fold), np.flatnonzero(part == fold)
        scores[left] = train(data, kept).scores(data, left)
    return scores, part


def lines_of(data: Corpus, rows: np.ndarray) -> list[Line]:
    return [data.lines[number] for number in data.owner[rows]]


def cross(data: Corpus, verbose: bool = False) -> Calibration:
    scores, _ = out_of_fold(data)
    first = np.flatnonzero(data.first)
    scale = calibrate(scores[first], lines_of(data, first))
    typical = np.array([line.source == "classify_dev" for line in data.lines])[data.owner]
    real = np.array([line.source == CORRECTED for line in data.lines])[data.owner]
    by_file = [
        (source, data.first & np.array([line.source == source for line in data.lines])[data.owner])
        for source in sorted({line.source for line in data.lines} - set(TYPICAL))
    ]
    for title, use in (
        ("development lines", data.first & typical),
        ("the same without marks", data.bare & typical),
        ("training lines", data.first & ~typical & ~real),
        ("letters that officers corrected", data.first & real),
        *by_file,
    ):
        rows = np.flatnonzero(use)
        if not len(rows):
            continue
        report(scores[rows], lines_of(data, rows), scale, title, verbose=verbose and title != "the same without marks")
    return scale


# Writing ---------------------------------------------------------------------------------------------------


def write(trained: Trained, scale: Calibration, version: str, path: Path) -> None:
    width = 1 << grams.BUCKET_BITS
    buckets, signals = trained.weights[:width], trained.weights[width:]
    scales = np.maximum(np.quantile(np.abs(buckets), 0.9999, axis=0), 1e-9) / 127
    # not compressed: unpacking would take longer than all else at the start
    np.savez(
        path,
        version=version,
        # row by row: a message needs all columns of some thousand rows
        weights=np.round(buckets / scales).clip(-127, 127).astype(np.int8, order="C"),
        scales=scales.astype(np.float32),
        rarity=np.round(trained.rarity * 16).astype(np.uint8),
        signals=signals.astype(np.float16, order="C"),
        bias=trained.bias.astype(np.float32),
        kind_matrix=scale.matrix.astype(np.float32),
        kind_bias=scale.bias.astype(np.float32),
        urgent_from=scale.urgent_from,
        sure_from=scale.sure_from,
        signal_names="\n".join(features.signal_names()),
    )
    print(path, path.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--version", default="dev")
    parser.add_argument("--corrected", type=Path, metavar="CONFIG", help="also learn from what officers corrected")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights are written")
    options = parser.parse_args()
    lines = load()
    if options.corrected is not None:
        lines += corrected(options.corrected)
    kept = [line for line in lines if not set_aside(line)]
    aside = [line for line in lines if set_aside(line)]
    print(len(lines), "lines,", len(aside), "set aside")
    if options.cross:
        cross(corpus(kept), options.verbose)
    if options.evaluate:
        data = corpus(kept + aside)
        known = np.array([not set_aside(line) for line in data.lines])[data.owner]
        part = corpus(kept)
        scale = cross(part)
        trained = train(part, np.arange(len(part.owner)))
        for source in sorted({line.source for line in data.lines}):
            here = np.array([line.source == source for line in data.lines])[data.owner] & ~known
            for title, use in (("set aside", data.first), ("set aside without marks", data.bare)):
                rows = np.flatnonzero(here & use)
                report(trained.scores(data, rows), lines_of(data, rows), scale, f"{source} {title}")
    if options.write:
        data = corpus(lines)
        scale = cross(data)
        trained = train(data, np.arange(len(data.owner)))
        check(trained, scale, options.verbose)
        write(trained, scale, options.version, options.out)


if __name__ == "__main__":
    main()
