"""From sums to what is said of an aid: a figure or a range, how sure, and why."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from guichet.estimation.calcul import Bareme, Sommes
from guichet.estimation.foyer import Foyer
from guichet.estimation.phrases import Phrases, charger_phrases
from guichet.estimation.resultat import AideEstimee, Etat
from guichet.estimation.variantes import LOCATIFS

_ORDRE: tuple[Etat, ...] = ("probable", "a_verifier", "peu_probable")
_FAMILIALES = ("af", "cf", "paje_base", "asf", "ars")
_PAR_LES_AGES = ("af", "ars", "cf")
_SELON_LE_TRAVAIL = ("rsa", "ppa")
_DU_LOGEMENT, _DE_LA_PENSION = ("logement", "loyer"), ("pension_alimentaire", "montant_pension")
_DU_TRAVAIL = ("activite", "revenus", "activite_conjoint", "revenus_conjoint")
# Answers that change nothing to an aid, and so explain none of its ranges.
_SANS_EFFET: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("af", "cf", "paje_base", "ars"), ("grossesse", *_DU_LOGEMENT, *_DE_LA_PENSION)),
    "prime_naissance": (*_DU_LOGEMENT, *_DE_LA_PENSION),
    "asf": ("grossesse", *_DU_LOGEMENT, *_DU_TRAVAIL),
}
NON_SALARIES = ("independant", "agriculteur")
# Shared custody: allocations familiales may be shared (CSS, R521-2), one parent only receives these others.
_A_UN_SEUL_PARENT = ("cf", "paje_base", "asf", "ars")
_EN_GARDE_ALTERNEE = ("af", *_A_UN_SEUL_PARENT, "rsa", "ppa", "aide_logement")
Bornes = tuple[Decimal, Decimal] | None


def aides_estimees(
    foyer: Foyer, jour: date, sommes: Sommes, bareme: Bareme, commune_connue: bool, complet: bool
) -> tuple[AideEstimee, ...]:
    """The aids that have an object for this household. `complet`: every possible household was computed."""
    aides = [
        _aide(nom, foyer, jour, _bornes(nom, foyer, sommes, bareme, commune_connue), complet)
        for nom in _concernees(foyer)
    ]
    return tuple(sorted(aides, key=lambda aide: _ORDRE.index(aide.etat)))


def _concernees(foyer: Foyer) -> list[str]:
    """Those that it makes sense to speak of; an age or a number that is not known rules nothing out."""
    ages = foyer.enfants
    objets = {
        "af": ages is None or len(ages) > 0,
        "cf": ages is None or len(ages) > 2,
        "paje_base": ages is None or any(age < 3 for age in ages),
        "prime_naissance": foyer.grossesse is not False,
        "asf": foyer.couple is not True and (ages is None or len(ages) > 0),
        "ars": ages is None or any(5 <= age <= 18 for age in ages),
        "aeeh": foyer.handicap not in ("non", "adulte") and (ages is None or any(age < 20 for age in ages)),
        "aah": foyer.handicap not in ("non", "enfant"),
        "rsa": True,
        "ppa": True,
        "aide_logement": True,
    }
    return [nom for nom, concerne in objets.items() if concerne]


def _bornes(nom: str, foyer: Foyer, sommes: Sommes, bareme: Bareme, commune_connue: bool) -> Bornes:
    """Lowest and highest, whole euros; None when no figure would be honest."""
    if nom in _FAMILIALES and foyer.enfants is None:
        return None
    loue = foyer.logement in (*LOCATIFS, None)
    if nom == "aide_logement" and (foyer.logement == "accedant" or (loue and not commune_connue)):
        return None
    if nom == "aeeh":
        base = bareme.bmaf * bareme.aeeh_base
        return (_euros(base) if foyer.handicap else Decimal(0)), _euros(base)
    if nom == "aah":
        return Decimal(0), _euros(bareme.aah)
    return _euros(min(sommes[nom])), _euros(max(sommes[nom]))


def _euros(somme: Decimal) -> Decimal:
    return somme.quantize(Decimal(1), ROUND_HALF_UP)


def _aide(nom: str, foyer: Foyer, jour: date, bornes: Bornes, complet: bool) -> AideEstimee:
    phrases = charger_phrases()
    aide = phrases.aides[nom]
    etat = _etat(nom, foyer, bornes, complet)
    pourquoi = aide.pourquoi[etat].format(annee=jour.year - 2, cette_annee=jour.year)
    if etat == "a_verifier" and _partagee(nom, foyer):
        pourquoi = phrases.garde_alternee[nom]
    minimum, maximum = _en_garde_alternee(nom, bornes) if bornes and _partagee(nom, foyer) else bornes or (None, None)
    if etat != "peu_probable" and (precision := _precision(nom, foyer, bornes, phrases)):
        pourquoi = f"{pourquoi} {precision}"
    return AideEstimee(nom, aide.sujet, aide.libelle, minimum, maximum, aide.unite, etat, pourquoi)


def _etat(nom: str, foyer: Foyer, bornes: Bornes, complet: bool) -> Etat:
    if bornes is None or nom in ("aeeh", "aah"):
        return "a_verifier"
    if bornes[1] == 0:
        return "peu_probable"
    if bornes[0] == 0 or not complet or (nom in _SELON_LE_TRAVAIL and _non_salarie(foyer)) or _partagee(nom, foyer):
        return "a_verifier"
    return "probable"


def _partagee(nom: str, foyer: Foyer) -> bool:
    """Whether shared custody, that is not computed, leaves this aid uncertain."""
    return foyer.garde_alternee is True and nom in _EN_GARDE_ALTERNEE


def _en_garde_alternee(nom: str, bornes: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """What the sums of children who are always there become when they are not."""
    minimum, maximum = bornes
    if nom == "af":
        return _euros(minimum / 2), maximum
    return (Decimal(0) if nom in _A_UN_SEUL_PARENT else minimum), maximum


def _non_salarie(foyer: Foyer) -> bool:
    return foyer.activite in NON_SALARIES or (foyer.couple is not False and foyer.activite_conjoint in NON_SALARIES)


def _precision(nom: str, foyer: Foyer, bornes: Bornes, phrases: Phrases) -> str:
    """Why there is no figure, or why there are two."""
    dites = phrases.precisions
    if bornes is None:
        return dites["enfants" if nom in _FAMILIALES else "accedant" if foyer.logement == "accedant" else "commune"]
    if nom in _SELON_LE_TRAVAIL and _non_salarie(foyer):
        return dites["non_salarie"]
    if bornes[0] == bornes[1] or nom in ("aeeh", "aah"):
        return ""
    if inconnus := [champ for champ in inconnus_du_foyer(foyer) if champ not in _SANS_EFFET.get(nom, ())]:
        return dites["inconnu"].format(inconnus=", ".join(phrases.inconnus[champ] for champ in inconnus))
    if nom == "paje_base":
        return dites["jumeaux"]
    if nom in _PAR_LES_AGES:
        return dites["anniversaire"]
    return dites["aah"] if foyer.handicap in ("adulte", "enfant_et_adulte") else ""


def inconnus_du_foyer(foyer: Foyer) -> list[str]:
    """The answers that are missing and that matter, given the others."""
    champs = ["couple", "enfants", "grossesse", "logement", "activite", "revenus"]
    if foyer.logement in LOCATIFS:
        champs.append("loyer")
    if foyer.couple:
        champs += ["activite_conjoint", "revenus_conjoint"]
    if foyer.couple is False and foyer.enfants:
        champs.append("montant_pension" if foyer.pension_alimentaire else "pension_alimentaire")
    return [champ for champ in champs if getattr(foyer, champ) is None]
