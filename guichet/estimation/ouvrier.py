"""One warm worker process that estimates, one family at a time, and comes back by itself when it dies.

OpenFisca takes seconds to build and would hold the server's loop while it computes: it lives in a process of its own.
"""

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from concurrent.futures import Future
from datetime import date

from guichet.chemins import RACINE
from guichet.estimation.atelier import ECHEC, PRET
from guichet.estimation.foyer import Foyer
from guichet.estimation.messages import ecrire_demande, lire_estimation
from guichet.estimation.resultat import Estimation, EstimationIndisponible, EstimationOccupee

_COMMANDE = [sys.executable, "-m", "guichet.estimation.atelier"]
_UN_SEUL_FIL = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_MAX_THREADS", "MKL_NUM_THREADS"), "1")
_REPOS_APRES_UN_ECHEC_S = 5.0


class Ouvrier:
    """`delai_s`: how long an estimate may take, waiting not included; `en_attente_max`: families at once."""

    def __init__(self, delai_s: float = 10.0, en_attente_max: int = 8) -> None:
        self._delai_s, self._en_attente_max = delai_s, en_attente_max
        self._en_attente = 0
        self._chacun_son_tour = asyncio.Lock()
        self._verrou = threading.Lock()
        self._enfant: subprocess.Popen[str] | None = None
        self._chaud = False
        self._reponse: Future[str] | None = None
        self._arret = threading.Event()
        self._veilleur: threading.Thread | None = None

    def demarrer(self) -> None:
        """Returns at once; the worker warms up in the background (about ten seconds)."""
        if self._veilleur is None or not self._veilleur.is_alive():
            self._arret.clear()
            self._veilleur = threading.Thread(target=self._veiller, name="estimation", daemon=True)
            self._veilleur.start()

    def pret(self) -> bool:
        """Whether an estimate may be asked for now."""
        return self._chaud

    @property
    def pid(self) -> int | None:
        return self._enfant.pid if self._enfant else None

    async def estimer(self, foyer: Foyer, jour: date) -> Estimation:
        """Raises EstimationOccupee when too many wait, EstimationIndisponible when it cannot be done now."""
        if self._en_attente >= self._en_attente_max:
            raise EstimationOccupee("Trop d’estimations sont en cours : réessayez dans une minute.")
        self._en_attente += 1
        # A family that leaves does not stop the work: its answer would be taken for the next one's.
        tache = asyncio.ensure_future(self._a_son_tour(ecrire_demande(foyer, jour)))
        tache.add_done_callback(lambda finie: finie.cancelled() or finie.exception())
        return lire_estimation(await asyncio.shield(tache))

    async def _a_son_tour(self, demande: str) -> str:
        try:
            async with self._chacun_son_tour:
                return await self._demander(demande)
        finally:
            self._en_attente -= 1

    def arreter(self) -> None:
        """Ends the worker for good."""
        self._arret.set()
        self._tuer()
        if self._veilleur is not None:
            self._veilleur.join(_REPOS_APRES_UN_ECHEC_S)

    async def _demander(self, demande: str) -> str:
        reponse: Future[str] = Future()
        with self._verrou:
            enfant = self._enfant
            if not self._chaud or enfant is None or enfant.stdin is None:
                raise EstimationIndisponible("Les estimations se préparent : réessayez dans une minute.")
            self._reponse = reponse
            try:
                enfant.stdin.write(demande)
                enfant.stdin.flush()
            except (OSError, ValueError):
                raise _interrompue() from None
        try:
            ligne = await asyncio.wait_for(asyncio.wrap_future(reponse), self._delai_s)
        except TimeoutError:
            self._tuer()
            raise EstimationIndisponible("L’estimation a été trop longue : réessayez dans une minute.") from None
        except asyncio.CancelledError:
            self._tuer()
            raise
        if ligne == ECHEC:
            raise EstimationIndisponible("L’estimation n’a pas pu être faite.")
        return ligne

    def _veiller(self) -> None:
        """One thread for the whole life: Linux ends the worker with the thread that started it."""
        while not self._arret.is_set():
            a_servi = self._faire_vivre()
            if not a_servi:
                self._arret.wait(_REPOS_APRES_UN_ECHEC_S)

    def _faire_vivre(self) -> bool:
        """Starts a worker and hears it until it dies; whether it had become ready."""
        a_servi = False
        with subprocess.Popen(
            _COMMANDE,
            cwd=RACINE,
            env={**os.environ, **_UN_SEUL_FIL},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        ) as enfant:
            self._enfant = enfant
            if self._arret.is_set():
                enfant.kill()
            for ligne in enfant.stdout or ():
                if ligne == PRET:
                    a_servi = self._chaud = True
                else:
                    self._rendre(ligne)
            self._chaud = False
            enfant.kill()
            with contextlib.suppress(OSError):
                enfant.stdin and enfant.stdin.close()
        self._rendre(None)
        return a_servi

    def _rendre(self, ligne: str | None) -> None:
        with self._verrou:
            reponse, self._reponse = self._reponse, None
        if reponse is None or not reponse.set_running_or_notify_cancel():
            return
        if ligne is None:
            reponse.set_exception(_interrompue())
        else:
            reponse.set_result(ligne)

    def _tuer(self) -> None:
        self._chaud = False
        if self._enfant is not None:
            self._enfant.kill()


def _interrompue() -> EstimationIndisponible:
    return EstimationIndisponible("L’estimation a été interrompue : réessayez dans une minute.")
