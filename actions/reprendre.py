"""Answers the pending question once a form is filled."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.memoire import lire_contexte, rendre
from actions.outils import preparer_outils
from guichet.comprehension.analyse import depuis_rasa
from guichet.conversation.tour import reprendre


class ActionReprendre(Action):
    """Runs when `formulaire_commune` or `formulaire_regime` is complete."""

    def name(self) -> str:
        return "action_reprendre"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        tour = reprendre(depuis_rasa(tracker.latest_message), lire_contexte(tracker), preparer_outils())
        return rendre(tour, tracker, dispatcher)
