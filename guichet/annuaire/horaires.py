"""Is it open? Opening hours in OSM syntax, read in Paris time with French public holidays."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, validate

from guichet.dates import JOURS, MOIS, PARIS, heure

_HORIZON = timedelta(days=30)


@dataclass(frozen=True)
class Ouverture:
    """`ouvert` is None when the hours are not known; `prochaine` is the next opening when closed."""

    ouvert: bool | None
    texte: str
    prochaine: datetime | None = None


HORAIRES_INCONNUS = Ouverture(None, "horaires non connus")


def sont_lisibles(horaires: str) -> bool:
    """Whether the hours are in OSM syntax."""
    return validate(horaires)


@lru_cache(maxsize=1024)
def lire_horaires(horaires: str) -> OpeningHours:
    """Public services close on public holidays unless their hours say otherwise.

    The hours must be readable (`sont_lisibles`): the directory's are, it refuses the others.
    """
    complet = horaires if "PH" in horaires or horaires == "24/7" else f"{horaires}; PH off"
    return OpeningHours(complet, timezone=PARIS, country="FR")


def ouverture(horaires: str | None, instant: datetime) -> Ouverture:
    """« ouvert jusqu'à 17 h », « fermé, ouvre demain à 9 h » at that instant."""
    if not horaires:
        return HORAIRES_INCONNUS
    lus = lire_horaires(horaires)
    ici = instant.astimezone(PARIS)
    change = lus.next_change(ici)
    if lus.is_open(ici):
        return Ouverture(True, f"ouvert jusqu'à {heure(change)}" if change else "ouvert")
    while change and not lus.is_open(change):
        change = lus.next_change(change)
    if change is None or change - ici > _HORIZON:
        return Ouverture(False, "fermé")
    return Ouverture(False, f"fermé, ouvre {_dire_quand(ici, change)}", change)


def _dire_quand(ici: datetime, quand: datetime) -> str:
    jours = (quand.date() - ici.date()).days
    if jours == 0:
        return f"à {heure(quand)}"
    if jours == 1:
        return f"demain à {heure(quand)}"
    if jours < 7:
        return f"{JOURS[quand.weekday()]} à {heure(quand)}"
    return f"le {JOURS[quand.weekday()]} {quand.day} {MOIS[quand.month - 1]} à {heure(quand)}"
