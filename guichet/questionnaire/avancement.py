"""One step of the questionnaire: an answer read, or the question asked again otherwise."""

from dataclasses import replace
from datetime import date

from guichet.questionnaire.lecture import lire, ne_sait_pas
from guichet.questionnaire.questions import Etat, moitie_qui_manque, question_suivante

ESSAIS_MAX = 2


def avancer(etat: Etat, texte: str, jour: date) -> Etat | None:
    """The state after an answer to the present question; None when the text does not answer it.

    « Je ne sais pas » is an answer: what it was about stays unknown.
    """
    question = question_suivante(etat)
    if question is None:
        return None
    if ne_sait_pas(texte):
        return _poser_la_suivante(etat, question.cle)
    lu = lire(question.cle, texte, etat.reponses, jour)
    if lu is None:
        return None
    lue = replace(etat, reponses={**etat.reponses, **lu})
    if question.a_deux and lue.reponses.get("couple") and moitie_qui_manque(question.cle, lue.reponses):
        return replace(lue, essais=0)
    return _poser_la_suivante(lue, question.cle)


def insister(etat: Etat) -> Etat:
    """The question again, with how to answer; after that it is left unknown."""
    question = question_suivante(etat)
    if question and etat.essais + 1 >= ESSAIS_MAX:
        return _poser_la_suivante(etat, question.cle)
    return replace(etat, essais=etat.essais + 1)


def _poser_la_suivante(etat: Etat, cle: str) -> Etat:
    return replace(etat, posees=(*etat.posees, cle), essais=0)
