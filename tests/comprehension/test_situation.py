"""Ages, children, Caf or MSA, as people say them."""

import pytest

from guichet.comprehension.normalisation import normaliser
from guichet.comprehension.situation import (
    raconte_sa_situation,
    trouver_ages,
    trouver_nombre_enfants,
    trouver_regime,
)


@pytest.mark.parametrize(
    ("texte", "ages"),
    [
        ("pour un enfant de 12 ans", [12]),
        ("deux enfants de 7 et 12 ans", [7, 12]),
        ("mes enfants ont 3, 7 et 15 ans", [3, 7, 15]),
        ("trois enfants de deux, quatre et six ans", [2, 4, 6]),
        ("3 enfants, le grand a 15 ans", [15]),
        ("ma fille a trois ans", [3]),
        ("j'ai 34 ans et un fils de 6 ans", [6]),
        ("usagère 20 ans, un bébé", []),
        ("depuis longtemps", []),
    ],
)
def test_les_ages_des_enfants(texte: str, ages: list[int]) -> None:
    assert trouver_ages(texte) == ages


@pytest.mark.parametrize(
    ("texte", "nombre"), [("jai 3 enfants", 3), ("deux gamins", 2), ("mes enfants", None), ("2 loulous", 2)]
)
def test_le_nombre_d_enfants(texte: str, nombre: int | None) -> None:
    assert trouver_nombre_enfants(texte) == nombre


@pytest.mark.parametrize(
    ("texte", "regime"),
    [
        ("je suis à la MSA", "msa"),
        ("mon mari est agriculteur", "msa"),
        ("la caf ne répond pas", "caf"),
        ("caf ou msa ?", None),
        ("bonjour", None),
    ],
)
def test_caf_ou_msa(texte: str, regime: str | None) -> None:
    assert trouver_regime(texte) == regime


@pytest.mark.parametrize(
    "texte",
    [
        "je suis seule avec 2 enfants de 3 et 7 ans, je gagne 950 euros par mois",
        "jsui en couple 2 enfan on gagne 1600 a 2",
        "j'ai 26 ans, seul sans enfant, 700e par mois",
        "on est un couple avec 3 enfants, je suis au chômage 900 euros et lui au smic, loyer 550",
    ],
)
def test_une_situation_racontee(texte: str) -> None:
    assert raconte_sa_situation(normaliser(texte))


@pytest.mark.parametrize(
    "texte",
    [
        "je suis seule avec 2 enfants, je gagne 950 euros, comment demander l'APL ?",
        "je suis seule avec 2 enfants",
        "mon loyer est de 480 euros",
        "un échéancier de 60 euros en plus du loyer ; si je saute une seule fois, ils nous mettent dehors",
    ],
)
def test_ce_qui_n_est_pas_une_situation_racontee(texte: str) -> None:
    assert not raconte_sa_situation(normaliser(texte))
