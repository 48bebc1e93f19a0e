"""Dates and hours as people say them in French, Paris time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def maintenant() -> datetime:
    """The present instant, in Paris."""
    return datetime.now(PARIS)


def date_en_toutes_lettres(jour: date) -> str:
    """« 1er avril 2026 »."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme} {MOIS[jour.month - 1]} {jour.year}"


def heure(instant: datetime) -> str:
    """« 9 h », « 13 h 30 »."""
    return f"{instant.hour} h {instant.minute:02d}" if instant.minute else f"{instant.hour} h"


def date_courte(jour: date) -> str:
    """« 12/03 », where every character counts."""
    return f"{jour:%d/%m}"
