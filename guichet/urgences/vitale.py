"""A life at stake now (breathing, bleeding, poisoning…): the 15 before any other answer."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guichet.chemins import DATA
from guichet.comprehension.normalisation import normaliser
from guichet.erreurs import ErreurDeDonnees
from guichet.texte import plier

FICHIER = DATA / "urgences" / "vitale.yml"


@dataclass(frozen=True)
class UrgenceVitale:
    """What is heard, what is not, and what is answered (`sujet`, `titre`, `texte`, `numeros`, `source`)."""

    motifs: tuple[re.Pattern[str], ...]
    sans_danger: tuple[re.Pattern[str], ...]
    reponse: dict[str, Any]


@lru_cache(maxsize=1)
def charger_vitale(fichier: Path = FICHIER) -> UrgenceVitale:
    """Raises ErreurDeDonnees when the file or one of its patterns cannot be read."""
    try:
        contenu = yaml.safe_load(fichier.read_text(encoding="utf-8"))
        motifs = tuple(re.compile(regle["motif"]) for regle in contenu.pop("motifs"))
        sans_danger = tuple(re.compile(regle["motif"]) for regle in contenu.pop("sans_danger"))
    except (OSError, yaml.YAMLError, KeyError, TypeError, re.error) as cause:
        raise ErreurDeDonnees(fichier, f"illisible ({cause})") from cause
    return UrgenceVitale(motifs, sans_danger, contenu)


def est_vitale(texte: str) -> bool:
    """Whether a raw message tells of a life at stake now."""
    urgence, lu = charger_vitale(), plier(normaliser(texte))
    return any(m.search(lu) for m in urgence.motifs) and not any(m.search(lu) for m in urgence.sans_danger)
