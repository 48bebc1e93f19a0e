"""One turn: reads what was understood, in context, and chooses who answers."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.autres_questions import questions_apres_une_urgence
from guichet.comprehension.dates import trouver_date
from guichet.comprehension.decision import LANGUE_ETRANGERE, Decision, Issue
from guichet.conversation import estimation, lettres, parcours
from guichet.conversation.choix import choix
from guichet.conversation.clarification import (
    PERSONNE,
    clarifier,
    orienter_vers_une_personne,
    proposer_l_estimation,
    refuser,
)
from guichet.conversation.contexte import Contexte, Demande, Outils, Tour
from guichet.conversation.formulaires import parmi_les_candidats
from guichet.conversation.gestes import jouer
from guichet.conversation.langues import alerter_dans_sa_langue, repondre_dans_sa_langue
from guichet.conversation.lecture import (
    CONFIANCE_D_UN_NOUVEAU_SUJET,
    decider_en_contexte,
    est_bref,
    est_une_autre_question,
    hesite,
    hesite_sur_une_situation,
)
from guichet.conversation.lieu_dit import hors_territoire, lieu_a_regler
from guichet.conversation.messages import SUITE, message
from guichet.conversation.orientation import ORIENTATION, orienter
from guichet.conversation.phrases import dire
from guichet.conversation.precisions import (
    ACTES,
    NE_SAIT_PAS,
    est_une_suite,
    poursuivre,
    preciser,
)
from guichet.conversation.reponses import proposer_les_autres, repondre
from guichet.conversation.urgences import accompagner, alerter
from guichet.questionnaire.deja_dit import lire_au_passage
from guichet.questionnaire.lecture import ne_sait_pas
from guichet.sujets import est_dialogue, est_urgence
from guichet.territoire import charger_territoire


def traiter(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The answer to one message."""
    analyse = parmi_les_candidats(analyse, contexte)
    decision = decider_en_contexte(analyse, contexte)
    if decision.issue is Issue.URGENCE and decision.intention and not _repond_calmement(analyse, contexte, outils):
        return _alerter_puis_repondre(decision.intention, analyse, contexte, outils)
    contexte = _avec_ce_qui_est_dit(analyse, contexte, outils)
    if demande_par_un_bouton := jouer(analyse, contexte, outils):
        return demande_par_un_bouton
    if estimation.veut_reprendre(analyse, contexte):
        return estimation.reprendre(contexte)
    if contexte.attendu == "estimation":
        return _dans_l_estimation(decision, analyse, contexte, outils)
    if contexte.attendu == "date" and (etapes := _dans_le_parcours(decision, analyse, contexte, outils)):
        return etapes
    if lieu := lieu_a_regler(analyse, contexte, decision, outils):
        return lieu
    return _repondre_a(decision, analyse, contexte, outils)


