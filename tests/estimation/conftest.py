from datetime import date

import pytest

from guichet.estimation.moteur import Moteur

JOUR = date(2026, 11, 24)


@pytest.fixture(scope="session")
def moteur() -> Moteur:
    return Moteur()
