"""What OpenFisca answers, mended where it is known to be wrong, as the Caf pays it: net of CRDS, to the cent."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from guichet.droits.montants import CRDS, net_de_crds
from guichet.estimation.situation import construire
from guichet.estimation.variantes import Variante

Sommes = dict[str, tuple[Decimal, ...]]
MENSUELLES = ("af", "cf", "paje_base", "asf", "rsa", "ppa", "aide_logement")
# Ordonnance 96-50, article 14, II, 8° and 9°: family benefits and prime d'activité. The housing aid comes net.
SOUMISES_A_LA_CRDS = frozenset({"af", "cf", "paje_base", "asf", "ars", "prime_naissance", "ppa"})
_PF = "prestations_sociales.prestations_familiales"
_PIVOT_DES_14_ANS = date(2012, 3, 1)  # children born before keep the age increase at 14 (18 for the others)
_REFORME_DES_18_ANS = date(2026, 3, 1)
_CENTIME = Decimal("0.01")


@dataclass(frozen=True)
class Bareme:
    """The parameters that we read ourselves, on a given day. Euros, and rates between 0 and 1."""

    crds: Decimal
    bmaf: Decimal
    taux_majoration_age: Decimal
    aeeh_base: Decimal
    aah: Decimal


def lire_bareme(systeme: Any, jour: date) -> Bareme:
    parametres = systeme.get_parameters_at_instant(jour.isoformat())

    def lire(chemin: str) -> Decimal:
        valeur = parametres
        for nom in chemin.split("."):
            valeur = getattr(valeur, nom)
        return Decimal(str(valeur))

    return Bareme(
        crds=lire(CRDS),
        bmaf=lire(f"{_PF}.bmaf.bmaf"),
        taux_majoration_age=lire(f"{_PF}.prestations_generales.af.af_maj.maj_age_deux_enfants.taux1"),
        # `aeeh` gives the wrong supplement for levels 2 to 5: the base comes from its own rate.
        aeeh_base=lire(f"{_PF}.education_presence_parentale.aeeh.base"),
        aah=lire("prestations_sociales.prestations_etat_de_sante.invalidite.aah.montant"),
    )


def sommes(systeme: Any, variantes: tuple[Variante, ...], jour: date) -> Sommes:
    """Every aid, in cents really paid, one sum per household that is possible."""
    bareme = lire_bareme(systeme, jour)
    # An unborn child would count for Paje, RSA and prime d'activité: it is in households of its own.
    attendus = tuple(replace(v, a_naitre=True) for v in variantes if v.enceinte)
    simulation = construire(systeme, variantes + attendus, jour, float(bareme.aah))
    mois, nombre = f"{jour:%Y-%m}", len(variantes)

    def lire(variable: str, periode: str) -> list[Decimal]:
        return [Decimal(str(round(float(x), 2))) for x in simulation.calculate(variable, periode)]

    bruts = {aide: lire(aide, mois)[:nombre] for aide in MENSUELLES}
    bruts["ars"] = lire("ars", f"{jour:%Y}")[:nombre]
    sans_grossesse = [Decimal(0)] * (nombre - len(attendus))
    bruts["prime_naissance"] = [*lire("paje_naissance", mois)[nombre:], *sans_grossesse]
    taux = simulation.calculate("af_taux_modulation", mois)
    for i, variante in enumerate(variantes):
        bruts["af"][i] += _majoration_oubliee(variante, jour, bareme, Decimal(str(round(float(taux[i]), 2))))
        if (jumeaux := _jumeaux_de_moins_de_3_ans(variante, jour)) > 1:
            bruts["paje_base"].append(bruts["paje_base"][i] * jumeaux)
    return {aide: tuple(montant_verse(aide, brut, bareme.crds) for brut in liste) for aide, liste in bruts.items()}


def montant_verse(aide: str, brut: Decimal, crds: Decimal) -> Decimal:
    return net_de_crds(brut, crds) if aide in SOUMISES_A_LA_CRDS else brut


def _ages(variante: Variante, jour: date) -> list[int]:
    """In whole years, on the first of the month, as family benefits look at them."""
    return [jour.year - n.year - ((jour.month, 1) < (n.month, n.day)) for n in variante.naissances]


def _majoration_oubliee(variante: Variante, jour: date, bareme: Bareme, modulation: Decimal) -> Decimal:
    """Of two children only the eldest gives no age increase; OpenFisca sees two eldest in twins."""
    comptes = [(age, n) for age, n in zip(_ages(variante, jour), variante.naissances, strict=True) if age < 20]
    if len(comptes) != 2 or comptes[0][0] != comptes[1][0]:
        return Decimal(0)
    age, naissance = comptes[0]
    a_14_ans = jour < _REFORME_DES_18_ANS or naissance < _PIVOT_DES_14_ANS
    if age < (14 if a_14_ans else 18):
        return Decimal(0)
    return (bareme.bmaf * bareme.taux_majoration_age * modulation).quantize(_CENTIME)


def _jumeaux_de_moins_de_3_ans(variante: Variante, jour: date) -> int:
    """One base allowance per family, but one per child of a multiple birth, that OpenFisca does not know."""
    return max(Counter(age for age in _ages(variante, jour) if age < 3).values(), default=1)
