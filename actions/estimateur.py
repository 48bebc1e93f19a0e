"""The warm worker that computes rights, and the turn that its estimate concludes."""

from guichet.conversation.contexte import AEstimer, Contexte, Outils, Tour
from guichet.conversation.estimation_donnee import conclure, renoncer
from guichet.estimation.ouvrier import Ouvrier
from guichet.estimation.resultat import EstimationIndisponible

_DELAI_S = 4.5  # the gateway gives up on Rasa after 6

ouvrier = Ouvrier(delai_s=_DELAI_S)


async def estimer(demande: AEstimer, contexte: Contexte, outils: Outils) -> Tour:
    """The estimate; or, when it cannot be had in time, the official simulators."""
    try:
        estimation = await ouvrier.estimer(demande.foyer, outils.instant.date())
    except EstimationIndisponible:
        return renoncer(contexte)
    return conclure(estimation, demande.compris, contexte, outils)
