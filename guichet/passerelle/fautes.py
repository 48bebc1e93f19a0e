"""Every fault becomes the JSON of the contract; never a stack trace."""

import logging

from sanic import HTTPResponse, Request, Sanic, exceptions, json

from guichet.conversation.phrases import dire
from guichet.passerelle import refus
from guichet.passerelle.refus import Refus

journal = logging.getLogger("guichet.passerelle")


def repondre_aux_fautes(app: Sanic) -> None:
    """Registers an answer for each kind of fault."""

    @app.exception(Refus)
    async def refuser(request: Request, erreur: Refus) -> HTTPResponse:
        return _dire(erreur)

    @app.exception(exceptions.SanicException)
    async def demande_refusee(request: Request, erreur: exceptions.SanicException) -> HTTPResponse:
        return _dire(_refus_de_sanic(erreur))

    @app.exception(Exception)
    async def panne(request: Request, erreur: Exception) -> HTTPResponse:
        # The type alone: the message of an exception may quote what the person wrote.
        journal.error("panne : %s", type(erreur).__name__)
        return _dire(Refus(503, "panne", dire("indisponible")))


def _refus_de_sanic(erreur: exceptions.SanicException) -> Refus:
    match erreur:
        case exceptions.PayloadTooLarge():
            return refus.corps_trop_gros()
        case exceptions.NotFound():
            return Refus(404, "introuvable", "Cette adresse n'existe pas.")
        case exceptions.MethodNotAllowed():
            return Refus(405, "methode_refusee", "Cette adresse ne s'utilise pas ainsi.")
        case _:
            return Refus(erreur.status_code, "demande_refusee", "La demande n'a pas été comprise.")


def _dire(erreur: Refus) -> HTTPResponse:
    return json({"erreur": erreur.code, "message": erreur.message}, status=erreur.statut)
