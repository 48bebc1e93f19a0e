"""Dates as people write them, the nearest when the year is not said."""

from datetime import date

import pytest

from guichet.comprehension.dates import trouver_date

JOUR = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("dit", "attendue"),
    [
        ("12 mars", date(2027, 3, 12)),
        ("le 1er avril", date(2027, 4, 1)),
        ("premier avril 2027", date(2027, 4, 1)),
        ("15 décembre", date(2026, 12, 15)),
        ("12/03/2027", date(2027, 3, 12)),
        ("12.03.27", date(2027, 3, 12)),
        ("12/03", date(2027, 3, 12)),
        ("en mars", date(2027, 3, 1)),
        ("hier", date(2026, 11, 23)),
        ("avant-hier", date(2026, 11, 22)),
        ("aujourd'hui", JOUR),
        ("dans 3 mois", date(2027, 2, 24)),
        ("il y a deux semaines", date(2026, 11, 10)),
        ("dans sept jours", date(2026, 12, 1)),
        ("le mois prochain", date(2026, 12, 24)),
        ("lundi", date(2026, 11, 30)),
        ("vendredi dernier", date(2026, 11, 20)),
        pytest.param("je suis enceinte de 4 mois", date(2027, 4, 24), id="une grossesse : neuf mois en tout"),
        pytest.param("31/02", None, id="un jour qui n'existe pas"),
        pytest.param("2 janvier 2035", None, id="trop loin"),
        pytest.param("mais non", None, id="« mais » n'est pas « mai »"),
        pytest.param("je ne sais pas", None, id="pas de date"),
    ],
)
def test_une_date_est_trouvee(dit: str, attendue: date | None) -> None:
    assert trouver_date(dit, JOUR) == attendue
