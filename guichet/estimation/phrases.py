"""The French sentences of an estimate, from `data/estimation/phrases.yml`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from guichet.chemins import DATA
from guichet.erreurs import ErreurDeDonnees
from guichet.estimation.resultat import Etat, Unite

FICHIER = DATA / "estimation" / "phrases.yml"


@dataclass(frozen=True)
class PhrasesDAide:
    """`pourquoi`: one sentence or two per state in which the aid can be."""

    sujet: str
    libelle: str
    unite: Unite
    pourquoi: dict[Etat, str]


@dataclass(frozen=True)
class Phrases:
    """The whole file. `garde_alternee`: what replaces the reason of an aid to be checked, in shared custody."""

    aides: dict[str, PhrasesDAide]
    garde_alternee: dict[str, str]
    precisions: dict[str, str]
    inconnus: dict[str, str]
    hypotheses: dict[str, str]
    non_calcules: dict[str, str]


@lru_cache(maxsize=2)
def charger_phrases(fichier: Path = FICHIER) -> Phrases:
    """Raises ErreurDeDonnees when the file cannot be read or something is missing in it."""
    try:
        contenu = yaml.safe_load(fichier.read_text(encoding="utf-8"))
        aides = {
            nom: PhrasesDAide(aide.pop("sujet"), aide.pop("libelle"), aide.pop("unite"), pourquoi=aide)
            for nom, aide in contenu.pop("aides").items()
        }
        return Phrases(aides=aides, **contenu)
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as cause:
        raise ErreurDeDonnees(fichier, f"phrases illisibles ({cause})") from cause
