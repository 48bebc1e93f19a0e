"""Which emergency a message tells of, by the patterns of `data/urgences/regles.yml`.

No model, no network: it works in front of the language model and without it.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from guichet.chemins import DATA
from guichet.comprehension.normalisation import normaliser
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import est_urgence
from guichet.texte import plier

REGLES = DATA / "urgences" / "regles.yml"
SANS_DANGER = "sans_danger"
_COUPURE = " / "  # not a folded character: no pattern matches across it


def detecter(texte: str) -> str | None:
    """The emergency subject of a raw message, None when nothing alarms; ErreurDeDonnees if the rules are broken."""
    regles = charger_regles()
    lu = plier(normaliser(texte))
    for motif in regles[SANS_DANGER]:
        lu = motif.sub(_COUPURE, lu)
    alarmes = (sujet for sujet, motifs in regles.items() if sujet != SANS_DANGER and any(m.search(lu) for m in motifs))
    return next(alarmes, None)


@lru_cache(maxsize=4)
def charger_regles(fichier: Path = REGLES) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns by emergency subject in order of priority, and the harmless ones under `sans_danger`.

    Raises ErreurDeDonnees, naming the rule, on anything else than lists of {motif, exemple}.
    """
    try:
        donnees = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as cause:
        raise ErreurDeDonnees(fichier, f"fichier illisible ({cause})") from cause
    if not isinstance(donnees, dict) or SANS_DANGER not in donnees:
        raise ErreurDeDonnees(fichier, f"des listes de règles par urgence, et « {SANS_DANGER} », sont attendues")
    if inconnus := [sujet for sujet in donnees if sujet != SANS_DANGER and not est_urgence(sujet)]:
        raise ErreurDeDonnees(fichier, f"« {inconnus[0]} » n'est pas une urgence")
    return {
        sujet: tuple(_compiler(fichier, f"{sujet}, règle {rang}", regle) for rang, regle in enumerate(regles or [], 1))
        for sujet, regles in donnees.items()
    }


def _compiler(fichier: Path, nom: str, regle: object) -> re.Pattern[str]:
    if not isinstance(regle, dict) or {type(regle.get(cle)) for cle in ("motif", "exemple")} != {str}:
        raise ErreurDeDonnees(fichier, f"{nom} : un motif et un exemple sont attendus")
    try:
        return re.compile(regle["motif"])
    except re.error as cause:
        raise ErreurDeDonnees(fichier, f"{nom} : « {regle['exemple']} », motif illisible ({cause})") from cause
