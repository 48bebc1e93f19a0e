"""Rasa's NLU as a child process: loads a model once, then parses line by line."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from guichet.chemins import BOT_PYTHON, RACINE
from guichet.erreurs import ErreurGuichet
from guichet.lancement.modele import GUICHET, environnement_de_rasa


class Analyseur:
    """Use as a context manager. Raises ErreurGuichet when there is no model or it cannot be loaded."""

    def __init__(self, modele: Path = GUICHET.chemin) -> None:
        self._modele = modele

    def __enter__(self) -> Self:
        if not self._modele.exists():
            raise ErreurGuichet("Aucun modèle entraîné : lancez « make model ».")
        self._enfant = subprocess.Popen(
            [str(BOT_PYTHON), "-m", "bot.analyser", str(self._modele)],
            cwd=RACINE,
            env=environnement_de_rasa(),
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._lire()
        return self

    def __exit__(
        self, genre: type[BaseException] | None, erreur: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._enfant.kill()
        self._enfant.communicate()

    def analyser(self, texte: str) -> dict[str, Any]:
        """Rasa's parse of one message."""
        if self._enfant.stdin is None:
            raise ErreurGuichet("L'analyseur est fermé.")
        self._enfant.stdin.write(json.dumps(texte) + "\n")
        self._enfant.stdin.flush()
        analyse: dict[str, Any] = json.loads(self._lire())
        return analyse

    def _lire(self) -> str:
        ligne = self._enfant.stdout.readline() if self._enfant.stdout else ""
        if not ligne:
            raise ErreurGuichet("Le modèle ne se charge pas : relancez « make model ».")
        return ligne
