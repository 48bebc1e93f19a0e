"""The thresholds of what is understood."""

from dataclasses import dataclass
from functools import lru_cache

import yaml

from guichet.chemins import DATA


@dataclass(frozen=True)
class Seuils:
    """Probabilities in [0, 1], but for `monde`, how many times; see `data/comprehension/seuils.yml`."""

    repondre: float
    marge: float
    clarifier: float
    refuser: float
    urgence: float
    nom: float
    facette: float
    calme: float
    monde: float
    question: float


@lru_cache(maxsize=1)
def seuils() -> Seuils:
    return Seuils(**yaml.safe_load((DATA / "comprehension" / "seuils.yml").read_text(encoding="utf-8")))
