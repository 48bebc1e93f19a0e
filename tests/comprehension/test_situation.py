"""Ages, children, Caf or MSA, as people say them."""

import pytest

from guichet.comprehension.situation import trouver_ages, trouver_nombre_enfants, trouver_regime


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
