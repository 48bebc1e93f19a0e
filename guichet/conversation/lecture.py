"""How a message is to be read, given what was said and asked before it."""

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.decision import Decision, Issue, decider
from guichet.comprehension.noms import trouver_types_de_service
from guichet.comprehension.normalisation import normaliser
from guichet.comprehension.situation import raconte_sa_situation
from guichet.conversation.clarification import PERSONNE
from guichet.conversation.contexte import Contexte, Demande
from guichet.conversation.orientation import ORIENTATION
from guichet.conversation.precisions import ACTES_SANS_LIEU, est_une_question_nue, parle_de_la_famille
from guichet.sujets import HORS_SUJET, est_dialogue
from guichet.texte import mots_plies

_MOTS_D_UNE_COMMUNE, _MOTS_D_UN_NOM = 5, 3
CONFIANCE_D_UN_NOUVEAU_SUJET = 0.6
_CONFIANCE_EN_PEU_DE_MOTS = 0.85


def decider_en_contexte(analyse: Analyse, contexte: Contexte) -> Decision:
    """Asked for a commune or an income, people answer few words: the model must not take fright of them."""
    decision = decider(analyse)
    bref = contexte.attendu is not None and est_bref(analyse)
    if bref and decision.issue is Issue.URGENCE and decision.confiance < _CONFIANCE_EN_PEU_DE_MOTS:
        return Decision(Issue.REFUSE, None, decision.confiance)
    return decision


def est_une_autre_question(decision: Decision, analyse: Analyse, demande: Demande) -> bool:
    """In the middle of a form, a clear question on another subject is answered, not swallowed."""
    if decision.issue is Issue.URGENCE or decision.intention == PERSONNE:
        return True
    if decision.issue is not Issue.REPOND or decision.intention == demande.sujet:
        return False
    nomme = decision.intention in analyse.sujets_nommes
    return nomme or (decision.confiance >= CONFIANCE_D_UN_NOUVEAU_SUJET and not est_bref(analyse))


def hesite(decision: Decision, analyse: Analyse) -> bool:
    """The few words of a follow-up seldom open a new subject: one must be surer than usual."""
    if decision.intention == HORS_SUJET:
        nomme = analyse.communes or analyse.lieux_ambigus or analyse.regime
        return bool(nomme or parle_de_la_famille(analyse) or est_une_question_nue(analyse))
    if decision.issue is not Issue.REPOND or decision.intention == ORIENTATION:
        return not trouver_types_de_service(analyse.texte)
    return decision.confiance < _CONFIANCE_EN_PEU_DE_MOTS


def hesite_sur_une_situation(decision: Decision, analyse: Analyse) -> bool:
    """« je suis seule avec deux enfants, je gagne 950 euros »: told, not asked, and about nothing for sure."""
    sure = decision.issue is Issue.REPOND and decision.confiance >= _CONFIANCE_EN_PEU_DE_MOTS
    return not (sure or analyse.sujets_nommes) and raconte_sa_situation(normaliser(analyse.texte))


def pourrait_etre_une_commune(decision: Decision, analyse: Analyse) -> bool:
    """Few words, and nothing that answers otherwise (« je ne sais pas », « merci », a person wanted)."""
    if not est_bref(analyse) or decision.intention in (*ACTES_SANS_LIEU, PERSONNE):
        return False
    if decision.intention == HORS_SUJET:  # so is an unknown name, for the model
        return len(mots_plies(analyse.texte)) <= _MOTS_D_UN_NOM and "?" not in analyse.texte
    return not (est_dialogue(decision.intention or "") and decision.confiance >= _CONFIANCE_EN_PEU_DE_MOTS)


def est_bref(analyse: Analyse) -> bool:
    return len(mots_plies(analyse.texte)) <= _MOTS_D_UNE_COMMUNE
