"""A place that must be settled before anything can be looked for near it."""

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.decision import Decision, Issue
from guichet.comprehension.noms import trouver_types_de_service
from guichet.conversation.contexte import Contexte, Demande, Outils, Tour
from guichet.conversation.formulaires import demander_laquelle, redemander_la_commune
from guichet.conversation.lecture import est_une_autre_question, pourrait_etre_une_commune
from guichet.conversation.orientation import ORIENTATION, dire_hors_territoire
from guichet.conversation.precisions import est_une_suite
from guichet.territoire import charger_territoire


def lieu_a_regler(analyse: Analyse, contexte: Contexte, decision: Decision, outils: Outils) -> Tour | None:
    """A place that must be settled before anything can be looked for near it."""
    repond_a_la_question = contexte.attendu == "commune" and not est_une_autre_question(
        decision, analyse, contexte.demande or Demande(ORIENTATION)
    )
    suite = est_une_suite(analyse, contexte) and not analyse.facette
    if not (repond_a_la_question or suite or decision.intention == ORIENTATION or analyse.facette == "contact"):
        return None
    demande = contexte.demande if repond_a_la_question else None
    demande = demande or _demande_de(analyse, contexte, decision)
    if hors := hors_territoire(analyse, demande, contexte, outils):
        return hors
    if contexte.propositions and est_une_suite(analyse, contexte):
        return None  # what it is about comes first
    if analyse.lieux_ambigus or len(set(analyse.communes)) > 1:
        return demander_laquelle(analyse, contexte, demande)
    if repond_a_la_question and not analyse.communes and pourrait_etre_une_commune(decision, analyse):
        return redemander_la_commune(contexte, demande)
    return None


def _demande_de(analyse: Analyse, contexte: Contexte, decision: Decision) -> Demande:
    if decision.issue is Issue.REPOND and decision.intention and not est_une_suite(analyse, contexte):
        types = tuple(trouver_types_de_service(analyse.texte)) if decision.intention == ORIENTATION else ()
        return Demande(decision.intention, "contact", types)
    if contexte.demande:
        return contexte.demande
    return Demande(contexte.sujet or ORIENTATION, "contact", tuple(trouver_types_de_service(analyse.texte)))


def hors_territoire(analyse: Analyse, demande: Demande, contexte: Contexte, outils: Outils) -> Tour | None:
    territoire = charger_territoire()
    nommees = [*analyse.communes, *(code for _, candidats in analyse.lieux_ambigus for code in candidats)]
    if nommees and not any(territoire.contient(code) for code in nommees):
        commune = territoire.commune(nommees[0])
        return dire_hors_territoire(commune.nom, commune.code_insee, demande, contexte, outils)
    if analyse.lieux_ailleurs and not nommees:
        return dire_hors_territoire(analyse.lieux_ailleurs[0], None, demande, contexte, outils)
    return None
