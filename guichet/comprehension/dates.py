"""A date as people write it: « 12 mars », « 12/03/2027 », « dans 3 mois », « hier »."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from guichet.comprehension.situation import NOMBRE, valeur
from guichet.dates import JOURS, MOIS
from guichet.texte import sans_accents

HORIZON = relativedelta(years=3)
MOIS_D_UNE_GROSSESSE = 9
_MOIS = {sans_accents(mois): rang for rang, mois in enumerate(MOIS, start=1)} | {
    "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_CHIFFRES = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?\b")
_EN_LETTRES = re.compile(
    rf"\b(?:(\d{{1,2}}|premier)(?:er)? )?({'|'.join(sorted(_MOIS, key=len, reverse=True))})\b(?: (\d{{4}}))?"
)
_DELAI = re.compile(rf"\b(dans|d ici|il y a|depuis|ca fait) {NOMBRE} (jours?|semaines?|mois|ans?|annees?)\b")
_GROSSESSE = re.compile(rf"\benceinte de {NOMBRE} (semaines?|mois)\b|\b{NOMBRE} mois de grossesse\b")
_PROCHE = re.compile(r"\b(?:la |le )?(semaine|mois|annee|an) (prochaine?|derniere?|passee?|qui vient)\b")
_JOUR_DE_LA_SEMAINE = re.compile(rf"\b({'|'.join(JOURS)})( dernier| passe)?\b")
_DITS = {
    "avant hier": -2, "apres demain": 2, "aujourd hui": 0, "ce matin": 0, "ce soir": 0, "maintenant": 0, "hier": -1,
    "demain": 1,
}  # fmt: skip
_UNITES = {
    "j": relativedelta(days=1),
    "s": relativedelta(weeks=1),
    "m": relativedelta(months=1),
    "a": relativedelta(years=1),
}


def trouver_date(texte: str, aujourd_hui: date) -> date | None:
    """The first date of a text, the nearest one to today when the year is not said.

    A month alone is its first day. None when there is no date, or when it is more than three years away.
    """
    plie = " ".join(re.sub(r"[^a-z0-9/.\-]+", " ", sans_accents(texte).lower()).split())
    trouvee = (
        _en_chiffres(plie, aujourd_hui)
        or _en_mots(plie, aujourd_hui)
        or _par_un_delai(plie.replace("-", " "), aujourd_hui)
    )
    if trouvee and aujourd_hui - HORIZON <= trouvee <= aujourd_hui + HORIZON:
        return trouvee
    return None


def _en_chiffres(plie: str, aujourd_hui: date) -> date | None:
    trouve = _CHIFFRES.search(plie)
    if not trouve:
        return None
    jour, mois, annee = trouve.groups()
    return _la_plus_proche(int(jour), int(mois), int(annee) if annee else None, aujourd_hui)


def _en_mots(plie: str, aujourd_hui: date) -> date | None:
    trouve = _EN_LETTRES.search(plie)
    if not trouve:
        return None
    jour, mois, annee = trouve.groups()
    quantieme = 1 if jour in (None, "premier") else int(jour)
    return _la_plus_proche(quantieme, _MOIS[mois], int(annee) if annee else None, aujourd_hui)


def _la_plus_proche(jour: int, mois: int, annee: int | None, aujourd_hui: date) -> date | None:
    annees = [annee if annee > 99 else 2000 + annee] if annee else [aujourd_hui.year + n for n in (-1, 0, 1)]
    possibles = []
    for candidate in annees:
        try:
            possibles.append(date(candidate, mois, jour))
        except ValueError:  # 31 February
            continue
    return min(possibles, key=lambda d: abs(d - aujourd_hui), default=None)


def _par_un_delai(plie: str, aujourd_hui: date) -> date | None:
    if trouve := _GROSSESSE.search(plie):
        nombre, unite, mois = trouve.groups()
        ecoule = _UNITES[unite[0] if unite else "m"] * valeur(nombre or mois)
        return aujourd_hui - ecoule + relativedelta(months=MOIS_D_UNE_GROSSESSE)
    if trouve := _DELAI.search(plie):
        sens, nombre, unite = trouve.groups()
        ecart = _UNITES[unite[0]] * valeur(nombre)
        return aujourd_hui + ecart if sens in ("dans", "d ici") else aujourd_hui - ecart
    if trouve := _PROCHE.search(plie):
        unite, sens = trouve.groups()
        ecart = _UNITES[unite[0]]
        return aujourd_hui + ecart if sens.startswith(("prochain", "qui")) else aujourd_hui - ecart
    for dit, jours in _DITS.items():
        if re.search(rf"\b{dit}\b", plie):
            return aujourd_hui + timedelta(days=jours)
    if trouve := _JOUR_DE_LA_SEMAINE.search(plie):
        ecart_en_jours = (JOURS.index(trouve.group(1)) - aujourd_hui.weekday()) % 7
        return aujourd_hui + timedelta(days=ecart_en_jours - 7 if trouve.group(2) else ecart_en_jours)
    return None
