"""The gateway, Rasa and the actions, started and stopped together."""

import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Self

from guichet.annuaire import chargement
from guichet.annuaire.base import ouvrir
from guichet.chemins import BOT_PYTHON, RACINE, dossier_variable
from guichet.droits.fiches import charger_fiches
from guichet.erreurs import ErreurGuichet
from guichet.lancement.modele import GUICHET, environnement_de_rasa
from guichet.lancement.processus import Processus, port_est_libre, port_libre
from guichet.urgences.detection import charger_regles

DELAI_DE_RASA_S = 120.0
DELAI_DES_AUTRES_S = 30.0
DELAI_DE_L_ESTIMATION_S = 90.0


class Ensemble:
    """Three processes on loopback. Use as a context manager: leaving it stops all of them.

    `port`: of the gateway, chosen freely when 0. Rasa and the actions take free ports.
    """

    def __init__(self, port: int = 0, annoncer: Callable[[str], None] = lambda _: None) -> None:
        self._annoncer = annoncer
        if port and not port_est_libre(port):
            raise ErreurGuichet(
                f"Le port {port} est déjà pris : arrêtez l'autre programme, ou essayez « make demo PORT={port + 1} »."
            )
        self.port = port or port_libre()
        self.port_rasa, self.port_actions = port_libre(), port_libre()
        self._processus: dict[str, Processus] = {}

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        try:
            self._preparer()
            self._annoncer("Démarrage des actions et de Rasa…")
            self.demarrer_les_actions()
            self.demarrer_rasa()
            self.attendre_l_estimation()
            self._annoncer("Démarrage de la passerelle…")
            self.demarrer_la_passerelle()
        except BaseException:
            self.arreter()
            raise
        return self

    def __exit__(
        self, genre: type[BaseException] | None, erreur: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.arreter()

    def arreter(self) -> None:
        for processus in reversed(self._processus.values()):
            processus.arreter()

    def arreter_un(self, nom: str) -> None:
        """Stops « rasa », « actions » or « passerelle »."""
        self._processus[nom].arreter()

    def en_panne(self) -> str | None:
        """The name of a process that ended by itself, if any."""
        return next((nom for nom, processus in self._processus.items() if not processus.tourne()), None)

    def pid(self, nom: str) -> int:
        return self._processus[nom].pid

    def _preparer(self) -> None:
        charger_fiches()
        charger_regles()
        if not chargement.est_a_jour():
            self._annoncer("Chargement de l'annuaire…")
            chargement.importer()
        ouvrir()
        if not GUICHET.est_a_jour():
            self._annoncer("Entraînement du modèle (deux à trois minutes, seulement quand ses sources changent)…")
            GUICHET.entrainer()

    def demarrer_les_actions(self) -> None:
        commande = [sys.executable, "-m", "actions", "--port", str(self.port_actions)]
        actions = self._lancer("actions", commande, dict(os.environ))
        actions.attendre_reponse(f"http://127.0.0.1:{self.port_actions}/health", DELAI_DES_AUTRES_S)

    def attendre_l_estimation(self) -> None:
        """Warmed while Rasa was starting: the first estimate is as fast as the next."""
        self._processus["actions"].attendre_succes(
            f"http://127.0.0.1:{self.port_actions}/pret", DELAI_DE_L_ESTIMATION_S
        )

    def demarrer_rasa(self) -> None:
        commande = [
            str(BOT_PYTHON),
            "-m",
            "rasa",
            "run",
            "--model",
            str(GUICHET.chemin),
            "--interface",
            "127.0.0.1",
            "--port",
            str(self.port_rasa),
            "--endpoints",
            str(self._ecrire_les_points_d_acces()),
            "--credentials",
            str(RACINE / "credentials.yml"),
            "--quiet",
        ]
        rasa = self._lancer("rasa", commande, environnement_de_rasa())
        rasa.attendre_reponse(f"http://127.0.0.1:{self.port_rasa}/", DELAI_DE_RASA_S)

    def demarrer_la_passerelle(self) -> None:
        commande = [
            sys.executable,
            "-m",
            "guichet.passerelle",
            "--port",
            str(self.port),
            "--rasa",
            f"http://127.0.0.1:{self.port_rasa}",
        ]
        passerelle = self._lancer("passerelle", commande, dict(os.environ))
        passerelle.attendre_reponse(f"{self.adresse}/sante", DELAI_DES_AUTRES_S)

    def _lancer(self, nom: str, commande: list[str], environnement: dict[str, str]) -> Processus:
        journal = dossier_variable() / f"{nom}.log"
        self._processus[nom] = Processus(nom, commande, journal, environnement)
        return self._processus[nom]

    def _ecrire_les_points_d_acces(self) -> str:
        fichier = dossier_variable() / "endpoints.yml"
        fichier.write_text(
            f"action_endpoint:\n  url: http://127.0.0.1:{self.port_actions}/webhook\n  enable_selective_domain: true\n"
            f"tracker_store:\n  type: bot.composants.memoire.MemoireDesConversations\n"
            f"  db: {dossier_variable() / 'rasa.sqlite'}\n",
            encoding="utf-8",
        )
        return str(fichier)
