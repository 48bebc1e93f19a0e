"""« À quoi ai-je droit ? »: at most eight short questions, then what may be due, and what was not computed."""

import re
from dataclasses import replace
from datetime import date

from guichet.comprehension.analyse import Analyse
from guichet.conversation.clarification import ESTIMATION
from guichet.conversation.contexte import AEstimer, Contexte, Message, Outils, Tour
from guichet.conversation.messages import bouton, message
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.questionnaire.avancement import avancer, insister
from guichet.questionnaire.foyer import foyer_decrit
from guichet.questionnaire.mots import dit_tout
from guichet.questionnaire.questions import Etat, nombre_de_questions, question_suivante, revenir
from guichet.questionnaire.recapitulatif import dire_la_derniere, dire_tout
from guichet.texte import plier

SUJET = ESTIMATION
ESTIMER, REPONSE, RETOUR, REPRENDRE = "estimer", "reponse", "retour", "reprendre"  # gestes
_FACETTES_QUI_OUVRENT = (None, "description", "conditions", "montant")
_AILLEURS = re.compile(r"\b(sites?|internet|en ligne|liens?|simulateurs?|logiciels?|application)\b")
NE_SAIT_PAS = "je ne sais pas"
# What a message of the questionnaire becomes once the estimate is given: see the gateway.
PROVISOIRE, FINAL = "provisoire", "final"
_RETOUR = re.compile(
    r"(retour|revenir|reviens|question (d avant|precedente)|je me suis trompee?|precedent|corriger|c est faux)"
    r"( en arriere)?"
)
_CORRECTION = re.compile(
    r"(?:non|pardon|en fait|erreur|je me suis tromp\w*)[ ,:!.]+(?:c['’ ]?est |plut[oô]t )?(.+)", re.IGNORECASE
)
_ARRET = re.compile(r"^(stop|arret\w*|annul\w*|laisse\w* tomber|on arrete|quitter|j arrete)\b")
_REPRISE = re.compile(r"\b(repren\w*|continue\w*|finir)\b.*\b(questions?|estimation|simulation|calcul)\b")
_SUITE = re.compile(
    r"((oui|ok|d accord|allez|bon|alors|merci) )*((on|je|j|jv) )?"
    r"(continue[rz]?|repren\w+|poursui\w+|finis|finit|termine[rz]?)"
    r"( (svp|stp|s il vous plait|s il te plait|maintenant))?"
)
_MOTS_D_UNE_REPONSE = 10


def est_demandee(analyse: Analyse) -> bool:
    """« à quoi ai-je droit ? », « je veux estimer mes droits »; not « sur quel site faire une simulation ? »."""
    en_faire_une = analyse.facette == "demarche" and not _AILLEURS.search(plier(analyse.texte))
    return analyse.facette in _FACETTES_QUI_OUVRENT or (en_faire_une and bool(analyse.texte))


def ouvrir(contexte: Contexte) -> Tour:
    """The first question that the person has not answered in passing already."""
    etat = Etat({**contexte.deja_dit, **({"regime": contexte.regime} if contexte.regime else {})})
    contexte = replace(contexte, sujet=SUJET, facette=None, questionnaire=etat, incomprehensions=0, propositions=())
    return _continuer(etat, contexte)


def reprendre(contexte: Contexte) -> Tour:
    """The question where the person left, or the first one."""
    return Tour([], contexte, demander="estimation") if contexte.questionnaire else ouvrir(contexte)


def question(contexte: Contexte) -> Message:
    """The present question, its choices, « je ne sais pas » and the way back."""
    etat = contexte.questionnaire or Etat()
    posee = question_suivante(etat)
    assert posee is not None, "an estimate whose questions are all answered is given, not asked"
    numero = dire("estimation_question", rang=len(etat.posees) + 1, nombre=nombre_de_questions(etat))
    boutons = [bouton(choix.titre, SUJET, geste=REPONSE, valeur=choix.dit) for choix in posee.choix]
    boutons.append(bouton(titre_de_bouton("ne_sait_pas"), SUJET, geste=REPONSE, valeur=NE_SAIT_PAS))
    if etat.posees or etat.reponses:
        titre = titre_de_bouton(RETOUR if etat.posees else "pas_ce_que_j_ai_dit")
        boutons.append(bouton(titre, SUJET, geste=RETOUR))
    phrases = [] if etat.essais else _deja_compris(etat)
    phrases += [f"{numero} {posee.texte}", posee.aide if etat.essais else ""]
    return message(
        "formulaire",
        " ".join(filter(None, phrases)),
        sujet=SUJET,
        boutons=boutons,
        saisie="nombre" if posee.nombre else None,
        conservation=PROVISOIRE,
    )


