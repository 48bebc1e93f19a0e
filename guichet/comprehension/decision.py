"""What to do with what was understood: answer, clarify among at most three, or refuse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.autres_questions import questions_sures
from guichet.comprehension.facettes import AUCUNE
from guichet.comprehension.lieux import ne_dit_qu_un_lieu
from guichet.comprehension.seuils import Seuils, seuils
from guichet.sujets import HORS_SUJET, charger_sujets, est_dialogue, est_urgence
from guichet.texte import mots_plies

PROPOSITIONS_MAX = 3
_MOTS_D_UN_CRI = 3
INFORMATION, LANGUE_ETRANGERE = "donner_information", "langue_etrangere"


class Issue(StrEnum):
    """The five outcomes of the evaluation contract."""

    REPOND = "repond"
    CLARIFIE = "clarifie"
    REFUSE = "refuse"
    URGENCE = "urgence"
    DIALOGUE = "dialogue"


@dataclass(frozen=True)
class Decision:
    """`intention`: a subject or a dialogue act; None when nothing can be answered straight away."""

    issue: Issue
    intention: str | None
    confiance: float
    propositions: tuple[str, ...] = ()


def choisir_facette(classement: Sequence[tuple[str, float]], s: Seuils | None = None) -> str | None:
    """The facet asked for, from the ranking of all of them and of `aucune`; None when none is likely enough."""
    s = s or seuils()
    facette, probabilite = next(((nom, p) for nom, p in classement if nom != AUCUNE), ("", 0.0))
    return facette if probabilite >= s.facette else None


def decider(analyse: Analyse, s: Seuils | None = None) -> Decision:
    """The outcome for one message, from its ranking."""
    s = s or seuils()
    if _est_trop_court(analyse):
        analyse = _sans_les_urgences(analyse)
    if urgence := _urgence(analyse, s):
        return urgence
    if analyse.langue:
        return Decision(Issue.DIALOGUE, LANGUE_ETRANGERE, analyse.confiance_en(LANGUE_ETRANGERE))
    if nomme := _nomme(analyse, s):
        return nomme
    confiance = analyse.confiance
    seconde = analyse.classement[1][1] if len(analyse.classement) > 1 else 0.0
    marge = 0.0 if _est_un_acte(analyse.intention) else s.marge  # « oui », « et à Lessay ? »: nothing to offer instead
    if confiance >= s.repondre and confiance - seconde >= marge:
        return _reponse(analyse)
    if deux := _deux_questions(analyse, s):
        return deux
    return _clarification(_au_large(analyse, s), s)


def est_calme(analyse: Analyse, s: Seuils | None = None) -> bool:
    """Whether the model is almost certain that nobody is in danger: a rule in doubt may then be silenced."""
    return bool(analyse.classement) and analyse.danger < (s or seuils()).calme


def _est_trop_court(analyse: Analyse) -> bool:
    """Of one or two words the model has learned nothing (« ce soir », « j'ai »): the rules hear « suicide »."""
    return 0 < len(mots_plies(analyse.texte)) < _MOTS_D_UN_CRI


def _sans_les_urgences(analyse: Analyse) -> Analyse:
    return replace(analyse, classement=tuple((nom, p) for nom, p in analyse.classement if not est_urgence(nom)))


def _au_large(analyse: Analyse, s: Seuils) -> Analyse:
    """The ranking as it would be if off topic, wide as the world, were that much more frequent."""
    total = 1 + (s.monde - 1) * analyse.confiance_en(HORS_SUJET)
    pesees = ((nom, p * (s.monde if nom == HORS_SUJET else 1) / total) for nom, p in analyse.classement)
    return replace(analyse, classement=tuple(sorted(pesees, key=lambda pesee: -pesee[1])))


def _urgence(analyse: Analyse, s: Seuils) -> Decision | None:
    if analyse.danger < s.urgence:
        return None
    return Decision(Issue.URGENCE, next(i for i, _ in analyse.classement if est_urgence(i)), analyse.danger)


def _nomme(analyse: Analyse, s: Seuils) -> Decision | None:
    """The subject called by its name breaks a tie, when it is the only one."""
    if len(analyse.sujets_nommes) != 1:
        return None
    (nomme,) = analyse.sujets_nommes
    confiance = analyse.confiance_en(nomme)
    tete = [intention for intention, _ in analyse.classement[:PROPOSITIONS_MAX]]
    if nomme in tete and confiance >= max(s.nom, analyse.confiance / 2):
        return Decision(Issue.REPOND, nomme, confiance)
    return None


def _deux_questions(analyse: Analyse, s: Seuils) -> Decision | None:
    """Unsure as a whole, because two things are asked: the first is answered, the second will be offered."""
    questions = questions_sures(analyse, s)
    if len(questions) < 2:
        return None
    return Decision(Issue.REPOND, questions[0].sujet, questions[0].confiance)


def _est_un_acte(intention: str) -> bool:
    """Whether it belongs to the conversation itself: no subject, no question off topic."""
    return intention not in charger_sujets() or (est_dialogue(intention) and intention != HORS_SUJET)


def _reponse(analyse: Analyse) -> Decision:
    intention, confiance = analyse.intention, analyse.confiance
    if est_dialogue(intention) and ne_dit_qu_un_lieu(analyse.texte, analyse.lieux_dits):
        return Decision(Issue.DIALOGUE, INFORMATION, confiance)  # « Hambye » is not a goodbye
    if intention == HORS_SUJET:
        return Decision(Issue.REFUSE, HORS_SUJET, confiance)
    if _est_un_acte(intention):
        return Decision(Issue.DIALOGUE, intention, confiance)
    return Decision(Issue.REPOND, intention, confiance)


def _clarification(analyse: Analyse, s: Seuils) -> Decision:
    candidats = [
        (intention, p)
        for intention, p in analyse.classement
        if intention in charger_sujets() and not est_dialogue(intention) and p >= _plancher(intention, s)
    ][:PROPOSITIONS_MAX]
    total = sum(p for _, p in candidats)
    refus = analyse.confiance_en(HORS_SUJET)
    if candidats and total >= s.refuser and total > refus:
        return Decision(Issue.CLARIFIE, None, total, tuple(intention for intention, _ in candidats))
    return Decision(Issue.REFUSE, None, refus)


def _plancher(intention: str, s: Seuils) -> float:
    """From what probability it is offered: « les idées suicidaires » is no suggestion to make lightly."""
    return s.urgence / 2 if est_urgence(intention) else s.clarifier
