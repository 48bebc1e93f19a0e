"""Which emergency a message tells of, by the patterns of `data/urgences/regles.yml`.

No model, no network: it works in front of the language model and without it.
"""

import re
from dataclasses import dataclass
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
MOTS = "mots"
_FRAGMENT = re.compile(r"<([a-z_]+)>")
_MOTS_SANS_CONTEXTE = 6  # so few words say nothing that would make them harmless: the model may not silence them
_COUPURE = " / "  # not a folded character: no pattern matches across it


@dataclass(frozen=True)
class Regle:
    """`a_confirmer`: its words are also said calmly, see `Alarme`."""

    motif: re.Pattern[str]
    a_confirmer: bool = False


@dataclass(frozen=True)
class Alarme:
    """What the rules hear. `a_confirmer`: a model that is almost certain that nobody is in danger may silence it."""

    sujet: str
    a_confirmer: bool


def detecter(texte: str) -> Alarme | None:
    """The emergency of a raw message, None when nothing alarms; ErreurDeDonnees if the rules are broken."""
    lu = lire(texte)
    entendues = entendre(lu)
    if not entendues:
        return None
    en_doute = all(regle.a_confirmer for trouvees in entendues.values() for regle in trouvees)
    return Alarme(next(iter(entendues)), en_doute and len(lu.split()) > _MOTS_SANS_CONTEXTE)


def lire(texte: str) -> str:
    """A raw message as the rules read it: spellings expanded, folded, cut where its words are known to be harmless."""
    lu = plier(normaliser(texte))
    for regle in charger_regles()[SANS_DANGER]:
        lu = regle.motif.sub(_COUPURE, lu)
    return lu


def entendre(lu: str) -> dict[str, list[Regle]]:
    """The rules that match a message read by `lire`, by emergency, the one that comes first in front."""
    regles = {sujet: regles for sujet, regles in charger_regles().items() if sujet != SANS_DANGER}
    trouvees = {sujet: [regle for regle in siennes if regle.motif.search(lu)] for sujet, siennes in regles.items()}
    return {sujet: siennes for sujet, siennes in trouvees.items() if siennes}


@lru_cache(maxsize=4)
def charger_regles(fichier: Path = REGLES) -> dict[str, tuple[Regle, ...]]:
    """Rules by emergency subject in order of priority, and the harmless ones under `sans_danger`.

    Raises ErreurDeDonnees, naming the rule, on anything else than lists of {motif, exemple, a_confirmer?}.
    """
    try:
        donnees = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as cause:
        raise ErreurDeDonnees(fichier, f"fichier illisible ({cause})") from cause
    if not isinstance(donnees, dict) or SANS_DANGER not in donnees:
        raise ErreurDeDonnees(fichier, f"des listes de règles par urgence, et « {SANS_DANGER} », sont attendues")
    mots: dict[str, str] = {}
    for mot, motif in (donnees.pop(MOTS, None) or {}).items():
        mots[mot] = _developper(fichier, f"{MOTS}, « {mot} »", str(motif), mots)
    if inconnus := [sujet for sujet in donnees if sujet != SANS_DANGER and not est_urgence(sujet)]:
        raise ErreurDeDonnees(fichier, f"« {inconnus[0]} » n'est pas une urgence")
    return {
        sujet: tuple(_compiler(fichier, f"{sujet}, règle {n}", regle, mots) for n, regle in enumerate(regles or [], 1))
        for sujet, regles in donnees.items()
    }


def _compiler(fichier: Path, nom: str, regle: object, mots: dict[str, str]) -> Regle:
    if not isinstance(regle, dict) or {type(regle.get(cle)) for cle in ("motif", "exemple")} != {str}:
        raise ErreurDeDonnees(fichier, f"{nom} : un motif et un exemple sont attendus")
    try:
        motif = re.compile(_developper(fichier, nom, regle["motif"], mots))
    except re.error as cause:
        raise ErreurDeDonnees(fichier, f"{nom} : « {regle['exemple']} », motif illisible ({cause})") from cause
    return Regle(motif, bool(regle.get("a_confirmer")))


def _developper(fichier: Path, nom: str, motif: str, mots: dict[str, str]) -> str:
    """The pattern with each `<mot>` replaced by its fragment; a fragment only uses those written above it."""
    if inconnus := [mot for mot in _FRAGMENT.findall(motif) if mot not in mots]:
        raise ErreurDeDonnees(fichier, f"{nom} : fragment « {inconnus[0]} » inconnu")
    return _FRAGMENT.sub(lambda fragment: f"(?:{mots[fragment[1]]})", motif)
