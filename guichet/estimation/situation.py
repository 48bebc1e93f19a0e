"""Households as OpenFisca wants them: arrays, one cell per person or per family, every month given.

Whatever is not given is zero for OpenFisca, without a word. So four whole years are filled (the resources of N-2
are those of N-3 for a reference month of last autumn), and the current month too: without it a pay is taken for lost.
"""

from datetime import date
from functools import cache
from typing import Any

import numpy as np
from openfisca_core.simulations import Simulation

from guichet.estimation.entites import entites, roles
from guichet.estimation.variantes import Adulte, Variante

_ANNEES = 4
# Taxable pay ÷ net pay: the CSG and CRDS that are not deductible, 2.9 % of 98.25 % of a gross that is net ÷ 0.7916.
_IMPOSABLE_SUR_NET = 1.036
_STATUTS = {
    "locataire": "locataire_vide",
    "locataire_meuble": "locataire_meuble",
    "hlm": "locataire_hlm",
    "proprietaire": "proprietaire",
    "accedant": "primo_accedant",
    "gratuit": "loge_gratuitement",
}
_ACTIVITES = {
    "salarie": "actif",
    "chomage": "chomeur",
    "sans": "inactif",
    "etudiant": "etudiant",
    "retraite": "retraite",
    "independant": "actif",
    "agriculteur": "actif",
}
_NULLES_PAR_PERSONNE = ("caah", "ass", "asi", "revenus_stage_formation_pro", "indemnites_chomage_partiel")
_NULLES_PAR_FAMILLE = ("aspa", "paje_clca", "paje_colca", "paje_prepare", "aeeh")
# What no answer is about, hence zero, and costs a whole income tax to find so. Yearly, per tax household.
_NULLES_PAR_FOYER_FISCAL = (
    "rev_coll",
    "aide_logement_base_revenus_fiscaux",
    "abattements_speciaux_prestations_familiales",
)
AGE_DE_L_ASPA = 62


def construire(systeme: Any, variantes: tuple[Variante, ...], jour: date, montant_aah: float) -> Simulation:
    """One simulation that holds every variant; family i is variant i."""
    simulation = entites(systeme, variantes)
    personnes = [personne for variante in variantes for personne in _personnes(variante, jour)]
    _donner_les_personnes(simulation, personnes, jour)
    _donner_les_familles(simulation, variantes, jour, montant_aah)
    return simulation


_ENFANT = Adulte("sans", 0, 0)


def _personnes(variante: Variante, jour: date) -> list[tuple[Adulte, date, Variante | None]]:
    """(who, born on, the variant when it is the person who asks)."""
    naissances = list(variante.naissances)
    if variante.a_naitre:
        naissances.append(terme_qui_ouvre_la_prime(jour))
    return [
        *(
            (adulte, _ne_il_y_a(adulte.age, jour), variante if rang == 0 else None)
            for rang, adulte in enumerate(variante.adultes)
        ),
        *((_ENFANT, naissance, None) for naissance in naissances),
    ]


def _ne_il_y_a(ans: int, jour: date) -> date:
    return date(jour.year - ans, 1, 1)


def terme_qui_ouvre_la_prime(jour: date) -> date:
    """The birth grant is only computed two months before the birth: we ask for it as if it were then."""
    return date(jour.year + (jour.month + 1) // 12, (jour.month + 1) % 12 + 1, 1)


def _donner_les_personnes(simulation: Simulation, personnes: list[Any], jour: date) -> None:
    adultes = [adulte for adulte, _, _ in personnes]
    naissances = np.array([naissance for _, naissance, _ in personnes], dtype="datetime64[D]")
    simulation.set_input("date_naissance", "ETERNITY", naissances)
    longtemps = np.datetime64(date(jour.year - 3, 1, 1))
    simulation.set_input("date_debut_chomage", "ETERNITY", np.full(len(personnes), longtemps))

    def revenus(*activites: str, part: float = 1.0) -> Any:
        sommes = [adulte.revenus * part if adulte.activite in activites else 0.0 for adulte in adultes]
        return np.array(sommes, dtype=np.float32)

    demandeurs = [variante for _, _, variante in personnes]
    mensuelles = {
        "salaire_net": revenus("salarie", "etudiant"),
        "salaire_imposable": revenus("salarie", "etudiant", part=_IMPOSABLE_SUR_NET),
        "chomage_net": revenus("chomage"),
        "chomage_imposable": revenus("chomage"),
        "retraite_nette": revenus("retraite"),
        "retraite_imposable": revenus("retraite"),
        "pensions_alimentaires_percues": np.array([v.pension if v else 0 for v in demandeurs], dtype=np.float32),
        "activite": np.array([_ACTIVITES[adulte.activite] for adulte in adultes]),
        "enceinte": np.array([bool(v and v.enceinte) for v in demandeurs]),
        "boursier": np.zeros(len(personnes), dtype=bool),
    } | {nom: revenus() for nom in _NULLES_PAR_PERSONNE}
    # « Sans activité » with an income: a pension or a rent, that is no pay.
    mensuelles["pensions_invalidite"] = revenus("sans")
    _donner(simulation, mensuelles, _mois(jour.year))
    # Profits are two inputs: the first is read by RSA and prime d'activité, the second by all the others.
    annuelles = {
        "rpns_benefice_exploitant_agricole": revenus("agriculteur", part=12),
        "rpns_autres_revenus": revenus("independant", part=12),
        "rpns_imposables": revenus("agriculteur", "independant", part=12),
    }
    _donner(simulation, annuelles, _annees(jour.year))


def _donner_les_familles(simulation: Simulation, variantes: tuple[Variante, ...], jour: date, aah: float) -> None:
    nombre = len(variantes)
    zeros = np.zeros(nombre, dtype=np.float32)
    mensuelles = {
        "depcom": np.array([v.code_insee for v in variantes], dtype="S5"),
        "loyer": np.array([v.loyer for v in variantes], dtype=np.float32),
        "statut_occupation_logement": np.array([_STATUTS[v.logement] for v in variantes]),
        # The months M-4 to M-2 are those of every Caf since March 2025; here it is an option, off by default.
        "departement_experimentation_rsa": np.ones(nombre, dtype=bool),
        "asf_elig": np.array([v.asf for v in variantes]),
    } | dict.fromkeys(_NULLES_PAR_FAMILLE, zeros)
    if any(adulte.age >= AGE_DE_L_ASPA for v in variantes for adulte in v.adultes):
        del mensuelles["aspa"]
    _donner(simulation, mensuelles, _mois(jour.year))
    verses = [aah if v.aah and rang == 0 else 0.0 for v in variantes for rang, _ in enumerate(roles(v))]
    _donner(simulation, {"aah": np.array(verses, dtype=np.float32)}, _mois(jour.year))
    foyers = np.zeros(simulation.populations["foyer_fiscal"].count, dtype=np.float32)
    _donner(simulation, dict.fromkeys(_NULLES_PAR_FOYER_FISCAL, foyers), _annees(jour.year))


def _donner(simulation: Simulation, valeurs: dict[str, Any], periodes: list[str]) -> None:
    for variable, valeur in valeurs.items():
        for periode in periodes:
            simulation.set_input(variable, periode, valeur)


@cache
def _mois(annee: int) -> list[str]:
    return [f"{a}-{mois:02d}" for a in range(annee - _ANNEES + 1, annee + 1) for mois in range(1, 13)]


@cache
def _annees(annee: int) -> list[str]:
    return [str(a) for a in range(annee - _ANNEES + 1, annee + 1)]
