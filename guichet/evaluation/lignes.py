"""The lines to judge, read from a CSV file."""

import csv
from dataclasses import dataclass, fields
from pathlib import Path

from guichet.erreurs import ErreurDeDonnees


@dataclass(frozen=True)
class Ligne:
    """A message, the subject (or two) it is right to answer, and the facet and commune it states.

    `genre`: what kind of line it is among those of its file (« explicite », « proche »…), to count them apart.
    """

    text: str
    sujet: str
    sujet2: str = ""
    facette: str = ""
    commune: str = ""
    genre: str = ""

    @property
    def acceptes(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.sujet, self.sujet2)))


def lire_lignes(fichier: Path) -> list[Ligne]:
    """Columns `text,sujet` and optionally `sujet2,facette,commune,genre`. Raises ErreurDeDonnees."""
    try:
        with fichier.open(encoding="utf-8-sig", newline="") as flux:
            lecteur = csv.DictReader(flux)
            if not {"text", "sujet"} <= set(lecteur.fieldnames or ()):
                raise ErreurDeDonnees(fichier, "les colonnes « text » et « sujet » sont attendues", 1)
            champs = [champ.name for champ in fields(Ligne)]
            lignes = [Ligne(**{c: (rangee.get(c) or "").strip() for c in champs}) for rangee in lecteur]
    except (OSError, UnicodeDecodeError) as cause:
        raise ErreurDeDonnees(fichier, "fichier introuvable ou illisible (UTF-8 attendu)") from cause
    lignes = [ligne for ligne in lignes if ligne.text]
    if not lignes:
        raise ErreurDeDonnees(fichier, "aucune ligne à juger")
    return lignes
