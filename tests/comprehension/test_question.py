"""What a message asks is told apart from the story around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.comprehension.question import ce_qui_est_demande, questions_separees


@pytest.mark.parametrize(
    ("message", "demande"),
    [
        ("Je vis seule avec trois enfants. Combien je vais toucher ? Merci !", "Combien je vais toucher ?"),
        ("jeune de 19 ans, service civique, aide au permis combien", "aide au permis combien"),
        ("j'ai déménagé et comment je préviens la Caf", "et comment je préviens la Caf"),
        ("Mon mari est parti. Je voudrais un rendez-vous. Il pleut.", "Je voudrais un rendez-vous."),
        ("Mon fils est parti. La maison est vide.", "La maison est vide."),
        ("« J'ai tout rendu, sauf les clés. »", "sauf les clés."),
        ("rsa", "rsa"),
        ("??? ...", ""),
    ],
    ids=[
        "la phrase qui interroge",
        "la fin d'une note de guichet",
        "ce qui suit « et comment »",
        "à défaut, ce qui est souhaité",
        "à défaut, la fin",
        "un guillemet n'est pas une demande",
        "un mot seul",
        "rien",
    ],
)
def test_on_entend_ce_qui_est_demande(message: str, demande: str) -> None:
    assert ce_qui_est_demande(message) == demande


@given(st.text(max_size=200))
def test_rien_n_est_ajoute_au_message(message: str) -> None:
    assert set(ce_qui_est_demande(message).split()) <= set(message.split())


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        (
            "C'est quand que les APL tombent et comment je change d'adresse ?",
            ["C'est quand que les APL tombent", "et comment je change d'adresse ?"],
        ),
        ("Où est la mairie ? Merci beaucoup à vous.", ["Où est la mairie ?"]),
        ("Combien ça coûte, comment on s'inscrit ?", ["Combien ça coûte", "comment on s'inscrit ?"]),
        ("Si je déménage, combien je touche ? Je suis seule.", ["Si je déménage, combien je touche ?"]),
        ("Mon mari est parti. La maison est bien vide.", []),
        ("Combien pour la crèche ?", []),
        ("dossier aide cantine + quelles vacances l'été", ["quelles vacances l'été"]),
    ],
    ids=[
        "deux questions jointes par « et »",
        "une question et une politesse",
        "deux questions d'affilée",
        "une condition reste avec sa question",
        "un récit ne demande rien",
        "une seule question n'est pas à séparer",
        "une note de guichet",
    ],
)
def test_les_questions_d_un_message_sont_separees(message: str, questions: list[str]) -> None:
    assert questions_separees(message) == questions


@given(st.text(max_size=200))
def test_une_question_separee_est_du_message(message: str) -> None:
    assert all(question in message for question in questions_separees(message))
