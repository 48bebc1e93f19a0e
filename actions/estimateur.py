"""The warm worker that computes rights, and the turn that its estimate concludes."""

from guichet.estimation.ouvrier import Ouvrier

from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.estimation import conclure, renoncer
from guichet.estimation.foyer import Foyer
from guichet.estimation.resultat import EstimationIndisponible

_DELAI_S = 4.5  # the gateway gives up on Rasa after 6

ouvrier = Ouvrier(delai_s=_DELAI_S)


async def estimer(foyer: Foyer, contexte: Contexte, outils: Outils) -> Tour:
    """The estimate; or, when it cannot be had in time, the official simulators."""
    try:
        estimation = await ouvrier.estimer(foyer, outils.instant.date())
    except EstimationIndisponible:
        return renoncer(contexte)
    return conclure(estimation, contexte, outils)
