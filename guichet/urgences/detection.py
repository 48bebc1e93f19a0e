"""Hearing that someone may be in danger: readable rules, in front of the model and without it."""

import re
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.comprehension.normalisation import normaliser
from guichet.erreurs import ErreurDeDonnees
from guichet.texte import plier

REGLES = DATA / "urgences" / "regles.yml"
SANS_DANGER = "sans_danger"


@lru_cache(maxsize=1)
def _regles() -> dict[str, list[re.Pattern[str]]]:
    contenu = yaml.safe_load(REGLES.read_text(encoding="utf-8"))
    return {sujet: [_compiler(sujet, regle["motif"]) for regle in regles] for sujet, regles in contenu.items()}


def _compiler(sujet: str, motif: str) -> re.Pattern[str]:
    try:
        return re.compile(motif)
    except re.error as cause:
        raise ErreurDeDonnees(REGLES, f"règle de « {sujet} » illisible : {motif} ({cause})") from cause


def detecter(texte: str) -> str | None:
    """The emergency subject of a raw message, or None. Raises ErreurDeDonnees on a broken rule."""
    plie = plier(normaliser(texte))
    for motif in _regles()[SANS_DANGER]:
        plie = motif.sub(" ", plie)
    for sujet, motifs in _regles().items():
        if sujet != SANS_DANGER and any(motif.search(plie) for motif in motifs):
            return sujet
    return None
