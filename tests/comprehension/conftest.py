"""The training examples, for the tests that loop over all of them."""

import pytest
import yaml

from guichet.chemins import DATA


@pytest.fixture(scope="session")
def exemples() -> list[tuple[str, str]]:
    """(intent, example) of every training file."""
    trouves = []
    for fichier in sorted((DATA / "nlu").rglob("*.yml")):
        for bloc in yaml.safe_load(fichier.read_text(encoding="utf-8"))["nlu"]:
            trouves += [
                (bloc["intent"], ligne[2:]) for ligne in bloc["examples"].splitlines() if ligne.startswith("- ")
            ]
    return trouves
