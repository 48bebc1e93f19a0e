"""Normalising changes spelling, never meaning; twice is once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.comprehension.normalisation import normaliser


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("jai pa reçuuuu ma caf ???", "j'ai pas reçu ma Caf ?"),
        ("cmt on fé pr le rsa svp", "comment on fé pour le RSA s'il vous plaît"),
        ("Qu’est‑ce que l’ARS ?", "Qu'est‑ce que l'ARS ?"),
        ("bjr 🙂 ya koi a periers", "bonjour il y a quoi a periers"),
        ("Bonjour, je voudrais un rendez-vous.", "Bonjour, je voudrais un rendez-vous."),
    ],
    ids=["une allocataire pressée", "un SMS", "des apostrophes courbes", "un émoji", "un message bien écrit"],
)
def test_on_lit_comme_on_a_appris(ecrit: str, lu: str) -> None:
    assert normaliser(ecrit) == lu


@given(st.text(max_size=300))
def test_normaliser_deux_fois_ne_change_rien_de_plus(texte: str) -> None:
    une_fois = normaliser(texte)
    assert normaliser(une_fois) == une_fois
