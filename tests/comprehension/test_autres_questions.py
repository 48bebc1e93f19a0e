"""Two questions in one message: the second is offered, each has its facet."""

import pytest

from guichet.comprehension.analyse import Analyse, Question
from guichet.comprehension.autres_questions import autres_questions, facette_de, questions_apres_une_urgence

CRECHE, CANTINE = Question("creche", 0.95, "demarche"), Question("cantine_periscolaire", 0.9, "montant")
RECOURS, DEUIL = Question("contestation_recours", 0.99, "recours"), Question("deces_veuvage", 0.9, "montant")


def _analyse(*questions: Question, nommes: tuple[str, ...] = ()) -> Analyse:
    return Analyse("…", (("creche", 0.9),), facette="conditions", questions=questions, sujets_nommes=nommes)


@pytest.mark.parametrize(
    ("analyse", "autres"),
    [
        pytest.param(_analyse(CRECHE, CANTINE), [CANTINE], id="la seconde question est proposée"),
        pytest.param(_analyse(CANTINE), [], id="une seule question n'en cache pas d'autre"),
        pytest.param(_analyse(CRECHE, RECOURS), [], id="« et je conteste où » parle du même sujet"),
        pytest.param(_analyse(CRECHE, Question("aah", 0.5)), [], id="une question douteuse n'est pas proposée"),
        pytest.param(_analyse(CRECHE, Question("urgence_violence", 0.9)), [], id="une urgence n'est pas un bouton"),
        pytest.param(_analyse(nommes=("creche", "rsa")), [Question("rsa", 0.0)], id="un nom suffit"),
        pytest.param(
            _analyse(CRECHE, CANTINE, nommes=("cantine_periscolaire",)), [CANTINE], id="un nom n'ôte pas la facette"
        ),
    ],
)
def test_les_autres_questions(analyse: Analyse, autres: list[Question]) -> None:
    assert list(autres_questions(analyse, "creche")) == autres


def test_chaque_sujet_a_la_facette_de_sa_question() -> None:
    deux = _analyse(CRECHE, CANTINE)
    assert (facette_de(deux, "creche"), facette_de(deux, "cantine_periscolaire")) == ("demarche", "montant")


def test_une_seule_question_a_la_facette_du_message() -> None:
    assert facette_de(_analyse(CRECHE), "creche") == "conditions"


def test_apres_une_urgence_une_question_suffit() -> None:
    assert questions_apres_une_urgence(_analyse(CANTINE), "urgence_violence") == (CANTINE,)


def test_on_ne_parle_pas_du_capital_deces_a_qui_veut_mourir() -> None:
    assert questions_apres_une_urgence(_analyse(DEUIL), "urgence_suicide") == ()
