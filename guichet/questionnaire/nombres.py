"""Numbers in the answers: the children's ages in years, sums of money by the month."""

import re

from guichet.comprehension.situation import NOMBRE, valeur
from guichet.texte import plier, sans_accents

_AGE_MAX, _ENFANTS_MAX = 24, 10
_COMPTE_PLUTOT_QU_AGE = 5  # « 2 » alone may be how many they are
_PAS_D_ENFANT = re.compile(
    r"\b(pas|aucun|zero|0|sans|point) (d )?(enfants?|gosses?|gamins?)|^(non|aucun|0|zero|personne|rien)\b"
)
_AGE_EN_MOIS = re.compile(rf"\b{NOMBRE} mois\b")
_BEBE = re.compile(r"\b(bebe|nouveau ne|nourrisson)\b")
_COMPTE = re.compile(
    rf"\b(?:(?:j en ai|en a|on en a) {NOMBRE}|{NOMBRE} (?:enfants?|filles?|garcons?|jum\w+|gamins?|gosses?))\b"
)
_JUMEAUX = re.compile(r"\b(jumeaux|jumelles)\b")
_EN_ANS = re.compile(rf"\b{NOMBRE}(?=(?: (?:et|puis) {NOMBRE})? ans?\b)")
_EN_CHIFFRES = re.compile(r"\b\d{1,2}\b")
_SOMME = re.compile(r"(\d{1,3}(?:[  .]\d{3})+|\d+)(?:[,.](\d{1,2})(?!\d))?\s*(k\b)?")
_PAR_AN = re.compile(r"\b(par an|annuel\w*|l annee|a l annee|/ ?an)\b")
_PAR_SEMAINE = re.compile(r"\b(par semaine|la semaine|hebdo\w*)\b")
_RIEN = re.compile(r"\b(rien|aucun|aucune|zero|pas de (revenus?|salaire|loyer)|sans revenus?)\b")
_MOIS_PAR_AN, _SEMAINES_PAR_AN = 12, 52


def trouver_ages_des_enfants(texte: str) -> tuple[int, ...] | None:
    """« 2 enfants de 3 et 7 ans » → (3, 7); « 8 mois » → (0,); « pas d'enfant » → (); None: no age is said."""
    plie = plier(texte)
    compte = next((valeur(a or b) for a, b in _COMPTE.findall(plie)), 2 if _JUMEAUX.search(plie) else 1)
    reste = _COMPTE.sub(" ", plie)
    ages = [valeur(mois) // _MOIS_PAR_AN for mois in _AGE_EN_MOIS.findall(reste)]
    reste = _AGE_EN_MOIS.sub(" ", reste)
    ages += [valeur(nombre) for nombre in _nombres(reste)]
    if not ages and compte == 1 and _BEBE.search(plie):
        ages = [0]
    if len(ages) == 1 and compte > 1:  # « 2 enfants de 4 ans », « des jumeaux de 4 ans »
        ages *= compte
    if ages and not (plie.isdecimal() and ages[0] <= _COMPTE_PLUTOT_QU_AGE) and max(ages) <= _AGE_MAX:
        return tuple(ages[:_ENFANTS_MAX])
    return () if _PAS_D_ENFANT.search(plie) else None


def _nombres(plie: str) -> list[str]:
    """Every figure, and the numbers in letters that « ans » follows, in their order."""
    trouves = {t.start(): t.group() for t in _EN_CHIFFRES.finditer(plie)}
    trouves |= {t.start(): t.group(1) for t in _EN_ANS.finditer(plie)}
    return [trouves[debut] for debut in sorted(trouves)]


def trouver_sommes(texte: str) -> list[int]:
    """Sums by the month, in euros: « 1 300,50 € » → [1300]; « 18000 par an » → [1500]; « rien » → [0]."""
    plat = sans_accents(texte).lower()
    par_mois = 1 / _MOIS_PAR_AN if _PAR_AN.search(plat) else 1.0
    if _PAR_SEMAINE.search(plat):
        par_mois = _SEMAINES_PAR_AN / _MOIS_PAR_AN
    sommes = [
        int(float(f"{re.sub(r'[^0-9]', '', entier)}.{decimales or 0}") * (1000 if millier else 1) * par_mois)
        for entier, decimales, millier in _SOMME.findall(plat)
    ]
    if not sommes and _RIEN.search(plier(texte)):
        return [0]
    return sommes
