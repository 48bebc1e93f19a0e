"""A child process of its own group, that never outlives us."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from guichet.chemins import RACINE
from guichet.erreurs import ErreurGuichet

_PR_SET_PDEATHSIG = 1
_DELAI_D_ARRET_S = 5.0


class Processus:
    """Starts a command in the background, its output in a log file."""

    def __init__(self, nom: str, commande: list[str], journal: Path, environnement: dict[str, str]) -> None:
        self.nom, self.journal = nom, journal
        with journal.open("w", encoding="utf-8") as sortie:
            self._enfant = subprocess.Popen(
                commande,
                cwd=RACINE,
                env=environnement,
                stdin=subprocess.DEVNULL,
                stdout=sortie,
                stderr=sortie,
                start_new_session=True,
                preexec_fn=_mourir_avec_le_parent if sys.platform == "linux" else None,
            )

    @property
    def pid(self) -> int:
        return self._enfant.pid

    def tourne(self) -> bool:
        return self._enfant.poll() is None

    def attendre_reponse(self, url: str, delai_s: float) -> None:
        """Returns once the address answers. Raises ErreurGuichet when it dies or is too long."""
        self.attendre(lambda: _repond(url), delai_s)

    def attendre_succes(self, url: str, delai_s: float) -> None:
        """Returns once the address answers 200: what it is asked is ready."""
        self.attendre(lambda: _statut(url) == httpx.codes.OK, delai_s)

    def attendre(self, pret: Callable[[], bool], delai_s: float) -> None:
        limite = time.monotonic() + delai_s
        while not pret():
            if not self.tourne():
                raise ErreurGuichet(f"{self.nom} s'est arrêté au démarrage. {self._dernieres_lignes()}")
            if time.monotonic() > limite:
                raise ErreurGuichet(f"{self.nom} ne répond pas après {delai_s:.0f} s. {self._dernieres_lignes()}")
            time.sleep(0.1)

    def arreter(self) -> None:
        """Ends the whole group; kills what does not end by itself."""
        for signal_ in (signal.SIGTERM, signal.SIGKILL):
            if not self.tourne():
                return
            try:
                os.killpg(self._enfant.pid, signal_)
                self._enfant.wait(_DELAI_D_ARRET_S)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue

    def _dernieres_lignes(self) -> str:
        lignes = self.journal.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        cause = f" {lignes[-1]}" if lignes else ""
        return f"Voir {self.journal.parent.name}/{self.journal.name}.{cause}"


def port_est_libre(port: int, adresse: str = "127.0.0.1") -> bool:
    with socket.socket() as prise:
        prise.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            prise.bind((adresse, port))
        except OSError:
            return False
    return True


def port_libre() -> int:
    """A port that is free at this instant."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port: int = prise.getsockname()[1]
        return port


def _repond(url: str) -> bool:
    return _statut(url) < httpx.codes.INTERNAL_SERVER_ERROR


def _statut(url: str) -> int:
    """The status of an answer, 503 when there is none."""
    try:
        return httpx.get(url, timeout=2.0, trust_env=False).status_code
    except httpx.HTTPError:
        return httpx.codes.SERVICE_UNAVAILABLE


def _mourir_avec_le_parent() -> None:
    """Even if the launcher is killed outright, its children end (Linux)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
