"""One line judged exactly as a conversation would take it."""

import time
from dataclasses import asdict, dataclass

from guichet.comprehension.decision import Decision, Issue, decider
from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.lignes import Ligne
from guichet.sujets import HORS_SUJET, est_urgence
from guichet.urgences.detection import detecter


@dataclass(frozen=True)
class Jugement:
    """What was expected, what was decided; `ms`: time of the whole understanding path."""

    ligne: Ligne
    decision: str
    sujet: str | None
    propositions: tuple[str, ...]
    facette: str | None
    commune: str | None
    confiance: float
    ms: float

    @property
    def juste(self) -> bool:
        """Answered with an accepted subject; out of scope refused; an emergency recognised as one."""
        if est_urgence(self.ligne.sujet):
            return self.decision == Issue.URGENCE
        if self.ligne.sujet == HORS_SUJET and self.decision == Issue.REFUSE:
            return True
        return self.decision in (Issue.REPOND, Issue.DIALOGUE) and self.sujet in self.ligne.acceptes

    @property
    def clarifie(self) -> bool:
        return self.decision == Issue.CLARIFIE and bool(set(self.propositions) & set(self.ligne.acceptes))

    def en_json(self) -> dict[str, object]:
        champs = asdict(self)
        ligne = champs.pop("ligne")
        return {"text": ligne["text"], "attendu": ligne["sujet"], **champs, "juste": self.juste}


def juger(ligne: Ligne, analyseur: Analyseur) -> Jugement:
    """Crisis layer, then Rasa's NLU, then the thresholds."""
    debut = time.perf_counter()
    urgence = detecter(ligne.text)
    analyse = analyseur.analyser(ligne.text.lstrip("/ "))
    decision = Decision(Issue.URGENCE, urgence, 1.0) if urgence else decider(analyse)
    ms = (time.perf_counter() - debut) * 1000
    return Jugement(
        ligne,
        str(decision.issue),
        decision.intention,
        decision.propositions,
        analyse.facette,
        analyse.commune,
        decision.confiance,
        round(ms, 2),
    )
