"""What is said of the household in passing is kept; what is not surely said of it is not."""

from datetime import date
from typing import Any

import pytest

from guichet.questionnaire.deja_dit import lire_au_passage
from guichet.questionnaire.questions import Etat, nombre_de_questions, question_suivante, revenir

JOUR = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("texte", "lues"),
    [
        ("je suis seule avec 2 enfants de 3 et 6 ans", {"couple": False, "enfants": [3, 6]}),
        ("je vis seule, à quoi j'ai droit ?", {"couple": False}),
        ("Je suis en couple et j'ai un enfant de 8 mois.", {"couple": True, "enfants": [0]}),
        ("je suis divorcée avec deux enfants de 8 et 12 ans, combien l'ARS ?", {"couple": False, "enfants": [8, 12]}),
        ("je gagne 1200 euros par mois", {"revenus": 1200}),
        ("je suis seule et je gagne 900 par mois, je loue 450 par mois", {"couple": False, "revenus": 900}),
        ("mon loyer est de 520 euros", {"logement": "locataire", "loyer": 520}),
        ("je suis au chômage. on est mariés", {"activite": "chomage", "couple": True}),
        ("je suis célibataire, je travaille à mi-temps", {"couple": False, "activite": "salarie"}),
    ],
)
def test_ce_qui_est_dit_de_soi_est_retenu(texte: str, lues: dict[str, Any]) -> None:
    assert lire_au_passage(texte, {}, JOUR).items() >= {**lues}.items()


@pytest.mark.parametrize(
    "texte",
    [
        "et si je vis seule ?",
        "combien le rsa pour une personne seule avec 2 enfants ?",
        "ma voisine est seule avec 3 enfants de 2, 4 et 6 ans",
        "je ne suis plus seule",
        "mon père est au chômage",
        "madame est seule avec 2 enfants de 3 et 5 ans",
        "j'ai droit au rsa ?",
        "le rsa",
        "je touche 600 euros de rsa",
        "je touche 150 de pension alimentaire",
        "on m'a réclamé 1200 euros",
        "je paie 400 euros par mois de crèche",
        "je gagnais 1500 euros avant",
        "je vais bientôt vivre seule",
        "mon fils de 8 ans a la varicelle",
        "bonjour",
        "non",
        "24",
    ],
)
def test_ce_qui_n_est_pas_surement_dit_de_soi_n_est_pas_retenu(texte: str) -> None:
    assert lire_au_passage(texte, {}, JOUR) == {}


def test_un_message_plus_recent_corrige_le_precedent() -> None:
    lues = lire_au_passage("je suis seule", {}, JOUR)
    assert lire_au_passage("je suis en couple", lues, JOUR) == {"couple": True}


def test_ce_qui_est_deja_dit_n_est_plus_demande() -> None:
    etat = Etat(lire_au_passage("je suis seule avec 2 enfants de 3 et 6 ans", {}, JOUR))
    question = question_suivante(etat)
    assert question is not None
    assert question.cle == "situation"
    assert nombre_de_questions(etat) == nombre_de_questions(Etat({"couple": False, "enfants": [3, 6]}))


def test_en_couple_le_revenu_de_l_autre_reste_a_demander() -> None:
    etat = Etat({"couple": True, "revenus": 1200}, posees=("enfants", "situation", "logement", "loyer", "activite"))
    question = question_suivante(etat)
    assert question is not None
    assert question.cle == "revenus"


def test_revenir_avant_la_premiere_question_oublie_ce_qui_etait_deja_dit() -> None:
    assert revenir(Etat({"couple": False})) == Etat()
