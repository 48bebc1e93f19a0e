"""Which emergency a message in another language tells of, by the patterns of `data/urgences/langues.yml`."""

import re
from functools import lru_cache
from pathlib import Path

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.erreurs import ErreurDeDonnees
from guichet.texte import sans_accents

REGLES = DATA / "urgences" / "langues.yml"
_PONCTUATION = re.compile(r"[\W_]+")


def plier_toute_langue(texte: str) -> str:
    """Lower case, no accents, punctuation as one space; every alphabet is kept."""
    lettres = sans_accents(texte).lower().replace("ı", "i")  # the dotless i of Turkish, which loses its accents too
    return _PONCTUATION.sub(" ", lettres).strip()


def detecter_en_toute_langue(texte: str) -> str | None:
    """The emergency subject of a raw message in one of the languages we answer, None when nothing alarms."""
    lu = plier_toute_langue(texte)
    return next((sujet for sujet, motifs in charger_regles().items() if any(m.search(lu) for m in motifs)), None)


@lru_cache(maxsize=1)
def charger_regles(fichier: Path = REGLES) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns by emergency, most pressing first. Raises ErreurDeDonnees."""
    try:
        return {
            sujet: tuple(re.compile(sans_accents(regle["motif"])) for regle in regles)
            for sujet, regles in lire_yaml(fichier).items()
        }
    except (AttributeError, KeyError, TypeError, re.error) as cause:
        raise ErreurDeDonnees(fichier, f"illisible ({cause})") from cause
