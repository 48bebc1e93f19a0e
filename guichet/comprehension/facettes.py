"""Which facet of a subject is asked: deterministic patterns, kept as readable data."""

import re
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.texte import plier

FACETTES = ("description", "conditions", "montant", "demarche", "justificatifs", "versement", "recours", "contact")


@lru_cache(maxsize=1)
def _motifs() -> dict[str, list[tuple[re.Pattern[str], int]]]:
    fichier = DATA / "comprehension" / "facettes.yml"
    regles = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    return {facette: [(re.compile(r["motif"]), r["poids"]) for r in liste] for facette, liste in regles.items()}


def trouver_facette(texte: str) -> str | None:
    """The facet that the message asks for, or None: « combien l'ARS » → "montant"."""
    plie = plier(texte)
    poids = {
        facette: sum(poids for motif, poids in motifs if motif.search(plie))
        for facette, motifs in _motifs().items()
    }
    meilleure = max(poids, key=lambda facette: poids[facette])
    return meilleure if poids[meilleure] > 0 else None
