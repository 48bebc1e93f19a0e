"""Not sure, or out of scope: ask which subject, or refuse with a way on."""

from dataclasses import replace

from guichet.annuaire.recherche import ServiceProche
from guichet.comprehension.decision import PROPOSITIONS_MAX
from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.formats import kilometres
from guichet.conversation.lieux import services_pour
from guichet.conversation.messages import bouton, message, service_affiche
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.sujets import HORS_SUJET, charger_sujets
from guichet.territoire import charger_territoire
from guichet.texte import de_commune

INCOMPREHENSIONS_MAX = 2
PERSONNE = "parler_humain"
ESTIMATION = "simulation_eligibilite"
MSA = "msa"
_PORTE_D_UNE_PERSONNE = "france-services"


def clarifier(propositions: tuple[str, ...], facette: str | None, contexte: Contexte) -> Tour:
    """Which of at most three subjects is meant."""
    contexte = replace(contexte, incomprehensions=contexte.incomprehensions + 1)
    return _demander_lequel("clarification", propositions, facette, contexte)


def clarifier_encore(facette: str | None, contexte: Contexte) -> Tour:
    """The same question, when its answer only added something: « combien ? », « j'habite Lessay »."""
    return _demander_lequel("clarification_encore", contexte.propositions, facette, contexte)


def proposer_l_estimation(propositions: tuple[str, ...], contexte: Contexte) -> Tour:
    """A situation told, and nothing asked: an estimate first, or what it might be about."""
    autres = tuple(sujet for sujet in propositions if sujet != ESTIMATION)[: PROPOSITIONS_MAX - 1]
    return _demander_lequel("clarification_situation", (ESTIMATION, *autres), None, contexte)


def _demander_lequel(cle: str, propositions: tuple[str, ...], facette: str | None, contexte: Contexte) -> Tour:
    entites = {"facette": facette} if facette else {}
    boutons = [bouton(_titre(charger_sujets()[s].intitule), s, **entites) for s in propositions]
    question = message("clarification", dire(cle), propositions=list(propositions), facette=facette, boutons=boutons)
    return Tour([question], replace(contexte, facette=facette, propositions=propositions))


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
    """Whom to call, and the desk nearby when the commune is known; the MSA for those of the MSA."""
    services = _services(contexte, outils)
    if contexte.regime == MSA:
        texte = dire("personne_msa")
    elif services and contexte.commune_connue:
        commune, proche = charger_territoire().commune(contexte.commune_connue), services[0]
        texte = dire(
            "personne_avec_lieu",
            de_commune=de_commune(commune.nom),
            nom=proche.nom,
            ou=kilometres(proche.distance_km),
            ouverture=proche.ouverture.texte.capitalize(),
        )
    else:
        texte = dire("personne")
    cartes = [service_affiche(s) for s in services]
    reponse = message("texte", texte, sujet=PERSONNE, commune=contexte.commune_connue, services=cartes)
    return Tour([reponse], replace(contexte, incomprehensions=0))


def _services(contexte: Contexte, outils: Outils) -> list[ServiceProche]:
    if not contexte.commune_connue:
        return []
    types = (MSA, _PORTE_D_UNE_PERSONNE) if contexte.regime == MSA else (_PORTE_D_UNE_PERSONNE,)
    return services_pour(types, contexte.commune_connue, outils, limite=len(types))


def _titre(intitule: str) -> str:
    return intitule[:1].upper() + intitule[1:]
