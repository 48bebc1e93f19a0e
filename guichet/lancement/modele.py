"""Training Rasa's model, only when its sources changed."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from guichet.chemins import BOT_PYTHON, MODELES, RACINE, dossier_variable
from guichet.erreurs import ErreurGuichet

NOM = "guichet"
MODELE = MODELES / f"{NOM}.tar.gz"
_EMPREINTE = MODELES / f"{NOM}.empreinte"
# What the trained weights depend on; the extractors and thresholds are read when Rasa starts.
_SOURCES = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/rules",
    "data/comprehension/abreviations.yml",
    "guichet/comprehension/normalisation.py",
    "guichet/texte.py",
    "bot/composants",
    "bot/uv.lock",
)


def environnement_de_rasa() -> dict[str, str]:
    """Quiet, offline, one thread a process: another process uses the second core."""
    return os.environ | {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "MALLOC_ARENA_MAX": "2",
        "MALLOC_TRIM_THRESHOLD_": "131072",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SANIC_WORKERS": "1",
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "PYTHONPATH": str(RACINE),
    }


def empreinte() -> str:
    """A digest of all that the model depends on."""
    condense = hashlib.sha256()
    for fichier in _fichiers():
        condense.update(str(fichier.relative_to(RACINE)).encode())
        condense.update(fichier.read_bytes())
    return condense.hexdigest()


def _fichiers() -> Iterator[Path]:
    for source in _SOURCES:
        chemin = RACINE / source
        if chemin.is_dir():
            yield from sorted(f for f in chemin.rglob("*") if f.suffix in (".yml", ".py", ".csv"))
        else:
            yield chemin


def est_a_jour() -> bool:
    return MODELE.exists() and _EMPREINTE.exists() and _EMPREINTE.read_text(encoding="utf-8") == empreinte()


def entrainer() -> None:
    """Trains and keeps the model as `models/guichet.tar.gz`.

    Raises ErreurGuichet, with where to read what happened, when Rasa fails.
    """
    if not BOT_PYTHON.exists():
        raise ErreurGuichet("L'environnement de Rasa n'est pas installé : lancez « make demo » ou « make setup ».")
    condense = empreinte()
    journal = dossier_variable() / "entrainement.log"
    commande = [
        str(BOT_PYTHON),
        "-m",
        "rasa",
        "train",
        "--fixed-model-name",
        NOM,
        "--out",
        str(MODELES),
        "--force",
        "--skip-validation",
        "--quiet",
    ]
    with journal.open("w", encoding="utf-8") as sortie:
        fini = subprocess.run(
            commande, cwd=RACINE, env=environnement_de_rasa(), stdout=sortie, stderr=sortie, check=False
        )
    if fini.returncode or not MODELE.exists():
        raise ErreurGuichet(f"L'entraînement a échoué : lisez {journal.parent.name}/{journal.name}.")
    _EMPREINTE.write_text(condense, encoding="utf-8")
