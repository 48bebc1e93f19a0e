"""Families counted by hand, in `familles.yml`; never a figure copied from the program."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from guichet.estimation.foyer import Foyer
from guichet.estimation.moteur import Moteur
from tests.estimation.conftest import JOUR

FAMILLES = yaml.safe_load((Path(__file__).parent / "familles.yml").read_text(encoding="utf-8"))
COMMUN = {"grossesse": False, "handicap": "non", "code_insee": "50502"}
# OpenFisca counts in 32-bit floats, and the hand rounds at other steps.
PRES = Decimal("0.02")


def foyer_de(donnees: dict) -> Foyer:
    return Foyer(**{**COMMUN, **donnees, "enfants": tuple(donnees["enfants"])})


@pytest.mark.parametrize("famille", FAMILLES, ids=[famille["nom"] for famille in FAMILLES])
def test_une_famille_comptee_a_la_main(moteur: Moteur, famille: dict) -> None:
    foyer = foyer_de(famille["foyer"])
    sommes = moteur.sommes(foyer, JOUR)
    for aide, attendu in famille["attendu"].items():
        bas, haut = (Decimal(str(x)) for x in (attendu if isinstance(attendu, list) else [attendu, attendu]))
        assert abs(min(sommes[aide]) - bas) <= PRES, (aide, famille["calcul"])
        assert abs(max(sommes[aide]) - haut) <= PRES, (aide, famille["calcul"])


def test_il_y_a_au_moins_vingt_familles_et_chacune_a_son_calcul() -> None:
    assert len(FAMILLES) >= 20
    assert all(famille["calcul"] for famille in FAMILLES)
