"""The engine: a household and a day give an estimate. Building it takes seconds; it is then kept."""

from datetime import date
from importlib import import_module
from typing import Any

from guichet.estimation.aides import aides_estimees
from guichet.estimation.calcul import Sommes, lire_bareme, sommes
from guichet.estimation.foyer import Foyer
from guichet.estimation.limites import hypotheses, non_calcules
from guichet.estimation.resultat import Estimation
from guichet.estimation.variantes import VARIANTES_MAX, variantes
from guichet.territoire.communes import charger_territoire

_OPENFISCA_FRANCE: Any = import_module("openfisca_france")  # it has no types
# Together they touch every variable and every date that a family can ask for.
_FOYERS_DE_CHAUFFE = (
    Foyer(),
    Foyer(couple=True, enfants=(1, 7, 15), grossesse=True, logement="locataire", loyer=500, activite="salarie"),
    Foyer(couple=False, enfants=(), logement="hlm", loyer=300, activite="retraite", handicap="adulte"),
    Foyer(couple=False, enfants=(20, 14, 14), logement="proprietaire", activite="agriculteur"),
)


class Moteur:
    """Holds OpenFisca's tax-benefit system. Not to be shared between threads."""

    def __init__(self) -> None:
        self.systeme: Any = _OPENFISCA_FRANCE.FranceTaxBenefitSystem()
        self._codes = frozenset(charger_territoire().communes)

    def chauffer(self, jour: date) -> None:
        """Fills the caches for the month of that day, so that the first family waits no longer than the next."""
        for foyer in _FOYERS_DE_CHAUFFE:
            self.estimer(foyer, jour)

    def sommes(self, foyer: Foyer, jour: date) -> Sommes:
        """The sums behind an estimate, to the cent, one per household that the answers allow."""
        return sommes(self.systeme, variantes(foyer, jour, self._codes), jour)

    def estimer(self, foyer: Foyer, jour: date) -> Estimation:
        """What the household may be entitled to on that day."""
        possibles = variantes(foyer, jour, self._codes)
        commune_connue = foyer.code_insee in self._codes
        aides = aides_estimees(
            foyer,
            jour,
            sommes(self.systeme, possibles, jour),
            lire_bareme(self.systeme, jour),
            commune_connue,
            complet=len(possibles) < VARIANTES_MAX,
        )
        return Estimation(jour, aides, hypotheses(foyer, jour, commune_connue), non_calcules(foyer))
