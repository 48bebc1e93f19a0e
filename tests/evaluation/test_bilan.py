"""What the figures of an evaluation say, and what ours is compared with."""

import pytest

from guichet.comprehension.decision import Decision, Issue
from guichet.evaluation.bilan import comparer, confusions, dresser, les_moins_bien_compris
from guichet.evaluation.comparaison import RechercheParMots
from guichet.evaluation.comprehension import Lecture
from guichet.evaluation.jugement import Jugement, constater
from guichet.evaluation.lignes import Ligne


def _juge(attendu: str, issue: Issue, fait: str | None, propositions: tuple[str, ...] = ()) -> Jugement:
    return constater(Ligne("…", attendu), Lecture(Decision(issue, fait, 0.9, propositions)), ms=5)


JUGEMENTS = [
    _juge("rsa", Issue.REPOND, "rsa"),
    _juge("rsa", Issue.REPOND, "prime_activite"),
    _juge("creche", Issue.CLARIFIE, None, ("creche", "mode_garde_cmg")),
    _juge("hors_sujet", Issue.REFUSE, None),
    _juge("urgence_violence", Issue.URGENCE, "urgence_danger_autrui"),
    _juge("creche", Issue.URGENCE, "urgence_detresse"),
]


def test_les_parts_sont_celles_du_contrat() -> None:
    bilan = dresser(JUGEMENTS)
    assert (bilan["n"], bilan["exactitude"], bilan["clarifies"]) == (6, 0.5, 0.1667)
    assert bilan["urgences"] == {"rappel": 1.0, "fausses_alertes": 0.2}
    assert bilan["par_sujet"]["rsa"] == {"n": 2, "juste": 1}


def test_les_confusions_disent_ce_qui_a_ete_fait_a_la_place() -> None:
    assert confusions(JUGEMENTS) == [("rsa", "prime_activite", 1), ("creche", "urgence_detresse", 1)]


def test_les_sujets_les_moins_bien_compris_viennent_d_abord() -> None:
    assert [sujet for sujet, _ in les_moins_bien_compris(dresser(JUGEMENTS)["par_sujet"])] == ["creche", "rsa"]


def test_on_compare_sur_les_memes_lignes() -> None:
    assert comparer({"nous": JUGEMENTS})["nous"] == {
        "exactitude": 0.5,
        "parmi_trois": 0.6667,
        "refus": 0.1667,
        "ms_median": 5,
    }


@pytest.mark.parametrize(
    ("question", "sujet"),
    [
        ("allocation de rentrée scolaire", "ars_rentree_scolaire"),
        ("chèque énergie", "impayes_energie_eau"),
        ("commission de surendettement", "surendettement_budget"),
    ],
)
def test_la_recherche_par_mots_trouve_une_fiche_par_ses_mots(question: str, sujet: str) -> None:
    lecture = RechercheParMots().lire(question)
    assert lecture.decision.intention == sujet
    assert len(lecture.decision.propositions) == 3


def test_la_recherche_par_mots_ne_trouve_rien_quand_aucun_mot_n_est_connu() -> None:
    assert RechercheParMots().lire("zzz qqq").decision.issue is Issue.REFUSE
