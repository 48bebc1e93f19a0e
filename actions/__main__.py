"""The action server, on loopback only: `python -m actions --port 5055`.

rasa-sdk's own server listens on every interface and returns request bodies in its errors.
"""

import argparse
import logging
import sys

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException
from sanic import HTTPResponse, Request, Sanic, json

from actions.estimateur import ouvrier
from actions.outils import preparer_outils
from guichet.droits.fiches import charger_fiches
from guichet.droits.lettres import charger_lettres
from guichet.erreurs import ErreurGuichet
from guichet.evenements.modele import charger_evenements
from guichet.territoire.regles import charger_regles_locales

journal = logging.getLogger("actions")


def creer_serveur() -> Sanic:
    """The webhook that Rasa calls, and a health check."""
    executeur = ActionExecutor()
    executeur.register_package("actions")
    app = Sanic("actions", configure_logging=False)
    app.config.KEEP_ALIVE_TIMEOUT = 120
    app.config.REQUEST_MAX_SIZE = 20_000_000  # Rasa sends the whole conversation

    @app.post("/webhook")
    async def executer(request: Request) -> HTTPResponse:
        try:
            # Rasa 3.6 is told not to send the domain, which no action reads; rasa-sdk still wants one.
            resultat = await executeur.run({"domain": {"version": "3.1"}, **request.json})
        except ActionNotFoundException as erreur:
            return json({"error": erreur.message, "action_name": erreur.action_name}, status=404)
        return json(resultat.model_dump() if resultat else None)

    @app.get("/health")
    async def sante(request: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @app.get("/pret")
    async def pret(request: Request) -> HTTPResponse:
        """200 once the first estimate would be as fast as the next."""
        return json({"estimation": ouvrier.pret()}, status=200 if ouvrier.pret() else 503)

    @app.before_server_start
    async def chauffer(app: Sanic) -> None:
        ouvrier.demarrer()

    @app.after_server_stop
    async def arreter(app: Sanic) -> None:
        ouvrier.arreter()

    @app.exception(Exception)
    async def panne(request: Request, erreur: Exception) -> HTTPResponse:
        # The type alone: a message or a body may quote what the person wrote.
        journal.error("panne : %s", type(erreur).__name__)
        return json({"error": "panne"}, status=500)

    return app


def main() -> int:
    """Serves until it is stopped; 1 with one sentence when it cannot start."""
    lecteur = argparse.ArgumentParser(description=__doc__)
    lecteur.add_argument("--port", type=int, default=5055)
    port = lecteur.parse_args().port
    try:
        charger_evenements()
        charger_lettres()
        charger_regles_locales()
        charger_fiches()  # a faulty file is refused now, and the first person is answered as fast as the next
        preparer_outils()
    except ErreurGuichet as erreur:
        print(erreur, file=sys.stderr)
        return 1
    creer_serveur().run(host="127.0.0.1", port=port, single_process=True, access_log=False, motd=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
