"""The gateway process: `python -m guichet.passerelle --port 8000 --rasa http://127.0.0.1:5005`."""

import argparse
import sys

from guichet.erreurs import ErreurGuichet
from guichet.passerelle.application import creer_application


def main() -> int:
    """Serves until it is stopped; 1 with one sentence when it cannot start."""
    lecteur = argparse.ArgumentParser(description=__doc__)
    lecteur.add_argument("--adresse", default="127.0.0.1")
    lecteur.add_argument("--port", type=int, default=8000)
    lecteur.add_argument("--rasa", default="http://127.0.0.1:5005")
    choix = lecteur.parse_args()
    try:
        app = creer_application(choix.rasa)
    except ErreurGuichet as erreur:
        print(erreur, file=sys.stderr)
        return 1
    app.run(host=choix.adresse, port=choix.port, single_process=True, access_log=False, motd=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
