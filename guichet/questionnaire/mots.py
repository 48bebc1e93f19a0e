"""The words of `data/estimation/mots.yml`, found in folded texts."""

import re
from functools import lru_cache
from typing import Any

from guichet.chemins import DATA
from guichet.contenu import lire_yaml


def dit(liste: str, plie: str) -> bool:
    """Whether one of the expressions of that list is said."""
    return bool(motif(liste).search(plie))


def dit_tout(liste: str, plie: str) -> bool:
    """Whether the whole text is one of the expressions of that list."""
    return bool(motif(liste).fullmatch(plie))


def sans(liste: str, plie: str) -> str:
    """The text without the expressions of that list."""
    return " ".join(motif(liste).sub(" ", plie).split())


def reste(cle: str, connus: tuple[str, ...], plie: str) -> str:
    """What of an answer is neither in these lists nor a word without weight: empty when all of it is understood."""
    for liste in connus:
        plie = sans(liste, plie) if isinstance(_mots()[liste], list) else _sans_le_lexique(liste, plie)
    for vides in (cle, "tous"):
        plie = " ".join(motif("vides", vides).sub(" ", plie).split())
    return plie


def _sans_le_lexique(lexique: str, plie: str) -> str:
    for nom in _mots()[lexique]:
        plie = " ".join(motif(lexique, nom).sub(" ", plie).split())
    return plie


def trouver(lexique: str, plie: str) -> list[tuple[int, str]]:
    """(place, name) in the order of the text; a word is read once, by the first name that knows it."""
    trouves: list[tuple[int, str]] = []
    for nom in _mots()[lexique]:
        expression = motif(lexique, nom)
        trouves += [(trouve.start(), nom) for trouve in expression.finditer(plie)]
        plie = expression.sub(lambda trouve: "#" * len(trouve.group()), plie)
    return sorted(trouves)


@lru_cache(maxsize=64)
def motif(liste: str, nom: str | None = None) -> re.Pattern[str]:
    """The expressions of a list (or of one name of a lexicon), as one."""
    expressions = _mots()[liste][nom] if nom else _mots()[liste]
    return re.compile(rf"\b(?:{'|'.join(expressions)})\b")


@lru_cache(maxsize=1)
def _mots() -> dict[str, Any]:
    mots: dict[str, Any] = lire_yaml(DATA / "estimation" / "mots.yml")
    return mots
