"""How a French name sounds, roughly: « Gavré », « Gavrai » and « Gavray » are one name to the ear."""

import re
from functools import lru_cache

from guichet.texte import plier

# In order; what is written between letters that fall silent decides the others, so endings come first.
_REGLES = tuple(
    (re.compile(motif), par)
    for motif, par in (
        (r"(?:e|ee|er|ez|et|es|ers|ets|ai|ais|ait|ay|ey)$", "e"),
        (r"[stdxp]+$", ""),
        (r"ph", "f"),
        (r"gn", "n"),
        (r"h", ""),
        (r"eau|au", "o"),
        (r"a[iy]|ei", "e"),
        (r"oi", "wa"),
        (r"[ae][nm](?=[^aeiouy]|$)", "an"),
        (r"c(?=[eiy])", "s"),
        (r"g(?=[eiy])", "j"),
        (r"qu?|c|k", "k"),
        (r"z", "s"),
        (r"y", "i"),
        (r"e", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def entendre(nom: str) -> str:
    """A key that names sounding alike share; the words of a name are heard one by one."""
    return " ".join(filter(None, (_entendre_un_mot(mot) for mot in plier(nom).split())))


def _entendre_un_mot(mot: str) -> str:
    for motif, par in _REGLES:
        mot = motif.sub(par, mot)
    return mot
