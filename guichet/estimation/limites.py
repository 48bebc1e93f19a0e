"""What an estimate assumed, and what it leaves out."""

from collections import Counter
from datetime import date

from guichet.estimation.aides import NON_SALARIES
from guichet.estimation.foyer import Foyer
from guichet.estimation.phrases import charger_phrases
from guichet.estimation.variantes import LOCATIFS, age_suppose

_AGE_DU_MINIMUM_VIEILLESSE = 65


def hypotheses(foyer: Foyer, jour: date, commune_connue: bool) -> tuple[str, ...]:
    """French sentences, the weightiest first."""
    activites = {foyer.activite, foyer.activite_conjoint if foyer.couple is not False else None}
    enfants = foyer.enfants is None or len(foyer.enfants) > 0
    loue = foyer.logement in (*LOCATIFS, None)
    faites = {
        "revenus": True,
        "commune": loue and not commune_connue,
        "age": foyer.age is None,
        "age_conjoint": foyer.couple is not False and foyer.age_conjoint is None,
        "garde_alternee": foyer.garde_alternee is True,
        "enfants": enfants and not foyer.garde_alternee,
        "jumeaux": any(nombre > 1 for nombre in Counter(foyer.enfants).values()),
        "grossesse": bool(foyer.grossesse),
        "seul": foyer.couple is not True and enfants,
        "loyer": loue,
        "etudiant": "etudiant" in activites,
        "chomage": "chomage" in activites,
        "non_salarie": not activites.isdisjoint(NON_SALARIES),
        "sejour": True,
    }
    valeurs = {
        "annee_avant": jour.year - 2,
        "age": age_suppose(foyer.activite),
        "age_conjoint": age_suppose(foyer.activite_conjoint),
    }
    dites = charger_phrases().hypotheses
    return tuple(dites[nom].format(**valeurs) for nom, faite in faites.items() if faite)


def non_calcules(foyer: Foyer) -> tuple[tuple[str, str], ...]:
    """(sujet, why it is not computed), for the aids that this household may have."""
    ages = foyer.enfants
    attendu = foyer.grossesse is not False
    concernes = {
        "sante_assurance_maladie": True,
        "impayes_energie_eau": True,
        "prime_noel": True,
        "mode_garde_cmg": ages is None or attendu or any(age < 12 for age in ages),
        "conge_parental_prepare": ages is None or attendu or any(age < 3 for age in ages),
        "ajpp_enfant_malade": ages is None or len(ages) > 0,
        "scolarite_bourse": ages is None or any(age >= 10 for age in ages) or foyer.activite == "etudiant",
        "handicap_aeeh_mdph": foyer.handicap != "non",
        "proche_age_dependance": _a_l_age_de_la_retraite(foyer),
        "aide_urgence_ccas": True,
    }
    dites = charger_phrases().non_calcules
    return tuple((sujet, dites[sujet]) for sujet, concerne in concernes.items() if concerne)


def _a_l_age_de_la_retraite(foyer: Foyer) -> bool:
    adultes = [(foyer.activite, foyer.age)]
    if foyer.couple is not False:
        adultes.append((foyer.activite_conjoint, foyer.age_conjoint))
    return any(activite == "retraite" or (age or 0) >= _AGE_DU_MINIMUM_VIEILLESSE for activite, age in adultes)
