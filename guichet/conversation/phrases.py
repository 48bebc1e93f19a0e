"""The sentences of `data/phrases.yml`, filled in."""

from functools import lru_cache
from typing import Any

import yaml

from guichet.chemins import DATA
from guichet.territoire import charger_territoire


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Any]:
    phrases: dict[str, Any] = yaml.safe_load((DATA / "phrases.yml").read_text(encoding="utf-8"))
    return phrases


def dire(cle: str, **valeurs: object) -> str:
    """The sentence of that key; `territoire` and `telephone` (of the fallback contact) are always known."""
    territoire = charger_territoire()
    secours = territoire.reglages["contact_de_secours"]["telephone"]
    modele: str = _phrases()[cle].strip()
    return modele.format(**{"territoire": territoire.nom, "telephone": secours, **valeurs})


def question_de_facette(facette: str) -> str:
    """The title of a facet on a page: « Comment demander ? »."""
    question: str = _phrases()["questions"][facette]
    return question


def nom_du_groupe(groupe: str) -> str:
    """The title of a group of subjects: « Aides »."""
    nom: str = _phrases()["groupes"][groupe]
    return nom


def titre_de_bouton(nom: str) -> str:
    titre: str = _phrases()["boutons"][nom]
    return titre
