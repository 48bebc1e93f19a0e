"""Reading an answer written freely: « 2 enfants de 3 et 7 ans », « 1300 par mois », « moi oui, lui non ».

Each reader gives the answers found, or None when the text answers something else, or is not surely read: a misread
answer makes a false estimate, a question asked again only costs a line.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from guichet.comprehension.dates import trouver_date
from guichet.comprehension.situation import trouver_regime
from guichet.estimation.foyer import AGE_MAX, AGE_MIN, SOMME_MAX
from guichet.questionnaire.ages import trouver_ages_des_enfants
from guichet.questionnaire.mots import dit, dit_tout, reste, sans, trouver
from guichet.questionnaire.personnes import AUTRE, MOI, attribuer
from guichet.questionnaire.questions import LOUE, Reponses
from guichet.questionnaire.sommes import Somme, aplatir, lire_sommes
from guichet.texte import plier

LOYER_MIN, LOYER_MAX, REVENU_MAX_SANS_LE_DIRE = 50, 3000, 8000  # € by the month; beyond, it is asked again
_POUR_NOUS = re.compile(r"\b(on|nous|nos|notre)\b")  # one figure for two: whose is it?
Lecteur = Callable[[str, Reponses, date], dict[str, Any] | None]


def ne_sait_pas(texte: str) -> bool:
    return dit("ne_sait_pas", plier(texte))


def lire(cle: str, texte: str, reponses: Reponses, jour: date) -> dict[str, Any] | None:
    """What that answer adds; None when it is not surely an answer to the question of that key.

    Every word must be understood: what is left over could turn the answer round.
    """
    plie = plier(texte)
    if not dit_tout("non", plie) and reste(cle, _CONNUS[cle], plie):
        return None
    return _LECTEURS[cle](texte, reponses, jour)


def _couple(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    plie = plier(texte)
    en_couple, seul = dit("en_couple_a_coup_sur", plie), dit("seul_a_coup_sur", sans("en_couple_a_coup_sur", plie))
    if en_couple == seul:
        if en_couple or dit("couple_incertain", plie):
            return None
        en_couple, seul = dit("en_couple", plie), dit("seul", plie)
    return {"couple": en_couple} if en_couple != seul else None


def _enfants(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    alternee = dit("garde_alternee", plier(texte))
    ages = trouver_ages_des_enfants(sans("garde_alternee", plier(texte)) if alternee else texte)
    if ages is None or (alternee and not ages):
        return None
    return {"enfants": list(ages), "garde_alternee": alternee}


def _situation(texte: str, _: Reponses, jour: date) -> dict[str, Any] | None:
    plie = plier(texte)
    if dit_tout("non", plie):
        return {"grossesse": False, "handicap": "non"}
    affirme = sans("pas_de_handicap", sans("pas_de_grossesse", plie))
    enceinte, handicap = dit("grossesse", affirme), dit("handicap", affirme)
    if not (enceinte or handicap):
        return {"grossesse": False, "handicap": "non"} if affirme != plie and not dit("oui", affirme) else None
    if enceinte and not handicap and dit("handicap_d_un_enfant", sans("grossesse", affirme)):
        return None  # somebody else's pregnancy
    prevue = trouver_date(texte, jour, sens="futur") if enceinte and dit("naissance_prevue", plie) else None
    return {
        "grossesse": enceinte,
        "naissance_prevue": prevue.isoformat() if prevue and prevue >= jour else None,
        "handicap": _qui_est_handicape(affirme) if handicap else "non",
    }


def _qui_est_handicape(plie: str) -> str | None:
    if dit("moi_handicape", plie) and dit("handicap_de_mon_enfant", plie):
        return "enfant_et_adulte"
    enfant, adulte = dit("handicap_d_un_enfant", plie), dit("handicap_d_un_adulte", plie)
    if enfant and adulte:
        return "enfant" if dit("handicap_de_mon_enfant", plie) else "enfant_et_adulte"
    return "enfant" if enfant else "adulte" if adulte else None


def _logement(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    reste_du_texte = sans("hors_logement", plier(texte))
    noms = {nom for _, nom in trouver("logement", reste_du_texte)}
    if "accedant" in noms:  # « je rembourse le prêt de ma maison »
        noms -= {"proprietaire"}
    genre = noms - {"locataire"} or noms  # « je loue en HLM », « une location meublée »
    if len(genre) != 1 or (genre <= {"gratuit", "accedant", "proprietaire"} and "locataire" in noms):
        return None
    (logement,) = genre
    return {"logement": logement, "loyer": _loyer_dit(texte) if logement in LOUE else None}


def _loyer(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    loyer = _loyer_dit(texte)
    return None if loyer is None else {"loyer": loyer}


def _loyer_dit(texte: str) -> int | None:
    sommes = _sommes(texte)
    plausible = sommes is not None and len(sommes) == 1 and LOYER_MIN <= sommes[0].valeur <= LOYER_MAX
    return sommes[0].valeur if sommes and plausible else None


def _sommes(texte: str) -> list[Somme] | None:
    """The sums that a household can have; None when one of them is not surely read."""
    sommes = lire_sommes(aplatir(texte))
    return None if sommes is None or any(s.valeur > SOMME_MAX for s in sommes) else sommes


def _activite(texte: str, reponses: Reponses, _: date) -> dict[str, Any] | None:
    plie = plier(texte)
    trouvees = trouver("activite", plie)
    if not trouvees or dit("activite_incertaine", plie):
        return None
    if reponses.get("couple") is False:
        noms = {nom for _, nom in trouvees}
        return {"activite": noms.pop()} if len(noms) == 1 else None
    if dit("tous_les_deux", plie) and len({nom for _, nom in trouvees}) == 1:
        return {"activite": trouvees[0][1], "activite_conjoint": trouvees[0][1]}
    return _de_chacun(attribuer(plie, trouvees), "activite", plie, reponses)


def _revenus(texte: str, reponses: Reponses, _: date) -> dict[str, Any] | None:
    plat = aplatir(texte)
    sommes = _sommes(texte)
    par_mois_est_dit = "mois" in plat or "mensuel" in plat
    if sommes is None or (any(s.valeur > REVENU_MAX_SANS_LE_DIRE for s in sommes) and not par_mois_est_dit):
        return None
    valeurs = [(somme.lieu, somme.valeur) for somme in sommes] + [(lieu, 0) for lieu, _ in trouver("rien", plat)]
    if not valeurs:
        return None
    if reponses.get("couple") is False:
        ajoutees = len(valeurs) == 1 or "+" in plat or " plus " in plat
        return {"revenus": sum(valeur for _, valeur in valeurs)} if ajoutees else None
    if "+" in plat or (len(valeurs) == 1 and _POUR_NOUS.search(plat) and not dit("revenus_a_deux", plat)):
        return None
    if len(valeurs) == 1 and dit("revenus_chacun", plat):
        return {"revenus": valeurs[0][1], "revenus_conjoint": valeurs[0][1]}
    if len(valeurs) == 1 and dit("revenus_a_deux", plat):
        part = round(valeurs[0][1] / 2)
        return {"revenus": part, "revenus_conjoint": part}
    return _de_chacun(attribuer(plat, sorted(valeurs)), "revenus", plat, reponses)


def _de_chacun(attribuees: dict[str, Any] | None, cle: str, plat: str, reponses: Reponses) -> dict[str, Any] | None:
    """The person's and the partner's. One alone, said of nobody, answers the half of the question that was left."""
    if attribuees is None:
        return None
    du_conjoint = f"{cle}_conjoint"
    nomme = dit(MOI, plat) or dit(AUTRE, plat)
    if len(attribuees) == 1 and not nomme and (cle in reponses) != (du_conjoint in reponses):
        (valeur,) = attribuees.values()
        return {du_conjoint if cle in reponses else cle: valeur}
    noms = {MOI: cle, AUTRE: du_conjoint}
    return {noms[qui]: valeur for qui, valeur in attribuees.items()}


def _age(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    nombres = [int(mot) for mot in plier(texte).split() if mot.isdecimal()]
    return {"age": nombres[0]} if len(nombres) == 1 and AGE_MIN <= nombres[0] <= AGE_MAX else None


def _pension(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    plie = plier(texte)
    if dit("pas_d_autre_parent", plie) or dit("pension_non_versee", plie) or dit_tout("non", plie):
        return None if dit("oui", plie) else {"pension": False}
    sommes = _sommes(texte)
    if sommes is None or len(sommes) > 1 or dit("pension_payee_par_moi", plie):
        return None
    if sommes and not sommes[0].valeur:
        return {"pension": False}
    if sommes:
        return {"pension": True, "montant_pension": sommes[0].valeur}
    return {"pension": True} if dit("oui", plie) else None


def _regime(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    regime = trouver_regime(texte)
    return {"regime": regime} if regime else None


# The expressions of mots.yml that each question understands.
_CONNUS: dict[str, tuple[str, ...]] = {
    "couple": (
        "en_couple_a_coup_sur", "couple_incertain", "seul_a_coup_sur", "seul_en_entier", "seul", "en_couple",
    ),
    "enfants": ("garde_alternee", "aucun_enfant"),
    "situation": (
        "pas_de_grossesse", "pas_de_handicap", "grossesse", "moi_handicape", "handicap", "handicap_d_un_enfant",
        "handicap_d_un_adulte",
    ),
    "logement": ("hors_logement", "logement"),
    "loyer": (),
    "activite": ("tous_les_deux", "activite", "moi", "autre"),
    "revenus": ("revenus_a_deux", "rien", "moi", "autre"),
    "age": ("moi",),
    "pension": ("pension_non_versee", "pas_d_autre_parent", "oui", "autre"),
    "regime": (),
}  # fmt: skip
_LECTEURS: dict[str, Lecteur] = {
    "couple": _couple,
    "enfants": _enfants,
    "situation": _situation,
    "logement": _logement,
    "loyer": _loyer,
    "activite": _activite,
    "revenus": _revenus,
    "age": _age,
    "pension": _pension,
    "regime": _regime,
}
