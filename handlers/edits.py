"""A message that its writer changed after sending it: it replaces its answer while the letter is not sent yet."""

from __future__ import annotations

from dataclasses import replace

from cases.dates import stamp
from handlers import content, filing
from handlers.asking import Result, ask, renew
from handlers.messages import Edited, Text
from handlers.talk import Talk, say


def edited(talk: Talk, what: Edited) -> Result:
    """An edited message replaces its answer while the draft is open."""
    draft = talk.state.draft
    if draft is None:
        return talk.state, (say(talk.say("edited-too-late")),)
    step = filing.FLOW.step(draft.refs.get(what.ref, ""))
    told = any(part["ref"] == what.ref for part in draft.get("parts", ()))
    if told:
        changed = content.replace_part(talk, draft, what.ref, what.body)
    elif step is not None:
        # The step reads the new words as if it were the open question; the open question stays where it is.
        alone = replace(talk.state, draft=replace(draft, step=step.name), errand=None)
        taken = step.take(renew(talk, alone), Text(what.body, what.ref))
        if taken.outcome != "next":
            return ask(talk, talk.say("edited-not-understood"))
        changed = taken.draft
    else:
        return ask(talk, talk.say("edited-not-an-answer"))
    changed = replace(changed, step=draft.step, touched_at=stamp(talk.world.now))
    return ask(renew(talk, replace(talk.state, draft=changed)), talk.say("edited-taken"))
