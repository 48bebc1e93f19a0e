"""Two questions in one message: the second is not lost, and each keeps its own facet."""

from guichet.comprehension.analyse import Analyse, Question
from guichet.comprehension.seuils import Seuils, seuils
from guichet.sujets import charger_sujets, est_dialogue, est_urgence

# In the same breath as an aid, they ask one of its facets: « et je conteste où ? », « et c'est versé quand ? ».
_FACETTES_D_UN_AUTRE_SUJET = frozenset(
    {
        "contact_rdv_caf",
        "contestation_recours",
        "delai_traitement",
        "orientation_service",
        "simulation_eligibilite",
        "versement_suspendu_absent",
    }
)
# What would harm after that emergency: the capital that a death leaves, the shelters where somebody may be looked for.
_TUS_APRES = {"urgence_suicide": ("deces_veuvage",), "urgence_danger_autrui": ("sans_domicile_hebergement",)}


def questions_sures(analyse: Analyse, s: Seuils | None = None) -> tuple[Question, ...]:
    """The first sure question on each subject, in the order of the message."""
    s = s or seuils()
    sures: dict[str, Question] = {}
    for question in analyse.questions:
        if question.confiance >= s.question and _est_un_sujet_a_part(question.sujet):
            sures.setdefault(question.sujet, question)
    return tuple(sures.values())


def facette_de(analyse: Analyse, sujet: str) -> str | None:
    """What is asked about a subject: by its own question when others are asked too, else by the whole message."""
    sures = questions_sures(analyse)
    propre = next((question for question in sures if question.sujet == sujet), None)
    return propre.facette if propre and len(sures) > 1 else analyse.facette


def autres_questions(analyse: Analyse, sujet: str) -> tuple[Question, ...]:
    """The other subjects of the message: called by their names, or asked about in a question of their own."""
    sures = questions_sures(analyse) if len(analyse.questions) > 1 else ()
    return _sans_repetition(analyse, sures, (sujet,))


def questions_apres_une_urgence(analyse: Analyse, urgence: str) -> tuple[Question, ...]:
    """What can be answered once the numbers are given; one question among the cries is enough."""
    return _sans_repetition(analyse, questions_sures(analyse), _TUS_APRES.get(urgence, ()))


def _sans_repetition(analyse: Analyse, sures: tuple[Question, ...], tus: tuple[str, ...]) -> tuple[Question, ...]:
    nommees = (Question(sujet, analyse.confiance_en(sujet)) for sujet in analyse.sujets_nommes)
    toutes = {question.sujet: question for question in (*nommees, *sures)}
    return tuple(question for question in toutes.values() if question.sujet not in tus)


def _est_un_sujet_a_part(sujet: str) -> bool:
    connu = sujet in charger_sujets() and not est_dialogue(sujet) and not est_urgence(sujet)
    return connu and sujet not in _FACETTES_D_UN_AUTRE_SUJET