def _deja_compris(etat: Etat) -> list[str]:
    """At first, how it goes, and what was said before the questions; then, what the last answer was taken for."""
    if etat.posees:
        return [dire("estimation_note", compris=dire_la_derniere(etat))]
    dit_avant = " ; ".join(dire_tout(etat))
    return [dire("estimation_intro"), dire("estimation_deja_dit", compris=dit_avant) if dit_avant else ""]


def repondre_a_la_question(texte: str, contexte: Contexte, outils: Outils) -> Tour | None:
    """What an answer leads to: the next question, or the estimate. None when the text answers nothing."""
    etat = contexte.questionnaire or Etat()
    plie = plier(texte)
    if _ARRET.search(plie):
        arret = message("texte", dire("estimation_arretee"), sujet=SUJET, conservation=FINAL)
        return Tour([arret], replace(contexte, questionnaire=None, deja_dit={}))
    if _RETOUR.fullmatch(plie):
        return revenir_en_arriere(contexte)
    jour = outils.instant.date()
    avance = avancer(etat, texte, jour) or _corriger(etat, texte, jour)
    return None if avance is None else _continuer(avance, contexte)


def _corriger(etat: Etat, texte: str, jour: date) -> Etat | None:
    """« non, 3 et 8 ans », « je me suis trompée c'est 900 »: the answer before, said again."""
    correction = _CORRECTION.fullmatch(texte.strip())
    return avancer(revenir(etat), correction.group(1), jour) if correction and etat.posees else None


def revenir_en_arriere(contexte: Contexte) -> Tour:
    etat = revenir(contexte.questionnaire or Etat())
    return Tour([], replace(contexte, questionnaire=etat), demander="estimation")


def redemander(contexte: Contexte) -> Tour:
    """The same question with how to answer it, once; then the next one."""
    return _continuer(insister(contexte.questionnaire or Etat()), contexte)


def proposer_de_reprendre(tour: Tour, contexte: Contexte) -> Tour:
    """Another question came in between: it is answered, and the questionnaire is a tap away."""
    if not tour.messages:
        return replace(tour, contexte=replace(tour.contexte, questionnaire=contexte.questionnaire))
    dernier = tour.messages[-1]
    retour = bouton(titre_de_bouton("reprendre_estimation"), SUJET, geste=REPRENDRE)
    messages = [*tour.messages[:-1], {**dernier, "boutons": [retour, *dernier.get("boutons", [])]}]
    return replace(tour, messages=messages, contexte=replace(tour.contexte, questionnaire=contexte.questionnaire))


def _continuer(etat: Etat, contexte: Contexte) -> Tour:
    contexte = replace(contexte, questionnaire=etat, incomprehensions=0)
    if question_suivante(etat):
        return Tour([], contexte, demander="estimation")
    foyer = foyer_decrit(etat.reponses, contexte.commune_connue, contexte.regime)
    regime = etat.reponses.get("regime") or contexte.regime
    a_estimer = AEstimer(foyer, tuple(dire_tout(etat)))
    return Tour([], replace(contexte, questionnaire=None, deja_dit={}, regime=regime), a_estimer=a_estimer)


def veut_reprendre(analyse: Analyse, contexte: Contexte) -> bool:
    """« reprendre mes questions », « oui on continue », « retour », once the answers were left in the middle."""
    plie = plier(analyse.texte)
    if contexte.questionnaire is None or contexte.attendu == "estimation":
        return False
    return bool(_REPRISE.search(plie) or _SUITE.fullmatch(plie) or _RETOUR.fullmatch(plie))


def repond_calmement(analyse: Analyse, contexte: Contexte, outils: Outils) -> bool:
    """A figure, or « toute seule », in answer to our question: the model alone must not take fright of it."""
    question = question_suivante(contexte.questionnaire) if contexte.questionnaire else None
    if question is None or contexte.questionnaire is None or contexte.attendu != "estimation":
        return False
    plie = plier(analyse.texte)
    if question.cle == "couple" and dit_tout("seul_en_entier", plie):
        return True
    court = len(plie.split()) <= _MOTS_D_UNE_REPONSE and any(mot.isdecimal() for mot in plie.split())
    return court and avancer(contexte.questionnaire, analyse.texte, outils.instant.date()) is not None


def est_une_reponse(analyse: Analyse) -> bool:
    """Whether the message may be read as an answer: not when it names an aid and asks something of it."""
    return not (analyse.sujets_nommes and analyse.facette)
