"""The worker process itself (`python -m guichet.estimation.atelier`): a request per line, an answer per line.

It writes PRET once warm, ECHEC for a request that it could not answer, and nothing else, anywhere: what a family
said is in no log and in no traceback.
"""

import contextlib
import ctypes
import gc
import os
import select
import signal
import sys
from datetime import date
from typing import TextIO

from guichet.dates import maintenant
from guichet.estimation.messages import ecrire_estimation, lire_demande
from guichet.estimation.moteur import Moteur

PRET, ECHEC = "pret\n", "echec\n"
_PR_SET_PDEATHSIG = 1
_RENFORT_DE_POLITESSE = 5  # a reply to a message goes before an estimate
_VEILLE_S = 600.0


def main() -> None:
    _mourir_avec_le_parent()
    os.nice(_RENFORT_DE_POLITESSE)
    reponses = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):  # a library that prints would be taken for an answer
        moteur, mois = Moteur(), _premier_du_mois()
        moteur.chauffer(mois)
        gc.collect()
        gc.freeze()  # the tax-benefit system never dies: the collector need not walk it again
        _dire(reponses, PRET)
        while True:
            if not select.select([sys.stdin], [], [], _VEILLE_S)[0]:
                if mois != _premier_du_mois():
                    mois = _premier_du_mois()
                    moteur.chauffer(mois)
            elif ligne := sys.stdin.readline():
                _dire(reponses, _repondre(moteur, ligne))
            else:
                return


def _repondre(moteur: Moteur, ligne: str) -> str:
    try:
        return ecrire_estimation(moteur.estimer(*lire_demande(ligne)))
    except Exception:
        return ECHEC


def _dire(sortie: TextIO, ligne: str) -> None:
    sortie.write(ligne)
    sortie.flush()


def _premier_du_mois() -> date:
    return maintenant().date().replace(day=1)


def _mourir_avec_le_parent() -> None:
    """Even if the server is killed outright (Linux); elsewhere the end of its standard input ends it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    main()
