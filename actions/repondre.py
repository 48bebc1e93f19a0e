"""Answers a message."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.estimateur import estimer
from actions.memoire import lire_contexte, rendre
from actions.outils import preparer_outils
from guichet.comprehension.analyse import depuis_rasa
from guichet.conversation.tour import traiter


class ActionRepondre(Action):
    """Every message that Rasa does not answer with a sentence of its own."""

    def name(self) -> str:
        return "action_repondre"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        outils = preparer_outils()
        tour = traiter(depuis_rasa(tracker.latest_message), lire_contexte(tracker), outils)
        if tour.a_estimer:
            tour = await estimer(tour.a_estimer, tour.contexte, outils)
        return rendre(tour, tracker, dispatcher)
