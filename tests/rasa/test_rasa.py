"""Rasa's own commands work from the root, as in any Rasa project."""

import subprocess
from pathlib import Path

import pytest

from guichet.chemins import BOT_PYTHON, RACINE
from guichet.lancement.ensemble import Ensemble
from guichet.lancement.modele import GUICHET, environnement_de_rasa


def _rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    commande = [str(BOT_PYTHON), "-m", "rasa", *arguments]
    environnement = environnement_de_rasa() | {"LOG_LEVEL": "INFO"}
    return subprocess.run(commande, cwd=RACINE, env=environnement, text=True, capture_output=True, timeout=180)


@pytest.mark.usefixtures("ensemble")
def test_rasa_test_passe_les_regles(tmp_path: Path, ensemble: Ensemble) -> None:
    fini = _rasa("test", "core", "--stories", "tests/rasa", "--model", str(GUICHET.chemin), "--out", str(tmp_path))
    assert fini.returncode == 0, fini.stderr[-2000:]
    assert (tmp_path / "failed_test_stories.yml").read_text(encoding="utf-8").strip().startswith("# None of the test")
