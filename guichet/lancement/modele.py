"""Training Rasa's models, only when their sources changed."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guichet.chemins import BOT_PYTHON, MODELES, RACINE, dossier_variable
from guichet.erreurs import ErreurGuichet


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


# Nothing else runs while a model is trained: memory is kept, since giving back what each batch of sentences takes makes
# them a third slower; Rasa's cache of each step would cost more time than it saves.
_ENTRAINEMENT = {
    "OMP_NUM_THREADS": str(os.cpu_count()),
    "OPENBLAS_NUM_THREADS": str(os.cpu_count()),
    "RASA_MAX_CACHE_SIZE": "0",
    "MALLOC_TRIM_THRESHOLD_": "268435456",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
}


@dataclass(frozen=True)
class Modele:
    """A model of Rasa: its configuration and all that its weights depend on, from the root of the checkout.

    `apprendre`: what `rasa train` is asked for (nothing: the whole model; « nlu »: the understanding alone).
    """

    nom: str
    config: str
    sources: tuple[str, ...]
    apprendre: tuple[str, ...] = ()

    @property
    def chemin(self) -> Path:
        return MODELES / f"{self.nom}.tar.gz"

    @property
    def _temoin(self) -> Path:
        return MODELES / f"{self.nom}.empreinte"

    def empreinte(self) -> str:
        """A digest of all that the model depends on."""
        condense = hashlib.sha256()
        for fichier in self._fichiers():
            condense.update(str(fichier.relative_to(RACINE)).encode())
            condense.update(fichier.read_bytes())
        return condense.hexdigest()

    def _fichiers(self) -> Iterator[Path]:
        for source in (self.config, *self.sources):
            chemin = RACINE / source
            if chemin.is_dir():
                yield from sorted(f for f in chemin.rglob("*") if f.suffix in (".yml", ".py", ".csv"))
            else:
                yield chemin

    def est_a_jour(self) -> bool:
        temoin = self._temoin
        return self.chemin.exists() and temoin.exists() and temoin.read_text(encoding="utf-8") == self.empreinte()

    def entrainer(self) -> None:
        """Trains and keeps the model.

        Raises ErreurGuichet, with where to read what happened, when Rasa fails.
        """
        if not BOT_PYTHON.exists():
            raise ErreurGuichet("L'environnement de Rasa n'est pas installé : lancez « make demo » ou « make setup ».")
        condense = self.empreinte()
        journal = dossier_variable() / f"entrainement-{self.nom}.log"
        commande = [str(BOT_PYTHON), "-m", "rasa", "train", *self.apprendre, "--config", self.config]
        commande += ["--fixed-model-name", self.nom, "--out", str(MODELES)]
        if not self.apprendre:
            commande += ["--force", "--skip-validation", "--quiet"]
        environnement = environnement_de_rasa() | _ENTRAINEMENT
        with journal.open("w", encoding="utf-8") as sortie:
            fini = subprocess.run(commande, cwd=RACINE, env=environnement, stdout=sortie, stderr=sortie, check=False)
        if fini.returncode or not self.chemin.exists():
            raise ErreurGuichet(f"L'entraînement a échoué : lisez {journal.parent.name}/{journal.name}.")
        self._temoin.write_text(condense, encoding="utf-8")


# The extractors and the thresholds are not among the sources: they are read when Rasa starts.
GUICHET = Modele(
    "guichet",
    "config.yml",
    (
        "domain.yml",
        "data/nlu",
        "data/rules",
        "data/comprehension/abreviations.yml",
        "data/comprehension/mots_connus.yml",
        "guichet/comprehension/lexique.py",
        "guichet/comprehension/normalisation.py",
        "guichet/comprehension/orthographe.py",
        "guichet/comprehension/question.py",
        "guichet/texte.py",
        "bot/composants",
        "bot/importeur.py",
        "bot/uv.lock",
    ),
)
