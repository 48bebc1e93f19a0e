"""What OpenFisca-France does not keep up to date, and why: no amount may be made of it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.erreurs import ErreurDeDonnees

FICHIER = DATA / "droits" / "parametres_perimes.yml"


@dataclass(frozen=True)
class Perime:
    """An aid whose amounts are not shown; `parametres`: dotted paths, or the beginning of several."""

    aide: str
    sujet: str
    etat: Literal["perime", "a_confirmer", "absent"]
    raison: str
    parametres: tuple[str, ...]


@lru_cache(maxsize=2)
def charger_perimes(fichier: Path = FICHIER) -> tuple[Perime, ...]:
    """Every withheld aid. Raises ErreurDeDonnees on an entry that breaks the form."""
    try:
        groupes = lire_yaml(fichier)["groupes"]
        return tuple(Perime(**{**groupe, "parametres": tuple(groupe["parametres"])}) for groupe in groupes)
    except (KeyError, TypeError) as cause:
        raise ErreurDeDonnees(fichier, f"il manque une information, ou une de trop : {cause}") from cause


def perime_par(chemin: str) -> Perime | None:
    """Why the parameter of that path cannot be shown; None when it can."""
    for perime in charger_perimes():
        if any(chemin == debut or chemin.startswith(f"{debut}.") for debut in perime.parametres):
            return perime
    return None
