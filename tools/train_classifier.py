"""Train the classifier of cases/classify from labelled lines, and say how good it is on lines set aside.

    python -m tools.train_classifier --cross        figures of a cross-validation on the development lines
    python -m tools.train_classifier --write        train on everything that is not set aside, write the weights

Needs scikit-learn, which the program itself does not: `pip install scikit-learn numpy scipy`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cases.classify import features as F  # noqa: E402
from cases.classify.signals import find_signals  # noqa: E402
from cases.classify.words import read_words  # noqa: E402
from cases.fold import bare, plain  # noqa: E402
from cases.kinds import KINDS, TOPICS  # noqa: E402

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
SET_ASIDE_SHARE = 0.2


@dataclass(frozen=True)
class Line:
    id: str
    text: str
    kind: str
    topic: str
    urgent: bool
    source: str
    weight: float = 1.0


def load() -> list[Line]:
    lines = []
    for path in sorted(DATA.glob("*.jsonl")):
        for raw in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(raw)
            lines.append(Line(row["id"], row["text"], row["kind"], row["topic"], row["urgent"], path.stem))
    return lines


def set_aside(line: Line) -> bool:
    """Lines that were written next to each other stay together: minimal pairs must not be torn apart."""
    number = int(re.sub(r"\D", "", line.id) or 0)
    key = f"{line.source}:{number // 6}".encode()
    return int(hashlib.sha256(key).hexdigest(), 16) % 1000 < SET_ASIDE_SHARE * 1000


# Augmentation ----------------------------------------------------------------------------------------------

TEEN = {
    "không": ["ko", "k", "hông", "hok", "khong", "kg"], "được": ["dc", "đc", "đk"], "rồi": ["r", "rùi"], "gì": ["j", "chi"],
    "tôi": ["tui", "em", "con", "mình", "cháu", "e", "t"], "với": ["vs", "dới"], "người": ["ng", "ngừi"], "những": ["nhg", "mấy"],
    "cán bộ": ["cb", "can bộ"], "tổ dân phố": ["tdp"], "phường": ["p.", "phường", "p"], "ủy ban": ["ub", "uỷ ban"], "giúp": ["giùm", "dùm", "hộ"],
    "anh": ["a"], "chị": ["c", "chị"], "bây giờ": ["bh", "giờ", "chừ"], "này": ["nì", "nầy", "này"], "sao": ["răng", "s"],
    "thế": ["vậy", "rứa", "z"], "vào": ["vô", "dzô"], "đường": ["đg", "đường"], "nước": ["nc"], "trước": ["trc"], "cũng": ["cx", "cũng"],
    "biết": ["bik", "bít"], "hồ sơ": ["hs", "hồ sơ"], "công an": ["ca", "công an"], "quyết định": ["qđ", "quyết định"], "nhà": ["nhà", "nh"],
    "ạ": ["ak", "a", ""], "đã": ["đã", "đa"], "làm": ["lm", "mần"], "nói": ["ns", "nói"], "bao giờ": ["khi mô", "chừng nào"], "đâu": ["mô", "đâu"],
}  # fmt: skip


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
    return out


def teencode(text: str, chance: random.Random) -> str:
    text = text.lower()
    for word, short in TEEN.items():
        if chance.random() < 0.6:
            text = re.sub(rf"(?<!\w){word}(?!\w)", lambda _: chance.choice(short), text)
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

SIGNAL_SCALE = 0.15


def matrix(texts: list[str]) -> sp.csr_matrix:
    indptr, indices, data = [0], [], []
    width = 1 << F.BUCKET_BITS
    for text in texts:
        words = read_words(text)
        found = F.grams(words)
        uniq, where = np.unique(found.buckets, return_inverse=True)
        values = np.bincount(where, found.weights)
        on = np.array(sorted(F.signal_features(words, find_signals(words))), np.int64)
        indices.append(uniq)
        data.append(values)
        indices.append(on + width)
        data.append(np.full(len(on), SIGNAL_SCALE))
        indptr.append(indptr[-1] + len(uniq) + len(on))
    return sp.csr_matrix(
        (np.concatenate(data), np.concatenate(indices), indptr), shape=(len(texts), width + len(F.signal_names()))
    )


@dataclass
class Models:
    kind: LogisticRegression
    topic: LogisticRegression
    urgent: LogisticRegression


C_KIND, C_TOPIC, C_URGENT = 30.0, 30.0, 30.0


def train(lines: list[Line], seed: int = 1, augment: bool = True) -> Models:
    chance = random.Random(seed)
    texts, rows, weights = [], [], []
    for line in lines:
        for text, weight in augmented(line, chance) if augment else [(plain(line.text), 1.0)]:
            texts.append(text)
            rows.append(line)
            weights.append(weight * line.weight)
    x = matrix(texts)
    w = np.array(weights)
    kinds = np.array([KINDS.index(row.kind) for row in rows])
    topics = np.array([TOPICS.index(row.topic) for row in rows])
    urgents = np.array([row.urgent for row in rows])
    letters = kinds != KINDS.index("khac")
    options = {"max_iter": 400, "class_weight": "balanced"}
    return Models(
        LogisticRegression(C=C_KIND, **options).fit(x, kinds, w),
        LogisticRegression(C=C_TOPIC, **options).fit(x[letters], topics[letters], w[letters]),
        LogisticRegression(C=C_URGENT, **options).fit(x, urgents, w),
    )


# Figures ---------------------------------------------------------------------------------------------------


def f1s(gold: list[str], said: list[str], labels: tuple[str, ...]) -> dict[str, tuple[float, float, float, int]]:
    out = {}
    for label in labels:
        hit = sum(g == s == label for g, s in zip(gold, said))
        a, b = sum(s == label for s in said), sum(g == label for g in gold)
        p, r = hit / a if a else 0.0, hit / b if b else 0.0
        out[label] = (2 * p * r / (p + r) if p + r else 0.0, p, r, b)
    return out


@dataclass
class Said:
    line: Line
    kind: str
    topic: str
    urgent: float
    chances: np.ndarray


def say(models: Models, lines: list[Line], folded: bool = False) -> list[Said]:
    x = matrix([bare(plain(line.text)) if folded else line.text for line in lines])
    k, t, u = models.kind.predict_proba(x), models.topic.predict_proba(x), models.urgent.predict_proba(x)[:, 1]
    return [
        Said(line, KINDS[a.argmax()], TOPICS[models.topic.classes_[b.argmax()]], float(c), a)
        for line, a, b, c in zip(lines, k, t, u)
    ]


def report(said: list[Said], title: str, threshold: float = 0.5, verbose: bool = False) -> None:
    gold, got = [s.line.kind for s in said], [s.kind for s in said]
    kinds = f1s(gold, got, KINDS)
    print(f"{title}: {len(said)} lines; kind macro-F1 {np.mean([v[0] for v in kinds.values()]):.3f}",
          {k: tuple(round(x, 3) for x in v[:3]) for k, v in kinds.items()})
    letters = [s for s in said if s.line.kind != "khac"]
    topics = f1s([s.line.topic for s in letters], [s.topic for s in letters], TOPICS)
    print(f"  topic macro-F1 {np.mean([v[0] for v in topics.values() if v[3]]):.3f}", {k: round(v[0], 2) for k, v in topics.items()})
    u, pu = [s.line.urgent for s in said], [s.urgent > threshold for s in said]
    hit = sum(a and b for a, b in zip(u, pu))
    print(f"  urgent recall {hit / max(1, sum(u)):.3f} precision {hit / max(1, sum(pu)):.3f} of {sum(u)}")
    top = np.sort(np.array([s.chances for s in said]), axis=1)
    margin = top[:, -1]
    order = np.argsort(-margin)
    right = np.array([g == s for g, s in zip(gold, got)])[order]
    print("  accuracy of the surest:", {f"{q:.0%}": round(float(right[: int(len(right) * q)].mean()), 3) for q in (0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0)})
    if verbose:
        for s in said:
            if s.kind != s.line.kind:
                print("   ", s.line.id, s.line.kind[:5], "->", s.kind[:5], round(float(s.chances.max()), 2), "|", s.line.text[:230].replace("\n", " ⏎ "))


def cross(lines: list[Line], folds: int = 5, verbose: bool = False) -> None:
    """Figures on the development lines only; lines of other sources are always trained on."""
    base = [line for line in lines if line.source == "classify_dev"]
    rest = [line for line in lines if line.source != "classify_dev"]
    said: list[Said] = []
    plainly: list[Said] = []
    for fold in range(folds):
        test = [line for line in base if int(re.sub(r"\D", "", line.id)) // 6 % folds == fold]
        ids = {line.id for line in test}
        models = train([line for line in base if line.id not in ids] + rest)
        said += say(models, test)
        plainly += say(models, test, folded=True)
    report(said, "cross-validation", verbose=verbose)
    report(plainly, "the same without marks")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    lines = load()
    kept = [line for line in lines if not set_aside(line)]
    print(len(lines), "lines,", len(lines) - len(kept), "set aside")
    if options.cross:
        cross(kept, verbose=options.verbose)


if __name__ == "__main__":
    main()
