"""The list of subjects: the contract by which every answer is identified."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guichet.chemins import DATA
from guichet.erreurs import ErreurDeDonnees

URGENCE, DIALOGUE = "urgence", "dialogue"
HORS_SUJET = "hors_sujet"
GROUPES = ("aide", "garde", "accompagnement", "evenement", "dossier", "convention", URGENCE, DIALOGUE, "orientation")


@dataclass(frozen=True)
class Page:
    """An official page on the web."""

    titre: str
    url: str


@dataclass(frozen=True)
class Sujet:
    """One subject an answer can have.

    `services`: kinds of service that are the right door; `mot`: a word said first, where it hurts;
    `regles_locales`: communes and intercommunalités decide some of it.
    """

    sujet: str
    groupe: str
    intitule: str
    services: tuple[str, ...]
    page: Page | None
    mot: str = ""
    regles_locales: bool = False


@lru_cache(maxsize=4)
def charger_sujets(fichier: Path = DATA / "sujets.yml") -> dict[str, Sujet]:
    """All subjects by identifier, in order. Raises ErreurDeDonnees on an entry that breaks the form."""
    sujets: dict[str, Sujet] = {}
    for rang, entree in enumerate(_lire(fichier), start=1):
        try:
            page = Page(**entree["page"]) if entree.get("page") else None
            sujet = Sujet(
                entree["sujet"],
                entree["groupe"],
                entree["intitule"],
                tuple(entree["services"]),
                page,
                entree.get("mot", ""),
                bool(entree.get("regles_locales")),
            )
        except (KeyError, TypeError) as cause:
            raise ErreurDeDonnees(fichier, f"entrée {rang} incomplète ({cause})") from cause
        if sujet.groupe not in GROUPES:
            raise ErreurDeDonnees(fichier, f"entrée {rang} : groupe inconnu « {sujet.groupe} »")
        if sujet.sujet in sujets:
            raise ErreurDeDonnees(fichier, f"entrée {rang} : « {sujet.sujet} » est déjà là")
        sujets[sujet.sujet] = sujet
    return sujets


def _lire(fichier: Path) -> list[dict[str, Any]]:
    try:
        return yaml.safe_load(fichier.read_text(encoding="utf-8")) or []
    except (OSError, yaml.YAMLError) as cause:
        raise ErreurDeDonnees(fichier, f"fichier illisible ({cause})") from cause


def est_urgence(sujet: str) -> bool:
    connu = charger_sujets().get(sujet)
    return connu is not None and connu.groupe == URGENCE


def est_dialogue(sujet: str) -> bool:
    connu = charger_sujets().get(sujet)
    return connu is not None and connu.groupe == DIALOGUE
