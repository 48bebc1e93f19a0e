"""The generated table says what is written today."""

import re
from datetime import date

from guichet.comprehension.facettes import FACETTES
from guichet.droits.couverture import FICHIER, tableau
from guichet.droits.fiches import charger_fiches
from tests.droits.test_montants import JOUR


def test_le_tableau_garde_est_celui_que_les_fiches_donnent() -> None:
    garde = FICHIER.read_text(encoding="utf-8")
    ecrit_le = re.search(r"État au (\S+)\.", garde)
    assert ecrit_le is not None
    assert garde == tableau(date.fromisoformat(ecrit_le.group(1))), "lancez « guichet droits couverture »"


def test_chaque_fiche_y_a_sa_ligne_et_chaque_facette_sa_colonne() -> None:
    lignes = tableau(JOUR).splitlines()
    assert sum(ligne.startswith("| ") for ligne in lignes) == len(charger_fiches()) + 1
    assert all(f" {facette} " in next(x for x in lignes if x.startswith("| sujet")) for facette in FACETTES)
