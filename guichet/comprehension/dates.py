"""A date as people write it: « 12 mars », « 12/03/2027 », « mi-mars », « dans 3 mois », « hier »."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from guichet.comprehension.dates_relatives import (
    MOIS_D_UNE_GROSSESSE,
    NOMBRE,
    PARTIES,
    UNITES,
    Sens,
    annee_dite,
    du_mois,
    la_plus_proche,
    par_la_semaine,
    par_le_quantieme,
    par_un_mot,
    par_une_duree,
    sens_dit,
    separer_sa,
    valeur,
)
from guichet.dates import MOIS
from guichet.texte import sans_accents

__all__ = ["HORIZON", "MOIS_D_UNE_GROSSESSE", "Sens", "trouver_date"]

HORIZON = relativedelta(years=3)
_ANS = HORIZON.years
_MOIS = {sans_accents(mois): rang for rang, mois in enumerate(MOIS, start=1)} | {
    "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "juill": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_NOM_DE_MOIS = f"(?:{'|'.join(sorted(_MOIS, key=len, reverse=True))})"
_AUTRE_CHOSE = r"(?:h|heures?|minutes?|euros?|fois|enfants?|personnes?|journees?|temps|parts?)"
_ENTRE_DEUX = re.compile(rf"(?<=\d)[/.\-](?=\d{{1,2}} ?(?:{_NOM_DE_MOIS}|{UNITES}|{_AUTRE_CHOSE})\b)")
_COLLE = re.compile(rf"(?<=\d)(?=(?:{_NOM_DE_MOIS}|{UNITES})\b)")
_ISO = re.compile(r"(?<![\w/.\-])(?P<annee>\d{4})[/.\-](?P<mois>\d{1,2})[/.\-](?P<jour>\d{1,2})(?!\d|[/.\-]\d)")
# four pairs and more are a telephone number
_CHIFFRES = re.compile(
    r"(?<![\w/.\-])(?P<jour>\d{1,2})[/.\-](?P<mois>\d{1,2})(?:[/.\-](?P<annee>\d{4}|\d{2}))?(?!\w|[/.\-]\d)"
)
_MOIS_ET_ANNEE = re.compile(r"(?<![\w/.\-])(?P<mois>\d{1,2})[/.\-](?P<annee>(?:19|20)\d\d)(?!\w|[/.\-]\d)")
_EN_LETTRES = re.compile(
    rf"(?:\b(?!(?:vingt|trente) et un )(?P<premier>{NOMBRE}|premier)(?:er)? (?:et|au|ou|a) (?:le )?)?"
    rf"(?:\b(?P<jour>{NOMBRE}|premier)(?:er)? |\b(?P<partie>{'|'.join(PARTIES)}) (?:du mois )?(?:de |d )?|\b)"
    rf"(?P<mois>{_NOM_DE_MOIS})\b(?: (?P<annee>(?:19|20)\d\d)\b)?"
)
_FETES = re.compile(
    r"\b(?:(?P<noel>(?<!prime de )(?<!primes de )(?<!arbre de )(?<!cadeau de )(?<!cadeaux de )noel)|"
    r"(?:jour|premier|1er) de l an|nouvel an)\b(?: (?P<annee>20\d\d)\b)?"
)


def trouver_date(texte: str, aujourd_hui: date, *, sens: Sens | None = None) -> date | None:
    """The date of a text: said in full first, else told from today.

    When the year is not said it is the nearest date in the direction that the words tell (« depuis », « prochain »…),
    else in that of `sens`, else in either. A month alone is its first day, a period its first day too. None when there
    is no date, when it is too vague (« l'an prochain »), or when it is more than three years away.
    """
    texte = separer_sa(texte).replace("€", " euros ")
    plie = " ".join(re.sub(r"[^a-z0-9/.\-]+", " ", sans_accents(texte).lower()).split()).replace(" / ", "/")
    # « 10-12 mars » and « 3-7 ans » are two numbers, « 10-12 » is a date
    plie = _ENTRE_DEUX.sub(" a ", _COLLE.sub(" ", plie))
    mots = " ".join(re.sub(r"[/.\-]", " ", plie).split())
    trouvee = _en_chiffres(plie, aujourd_hui, sens)
    for lire in (_en_lettres, _par_une_fete, par_une_duree, du_mois, par_le_quantieme, par_la_semaine, par_un_mot):
        trouvee = trouvee or lire(mots, aujourd_hui, sens)
    if trouvee and aujourd_hui - HORIZON <= trouvee <= aujourd_hui + HORIZON:
        return trouvee
    return None


def _en_chiffres(plie: str, aujourd_hui: date, sens: Sens | None) -> date | None:
    for ecriture in (_ISO, _CHIFFRES, _MOIS_ET_ANNEE):
        if trouve := ecriture.search(plie):
            dits = trouve.groupdict(default="")
            return _dater(int(dits.get("jour", 1)), int(dits["mois"]), plie, trouve, aujourd_hui, sens)
    return None


def _en_lettres(plie: str, aujourd_hui: date, sens: Sens | None) -> date | None:
    trouve = next((t for t in _EN_LETTRES.finditer(plie) if _est_un_mois(plie, t)), None)
    if not trouve:
        return None
    jour = PARTIES[trouve["partie"]] if trouve["partie"] else _quantieme(trouve["jour"])
    trouvee = _dater(jour, _MOIS[trouve["mois"]], plie, trouve, aujourd_hui, sens)
    if trouvee and trouve["premier"]:
        premier = _quantieme(trouve["premier"])  # « du 28 au 2 avril » begins in March
        return trouvee + relativedelta(months=-1 if premier > jour else 0, day=premier)
    return trouvee


def _est_un_mois(plie: str, trouve: re.Match[str]) -> bool:
    """« sept » is September in « 12 sept », « fin sept », « sept 2027 » and « en sept », else it is the number."""
    if not trouve["mois"].startswith("sep") or trouve["mois"] == "septembre":
        return True
    en = plie[: trouve.start("mois")].endswith("en ") and not re.match(rf" {UNITES}\b", plie[trouve.end() :])
    return bool(trouve["annee"] or trouve["partie"] or (trouve["jour"] or "").isdecimal() or en)


def _quantieme(jour: str | None) -> int:
    return 1 if jour in (None, "premier") else valeur(jour)


def _par_une_fete(plie: str, aujourd_hui: date, sens: Sens | None) -> date | None:
    trouve = _FETES.search(plie)
    if not trouve:
        return None
    jour, mois = (25, 12) if trouve["noel"] else (1, 1)
    return _dater(jour, mois, plie, trouve, aujourd_hui, sens)


def _dater(jour: int, mois: int, plie: str, trouve: re.Match[str], aujourd_hui: date, sens: Sens | None) -> date | None:
    annee = int(trouve["annee"]) if trouve["annee"] else annee_dite(plie, trouve, aujourd_hui)
    if annee is not None:
        return _le_jour(jour, mois, annee if annee > 99 else 2000 + annee, trouve)
    possibles = (_le_jour(jour, mois, aujourd_hui.year + ecart, trouve) for ecart in range(-_ANS, _ANS + 1))
    return la_plus_proche(filter(None, possibles), aujourd_hui, sens_dit(plie, trouve) or sens)


def _le_jour(jour: int, mois: int, annee: int, trouve: re.Match[str]) -> date | None:
    try:
        if trouve.groupdict().get("partie"):  # the end of February is no 31st
            return date(annee, mois, 1) + relativedelta(day=jour)
        return date(annee, mois, jour)
    except ValueError:  # 31 February
        return None
