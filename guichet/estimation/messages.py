"""Households and estimates as one line of JSON, between the server and its worker."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from guichet.estimation.foyer import Foyer
from guichet.estimation.resultat import AideEstimee, Estimation


def ecrire_demande(foyer: Foyer, jour: date) -> str:
    return json.dumps({"foyer": asdict(foyer), "jour": jour}, default=_simple) + "\n"


def lire_demande(ligne: str) -> tuple[Foyer, date]:
    contenu = json.loads(ligne)
    champs = contenu["foyer"]
    champs["enfants"] = None if champs["enfants"] is None else tuple(champs["enfants"])
    champs["naissance_prevue"] = champs["naissance_prevue"] and date.fromisoformat(champs["naissance_prevue"])
    return Foyer(**champs), date.fromisoformat(contenu["jour"])


def ecrire_estimation(estimation: Estimation) -> str:
    return json.dumps(asdict(estimation), default=_simple) + "\n"


def lire_estimation(ligne: str) -> Estimation:
    contenu = json.loads(ligne)
    return Estimation(
        jour=date.fromisoformat(contenu["jour"]),
        aides=tuple(_aide(aide) for aide in contenu["aides"]),
        hypotheses=tuple(contenu["hypotheses"]),
        non_calcules=tuple((sujet, raison) for sujet, raison in contenu["non_calcules"]),
    )


def _aide(contenu: dict[str, Any]) -> AideEstimee:
    bornes = {cle: contenu[cle] and Decimal(contenu[cle]) for cle in ("minimum", "maximum")}
    return AideEstimee(**{**contenu, **bornes})


def _simple(valeur: Any) -> str:
    return valeur.isoformat() if isinstance(valeur, date) else str(valeur)
