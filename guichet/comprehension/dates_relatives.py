"""Dates told from today: « dans 3 mois », « depuis lundi », « fin du mois », « 20 SA »; and what they share."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from guichet.dates import JOURS

Sens = Literal["passe", "futur"]

MOIS_D_UNE_GROSSESSE = 9
_SEMAINES_D_AMENORRHEE = 41
_MOTS = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_NOMBRES = {mot: rang for rang, mot in enumerate(_MOTS, start=1)}
_NOMBRES |= {f"dix {mot}": 10 + _NOMBRES[mot] for mot in ("sept", "huit", "neuf")}
# up to 39, for « trente-deux mars » to be refused, not read as « deux mars »
for _dizaine, _rang in {"vingt": 20, "trente": 30}.items():
    _NOMBRES |= {_dizaine: _rang, f"{_dizaine} et un": _rang + 1}
    _NOMBRES |= {f"{_dizaine} {mot}": _rang + _NOMBRES[mot] for mot in _MOTS[:9]}
_NOMBRES["une"] = 1
NOMBRE = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NOMBRES, key=len, reverse=True))})"
UNITES = r"(?:jours?|semaines?|mois|ans?|annees?)"
_JOURS = "|".join(JOURS)
_PASSE, _FUTUR = r"(?:derniere?|passee?)", r"(?:prochaine?|qui vient|qui arrive)"
_DETOUR = rf"(?:(?:environ|le|la|l|ce|debut|mi|milieu|fin|mois|jour|de|d|du|en|au|{_JOURS}) )*"
_DEPUIS = re.compile(rf"\bdepuis {_DETOUR}$")
_APRES = re.compile(rf" (?:({_PASSE})|{_FUTUR})\b")
_ANNEE = rf"(?:l )?(?:an|annee) (?:({_PASSE})|{_FUTUR})\b"
_ANNEE_AVANT, _ANNEE_APRES = re.compile(rf"\b{_ANNEE} {_DETOUR}$"), re.compile(rf" (?:de |d )?{_ANNEE}")

_ENVIRON = r"(?:(?:environ|a peu pres|bientot|presque|deja|maintenant|plus de|moins de|au moins|les) ){0,3}"
_DUREE = (
    rf"{_ENVIRON}(?P<nombre>{NOMBRE})(?: (?:ou|a|et) {NOMBRE})? (?P<unite>{UNITES})\b"
    rf"(?: et (?:(?P<demi>demie?)|(?P<nombre_en_plus>{NOMBRE}) (?P<unite_en_plus>{UNITES}))\b)?"
)
_DELAI = re.compile(rf"\b(?:(?P<futur>dans|d ici|sous)|depuis|y a|ya|voila|(?:ca|cela) fait) {_DUREE}")
_GROSSESSES = (
    re.compile(rf"\b(?:enceinte|grossesse) (?:de|depuis) {_DUREE}"),
    re.compile(rf"\b{_DUREE} de grossesse\b"),
)
_AMENORRHEE = re.compile(r"\b(\d{1,2}) semaines? d amenorrhees?\b")
_SA = re.compile(r"(?<=[0-9]) ?(?:SA\b|sa\b(?=\W*$))")
_PROCHE = re.compile(rf"\b(semaine|mois) (?:({_PASSE})|{_FUTUR})\b")
_DU_MOIS = re.compile(
    rf"\b(?:(?P<partie>debut|mi|milieu|fin) (?:du|de ce)"
    rf"|le (?P<jour>{NOMBRE})(?:er)? (?:de ce|du(?= mois {_PASSE}| mois {_FUTUR})))"
    rf" mois\b(?: (?:(?P<passe>{_PASSE})|(?P<futur>{_FUTUR}))\b)?"
)
_JOUR_DE_LA_SEMAINE = re.compile(
    rf"(?<!chaque )\b({_JOURS})\b(?! sur )(?P<semaine>(?: de)?(?: la)? semaine (?:({_PASSE})|{_FUTUR})\b)?"
)
_WEEK_END = re.compile(
    rf"\b(?:ce (?:week ?end|we)\b|week ?end(?= {_PASSE}\b| {_FUTUR}\b)|(?<=depuis le )week ?end\b)(?! sur )"
)
# « le 2 » but neither « le 2e enfant », « le 6 rue… », « dans le 14 » (a département) nor « le premier » (of a list)
_JOUR_SEUL = re.compile(
    rf"\b(?:(?<!dans )le|a partir du|(?P<semaine>{_JOURS})) (?P<jour>(?!une?\b){NOMBRE})(?:er)?"
    rf"(?=$| (?:(?:au )?(?:soir|matin)|(?:a )?midi|a \d+h|environ|merci|svp|{_PASSE}|{_FUTUR})\b)"
)
_MOTS_D_UN_TEXTE_COURT = 4
_DITS = {
    "avant hier": -2, "apres demain": 2, "aujourd ?hui": 0, "ce matin": 0, "ce midi": 0, "cet apres midi": 0,
    "ce soir": 0, "cette nuit": 0, "maintenant": 0, "hier": -1, "demain": 1,
}  # fmt: skip
_DE_TANT = {
    "j": relativedelta(days=1),
    "s": relativedelta(weeks=1),
    "m": relativedelta(months=1),
    "a": relativedelta(years=1),
}
_DEMI = {"j": relativedelta(), "s": relativedelta(days=3), "m": relativedelta(days=15), "a": relativedelta(months=6)}
PARTIES = {"debut": 1, "mi": 15, "milieu": 15, "fin": 31}


def valeur(mot: str) -> int:
    return _NOMBRES.get(mot) or int(mot)


def la_plus_proche(possibles: Iterable[date], aujourd_hui: date, sens: Sens | None) -> date | None:
    """The nearest to today in that direction, today included."""
    restent = (d for d in possibles if sens is None or d == aujourd_hui or (d < aujourd_hui) == (sens == "passe"))
    return min(restent, key=lambda d: abs(d - aujourd_hui), default=None)


def sens_dit(plie: str, trouve: re.Match[str]) -> Sens | None:
    """The direction said right before or after: « depuis mars », « lundi dernier », « mars prochain »."""
    if apres := _APRES.match(plie, trouve.end()):
        return "passe" if apres.group(1) else "futur"
    return "passe" if _DEPUIS.search(plie[: trouve.start()]) else None


def annee_dite(plie: str, trouve: re.Match[str], aujourd_hui: date) -> int | None:
    """« le 12 mars de l'an prochain », « l'année dernière en mars »."""
    dite = _ANNEE_APRES.match(plie, trouve.end()) or _ANNEE_AVANT.search(plie[: trouve.start()])
    return dite and aujourd_hui.year + (-1 if dite.group(1) else 1)


def separer_sa(texte: str) -> str:
    """« 20SA » is weeks of amenorrhea; « le 20 sa mère » is not: only capitals or the end of the text tell."""
    return _SA.sub(" semaines d'aménorrhée ", texte)


def par_une_duree(plie: str, aujourd_hui: date, _: Sens | None) -> date | None:
    if trouve := _AMENORRHEE.search(plie):
        return aujourd_hui + timedelta(weeks=_SEMAINES_D_AMENORRHEE - int(trouve.group(1)))
    for grossesse in _GROSSESSES:
        trouve = grossesse.search(plie)
        if trouve and trouve["unite"][0] in "sm":
            return aujourd_hui - _duree(trouve) + relativedelta(months=MOIS_D_UNE_GROSSESSE)
    if trouve := _DELAI.search(plie):
        return aujourd_hui + _duree(trouve) if trouve["futur"] else aujourd_hui - _duree(trouve)
    return None


def _duree(trouve: re.Match[str]) -> relativedelta:
    duree = _DE_TANT[trouve["unite"][0]] * valeur(trouve["nombre"])
    if trouve["demi"]:
        return duree + _DEMI[trouve["unite"][0]]
    if trouve["nombre_en_plus"]:
        return duree + _DE_TANT[trouve["unite_en_plus"][0]] * valeur(trouve["nombre_en_plus"])
    return duree


def du_mois(plie: str, aujourd_hui: date, _: Sens | None) -> date | None:
    """« fin du mois », « le 5 du mois prochain »."""
    trouve = _DU_MOIS.search(plie)
    if not trouve:
        return None
    jour = PARTIES[trouve["partie"]] if trouve["partie"] else valeur(trouve["jour"])
    ecart = -1 if trouve["passe"] else 1 if trouve["futur"] else 0
    return aujourd_hui + relativedelta(months=ecart, day=jour) if 1 <= jour <= 31 else None


def par_le_quantieme(plie: str, aujourd_hui: date, sens: Sens | None) -> date | None:
    """« le 2 », « mercredi 2 »: in a long text a number alone counts something else."""
    trouve = _JOUR_SEUL.search(plie)
    if not trouve or not (trouve["semaine"] or len(plie.split()) <= _MOTS_D_UN_TEXTE_COURT):
        return None
    jour = valeur(trouve["jour"])
    if not 1 <= jour <= 31:
        return None
    possibles = (aujourd_hui + relativedelta(months=ecart, day=jour) for ecart in range(-2, 3))
    return la_plus_proche((d for d in possibles if d.day == jour), aujourd_hui, sens_dit(plie, trouve) or sens)


def par_la_semaine(plie: str, aujourd_hui: date, sens: Sens | None) -> date | None:
    trouve = _JOUR_DE_LA_SEMAINE.search(plie)
    if trouve and trouve["semaine"]:
        lundi = aujourd_hui - timedelta(days=aujourd_hui.weekday())
        return lundi + timedelta(days=JOURS.index(trouve.group(1)), weeks=-1 if trouve.group(3) else 1)
    if trouve:
        return _le(JOURS.index(trouve.group(1)), aujourd_hui, sens, sens_dit(plie, trouve))
    if trouve := _PROCHE.search(plie):
        ecart = _DE_TANT[trouve.group(1)[0]]
        return aujourd_hui - ecart if trouve.group(2) else aujourd_hui + ecart
    if trouve := _WEEK_END.search(plie):
        return _le(JOURS.index("samedi"), aujourd_hui, sens, sens_dit(plie, trouve))
    return None


def _le(rang: int, aujourd_hui: date, sens: Sens | None, dit: Sens | None) -> date:
    """The next such day, or the last one; a direction in words is not about today: « mardi prochain »."""
    ecart = (rang - aujourd_hui.weekday()) % 7
    if (dit or sens) == "passe":
        return aujourd_hui + timedelta(days=ecart - 7 if ecart or dit else 0)
    return aujourd_hui + timedelta(days=ecart if ecart or not dit else 7)


def par_un_mot(plie: str, aujourd_hui: date, _: Sens | None) -> date | None:
    for dit, jours in _DITS.items():
        if re.search(rf"\b{dit}\b", plie):
            return aujourd_hui + timedelta(days=jours)
    return None
