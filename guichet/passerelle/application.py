"""The HTTP application: routes of the contract, faults as French sentences, static pages."""

import asyncio
import os
from secrets import token_urlsafe
from typing import Any

from sanic import HTTPResponse, Request, Sanic, json
from sanic.response import empty

from guichet.annuaire.base import ouvrir
from guichet.chemins import WEB
from guichet.passerelle import entrees, refus
from guichet.passerelle.adresse import adresse_publique
from guichet.passerelle.annuaire_ouvert import routes_de_l_annuaire
from guichet.passerelle.conversations import Registre
from guichet.passerelle.dialogue import Dialogue, horodatage
from guichet.passerelle.fautes import repondre_aux_fautes
from guichet.passerelle.jetons import Jetons, lire_secret
from guichet.passerelle.origines import ouvrir_aux_communes
from guichet.passerelle.pages import routes_des_pages
from guichet.passerelle.rasa import Rasa, RasaIndisponible
from guichet.passerelle.rendu import presenter
from guichet.rendu.canal import PAGE, TELEPHONES
from guichet.territoire import charger_territoire
from guichet.urgences.detection import charger_regles
from guichet.urgences.vitale import charger_vitale

EN_COURS_MAX = 100
_PURGE_S = 3600
_QUESTION_DE_SANTE = "combien l'ARS pour un enfant de 12 ans"
DEVELOPPEMENT = "GUICHET_DEVELOPPEMENT"


def creer_application(url_de_rasa: str, nom: str = "guichet") -> Sanic:
    """The gateway, ready to be served.

    Raises ErreurGuichet at once when a database or a data file cannot be used.
    """
    app = Sanic(nom, configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 4 * entrees.CORPS_MAX  # above, Sanic itself refuses
    app.config.KEEP_ALIVE_TIMEOUT = 30
    app.config.FALLBACK_ERROR_FORMAT = "json"
    charger_regles()  # a faulty crisis rule is said now, not to someone in danger
    charger_vitale()
    annuaire = ouvrir()
    jetons, rasa = Jetons(lire_secret()), Rasa(url_de_rasa)
    dialogue = Dialogue(Registre(), rasa, jetons)
    _routes_des_conversations(app, dialogue, jetons)
    _route_de_sante(app, dialogue, rasa)
    routes_de_l_annuaire(app, annuaire)
    routes_des_pages(app)
    _pages(app)
    repondre_aux_fautes(app)
    ouvrir_aux_communes(app)

    @app.before_server_start
    async def _purger(app: Sanic) -> None:
        async def _chaque_heure() -> None:
            while True:
                dialogue.registre.purger(horodatage())
                await asyncio.sleep(_PURGE_S)

        app.add_task(_chaque_heure())

    @app.after_server_stop
    async def _fermer(app: Sanic) -> None:
        await rasa.fermer()

    return app


def _routes_des_conversations(app: Sanic, dialogue: Dialogue, jetons: Jetons) -> None:
    en_cours: set[str] = set()

    @app.post("/api/conversations")
    async def ouvrir_conversation(request: Request) -> HTTPResponse:
        objet = entrees.lire_objet(request.body, request.content_type or "")
        commune, canal = _commune(objet.get("commune")), objet.get("canal", PAGE)
        if canal not in canaux_ouverts():
            raise refus.mauvaise_demande("canal_inconnu", f"Ce canal n'existe pas : utilisez « {PAGE} ».")
        identifiant, messages = dialogue.ouvrir(commune, canal)
        messages = presenter(messages, canal, adresse_publique(request))
        return json({"conversation": identifiant, "jeton": jetons.pour(identifiant), "messages": messages}, status=201)

    @app.get("/api/conversations/<identifiant:str>/messages")
    async def relire(request: Request, identifiant: str) -> HTTPResponse:
        jetons.verifier(identifiant, request.headers.get("authorization"))
        conversation = dialogue.registre.trouver(identifiant)
        messages = presenter(dialogue.registre.messages(identifiant), conversation.canal, adresse_publique(request))
        return json({"messages": messages})

    @app.post("/api/conversations/<identifiant:str>/messages")
    async def repondre(request: Request, identifiant: str) -> HTTPResponse:
        jetons.verifier(identifiant, request.headers.get("authorization"))
        objet = entrees.lire_objet(request.body, request.content_type or "")
        conversation = dialogue.registre.trouver(identifiant)
        if identifiant in en_cours:
            raise refus.une_question_a_la_fois()
        if len(en_cours) >= EN_COURS_MAX:
            raise refus.trop_de_demandes()
        en_cours.add(identifiant)
        try:
            if "bouton" in objet:
                charge, titre = jetons.ouvrir(identifiant, objet["bouton"])
                messages = await dialogue.repondre_au_bouton(conversation, charge, titre)
            else:
                messages = await dialogue.repondre(conversation, entrees.lire_texte(objet))
        finally:
            en_cours.discard(identifiant)
        return json({"messages": presenter(messages, conversation.canal, adresse_publique(request))})

    @app.delete("/api/conversations/<identifiant:str>")
    async def effacer(request: Request, identifiant: str) -> HTTPResponse:
        jetons.verifier(identifiant, request.headers.get("authorization"))
        dialogue.registre.trouver(identifiant)
        await dialogue.effacer(identifiant)
        return empty()


def canaux_ouverts() -> tuple[str, ...]:
    """Telephones only in development: to see what they would receive, no more."""
    return (PAGE, *TELEPHONES) if os.environ.get(DEVELOPPEMENT) else (PAGE,)


def _commune(code: Any) -> str | None:
    if code is None:
        return None
    if not isinstance(code, str) or not charger_territoire().contient(code):
        raise refus.mauvaise_demande(
            "commune_inconnue", "Cette commune n'est pas dans le territoire : donnez son code Insee, ou aucun."
        )
    return code


def _route_de_sante(app: Sanic, dialogue: Dialogue, rasa: Rasa) -> None:
    @app.get("/sante")
    async def sante(request: Request) -> HTTPResponse:
        """200 when a real message gets a real answer."""
        essai = f"sante-{token_urlsafe(8)}"
        try:
            messages = await rasa.demander(essai, _QUESTION_DE_SANTE)
        except RasaIndisponible:
            return json({"etat": "indisponible", "en_faute": "actions" if await rasa.repond() else "rasa"}, status=503)
        finally:
            await dialogue.effacer(essai)
        if messages[0]["type"] != "reponse":
            return json({"etat": "indisponible", "en_faute": "reponse"}, status=503)
        return json({"etat": "bon"})


def _pages(app: Sanic) -> None:
    app.static("/", WEB / "demo.html", name="page_de_demonstration")
    app.static("/widget", WEB / "widget", name="widget")