def reprendre(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The pending question, once the person has said the commune, or Caf or MSA."""
    analyse = parmi_les_candidats(analyse, contexte)
    decision = decider_en_contexte(analyse, contexte)
    demande = contexte.demande
    if demande is None or est_une_autre_question(decision, analyse, demande):
        return traiter(analyse, replace(contexte, attendu=None), outils)
    contexte = replace(_avec_ce_qui_est_dit(analyse, contexte, outils), attendu=None, candidats=())
    if hors := hors_territoire(analyse, demande, contexte, outils):
        return hors
    if demande.sujet == ORIENTATION:
        return orienter(analyse, contexte, outils, demande.types)
    return repondre(replace(analyse, facette=None), contexte, outils, demande.sujet, demande.facette)


def _alerter_puis_repondre(sujet: str, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The numbers first; then the administrative question, if there is one."""
    if analyse.langue:
        return alerter_dans_sa_langue(sujet, analyse.langue, contexte)
    alerte = alerter(sujet, contexte, suite=analyse.geste == SUITE)
    if contexte.questionnaire:
        alerte = estimation.proposer_de_reprendre(alerte, contexte)
    questions = questions_apres_une_urgence(analyse, sujet)
    if not questions:
        return alerte
    ensuite = repondre(analyse, alerte.contexte, outils, questions[0].sujet, questions[0].facette)
    return replace(ensuite, messages=alerte.messages + ensuite.messages, demander=None)


def _repond_calmement(analyse: Analyse, contexte: Contexte, outils: Outils) -> bool:
    """A short answer to our own question, read for sure. Danger that is said in so many words is heard before us."""
    if contexte.attendu == "date":
        date_dite = trouver_date(analyse.texte, outils.instant.date())
        return est_bref(analyse) and date_dite is not None
    return estimation.repond_calmement(analyse, contexte, outils)


def _dans_l_estimation(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """An answer to the question asked; or another question, answered with a way back; or the question again."""
    if (
        decision.intention != PERSONNE
        and estimation.est_une_reponse(analyse)
        and (suivante := estimation.repondre_a_la_question(analyse.texte, contexte, outils))
    ):
        return suivante
    if est_une_autre_question(decision, analyse, Demande(estimation.SUJET)):
        reponse = _repondre_a(decision, analyse, replace(contexte, attendu=None), outils)
        return estimation.proposer_de_reprendre(reponse, contexte)
    return estimation.redemander(contexte)


def _dans_le_parcours(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour | None:
    """The date asked for; the undated list for who does not know it; None when something else is asked."""
    if dates := parcours.lire_la_date(analyse, contexte, outils):
        return dates
    if decision.intention == NE_SAIT_PAS or ne_sait_pas(analyse.texte):
        return parcours.montrer_tout(contexte, outils)
    sure = decision.issue is Issue.REPOND and decision.confiance >= CONFIANCE_D_UN_NOUVEAU_SUJET
    if sure or est_une_autre_question(decision, analyse, Demande("")) or not est_bref(analyse):
        return None
    return Tour([message("texte", dire("date_illisible"), sujet=contexte.sujet)], contexte, demander="date")


def _repondre_a(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    intention = decision.intention
    if choisi := _choisi(decision, analyse, contexte):
        return _repondre_sur(choisi, analyse, replace(contexte, propositions=()), outils, contexte.facette)
    if contexte.sujet and lettres.est_demandee(analyse.texte, contexte):
        return lettres.donner(None, contexte.sujet, contexte)
    if intention in ACTES:
        return preciser(intention, analyse, contexte, outils)
    if intention == PERSONNE:
        return orienter_vers_une_personne(contexte, outils)
    if intention == LANGUE_ETRANGERE:
        return repondre_dans_sa_langue(analyse.langue, contexte)
    if est_une_suite(analyse, contexte) and hesite(decision, analyse):
        return poursuivre(analyse, contexte, outils)
    if est_urgence(contexte.sujet or "") and decision.issue in (Issue.CLARIFIE, Issue.REFUSE):
        return accompagner(contexte, outils)
    if hesite_sur_une_situation(decision, analyse):
        return proposer_l_estimation(decision.propositions or _premier(decision), contexte)
    if decision.issue is Issue.CLARIFIE:
        return clarifier(decision.propositions, analyse.facette, contexte)
    if intention is None or decision.issue is Issue.REFUSE:
        return refuser(contexte, outils)
    if est_dialogue(intention):
        return Tour([], contexte, phrase_de_rasa=f"utter_{intention}")
    return proposer_les_autres(_repondre_sur(intention, analyse, contexte, outils), analyse, intention)


def _choisi(decision: Decision, analyse: Analyse, contexte: Contexte) -> str | None:
    """« 2 », « la deuxième »; « oui, je veux bien » to an estimate."""
    accepte = decision.intention == "repondre_oui" and contexte.propositions[:1] == (estimation.SUJET,)
    return estimation.SUJET if accepte else choix(analyse.texte, contexte.propositions)


def _repondre_sur(sujet: str, analyse: Analyse, contexte: Contexte, outils: Outils, facette: str | None = None) -> Tour:
    """What a subject is answered with: numbers, places, an estimate, dated steps, or its fiche."""
    if est_urgence(sujet):
        return alerter(sujet, contexte)
    if sujet == ORIENTATION:
        return orienter(analyse, contexte, outils)
    if sujet == estimation.SUJET and estimation.est_demandee(analyse):
        return estimation.ouvrir(contexte)
    if etapes := parcours.ouvrir_d_emblee(sujet, analyse, contexte, outils):
        return etapes
    return repondre(analyse, contexte, outils, sujet, facette)


def _premier(decision: Decision) -> tuple[str, ...]:
    """The likeliest subject, offered second when it was to be answered."""
    return (decision.intention,) if decision.issue is Issue.REPOND and decision.intention else ()


def _avec_ce_qui_est_dit(analyse: Analyse, contexte: Contexte, outils: Outils) -> Contexte:
    """The commune, the regime, what the message says of the household replace what was said before."""
    commune = analyse.commune or contexte.commune
    if commune and not charger_territoire().contient(commune):
        commune = None
    deja_dit = contexte.deja_dit
    if contexte.attendu != "estimation":  # there, the questionnaire reads the answers itself
        deja_dit = lire_au_passage(analyse.texte, deja_dit, outils.instant.date())
    return replace(contexte, commune=commune, regime=analyse.regime or contexte.regime, deja_dit=deja_dit)
