"""Whose it is: « moi 1200 et lui rien », « il travaille, moi pas », « 1300 et 900 »."""

from collections.abc import Sequence
from typing import TypeVar

from guichet.questionnaire.mots import motif

MOI, AUTRE = "moi", "autre"
Valeur = TypeVar("Valeur")


def attribuer(plat: str, valeurs: Sequence[tuple[int, Valeur]]) -> dict[str, Valeur] | None:
    """What is the person's and what is the partner's, from values at their places in a text.

    Without anyone named, the person speaks of themselves first. None when it is not sure.
    """
    nommes = sorted((trouve.start(), qui) for qui in (MOI, AUTRE) for trouve in motif(qui).finditer(plat))
    if not nommes:
        return dict(zip((MOI, AUTRE), (valeur for _, valeur in valeurs), strict=False)) if len(valeurs) <= 2 else None
    apres_le_nom = nommes[0][0] <= min(lieu for lieu, _ in valeurs)
    attribuees: dict[str, Valeur] = {}
    for lieu, valeur in valeurs:
        candidats = [qui for place, qui in nommes if (place <= lieu) == apres_le_nom]
        qui = (candidats[-1] if apres_le_nom else candidats[0]) if candidats else None
        if qui is None and len(valeurs) == 2 and len(attribuees) == 1:
            qui = AUTRE if MOI in attribuees else MOI
        if qui is None or qui in attribuees:
            return None
        attribuees[qui] = valeur
    return attribuees
