"""`guichet demo`: everything, on this machine, until Ctrl-C."""

import argparse
import os
import signal
import time

from guichet.erreurs import ErreurGuichet
from guichet.lancement.ensemble import Ensemble
from guichet.passerelle.application import DEVELOPPEMENT


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("demo", help="lance le guichet et sa page de démonstration")
    lecteur.add_argument("--port", type=int, default=8000, help="port de la passerelle (8000)")
    lecteur.set_defaults(executer=executer)


def executer(choix: argparse.Namespace) -> int:
    """Runs until Ctrl-C; raises ErreurGuichet when a part ends by itself."""
    os.environ.setdefault(DEVELOPPEMENT, "1")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    debut = time.monotonic()
    with Ensemble(choix.port, annoncer=lambda phrase: print(phrase, flush=True)) as ensemble:
        print(f"\nPrêt en {time.monotonic() - debut:.0f} s.", flush=True)
        print(f"  Page de démonstration de Périers : {ensemble.adresse}/", flush=True)
        print("  Ctrl-C pour tout arrêter.", flush=True)
        while not (arrete := ensemble.en_panne()):
            time.sleep(0.5)
    raise ErreurGuichet(f"« {arrete} » s'est arrêté tout seul : lisez var/{arrete}.log, puis relancez.")
