"""The legal syllables of Vietnamese written without marks, made from how a syllable is built."""

from __future__ import annotations

from functools import cache
from typing import Final

# ruff: noqa: SIM905  (a table of sounds is read as a line, not as a list)

_RHYMES: Final = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
    "i ia ich im in inh ip it iu iec iem ien ieng iep iet ieu "
    "o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oat oay oe oen oeo oet "
    "u ua uc ui um un ung up ut uu uan uang uat uay ue uech uenh uo uoc uoi uom uon uong uop uot uou "
    "uy uya uych uyen uyet uynh uyt uyu"
).split()
_Y_RHYMES: Final = "y".split()
_BARE_Y: Final = "y yem yen yeng yet yeu yt".split()
_AFTER_QU: Final = (
    "a ac ach ai am an ang anh ao ap at au ay e ech en eng enh eo et i in inh it o oc on ot y yen yet ynh yt ych yeu"
).split()
_AFTER_GI: Final = (
    "a ac ai am an ang anh ao ap at au ay e eng em en eo et eu o oc oi om on ong op ot "
    "u ua uc um un ung up ut uoc uon uong uoi"
).split()
_FRONT: Final = ("e", "i")

_FREE_ONSETS: Final = "b ch d h kh l m n nh ph r s t th tr v x".split()
_BACK_ONSETS: Final = "c g ng".split()
_FRONT_ONSETS: Final = "k gh ngh".split()
_Y_ONSETS: Final = "b h k l m n ph s t th tr v".split()
# Syllables taken in from other languages and brand-new everyday ones.
_BORROWED: Final = "pin po pa pi pha xe ga ka ki ke pe ky".split()


@cache
def syllables() -> frozenset[str]:
    """About 2,000 forms; every Vietnamese word is made of them once it is folded."""
    made = set(_RHYMES) | set(_BARE_Y) | set(_BORROWED) | {"gi", "gin", "gim"}
    for rhyme in _RHYMES:
        front = rhyme.startswith(_FRONT)
        made.update(onset + rhyme for onset in _FREE_ONSETS)
        made.update(onset + rhyme for onset in (_FRONT_ONSETS if front else _BACK_ONSETS))
    for rhyme in _Y_RHYMES:
        made.update(onset + rhyme for onset in _Y_ONSETS)
    made.update("qu" + rhyme for rhyme in _AFTER_QU)
    made.update("gi" + rhyme for rhyme in _AFTER_GI)
    return frozenset(made)
