"""`guichet`: the command line. French messages; 0 done, 1 the work shows a fault, 2 a wrong call."""

import argparse
import os
import sys
from typing import NoReturn

from guichet.commandes import annuaire, demo, droits, entrainer, evaluer, parler, territoire
from guichet.erreurs import ErreurGuichet

_COMMANDES = (demo, parler, evaluer, annuaire, droits, territoire, entrainer)


class Lecteur(argparse.ArgumentParser):
    """An argument parser that speaks French."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog} : appel incorrect ({message}). Essayez « {self.prog} --help ».\n")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; an error is one sentence on stderr."""
    lecteur = Lecteur(prog="guichet", description="Le Guichet Familles, en ligne de commande.")
    commandes = lecteur.add_subparsers(title="commandes", required=True, metavar="COMMANDE")
    for commande in _COMMANDES:
        commande.declarer(commandes)
    choix = lecteur.parse_args(arguments)
    try:
        code: int = choix.executer(choix)
        sys.stdout.flush()
    except ErreurGuichet as erreur:
        print(erreur, file=sys.stderr)
        return 1
    except BrokenPipeError:  # « guichet evaluer … | head -1 »: who reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nArrêté.", file=sys.stderr)
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
