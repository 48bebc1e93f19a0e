"""Reading an answer written freely: « 2 enfants de 3 et 7 ans », « 1300 par mois », « moi oui, lui non ».

Each reader gives the answers found, or None when the text answers something else.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from guichet.comprehension.dates import trouver_date
from guichet.comprehension.situation import trouver_regime
from guichet.estimation.foyer import AGE_MAX, AGE_MIN, SOMME_MAX
from guichet.questionnaire.nombres import trouver_ages_des_enfants, trouver_sommes
from guichet.questionnaire.questions import LOUE, Reponses
from guichet.texte import plier

_OUI = re.compile(r"\b(oui|ouais|si)\b")
_NON_D_ABORD = re.compile(r"^(non|nan|aucun\w*|rien|jamais|ni|0|zero|personne|pas)\b")
_NON_EN_PEU_DE_MOTS = re.compile(r"\b(non|pas|aucun\w*|rien|jamais)\b")
_PEU_DE_MOTS = 6
_SEUL = re.compile(
    r"\b(seule?s?|solo|celibataire|divorcee?|separee?s?|veu(f|ve)|sans conjoint|parent isole|mere isolee|ex|quittee?"
    r"|(pas|plus) (en couple|ensemble)|(vi[ts]|habite) (pas|plus|ailleurs)"
    r"|(mari|femme|conjointe?|compagnon|compagne|copain|copine) (est |a )?(morte?|decedee?|partie?))\b"
)
_COUPLE = re.compile(
    r"\b(couple|mariee?s?|pacsee?s?|concubin\w*|conjointe?|compagnon|compagne|copain|copine|mari|femme|ensemble"
    r"|a deux)\b"
)
_GROSSESSE = re.compile(
    r"\b(enceinte|grossesse|attend(s|ons)? (un |une |mon |notre )?(bebe|enfant|jumeaux)|accouche)\b"
)
_HANDICAP = re.compile(r"\b(handicap\w*|invalid\w*|aah|aeeh|mdph|autis\w*|trisom\w*)\b")
_UN_ENFANT = re.compile(r"\b(enfants?|fils|fille|petite?|garcon|bebe|aeeh)\b")
_UN_ADULTE = re.compile(r"\b(adultes?|moi|je|j|mari|femme|conjointe?|compagnon|compagne|aah|invalid\w*)\b")
_LOGEMENTS = (
    ("hlm", r"hlm|logement social|bailleur social|office|habitat social|manche habitat"),
    ("accedant", r"pret|credit|rembours\w*|emprunt\w*|accedant\w*|mensualites?|j achete"),
    ("gratuit", r"gratuit\w*|heberge\w*|loge\w* (par|chez)|chez (mes|ma|mon|des|un|une)|sans loyer"),
    ("locataire_meuble", r"meuble\w*"),
    ("locataire", r"lou\w*|locat\w*|loyer|appart\w*"),
    ("proprietaire", r"proprio\w*|proprietaires?|ma maison|notre maison"),
)
_ACTIVITES = (
    ("agriculteur", r"agricult\w*|exploitante?s?|eleveu\w*|ferme|maraich\w*"),
    ("independant", r"independante?s?|auto entrepren\w*|micro entrepren\w*|artisane?s?|commercante?s?"
                    r"|a mon compte|liberale?s?"),
    ("chomage", r"chomage|chomeu\w*|are|france travail|pole emploi|demandeu\w* d emploi"),
    ("sans", r"sans (emploi|travail|activite|boulot|rien)|ne (travaill\w*|fait rien)|travaill\w* pas"
             r"|pas de (travail|boulot)|pas d emploi|au foyer|rsa|conge parental|inactif|inactive|aucune? activite"),
    ("etudiant", r"etudiante?s?|apprentie?s?|a la fac|etudes"),
    ("retraite", r"retraitee?s?|retraite|pension de reversion"),
    ("salarie", r"salariee?s?|travaill\w*|bosse\w*|boulot|cdi|cdd|interim\w*|emploi|mi temps|temps (plein|partiel)"
                r"|ouvrie\w*|fonctionnaire|smic"),
)  # fmt: skip
_PAS_D_AUTRE = re.compile(r"\b(pas d autre parent|pere inconnu|decede|mort|pas reconnu|ne l a pas reconnu)\b")
_NE_SAIT_PAS = re.compile(
    r"\b(je |j )?(ne )?(sais?|c(on)?nais?|saurais?) (pas|rien)\b|\baucune idee\b|\bje prefere ne pas\b"
)


def ne_sait_pas(texte: str) -> bool:
    return bool(_NE_SAIT_PAS.search(plier(texte)))


def _nie(plie: str) -> bool:
    """« non », « rien de tout ça », « il paie pas »; not the negation of a long sentence about something else."""
    court = len(plie.split()) <= _PEU_DE_MOTS
    return bool(_NON_D_ABORD.search(plie) or (court and _NON_EN_PEU_DE_MOTS.search(plie)))


def lire(cle: str, texte: str, reponses: Reponses, jour: date) -> dict[str, Any] | None:
    """What that answer adds; None when it is not an answer to the question of that key."""
    if any(somme > SOMME_MAX for somme in trouver_sommes(texte)):
        return None
    return _LECTEURS[cle](texte, reponses, jour)


def _couple(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    plie = plier(texte)
    if _SEUL.search(plie):
        return {"couple": False}
    if _COUPLE.search(plie) or plie == "oui":
        return {"couple": True}
    return {"couple": False} if plie == "non" else None


def _enfants(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    ages = trouver_ages_des_enfants(texte)
    return None if ages is None else {"enfants": list(ages)}


def _situation(texte: str, _: Reponses, jour: date) -> dict[str, Any] | None:
    plie = plier(texte)
    enceinte, handicap = bool(_GROSSESSE.search(plie)), bool(_HANDICAP.search(plie))
    if not (enceinte or handicap):
        return {"grossesse": False, "handicap": "non"} if _nie(plie) else None
    if handicap and re.search(r"\b(pas|aucun|non|ni)( \w+){0,2} handicap", plie):
        handicap = False
    if enceinte and re.search(r"\b(pas|non|ni)( \w+){0,2} (enceinte|grossesse)", plie):
        enceinte = False
    prevue = trouver_date(texte, jour) if enceinte else None
    return {
        "grossesse": enceinte,
        "naissance_prevue": prevue.isoformat() if prevue else None,
        "handicap": _qui_est_handicape(plie) if handicap else "non",
    }


def _qui_est_handicape(plie: str) -> str | None:
    enfant, adulte = bool(_UN_ENFANT.search(plie)), bool(_UN_ADULTE.search(plie))
    if enfant and adulte:
        return "enfant" if re.search(r"\bm(on|a) (fils|fille|enfant|petite?)\b", plie) else "enfant_et_adulte"
    return "enfant" if enfant else "adulte" if adulte else None


def _logement(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    trouve = _premier(_LOGEMENTS, plier(texte))
    if trouve is None:
        return None
    sommes = trouver_sommes(texte)
    return {"logement": trouve, "loyer": sommes[0] if sommes and trouve in LOUE else None}


def _loyer(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    sommes = trouver_sommes(texte)
    return {"loyer": sommes[0]} if sommes else None


def _activite(texte: str, reponses: Reponses, _: date) -> dict[str, Any] | None:
    trouvees = _dans_l_ordre(_ACTIVITES, plier(texte))
    if not trouvees:
        return None
    lu: dict[str, Any] = {"activite": trouvees[0]}
    if reponses.get("couple") is not False:
        deux = re.search(
            r"\b(tous les deux|toutes les deux|les deux|tous deux|on (est|travaille|bosse)|nous)\b", plier(texte)
        )
        lu["activite_conjoint"] = trouvees[1] if len(trouvees) > 1 else trouvees[0] if deux else None
    return lu


def _revenus(texte: str, reponses: Reponses, _: date) -> dict[str, Any] | None:
    """Two figures for a couple; one alone is the person's, and the other's is asked again."""
    sommes = trouver_sommes(texte)
    if not sommes:
        return None
    if reponses.get("couple") is False:
        return {"revenus": sommes[0]}
    if len(sommes) > 1:
        return {"revenus": sommes[0], "revenus_conjoint": sommes[1]}
    if re.search(r"\b(a deux|ensemble|en tout|a nous deux|chacun)\b", plier(texte)):
        part = sommes[0] if "chacun" in plier(texte) else round(sommes[0] / 2)
        return {"revenus": part, "revenus_conjoint": part}
    if reponses.get("revenus") is not None:
        return {"revenus_conjoint": sommes[0]}
    return {"revenus": sommes[0]}


def _age(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    nombres = [int(nombre) for nombre in re.findall(r"\d+", texte)]
    return {"age": nombres[0]} if nombres and AGE_MIN <= nombres[0] <= AGE_MAX else None


def _pension(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    plie, sommes = plier(texte), trouver_sommes(texte)
    if _PAS_D_AUTRE.search(plie):
        return {"pension": False}
    if sommes and sommes[0] > 0:
        return {"pension": True, "montant_pension": sommes[0]}
    if _nie(plie):
        return {"pension": False}
    return {"pension": True} if _OUI.search(plie) or "verse" in plie else None


def _regime(texte: str, _: Reponses, __: date) -> dict[str, Any] | None:
    regime = trouver_regime(texte)
    return {"regime": regime} if regime else None


def _premier(lexique: tuple[tuple[str, str], ...], plie: str) -> str | None:
    return next((nom for nom, motif in lexique if re.search(rf"\b({motif})\b", plie)), None)


def _dans_l_ordre(lexique: tuple[tuple[str, str], ...], plie: str) -> list[str]:
    """The names found, in the order of the text; a word is read once, by the first name that knows it."""
    trouves: list[tuple[int, str]] = []
    reste = plie
    for nom, motif in lexique:
        trouves += [(trouve.start(), nom) for trouve in re.finditer(rf"\b({motif})\b", reste)]
        reste = re.sub(rf"\b({motif})\b", lambda trouve: "#" * len(trouve.group()), reste)
    return [nom for _, nom in sorted(trouves)]


_LECTEURS: dict[str, Callable[[str, Reponses, date], dict[str, Any] | None]] = {
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
