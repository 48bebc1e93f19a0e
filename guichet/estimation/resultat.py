"""What an estimate says: aid by aid, a sum or a range, how sure it is, and why."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from guichet.erreurs import ErreurGuichet

Etat = Literal["probable", "a_verifier", "peu_probable"]
Unite = Literal["€ par mois", "€ par an", "€ en une fois"]


class EstimationIndisponible(ErreurGuichet):
    """No estimate for now: too long, stopped, or not started yet. Says nothing of the family."""


class EstimationOccupee(EstimationIndisponible):
    """Too many families are waiting."""


@dataclass(frozen=True)
class AideEstimee:
    """One aid. `sujet`: key of data/sujets.yml; two aids may share it (`aide` tells them apart).

    `minimum` and `maximum`: whole euros in `unite`, equal when there is one figure, both None when no figure can
    be honestly given. « probable »: `minimum` > 0; « peu_probable »: both are 0; « a_verifier »: all the rest.
    `pourquoi`: one or two short French sentences.
    """

    aide: str
    sujet: str
    libelle: str
    minimum: Decimal | None
    maximum: Decimal | None
    unite: Unite
    etat: Etat
    pourquoi: str


@dataclass(frozen=True)
class Estimation:
    """What the household may be entitled to on that day.

    `aides`: probable first, then to be checked, then unlikely. `hypotheses`: French sentences, what was assumed.
    `non_calcules`: (sujet, raison), aids that the household may have and that are not computed here.
    """

    jour: date
    aides: tuple[AideEstimee, ...]
    hypotheses: tuple[str, ...]
    non_calcules: tuple[tuple[str, str], ...]
