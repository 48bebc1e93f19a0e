"""Who lives with whom: every variant is a family, a household and one tax household per adult."""

from typing import Any

import numpy as np
from openfisca_core.simulations import Simulation, SimulationBuilder

from guichet.estimation.variantes import Variante


def entites(systeme: Any, variantes: tuple[Variante, ...]) -> Simulation:
    """Two adults are two tax households: none of the aids depends on a common tax return."""
    tous = [role for variante in variantes for role in roles(variante)]
    familles = [f"f{i}" for i, variante in enumerate(variantes) for _ in roles(variante)]
    foyers_fiscaux = [
        f"{famille}{'b' if role == 'conjoint' else ''}" for famille, role in zip(familles, tous, strict=True)
    ]
    constructeur = SimulationBuilder()
    constructeur.create_entities(systeme)
    constructeur.declare_person_entity("individu", [f"i{i}" for i in range(len(tous))])
    for entite, lieux, noms in (
        ("famille", familles, {"demandeur": "demandeur", "conjoint": "conjoint", "enfant": "enfant"}),
        ("menage", familles, {"demandeur": "personne_de_reference", "conjoint": "conjoint", "enfant": "enfant"}),
        (
            "foyer_fiscal",
            foyers_fiscaux,
            {"demandeur": "declarant_principal", "conjoint": "declarant_principal", "enfant": "personne_a_charge"},
        ),
    ):
        declaree = constructeur.declare_entity(entite, list(dict.fromkeys(lieux)))
        constructeur.join_with_persons(declaree, np.array(lieux), [noms[role] for role in tous])
    return constructeur.build(systeme)


def roles(variante: Variante) -> list[str]:
    """One per person, adults first, in the order of the arrays."""
    enfants = len(variante.naissances) + variante.a_naitre
    return ["demandeur", "conjoint"][: len(variante.adultes)] + ["enfant"] * enfants
