"""Asks what a form needs."""

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.memoire import envoyer, lire_contexte
from guichet.conversation.contexte import Attendu
from guichet.conversation.formulaires import question


class _Demander(Action, ABC):
    attendu: Attendu

    @abstractmethod
    def name(self) -> str: ...

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        envoyer(question(self.attendu, lire_contexte(tracker)), tracker, dispatcher)
        return []


class ActionDemanderCommune(_Demander):
    """The question of `formulaire_commune`."""

    attendu = "commune"

    def name(self) -> str:
        return "action_ask_commune"


class ActionDemanderDate(_Demander):
    """The question of `formulaire_date`: the person's own date, for a checklist."""

    attendu = "date"

    def name(self) -> str:
        return "action_ask_date_evenement"


class ActionDemanderEstimation(_Demander):
    """The present question of `formulaire_estimation`."""

    attendu = "estimation"

    def name(self) -> str:
        return "action_ask_reponse_estimation"


class ActionDemanderRegime(_Demander):
    """The question of `formulaire_regime`."""

    attendu = "regime"

    def name(self) -> str:
        return "action_ask_regime"
