"""The understanding path, exactly as a conversation takes it."""

from dataclasses import dataclass
from typing import Protocol

from guichet.comprehension.analyse import Analyse, depuis_rasa
from guichet.comprehension.autres_questions import facette_de
from guichet.comprehension.decision import Decision, Issue, decider, est_calme
from guichet.comprehension.langues import trouver_langue
from guichet.comprehension.seuils import Seuils
from guichet.evaluation.analyseur import Analyseur
from guichet.urgences.detection import detecter
from guichet.urgences.langues import detecter_en_toute_langue
from guichet.urgences.vitale import charger_vitale, est_vitale


@dataclass(frozen=True)
class Lecture:
    """What would be done of a message."""

    decision: Decision
    facette: str | None = None
    commune: str | None = None


class Comprehension(Protocol):
    """Anything that can be judged on the same lines."""

    def lire(self, texte: str) -> Lecture:
        """What it would do of one message."""


class Guichet:
    """Ours: the crisis layer, then Rasa's NLU with our components, then the thresholds."""

    def __init__(self, analyseur: Analyseur) -> None:
        self._analyseur = analyseur

    def lire(self, texte: str) -> Lecture:
        return conclure(self.analyser(texte), texte)

    def analyser(self, texte: str) -> Analyse:
        return depuis_rasa(self._analyseur.analyser(texte.lstrip("/ ")))


def _urgence(texte: str, calme: bool) -> str | None:
    """What the gateway hears in front of Rasa; `calme`: what Rasa says of it."""
    if est_vitale(texte):
        return str(charger_vitale().reponse["sujet"])
    if trouver_langue(texte) and (sujet := detecter_en_toute_langue(texte)):
        return sujet
    alarme = detecter(texte)
    return alarme.sujet if alarme and not (alarme.a_confirmer and calme) else None


def conclure(analyse: Analyse, texte: str, s: Seuils | None = None) -> Lecture:
    """What is done of a message, once Rasa has read it."""
    urgence = _urgence(texte, est_calme(analyse, s))
    decision = Decision(Issue.URGENCE, urgence, 1.0) if urgence else decider(analyse, s)
    return Lecture(decision, facette_de(analyse, decision.intention or ""), analyse.commune)
