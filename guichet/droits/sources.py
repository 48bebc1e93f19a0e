"""What every text about rights must respect: a source with its date, and no sum typed by hand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

AGE_MAX_D_UNE_SOURCE_JOURS = 548  # 18 months
_EUROS = re.compile(r"€|\beuros?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """Where a rule was read, and when."""

    titre: str
    url: str
    consulte_le: date

    def est_trop_vieille(self, jour: date) -> bool:
        return (jour - self.consulte_le).days > AGE_MAX_D_UNE_SOURCE_JOURS


def lire_sources(sources: Mapping[str, Mapping[str, Any]]) -> dict[str, Source]:
    """Sources by key. Raises TypeError when a field is missing or unknown."""
    return {cle: Source(**source) for cle, source in sources.items()}


def defauts_des_citations(citees: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    """French sentences: nothing is cited, or a key that is not a source."""
    cles = tuple(citees)
    if not cles:
        return ["aucune source"]
    return [f"source inconnue « {cle} »" for cle in cles if cle not in sources]


def contient_une_somme(*textes: str) -> bool:
    """Whether a sum in euros is typed in a text: amounts come from OpenFisca, or they are not said."""
    return any(_EUROS.search(texte) for texte in textes)
