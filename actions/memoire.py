"""Between Rasa's tracker and our context: slots in, slots out."""

from dataclasses import asdict
from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from guichet.comprehension.analyse import depuis_rasa
from guichet.comprehension.decision import est_calme
from guichet.conversation.contexte import Attendu, Contexte, Demande, Message, Parcours, Tour
from guichet.conversation.messages import CALME
from guichet.questionnaire.questions import Etat
from guichet.rendu.canal import PAGE

FORMULAIRES: dict[Attendu, str] = {
    attendu: f"formulaire_{attendu}" for attendu in ("commune", "regime", "date", "estimation")
}
_VIDES: dict[str, Any] = {"candidats": [], "propositions": [], "incomprehensions": 0, "deja_dit": {}}


def lire_contexte(tracker: Tracker) -> Contexte:
    """What the tracker remembers, with the commune of the page the person writes from."""
    demande = tracker.get_slot("demande")
    attendus = {formulaire: attendu for attendu, formulaire in FORMULAIRES.items()}
    metadonnees: dict[str, Any] = tracker.latest_message.get("metadata") or {}
    return Contexte(
        sujet=tracker.get_slot("sujet"),
        facette=tracker.get_slot("facette"),
        commune=tracker.get_slot("commune"),
        commune_de_la_page=metadonnees.get("commune"),
        canal=metadonnees.get("canal") or PAGE,
        regime=tracker.get_slot("regime"),
        demande=Demande(**{**demande, "types": tuple(demande["types"])}) if demande else None,
        candidats=tuple(tracker.get_slot("candidats") or ()),
        propositions=tuple(tracker.get_slot("propositions") or ()),
        incomprehensions=int(tracker.get_slot("incomprehensions") or 0),
        parcours=_parcours(tracker.get_slot("parcours")),
        deja_dit=tracker.get_slot("deja_dit") or {},
        questionnaire=_questionnaire(tracker.get_slot("questionnaire")),
        attendu=attendus.get(tracker.active_loop.get("name") or ""),
    )


def rendre(tour: Tour, tracker: Tracker, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Says the messages of the turn; keeps its context; opens or closes the form."""
    for message in tour.messages:
        envoyer(message, tracker, dispatcher)
    if tour.phrase_de_rasa:
        dispatcher.utter_message(response=tour.phrase_de_rasa)
    contexte = tour.contexte
    souvenirs = {
        "sujet": contexte.sujet,
        "facette": contexte.facette,
        "commune": None if tour.demander == "commune" else contexte.commune,
        "regime": contexte.regime,
        "demande": asdict(contexte.demande) | {"types": list(contexte.demande.types)} if contexte.demande else None,
        "candidats": list(contexte.candidats),
        "propositions": list(contexte.propositions),
        "incomprehensions": contexte.incomprehensions,
        "parcours": _garder_parcours(contexte.parcours),
        "deja_dit": dict(contexte.deja_dit),
        "questionnaire": _garder_questionnaire(contexte.questionnaire),
    }
    evenements: list[EventType] = [
        SlotSet(nom, valeur)
        for nom, valeur in souvenirs.items()
        if valeur != (tracker.get_slot(nom) or _VIDES.get(nom))
    ]
    actif = tracker.active_loop.get("name")
    suite = FORMULAIRES[tour.demander] if tour.demander else "action_listen"
    if actif and actif != suite:
        evenements += [ActiveLoop(None), SlotSet("requested_slot", None)]
    return [*evenements, FollowupAction(suite)]


def envoyer(message: Message, tracker: Tracker, dispatcher: CollectingDispatcher) -> None:
    """Says one message; the gateway learns with it whether the model hears no danger at all in what is answered."""
    calme = {CALME: True} if est_calme(depuis_rasa(tracker.latest_message)) else {}
    dispatcher.utter_message(text=message["texte"], json_message={**message, **calme})


def _parcours(garde: dict[str, Any] | None) -> Parcours | None:
    if garde is None:
        return None
    jour = date.fromisoformat(garde["jour"]) if garde["jour"] else None
    return Parcours(garde["evenement"], jour, int(garde["rang"]))


def _garder_parcours(parcours: Parcours | None) -> dict[str, Any] | None:
    if parcours is None:
        return None
    return asdict(parcours) | {"jour": parcours.jour.isoformat() if parcours.jour else None}


def _questionnaire(garde: dict[str, Any] | None) -> Etat | None:
    return Etat(garde["reponses"], tuple(garde["posees"]), int(garde["essais"])) if garde else None


def _garder_questionnaire(etat: Etat | None) -> dict[str, Any] | None:
    return {"reponses": dict(etat.reponses), "posees": list(etat.posees), "essais": etat.essais} if etat else None
