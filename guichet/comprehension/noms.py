"""Aids and places called by their official or popular name."""

import re
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.texte import plier


@lru_cache(maxsize=1)
def _motif() -> tuple[re.Pattern[str], dict[str, str]]:
    fichier = DATA / "comprehension" / "noms.yml"
    noms = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    par_nom = {plier(nom): sujet for sujet, liste in noms.items() for nom in liste}
    alternatives = "|".join(re.escape(nom) for nom in sorted(par_nom, key=len, reverse=True))
    return re.compile(rf"\b({alternatives})\b"), par_nom


def trouver_sujets_nommes(texte: str) -> list[str]:
    """Subjects called by name, in the order of the text: « l'ARS et les alloc » → two subjects."""
    motif, par_nom = _motif()
    return list(dict.fromkeys(par_nom[nom] for nom in motif.findall(plier(texte))))
