"""From the answers to the household that is estimated. What was not said stays unknown."""

from datetime import date
from typing import Any

from guichet.estimation.foyer import Foyer
from guichet.questionnaire.questions import Reponses


def foyer_decrit(reponses: Reponses, code_insee: str | None, regime: Any) -> Foyer:
    """The household of these answers. Raises ValueError on a number out of bounds."""
    en_couple = reponses.get("couple")
    enfants = reponses.get("enfants")
    prevue = reponses.get("naissance_prevue")
    return Foyer(
        couple=en_couple,
        enfants=None if enfants is None else tuple(enfants),
        grossesse=reponses.get("grossesse"),
        naissance_prevue=date.fromisoformat(prevue) if prevue else None,
        logement=reponses.get("logement"),
        loyer=reponses.get("loyer"),
        code_insee=code_insee,
        activite=reponses.get("activite"),
        revenus=reponses.get("revenus"),
        activite_conjoint=None if en_couple is False else reponses.get("activite_conjoint"),
        revenus_conjoint=None if en_couple is False else reponses.get("revenus_conjoint"),
        handicap=reponses.get("handicap"),
        pension_alimentaire=reponses.get("pension"),
        montant_pension=reponses.get("montant_pension"),
        regime=reponses.get("regime") or regime,
        age=reponses.get("age"),
        garde_alternee=reponses.get("garde_alternee") or None,
    )
