"""One line judged: what was expected, what would be done."""

import time
from dataclasses import asdict, dataclass

from guichet.comprehension.decision import Issue
from guichet.evaluation.comprehension import Comprehension, Lecture
from guichet.evaluation.lignes import Ligne
from guichet.sujets import HORS_SUJET, est_urgence


@dataclass(frozen=True)
class Jugement:
    """`ms`: time of the whole understanding path."""

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


def juger(ligne: Ligne, comprehension: Comprehension) -> Jugement:
    """Reads the line and times it."""
    debut = time.perf_counter()
    lecture = comprehension.lire(ligne.text)
    ms = (time.perf_counter() - debut) * 1000
    return constater(ligne, lecture, ms)


def constater(ligne: Ligne, lecture: Lecture, ms: float = 0.0) -> Jugement:
    decision = lecture.decision
    return Jugement(
        ligne,
        str(decision.issue),
        decision.intention,
        decision.propositions,
        lecture.facette,
        lecture.commune,
        decision.confiance,
        round(ms, 2),
    )
