"""Errors that a person can act upon."""

from pathlib import Path


class ErreurGuichet(Exception):
    """Something is wrong that the person can mend; the message is one French sentence that says how."""


class ErreurDeDonnees(ErreurGuichet):
    """A data file breaks a rule: says the file, the line when there is one, and the reason."""

    def __init__(self, fichier: Path, raison: str, ligne: int | None = None) -> None:
        self.fichier, self.ligne, self.raison = fichier, ligne, raison
        lieu = f"{fichier.name}, ligne {ligne}" if ligne else fichier.name
        super().__init__(f"{lieu} : {raison}")
