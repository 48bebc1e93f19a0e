"""At most eight questions, whatever the household; what was not said stays unknown."""

from datetime import date
from itertools import product

import pytest

from guichet.questionnaire.avancement import avancer, insister
from guichet.questionnaire.foyer import foyer_decrit
from guichet.questionnaire.questions import QUESTIONS_MAX, Etat, nombre_de_questions, question_suivante, revenir

JOUR = date(2026, 11, 24)


def _repondre(reponses: dict[str, list[str]]) -> tuple[Etat, list[str]]:
    """Answers each question with what is given for it; returns the questions as they were asked."""
    etat, posees = Etat(), []
    while question := question_suivante(etat):
        posees.append(question.cle)
        dits = reponses.get(question.cle, ["je ne sais pas"])
        suivant = avancer(etat, dits[min(posees.count(question.cle), len(dits)) - 1], JOUR)
        assert suivant is not None, (question.cle, dits)
        etat = suivant
    return etat, posees


@pytest.mark.parametrize(
    ("couple", "enfants", "logement", "activite"),
    list(
        product(
            ["seule", "en couple", "je ne sais pas"],
            ["pas d'enfant", "3 et 7 ans", "je ne sais pas"],
            ["je loue", "propriétaire", "je ne sais pas"],
            ["salarié et salarié", "sans emploi", "je ne sais pas"],
        )
    ),
)
def test_huit_questions_au_plus(couple: str, enfants: str, logement: str, activite: str) -> None:
    etat, posees = _repondre(
        {
            "couple": [couple],
            "enfants": [enfants],
            "logement": [logement],
            "activite": [activite],
            "revenus": ["1300", "900"],
        }
    )
    assert len(set(posees)) == nombre_de_questions(etat) <= QUESTIONS_MAX


def test_le_foyer_est_celui_qui_a_ete_dit() -> None:
    etat, _ = _repondre(
        {
            "couple": ["en couple"],
            "enfants": ["2 enfants de 3 et 7 ans"],
            "situation": ["rien"],
            "logement": ["je loue 450"],
            "activite": ["salarié et sans emploi"],
            "revenus": ["1300", "0"],
            "regime": ["caf"],
        }
    )
    foyer = foyer_decrit(etat.reponses, "50394", None)
    assert (foyer.couple, foyer.enfants, foyer.logement, foyer.loyer) == (True, (3, 7), "locataire", 450)
    assert (foyer.revenus, foyer.revenus_conjoint, foyer.regime) == (1300, 0, "caf")


def test_ne_pas_savoir_laisse_inconnu_jamais_zero() -> None:
    etat, _ = _repondre({})
    foyer = foyer_decrit(etat.reponses, None, None)
    assert (foyer.couple, foyer.enfants, foyer.revenus, foyer.loyer) == (None, None, None, None)


def test_on_revient_en_arriere_et_la_reponse_est_oubliee() -> None:
    etat = avancer(Etat(), "seule", JOUR)
    assert etat is not None
    etat = avancer(etat, "3 ans", JOUR)
    assert etat is not None
    avant = revenir(etat)
    question = question_suivante(avant)
    assert question is not None
    assert (question.cle, avant.reponses) == ("enfants", {"couple": False})


def test_revenir_defait_d_abord_la_moitie_d_une_reponse() -> None:
    etat = Etat({"couple": True}, ("couple", "enfants", "situation", "logement", "activite"))
    a_moitie = avancer(etat, "1300", JOUR)
    assert a_moitie is not None
    question = question_suivante(a_moitie)
    assert question is not None
    assert "conjoint" in question.texte
    assert revenir(a_moitie).reponses == {"couple": True}


def test_une_question_incomprise_est_expliquee_puis_laissee() -> None:
    une_fois = insister(Etat())
    assert une_fois.posees == ()
    assert insister(une_fois).posees == ("couple",)
