"""An unknown answer is never zero: it becomes several possible households, all computed together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from guichet.estimation.foyer import Activite, Foyer, Logement

VARIANTES_MAX = 160
COMMUNE_PAR_DEFAUT = "50502"  # Saint-Lô, as all the territory in zone 3; the housing aid is then not shown

# Monthly incomes that cover what such a person may have; the aids vary regularly in between.
_NIVEAUX: dict[Activite, tuple[int, ...]] = {
    "salarie": (600, 1100, 1478, 2000, 3000, 5000),
    "chomage": (500, 1000, 1500, 2500),
    "sans": (0, 600),
    "etudiant": (0, 500, 1000),
    "retraite": (700, 1100, 1600, 2500),
    "independant": (0, 600, 1200, 2200, 4000),
    "agriculteur": (0, 600, 1200, 2200, 4000),
}
_LOYERS = (300, 500, 700)
_LOGEMENTS: tuple[Logement, ...] = ("locataire", "hlm", "proprietaire", "gratuit")
_ENFANTS_POSSIBLES: tuple[tuple[int, ...], ...] = ((), (4,), (4, 8), (4, 8, 12))
_PENSIONS_PAR_ENFANT = (100, 180, 300)
LOCATIFS = ("locataire", "locataire_meuble", "hlm")


@dataclass(frozen=True)
class Adulte:
    """`revenus`: euros per month, of the nature that `activite` says."""

    activite: Activite
    revenus: int
    age: int


@dataclass(frozen=True)
class Variante:
    """A household of which everything is known. Sums are euros per month.

    `asf`: the family support allowance may be paid. `aah`: the disability allowance of the person.
    `a_naitre`: the unborn child is one of the children, which is right for the birth grant and nothing else.
    """

    adultes: tuple[Adulte, ...]
    naissances: tuple[date, ...]
    logement: Logement
    loyer: int
    code_insee: str
    asf: bool
    pension: int
    enceinte: bool
    aah: bool
    a_naitre: bool = False


def variantes(foyer: Foyer, jour: date, codes_connus: frozenset[str]) -> tuple[Variante, ...]:
    """Every household that the answers allow; a fixed sample of them when they are too many."""
    toutes = list(dict.fromkeys(_toutes(foyer, jour, codes_connus)))
    if len(toutes) <= VARIANTES_MAX:
        return tuple(toutes)
    tires = np.random.default_rng(0).permutation(len(toutes))[:VARIANTES_MAX]  # the same sample each time
    return tuple(toutes[rang] for rang in tires)


def _toutes(foyer: Foyer, jour: date, codes_connus: frozenset[str]) -> Iterator[Variante]:
    code = foyer.code_insee if foyer.code_insee in codes_connus else COMMUNE_PAR_DEFAUT
    couples = (False, True) if foyer.couple is None else (foyer.couple,)
    familles = _ENFANTS_POSSIBLES if foyer.enfants is None else (foyer.enfants,)
    grossesses = (False, True) if foyer.grossesse is None else (foyer.grossesse,)
    aah = (False, True) if foyer.handicap in ("adulte", "enfant_et_adulte") else (False,)
    for couple, ages, enceinte, avec_aah in product(couples, familles, grossesses, aah):
        for adultes, naissances, (logement, loyer), (asf, pension) in product(
            _adultes(foyer, couple), _naissances(ages, jour), _logements(foyer), _pensions(foyer, couple, len(ages))
        ):
            yield Variante(adultes, naissances, logement, loyer, code, asf, pension, enceinte, avec_aah)


def age_suppose(activite: Activite | None) -> int:
    """Of an adult who has not said it."""
    return {"etudiant": 21, "retraite": 67}.get(activite or "", 35)


def _adultes(foyer: Foyer, couple: bool) -> Iterator[tuple[Adulte, ...]]:
    moi = _adultes_possibles(foyer.activite, foyer.revenus, foyer.age)
    if not couple:
        yield from ((adulte,) for adulte in moi)
    else:
        yield from product(moi, _adultes_possibles(foyer.activite_conjoint, foyer.revenus_conjoint, foyer.age_conjoint))


def _adultes_possibles(activite: Activite | None, revenus: int | None, age: int | None) -> list[Adulte]:
    if activite is not None:
        possibles = [(activite, somme) for somme in ((revenus,) if revenus is not None else _NIVEAUX[activite])]
    elif revenus == 0:
        possibles = [("sans", 0)]
    elif revenus is not None:
        possibles = [("salarie", revenus), ("chomage", revenus)]
    else:
        possibles = [("sans", 0), ("chomage", 1000), *(("salarie", somme) for somme in _NIVEAUX["salarie"])]
    return [Adulte(nature, somme, age or age_suppose(activite)) for nature, somme in possibles]


def _naissances(ages: tuple[int, ...], jour: date) -> Iterator[tuple[date, ...]]:
    """Birthdays as early, then as late as the ages allow: the age increase and the school grant depend on them.

    Ages are looked at on the first of a month: the eldest possible turns a year older on the first of the next one.
    """
    premier = jour.replace(day=1)
    suivant = date(jour.year + jour.month // 12, jour.month % 12 + 1, 1)
    yield tuple(premier.replace(year=premier.year - age) for age in ages)
    yield tuple(suivant.replace(year=suivant.year - age - 1) for age in ages)


def _logements(foyer: Foyer) -> Iterator[tuple[Logement, int]]:
    for logement in _LOGEMENTS if foyer.logement is None else (foyer.logement,):
        if logement in LOCATIFS:
            yield from ((logement, loyer) for loyer in (_LOYERS if foyer.loyer is None else (foyer.loyer,)))
        elif logement == "accedant":
            yield logement, foyer.loyer or 1  # a loan is being repaid: no lump sum for housing
        else:
            yield logement, 0


def _pensions(foyer: Foyer, couple: bool, enfants: int) -> tuple[tuple[bool, int], ...]:
    """(may ASF be paid, pension received): a parent who lives alone is not entitled to ASF by that alone."""
    if couple or not enfants:
        return ((False, 0),)
    if foyer.pension_alimentaire is False:
        # In shared custody ASF may not be due: RSA and prime d'activité, that it lowers, must not be lost for it.
        return ((True, 0), (False, 0)) if foyer.garde_alternee else ((True, 0),)
    if foyer.pension_alimentaire is None:
        return (True, 0), (False, 0), (False, _PENSIONS_PAR_ENFANT[1] * enfants)
    if foyer.montant_pension is not None:
        return (False, foyer.montant_pension), (True, foyer.montant_pension)
    return tuple((asf, somme * enfants) for somme in _PENSIONS_PAR_ENFANT for asf in (False, True))
