"""Opening hours as a person says them, in Paris, public holidays included."""

from datetime import UTC, datetime

import pytest

from guichet.annuaire.horaires import ouverture
from guichet.dates import PARIS

SEMAINE = "Mo-Fr 09:00-12:00,13:30-17:00"


@pytest.mark.parametrize(
    ("horaires", "instant", "texte"),
    [
        pytest.param(SEMAINE, datetime(2026, 11, 23, 15, 0), "ouvert jusqu'à 17 h", id="un lundi après-midi"),
        pytest.param(SEMAINE, datetime(2026, 11, 23, 8, 59), "fermé, ouvre à 9 h", id="une minute avant l'ouverture"),
        pytest.param(SEMAINE, datetime(2026, 11, 23, 9, 0), "ouvert jusqu'à 12 h", id="à l'ouverture"),
        pytest.param(SEMAINE, datetime(2026, 11, 23, 12, 30), "fermé, ouvre à 13 h 30", id="pendant le déjeuner"),
        pytest.param(SEMAINE, datetime(2026, 11, 23, 18, 0), "fermé, ouvre demain à 9 h", id="le soir"),
        pytest.param(SEMAINE, datetime(2026, 11, 27, 18, 0), "fermé, ouvre lundi à 9 h", id="le vendredi soir"),
        pytest.param(SEMAINE, datetime(2026, 12, 25, 10, 0), "fermé, ouvre lundi à 9 h", id="le jour de Noël"),
        pytest.param(SEMAINE, datetime(2027, 5, 6, 10, 0), "fermé, ouvre demain à 9 h", id="le jeudi de l'Ascension"),
        pytest.param("24/7", datetime(2026, 11, 23, 3, 0), "ouvert", id="toujours ouvert"),
        pytest.param(
            "Mo[1] 10:00-12:00",
            datetime(2026, 11, 23, 10, 0),
            "fermé, ouvre le lundi 7 décembre à 10 h",
            id="le premier lundi du mois",
        ),
        pytest.param(None, datetime(2026, 11, 23, 10, 0), "horaires non connus", id="des horaires inconnus"),
    ],
)
def test_on_dit_si_c_est_ouvert(horaires: str | None, instant: datetime, texte: str) -> None:
    assert ouverture(horaires, instant.replace(tzinfo=PARIS)).texte == texte


def test_l_heure_du_serveur_n_est_pas_celle_de_paris() -> None:
    assert ouverture(SEMAINE, datetime(2026, 7, 6, 7, 30, tzinfo=UTC)).ouvert is True  # 9 h 30 in Paris
    assert ouverture(SEMAINE, datetime(2026, 1, 5, 7, 30, tzinfo=UTC)).ouvert is False  # 8 h 30 in Paris
