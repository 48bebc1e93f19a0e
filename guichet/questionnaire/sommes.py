"""Sums of money by the month, in a free answer. What is not surely a sum makes it unreadable: it is asked again."""

import re
from dataclasses import dataclass

from guichet.texte import sans_accents

_NOMBRE = re.compile(r"(?<![\w.,/])(-?)(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:[,.](\d{1,2}))?(?![\d/])\s*(k\b)?")
_FOURCHETTE = re.compile(r"\b(?:entre )?(\d{2,6})(?: ?€| euros?)? (?:et|a|ou) (\d{2,6})\b")
_ENTRE = re.compile(r"\bentre \d|\d (?:a|ou) \d")
# What follows or precedes a figure that counts something else than money.
_AUTRE_UNITE = re.compile(
    r"\s*(?:ans?|annees?|m2|h|heures?|jours?|semaines?|enfants?|gosses?|gamins?|pieces?|chambres?|fois|%|personnes?|km)\b"
)
_MOIS_COMPTES = re.compile(r"\s*mois\b")
_AVANT_UN_COMPTE = re.compile(r"\b(?:depuis|pour|sur|en|a)\s*$")
_BRUT = re.compile(r"\s*(?:€|euros?)?\s*(?:en )?bruts?\b")
_CHARGES = re.compile(r"\s*(?:€|euros?)?\s*(?:de|pour les?) charges\b")
_AIDES = r"(?:apl|caf|msa|rsa|asf|af|aah|alloc\w*|primes?(?: d activite)?)"
_UNE_AIDE_APRES = re.compile(rf"\s*(?:€|euros?)?\s*(?:d |de |par )?(?:la |l )?{_AIDES}\b")
_UNE_AIDE_AVANT = re.compile(rf"\b{_AIDES}(?: de| :)?\s*$")
_PERIODES = (
    (re.compile(r"\b(?:par an|l an|a l annee|sur l annee|par annee|l annee|annuel\w*)\b|/ ?an\b"), 1 / 12),
    (re.compile(r"\b(?:par|le|au) trimestre\b|\btrimestriel\w*"), 1 / 3),
    (re.compile(r"\b(?:par|la) semaine\b|\bhebdo\w*"), 52 / 12),
)
_ILLISIBLE = re.compile(r"\b(?:de l heure|par heure|par jour|/ ?h|/ ?jour)\b")
_HEURES = re.compile(r"\b\d+ ?h(?:eures?)?\b(?: (?:par|la) semaine| semaine)?")
_BENEFICE = re.compile(r"\b(?:benefices?|chiffre d affaires?)\b")
_AN_MIN, _AN_MAX, _COMPTE_MAX, _COMPTE_EN_MOIS_MAX = 1950, 2050, 20, 100


@dataclass(frozen=True)
class Somme:
    """Euros by the month; `lieu`: where it is in the flattened text."""

    valeur: int
    lieu: int


def aplatir(texte: str) -> str:
    """Lower case, no accents, no apostrophes; figures and their punctuation are left."""
    return re.sub(r"['’]", " ", sans_accents(texte).lower())


def lire_sommes(plat: str) -> list[Somme] | None:
    """The sums of a flattened text; empty when it has none, None when one of them cannot be read for sure."""
    if _ILLISIBLE.search(plat) or "%" in plat:
        return None
    plat = _HEURES.sub(lambda heures: " " * len(heures.group()), plat)
    if _ENTRE.search(plat):
        plat = _FOURCHETTE.sub(lambda t: str((int(t.group(1)) + int(t.group(2))) // 2), plat)
    trouves = [t for t in _NOMBRE.finditer(plat) if not _compte_autre_chose(plat, t)]
    if not trouves:
        return []
    if any(t.group(1) for t in trouves):  # a loss
        return None
    par_mois = _par_mois(plat, trouves)
    if par_mois is None:
        return None
    sommes = [Somme(int(_valeur(t) * facteur), t.start()) for t, facteur in zip(trouves, par_mois, strict=True)]
    if any(0 < somme.valeur < _COMPTE_MAX for somme in sommes):  # « 2 », « 15 »: of what?
        return None
    return sommes


def _valeur(trouve: re.Match[str]) -> float:
    _, entier, decimales, millier = trouve.groups()
    return float(f"{re.sub(r'[^0-9]', '', entier)}.{decimales or 0}") * (1000 if millier else 1)


def _compte_autre_chose(plat: str, trouve: re.Match[str]) -> bool:
    avant, apres, valeur = plat[: trouve.start()], plat[trouve.end() :], _valeur(trouve)
    if _AUTRE_UNITE.match(apres) or (_MOIS_COMPTES.match(apres) and valeur < _COMPTE_EN_MOIS_MAX):
        return True
    if _BRUT.match(apres) or _CHARGES.match(apres) or _UNE_AIDE_APRES.match(apres) or _UNE_AIDE_AVANT.search(avant):
        return True
    annee = _AN_MIN <= valeur <= _AN_MAX and trouve.group(2).isdecimal()
    return bool(_AVANT_UN_COMPTE.search(avant)) and (valeur < _COMPTE_MAX or annee)


def _par_mois(plat: str, trouves: list[re.Match[str]]) -> list[float] | None:
    """What each figure is to be multiplied by; None when some say a period and others do not."""
    fins = [*(t.start() for t in trouves[1:]), len(plat)]
    dits = [_periode(plat[t.end() : fin]) for t, fin in zip(trouves, fins, strict=True)]
    if _BENEFICE.search(plat) and not any(dits):
        return None
    if not any(dits):
        return [1.0] * len(trouves)
    if all(dits):
        return [facteur or 1.0 for facteur in dits]
    liees = all(re.fullmatch(r"[ €]*(?:euros? )?(?:et|puis|plus|\+|,)[ ]*", plat[t.end() : fin]) for t, fin in
                zip(trouves[:-1], fins[:-1], strict=True))  # fmt: skip
    return [dits[-1] or 1.0] * len(trouves) if liees and dits[-1] else None


def _periode(suite: str) -> float | None:
    if re.search(r"\b(?:par mois|mensuel\w*|le mois)\b|/ ?mois\b", suite):
        return 1.0
    return next((facteur for motif, facteur in _PERIODES if motif.search(suite)), None)
