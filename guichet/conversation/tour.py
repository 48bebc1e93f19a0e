"""One turn: reads what was understood, in context, and chooses who answers."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.dates import trouver_date
from guichet.comprehension.decision import LANGUE_ETRANGERE, Decision, Issue, decider
from guichet.comprehension.noms import trouver_types_de_service
from guichet.conversation import estimation, lettres, parcours
from guichet.conversation.choix import choix
from guichet.conversation.clarification import PERSONNE, clarifier, orienter_vers_une_personne, refuser
from guichet.conversation.contexte import Contexte, Demande, Outils, Tour
from guichet.conversation.formulaires import demander_laquelle, parmi_les_candidats, redemander_la_commune
from guichet.conversation.gestes import jouer
from guichet.conversation.langues import alerter_dans_sa_langue, repondre_dans_sa_langue
from guichet.conversation.messages import SUITE, message
from guichet.conversation.orientation import ORIENTATION, dire_hors_territoire, orienter
from guichet.conversation.phrases import dire
from guichet.conversation.precisions import (
    ACTES,
    ACTES_SANS_LIEU,
    NE_SAIT_PAS,
    est_une_question_nue,
    est_une_suite,
    parle_de_la_famille,
    poursuivre,
    preciser,
)
from guichet.conversation.reponses import proposer_les_autres, repondre
from guichet.conversation.urgences import accompagner, alerter
from guichet.questionnaire.deja_dit import lire_au_passage
from guichet.questionnaire.lecture import ne_sait_pas
from guichet.sujets import HORS_SUJET, est_dialogue, est_urgence
from guichet.territoire import charger_territoire
from guichet.texte import mots_plies

_MOTS_D_UNE_COMMUNE, _MOTS_D_UN_NOM = 5, 3
_CONFIANCE_D_UN_NOUVEAU_SUJET = 0.6
_CONFIANCE_EN_PEU_DE_MOTS = 0.85


def traiter(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The answer to one message."""
    analyse = parmi_les_candidats(analyse, contexte)
    decision = _decider_en_contexte(analyse, contexte)
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
    if lieu := _lieu_a_regler(analyse, contexte, decision, outils):
        return lieu
    return _repondre_a(decision, analyse, contexte, outils)


