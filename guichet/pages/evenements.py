"""The page of a checklist, dated when the person gives a date."""

from datetime import date

from guichet.evenements.modele import charger_evenements, dater
from guichet.evenements.phrases import dire_quand
from guichet.pages.gabarits import rendre
from guichet.sujets import charger_sujets


def page_d_evenement(identifiant: str, jour: date | None, aujourd_hui: date) -> str | None:
    """Every step with its date, the aids to think of; None when there is no such event."""
    evenement = charger_evenements().get(identifiant)
    if evenement is None:
        return None
    etapes = [(datee, dire_quand(datee, aujourd_hui) if jour else "") for datee in dater(evenement, jour)]
    sujets = charger_sujets()
    aides = [(aide, sujets[aide].intitule) for aide in evenement.aides]
    return rendre("evenement.html", evenement=evenement, etapes=etapes, aides=aides, sujets=sujets, jour=jour)
