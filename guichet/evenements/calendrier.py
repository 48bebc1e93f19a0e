"""The checklist as a calendar file (RFC 5545), for the person's own telephone."""

from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from guichet.evenements.modele import EtapeDatee, Evenement, dater
from guichet.evenements.phrases import dire_quand

_RAPPEL = timedelta(days=-7)


def en_ics(evenement: Evenement, jour: date, instant: datetime, page: str) -> bytes:
    """One all-day entry a step still to come, on its deadline, with a reminder a week before.

    `instant`: when the file is made; `page`: address where each step is told at length.
    """
    calendrier = Calendar()
    calendrier.add("prodid", "-//Guichet Familles//FR")
    calendrier.add("version", "2.0")
    calendrier.add("x-wr-calname", evenement.titre)
    for rang, datee in enumerate(dater(evenement, jour)):
        a_noter = datee.avant or datee.des
        if a_noter and a_noter >= instant.date():
            calendrier.add_component(_entree(evenement, datee, a_noter, instant, f"{page}#etape-{rang + 1}"))
    contenu: bytes = calendrier.to_ical()
    return contenu


def _entree(evenement: Evenement, datee: EtapeDatee, jour: date, instant: datetime, page: str) -> Event:
    entree = Event()
    # The same step of the same event on the same day is the same entry: importing twice adds nothing.
    entree.add("uid", str(uuid5(NAMESPACE_URL, f"{evenement.evenement}/{datee.etape.titre}/{jour}")))
    entree.add("dtstamp", instant)
    entree.add("dtstart", jour)
    entree.add("dtend", jour + timedelta(days=1))
    entree.add("summary", datee.etape.titre)
    entree.add(
        "description",
        "\n".join(filter(None, [dire_quand(datee, instant.date()), datee.etape.pour, datee.etape.texte, page])),
    )
    entree.add("transp", "TRANSPARENT")
    rappel = Alarm()
    rappel.add("action", "DISPLAY")
    rappel.add("description", datee.etape.titre)
    rappel.add("trigger", _RAPPEL)
    entree.add_component(rappel)
    return entree
