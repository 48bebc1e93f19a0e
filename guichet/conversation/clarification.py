"""Not sure, or out of scope: ask which subject, or refuse with a way on."""

from dataclasses import replace

from guichet.annuaire.recherche import ServiceProche
from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.lieux import services_pour
from guichet.conversation.messages import bouton, message, service_affiche
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.sujets import HORS_SUJET, charger_sujets
from guichet.territoire import charger_territoire
from guichet.texte import de_commune

INCOMPREHENSIONS_MAX = 2
PERSONNE = "parler_humain"
_PORTE_D_UNE_PERSONNE = "france-services"


def clarifier(propositions: tuple[str, ...], facette: str | None, contexte: Contexte) -> Tour:
    """Which of at most three subjects is meant."""
    entites = {"facette": facette} if facette else {}
    boutons = [bouton(_titre(charger_sujets()[s].intitule), s, **entites) for s in propositions]
    question = message(
        "clarification", dire("clarification"), propositions=list(propositions), facette=facette, boutons=boutons
    )
    return Tour([question], replace(contexte, incomprehensions=contexte.incomprehensions + 1))


def refuser(contexte: Contexte, outils: Outils) -> Tour:
    """Says what we know about, and gives a person after two refusals in a row."""
    contexte = replace(contexte, incomprehensions=contexte.incomprehensions + 1)
    if contexte.incomprehensions > INCOMPREHENSIONS_MAX:
        cartes = [service_affiche(s) for s in _services(contexte, outils)]
        refus = message("hors_sujet", dire("refus_repete") + " " + dire("personne"), sujet=HORS_SUJET, services=cartes)
        return Tour([refus], replace(contexte, incomprehensions=0))
    boutons = [
        bouton(titre_de_bouton("lieu"), "orientation_service"),
        bouton(titre_de_bouton("personne"), PERSONNE),
    ]
    return Tour([message("hors_sujet", dire("refus"), sujet=HORS_SUJET, boutons=boutons)], contexte)


def orienter_vers_une_personne(contexte: Contexte, outils: Outils) -> Tour:
    """The Caf's number, and the France services nearby when the commune is known."""
    services = _services(contexte, outils)
    if services and contexte.commune_connue:
        commune = charger_territoire().commune(contexte.commune_connue)
        texte = dire(
            "personne_avec_lieu",
            de_commune=de_commune(commune.nom),
            nom=services[0].nom,
            ouverture=services[0].ouverture.texte,
        )
    else:
        texte = dire("personne")
    reponse = message(
        "texte", texte, sujet=PERSONNE, commune=contexte.commune_connue, services=[service_affiche(s) for s in services]
    )
    return Tour([reponse], replace(contexte, incomprehensions=0))


def _services(contexte: Contexte, outils: Outils) -> list[ServiceProche]:
    if not contexte.commune_connue:
        return []
    return services_pour([_PORTE_D_UNE_PERSONNE], contexte.commune_connue, outils, limite=1)


def _titre(intitule: str) -> str:
    return intitule[:1].upper() + intitule[1:]