def reprendre(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The pending question, once the person has said the commune, or Caf or MSA."""
    analyse = parmi_les_candidats(analyse, contexte)
    decision = _decider_en_contexte(analyse, contexte)
    demande = contexte.demande
    if demande is None or _est_une_autre_question(decision, analyse, demande):
        return traiter(analyse, replace(contexte, attendu=None), outils)
    contexte = replace(_avec_ce_qui_est_dit(analyse, contexte, outils), attendu=None, candidats=())
    if hors := _hors_territoire(analyse, demande, contexte, outils):
        return hors
    if demande.sujet == ORIENTATION:
        return orienter(analyse, contexte, outils, demande.types)
    return repondre(replace(analyse, facette=None), contexte, outils, demande.sujet, demande.facette)


def _alerter_puis_repondre(sujet: str, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The numbers first; then the administrative question, when one is named."""
    if analyse.langue:
        return alerter_dans_sa_langue(sujet, analyse.langue, contexte)
    alerte = alerter(sujet, contexte, suite=analyse.geste == SUITE)
    if contexte.questionnaire:
        alerte = estimation.proposer_de_reprendre(alerte, contexte)
    if not analyse.sujets_nommes:
        return alerte
    ensuite = repondre(analyse, alerte.contexte, outils, analyse.sujets_nommes[0])
    return replace(ensuite, messages=alerte.messages + ensuite.messages, demander=None)


def _repond_calmement(analyse: Analyse, contexte: Contexte, outils: Outils) -> bool:
    """A short answer to our own question, read for sure. Danger that is said in so many words is heard before us."""
    if contexte.attendu == "date":
        date_dite = trouver_date(analyse.texte, outils.instant.date())
        return _est_bref(analyse) and date_dite is not None
    return estimation.repond_calmement(analyse, contexte, outils)


def _dans_l_estimation(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """An answer to the question asked; or another question, answered with a way back; or the question again."""
    if (
        decision.intention != PERSONNE
        and estimation.est_une_reponse(analyse)
        and (suivante := estimation.repondre_a_la_question(analyse.texte, contexte, outils))
    ):
        return suivante
    if _est_une_autre_question(decision, analyse, Demande(estimation.SUJET)):
        reponse = _repondre_a(decision, analyse, replace(contexte, attendu=None), outils)
        return estimation.proposer_de_reprendre(reponse, contexte)
    return estimation.redemander(contexte)


def _dans_le_parcours(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour | None:
    """The date asked for; the undated list for who does not know it; None when something else is asked."""
    if dates := parcours.lire_la_date(analyse, contexte, outils):
        return dates
    if decision.intention == NE_SAIT_PAS or ne_sait_pas(analyse.texte):
        return parcours.montrer_tout(contexte, outils)
    sure = decision.issue is Issue.REPOND and decision.confiance >= _CONFIANCE_D_UN_NOUVEAU_SUJET
    if sure or _est_une_autre_question(decision, analyse, Demande("")) or not _est_bref(analyse):
        return None
    return Tour([message("texte", dire("date_illisible"), sujet=contexte.sujet)], contexte, demander="date")


def _repondre_a(decision: Decision, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    intention = decision.intention
    if choisi := choix(analyse.texte, contexte.propositions):
        return repondre(analyse, replace(contexte, propositions=()), outils, choisi, contexte.facette)
    if contexte.sujet and lettres.est_demandee(analyse.texte, contexte):
        return lettres.donner(None, contexte.sujet, contexte)
    if intention in ACTES:
        return preciser(intention, analyse, contexte, outils)
    if intention == PERSONNE:
        return orienter_vers_une_personne(contexte, outils)
    if intention == LANGUE_ETRANGERE:
        return repondre_dans_sa_langue(analyse.langue, contexte)
    if est_une_suite(analyse, contexte) and _hesite(decision, analyse):
        return poursuivre(analyse, contexte, outils)
    if est_urgence(contexte.sujet or "") and decision.issue in (Issue.CLARIFIE, Issue.REFUSE):
        return accompagner(contexte, outils)
    if decision.issue is Issue.CLARIFIE:
        return clarifier(decision.propositions, analyse.facette, contexte)
    if intention is None or decision.issue is Issue.REFUSE:
        return refuser(contexte, outils)
    if est_dialogue(intention):
        return Tour([], contexte, phrase_de_rasa=f"utter_{intention}")
    if intention == ORIENTATION:
        return orienter(analyse, contexte, outils)
    if intention == estimation.SUJET and estimation.est_demandee(analyse):
        return estimation.ouvrir(contexte)
    if etapes := parcours.ouvrir_d_emblee(intention, analyse, contexte, outils):
        return etapes
    return proposer_les_autres(repondre(analyse, contexte, outils, intention), analyse, intention)


def _hesite(decision: Decision, analyse: Analyse) -> bool:
    """The few words of a follow-up seldom open a new subject: one must be surer than usual."""
    if decision.intention == HORS_SUJET:
        nomme = analyse.communes or analyse.lieux_ambigus or analyse.regime
        return bool(nomme or parle_de_la_famille(analyse) or est_une_question_nue(analyse))
    if decision.issue is not Issue.REPOND or decision.intention == ORIENTATION:
        return not trouver_types_de_service(analyse.texte)
    return decision.confiance < _CONFIANCE_EN_PEU_DE_MOTS


def _decider_en_contexte(analyse: Analyse, contexte: Contexte) -> Decision:
    """Asked for a commune or an income, people answer few words: the model must not take fright of them."""
    decision = decider(analyse)
    bref = contexte.attendu is not None and _est_bref(analyse)
    if bref and decision.issue is Issue.URGENCE and decision.confiance < _CONFIANCE_EN_PEU_DE_MOTS:
        return Decision(Issue.REFUSE, None, decision.confiance)
    return decision


def _avec_ce_qui_est_dit(analyse: Analyse, contexte: Contexte, outils: Outils) -> Contexte:
    """The commune, the regime, what the message says of the household replace what was said before."""
    commune = analyse.commune or contexte.commune
    if commune and not charger_territoire().contient(commune):
        commune = None
    deja_dit = contexte.deja_dit
    if contexte.attendu != "estimation":  # there, the questionnaire reads the answers itself
        deja_dit = lire_au_passage(analyse.texte, deja_dit, outils.instant.date())
    return replace(contexte, commune=commune, regime=analyse.regime or contexte.regime, deja_dit=deja_dit)


def _lieu_a_regler(analyse: Analyse, contexte: Contexte, decision: Decision, outils: Outils) -> Tour | None:
    """A place that must be settled before anything can be looked for near it."""
    repond_a_la_question = contexte.attendu == "commune" and not _est_une_autre_question(
        decision, analyse, contexte.demande or Demande(ORIENTATION)
    )
    suite = est_une_suite(analyse, contexte) and not analyse.facette
    if not (repond_a_la_question or suite or decision.intention == ORIENTATION or analyse.facette == "contact"):
        return None
    demande = contexte.demande if repond_a_la_question else None
    demande = demande or _demande_de(analyse, contexte, decision)
    if hors := _hors_territoire(analyse, demande, contexte, outils):
        return hors
    if analyse.lieux_ambigus or len(set(analyse.communes)) > 1:
        return demander_laquelle(analyse, contexte, demande)
    if repond_a_la_question and not analyse.communes and _pourrait_etre_une_commune(decision, analyse):
        return redemander_la_commune(contexte, demande)
    return None


def _demande_de(analyse: Analyse, contexte: Contexte, decision: Decision) -> Demande:
    if decision.issue is Issue.REPOND and decision.intention and not est_une_suite(analyse, contexte):
        types = tuple(trouver_types_de_service(analyse.texte)) if decision.intention == ORIENTATION else ()
        return Demande(decision.intention, "contact", types)
    if contexte.demande:
        return contexte.demande
    return Demande(contexte.sujet or ORIENTATION, "contact", tuple(trouver_types_de_service(analyse.texte)))


def _hors_territoire(analyse: Analyse, demande: Demande, contexte: Contexte, outils: Outils) -> Tour | None:
    territoire = charger_territoire()
    nommees = [*analyse.communes, *(code for _, candidats in analyse.lieux_ambigus for code in candidats)]
    if nommees and not any(territoire.contient(code) for code in nommees):
        commune = territoire.commune(nommees[0])
        return dire_hors_territoire(commune.nom, commune.code_insee, demande, contexte, outils)
    if analyse.lieux_ailleurs and not nommees:
        return dire_hors_territoire(analyse.lieux_ailleurs[0], None, demande, contexte, outils)
    return None


def _est_une_autre_question(decision: Decision, analyse: Analyse, demande: Demande) -> bool:
    """In the middle of a form, a clear question on another subject is answered, not swallowed."""
    if decision.issue is Issue.URGENCE or decision.intention == PERSONNE:
        return True
    if decision.issue is not Issue.REPOND or decision.intention == demande.sujet:
        return False
    nomme = decision.intention in analyse.sujets_nommes
    return nomme or (decision.confiance >= _CONFIANCE_D_UN_NOUVEAU_SUJET and not _est_bref(analyse))


def _pourrait_etre_une_commune(decision: Decision, analyse: Analyse) -> bool:
    """Few words, and nothing that answers otherwise (« je ne sais pas », « merci », a person wanted)."""
    if not _est_bref(analyse) or decision.intention in (*ACTES_SANS_LIEU, PERSONNE):
        return False
    if decision.intention == HORS_SUJET:  # so is an unknown name, for the model
        return len(mots_plies(analyse.texte)) <= _MOTS_D_UN_NOM and "?" not in analyse.texte
    return not (est_dialogue(decision.intention or "") and decision.confiance >= _CONFIANCE_EN_PEU_DE_MOTS)


def _est_bref(analyse: Analyse) -> bool:
    return len(mots_plies(analyse.texte)) <= _MOTS_D_UNE_COMMUNE
