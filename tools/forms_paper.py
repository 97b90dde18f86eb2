"""`python -m tools.forms_paper` writes docs/forms.md out of cases/rules/forms.toml: each form and column, its rule."""

from __future__ import annotations

from pathlib import Path

from cases.forms import Column, Form, load

PAPER = Path(__file__).parents[1] / "docs" / "forms.md"
HEAD = """# The state's forms: what each column counts

Written by `python -m tools.forms_paper` out of `cases/rules/forms.toml`; a test holds both together. The figures are
those of [figures.md](figures.md). `eligible`: of the letters received in the period. *ours*: the register says so, or
it says nothing and the Front settled or answered the letter itself; *other*: all others. *step*: the last thing done by
the end of the period (urged in the period, else its outcome). *settled*: with a day of settlement by the end. *again*:
from the second instance on. *matters* (vụ việc): letters about one matter count once, at the first of them, so that the
parts of a form add up. A sum that a form prints and letters do not fill is told under the form.
"""


def text() -> str:
    """The whole paper."""
    return HEAD + "".join(_form(form) for form in load())


def rule_of(column: Column) -> str:
    """What a column counts, in a few words."""
    if column.unknown:
        return "left empty"
    if column.reception is not None:
        return f"reception register: {column.reception[1]} of {column.reception[0]}"
    if column.minus is not None:
        return f"({column.minus[0]}) − ({column.minus[1]})"
    if column.count is None:
        return " + ".join(f"({n})" for n in column.parts[0])
    count = dict(column.count)
    words = [f"{count.pop('by', 'letters')} `{count.pop('of')}`"]
    for name, value in count.items():
        words.append(f"{'' if value else 'not '}{name}" if isinstance(value, bool) else f"{name} `{value}`")
    return ", ".join(words)


def _form(form: Form) -> str:
    kinds = f" Kinds: {', '.join(form.kinds)}." if form.kinds else ""
    channels = f" Channels: {', '.join(form.channels)}." if form.channels else ""
    rows = "".join(
        f"| {c.n} | {' / '.join(c.path)} | {rule_of(c)} | {_proven(c)} | {c.confidence} |\n" for c in form.columns
    )
    return (
        f"\n## {form.id} {form.title}\n\n{form.circular}.{kinds}{channels} Source: {form.source}.\n\n"
        f"| column | heading | counts | sums proven | confidence |\n|---|---|---|---|---|\n{rows}"
    )


def _proven(column: Column) -> str:
    return " = ".join(" + ".join(str(n) for n in parts) for parts in column.parts) or "–"


if __name__ == "__main__":
    PAPER.write_text(text(), encoding="utf-8")
