"""What people call by its name: subjects (aids above all), and kinds of service."""

import re
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.texte import plier


@lru_cache(maxsize=4)
def _lexique(nom_du_fichier: str) -> tuple[re.Pattern[str], dict[str, str]]:
    contenu = yaml.safe_load((DATA / "comprehension" / nom_du_fichier).read_text(encoding="utf-8"))
    par_nom = {plier(nom): cle for cle, noms in contenu.items() for nom in noms}
    alternatives = "|".join(re.escape(nom) for nom in sorted(par_nom, key=len, reverse=True))
    return re.compile(rf"\b({alternatives})\b"), par_nom


def _trouver(nom_du_fichier: str, texte: str) -> list[str]:
    motif, par_nom = _lexique(nom_du_fichier)
    return list(dict.fromkeys(par_nom[nom] for nom in motif.findall(plier(texte))))


def trouver_sujets_nommes(texte: str) -> list[str]:
    """Subjects in the order of the text: « l'ARS et les alloc » → ARS, then allocations familiales."""
    return _trouver("noms.yml", texte)


def trouver_types_de_service(texte: str) -> list[str]:
    """Kinds of service in the order of the text: « la mairie ou le ccas » → ["mairie", "ccas"]."""
    return _trouver("types_de_service.yml", texte)
