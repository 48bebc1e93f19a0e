"""The page of a letter, to print or to copy."""

from guichet.droits.lettres import charger_lettres
from guichet.pages.gabarits import rendre


def page_de_lettre(identifiant: str) -> str | None:
    """The letter and what not to forget; None when there is no such letter."""
    lettre = charger_lettres().get(identifiant)
    return rendre("lettre.html", lettre=lettre) if lettre else None
