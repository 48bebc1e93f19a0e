"""What a message asks is told apart from the story around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.comprehension.question import ce_qui_est_demande


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
