"""Dates computed from a date: « 6 mois avant la naissance », moved to a working day where the law says so."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays
from dateutil.relativedelta import relativedelta

_UNITES = {"jours": "days", "semaines": "weeks", "mois": "months", "annees": "years"}
_DIMANCHE, _SAMEDI = 6, 5


@dataclass(frozen=True)
class Decalage:
    """So many days, weeks, months or years after a date (before it when negative).

    `report`: a day off is moved to the next working day (a Saturday too).
    """

    ecart: relativedelta
    report: bool = False

    def depuis(self, jour: date) -> date:
        echeance: date = jour + self.ecart
        while self.report and _est_chome(echeance):
            echeance += timedelta(days=1)
        return echeance


def lire_decalage(entree: dict[str, Any]) -> Decalage:
    """Reads `{mois: -6}` or `{jours: 5, report: true}`. Raises KeyError on an unknown unit."""
    valeurs = {cle: valeur for cle, valeur in entree.items() if cle != "report"}
    return Decalage(
        relativedelta(**{_UNITES[cle]: valeur for cle, valeur in valeurs.items()}), bool(entree.get("report"))
    )


def _est_chome(jour: date) -> bool:
    return jour.weekday() in (_SAMEDI, _DIMANCHE) or jour in _feries()


@lru_cache(maxsize=1)
def _feries() -> holidays.HolidayBase:
    return holidays.country_holidays("FR")
