"""The children's ages in a free answer. A number that is not surely an age makes it unreadable: it is asked again."""

import re

from guichet.texte import plier

AGE_MAX, ENFANTS_MAX = 24, 10
_COMPTE_PLUTOT_QU_AGE = 5  # « 2 » alone may be how many they are
_EN_LETTRES = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_ENFANTS = r"(?:enfants?|enf|filles?|fils|garcons?|gosses?|gamins?|mioches?|loulous?|ados?|grande?s?|petite?s?|gars)"
# They say that a child is not (always) there, not born, or that a number is something else.
_DOUTES = re.compile(
    r"\b(week|weekend|we|fois|pere|mere|papa|maman|suis|ne|nee|nes|nees|attends?|attendons|enceinte|depuis|jours?|heures?)\b"
    r"|\b\d+ sur \d+\b|\d{4}|\b(?:un|une|1) et \d|\b\d+(?: ans?)? a \d+ ans|\bj ai \d+ ans\b|\bles \d+ \d+\b"
    r"|\b\d+ ans?(?: et)? \d+ mois\b"
)
_AUCUN = re.compile(
    r"(?:(?:je |j |on )?(?:n )?(?:ai |en ai |a )?)?(?:pas|aucun|zero|0|sans|point|plus)(?: d)?"
    r"(?: enfants?| gosses?| gamins?)?(?: a la maison| a charge)?|non|aucun|personne|rien|jamais"
)
_JUMEAUX = re.compile(r"\b(?:des |deux |2 )?jum(?:eaux|elles)(?: de| qui ont)? (\d+) (ans?|mois)\b")
_GROUPE = re.compile(rf"\b(\d+) {_ENFANTS} (?:de |qui ont |ages? de |agees? de )(\d+) (ans?|mois)\b(?! et \d)")
_TOTAL = re.compile(
    rf"\b(?:ai|en a|avons|on a) (\d+)(?= {_ENFANTS}|$| \d| de \d)|\b(\d+) {_ENFANTS}\b|\b([2-9])(?= de \d+ ans)"
)
_MOIS = re.compile(r"\b(\d+) mois\b")
_SEMAINES = re.compile(r"\b\d+ semaines?\b|\b(?:un |1 |une )?(?:bebe|nouveau ne|nourrisson)\b(?!(?: de| a| qui a)? \d)")
_ANS = re.compile(r"\b(\d+)(?: ans?| an)?\b")
_MOIS_PAR_AN = 12


def trouver_ages_des_enfants(texte: str) -> tuple[int, ...] | None:
    """« 2 enfants de 3 et 7 ans » → (3, 7); « 8 mois » → (0,); « pas d'enfant » → (); None: not surely read."""
    texte = re.sub(r"(\d)(ans|an|mois)", r"\1 \2 ", re.sub(r"\b(?:et )?1/2", " ", texte))
    if re.search(r"\b(?:un|une) et\b", plier(texte)):  # « un et trois ans »: a number, or a child?
        return None
    plie = _en_chiffres(plier(texte))
    nombres = [int(mot) for mot in plie.split() if mot.isdecimal()]
    if not re.search(r"\b(?:ans?|mois)\b", plie) and len(nombres) > 1 and nombres[0] == len(nombres) - 1:
        return None  # « 3 (2, 4, 6) »: their number, then their ages?
    if _AUCUN.fullmatch(plie):
        return ()
    if _DOUTES.search(plie) or (plie.isdecimal() and int(plie) <= _COMPTE_PLUTOT_QU_AGE):
        return None
    ages: list[tuple[int, int]] = []  # (place, age)

    def retenir(trouve: re.Match[str], age: int, fois: int = 1) -> str:
        ages.extend([(trouve.start(), age)] * fois)
        return " " * len(trouve.group())

    reste = _JUMEAUX.sub(lambda t: retenir(t, _en_ans(t.group(1), t.group(2)), 2), plie)
    totaux: list[int] = []

    def compter(trouve: re.Match[str]) -> str:
        totaux.append(int(trouve.group(1) or trouve.group(2) or trouve.group(3)))
        return " " * len(trouve.group())

    def grouper(trouve: re.Match[str]) -> str:
        totaux.append(int(trouve.group(1)))
        return retenir(trouve, _en_ans(trouve.group(2), trouve.group(3)), int(trouve.group(1)))

    reste = _GROUPE.sub(grouper, reste)
    reste = _TOTAL.sub(compter, reste)
    reste = _SEMAINES.sub(lambda t: retenir(t, 0), reste)
    reste = _MOIS.sub(lambda t: retenir(t, int(t.group(1)) // _MOIS_PAR_AN), reste)
    _ANS.sub(lambda t: retenir(t, int(t.group(1))), reste)
    trouves = tuple(age for _, age in sorted(ages, key=lambda couple: couple[0]))
    return trouves if _est_sure(trouves, totaux) else None


def _est_sure(ages: tuple[int, ...], totaux: list[int]) -> bool:
    """As many ages as children said; none that no child can have."""
    if not ages or len(ages) > ENFANTS_MAX or max(ages) > AGE_MAX:
        return False
    detailles = len(totaux) > 1 and totaux[0] == sum(totaux[1:])  # « 2 enfants, un fils de 3 ans et une fille de 5 »
    return not totaux or len(ages) == sum(totaux) or (detailles and len(ages) == totaux[0])


def _en_ans(nombre: str, unite: str) -> int:
    return int(nombre) // _MOIS_PAR_AN if unite == "mois" else int(nombre)


def _en_chiffres(plie: str) -> str:
    """Numbers in letters as figures, « un » when it counts; « et demi » dropped."""
    plie = re.sub(r"\bet demie?\b", " ", plie)
    plie = re.sub(r"\bdix (sept|huit|neuf)\b", lambda t: {"sept": "17", "huit": "18", "neuf": "19"}[t.group(1)], plie)
    plie = re.sub(rf"\b({'|'.join(_EN_LETTRES)})\b", lambda t: str(_EN_LETTRES[t.group(1)]), plie)
    plie = re.sub(r"\b(un|une) (?=ans?\b)", "1 ", plie)
    plie = re.sub(rf"\b(un|une) (?={_ENFANTS}\b)", "1 ", plie)
    plie = re.sub(r"\b1 de (?=\d+ (?:ans?|mois))", " ", plie)
    return " ".join(re.sub(r"\b(?:dont )?(?:un|une|l) (?:autre )?(?:de |a |qui a )?", " ", plie).split())
