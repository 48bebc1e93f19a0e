"""What a message says of the family: ages and number of children, Caf or MSA, a whole situation told."""

import re

from guichet.comprehension.question import demande_quelque_chose
from guichet.texte import plier, sans_accents

_NOMBRES = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "dix sept": 17,
    "dix huit": 18,
}
NOMBRE = r"(\d{1,2}|" + "|".join(sorted(_NOMBRES, key=len, reverse=True)) + ")"
_AGE = re.compile(rf"\b{NOMBRE} ans?\b")
_DANS_UNE_LISTE = re.compile(rf"\b{NOMBRE}(?:\s*,\s*|\s+et\s+)(?={NOMBRE}\s*(?:,|et\b|ans\b))")  # « 3, 7 et 15 ans »
_ENFANTS = re.compile(
    rf"\b{NOMBRE} (?:enfants?|enf|enfts?|gamins?|gosses?|mioches?|petits?|loulous?|filles?|garcons?)\b"
)
_ADULTE = re.compile(rf"\b(?:j ai|moi|usagere?|madame|monsieur|mme|mr|agee? de) {NOMBRE} ans\b")
_AGE_MAX_ENFANT = 21
_RANGS = {"premier": 1, "aine": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5}
_RANGS |= {f"{rang}{fin}": rang for rang in range(1, 6) for fin in ("e", "er", "eme", "nd")}
_RANG = re.compile(
    rf"\b(?:mon|ma|notre|le|la|l) ({'|'.join(_RANGS)})(?:re|e)?"
    r"(?: (?:enfant|bebe|fils|fille|garcon|petite?|va|est|a|qui|arrive)\b|$)"
)
_UN_ENFANT = re.compile(
    r"\b(?:mon|ma|mes|le|la|les|l|notre|nos) (?:fils|filles?|garcons?|grande?s?|petite?s?|bebes?|ainee?|cadette?|"
    r"derniere?|enfants?|jumeaux|jumelles|autre)\b"
)
_MSA = re.compile(
    r"\b(msa|mutualite sociale agricole|agricole|agriculteurs?|agricultrices?|exploitants?|ouvrier agricole)\b"
)
_CAF = re.compile(r"\b(caf|caisse d allocations? familiales?|regime general)\b")

_ARGENT = re.compile(
    r"\b\d{2,5} ?(?:€|e|eur|euros?|balles)(?!\w)|\b(?:gagne|touche|loyer de|paye?|salaire de) \d{3,5}\b|\bsmic\b"
)
_SITUATIONS = tuple(
    re.compile(rf"\b(?:{motif})\b")
    for motif in (
        r"seule?(?! fois)|solo|isolee?|celibataire|couple|mari|mariee?s?|femme|conjointe?|compagn(?:on|e)|pacsee?s?"
        r"|concubin\w*|separee?s?|divorcee?s?|veu(?:f|ve)|a deux",
        r"locataires?|loyer|proprietaires?|hebergee?s?|hlm|credit",
        r"chomage|chomeu(?:r|se)|sans emploi|inscrite? a france travail|cd[id]|interim|salariee?s?|travaille\w*|smic"
        r"|mi temps|temps partiel|retraitee?s?|etudiante?|invalidite|arret(?: maladie)?",
    )
)
_FAITS_D_UNE_SITUATION = 2  # beside the money


def valeur(mot: str) -> int:
    return _NOMBRES.get(mot) or int(mot)


def trouver_ages(texte: str) -> list[int]:
    """Ages in years that can be a child's: « deux enfants de 7 et 12 ans » → [7, 12]."""
    plie = plier(_DANS_UNE_LISTE.sub(r"\1 ans, ", sans_accents(texte).lower()))
    adultes = {valeur(age) for age in _ADULTE.findall(plie)}
    ages = [valeur(age) for age in _AGE.findall(plie)]
    return [age for age in ages if age <= _AGE_MAX_ENFANT and not (age in adultes and age >= 16)]


def trouver_nombre_enfants(texte: str) -> int | None:
    """« jai 3 enfants » → 3; None when the message does not say."""
    trouve = _ENFANTS.search(plier(texte))
    return valeur(trouve.group(1)) if trouve else None


def trouver_rang_d_un_enfant(texte: str) -> int | None:
    """« et pour mon deuxième ? » → 2; the eldest is the first. None when no child is called by a rank."""
    trouve = _RANG.search(plier(texte))
    return _RANGS[trouve.group(1)] if trouve else None


def parle_d_un_enfant(texte: str) -> bool:
    """« et pour ma fille ? », « et le petit dernier »."""
    return trouver_rang_d_un_enfant(texte) is not None or bool(_UN_ENFANT.search(plier(texte)))


def trouver_regime(texte: str) -> str | None:
    """« caf », « msa », or None when neither or both are named."""
    plie = plier(texte)
    msa, caf = bool(_MSA.search(plie)), bool(_CAF.search(plie))
    if msa == caf:
        return None
    return "msa" if msa else "caf"


def raconte_sa_situation(texte: str) -> bool:
    """Whether a normalised message tells what one lives on and with whom, and asks nothing.

    « je suis seule avec 2 enfants de 3 et 7 ans, je gagne 950 euros par mois »: what is one entitled to?
    """
    plie = plier(texte)
    if demande_quelque_chose(texte) or not _ARGENT.search(sans_accents(texte).lower()):
        return False
    enfants = bool(trouver_nombre_enfants(texte) or trouver_ages(texte) or "sans enfant" in plie)
    return enfants + sum(bool(motif.search(plie)) for motif in _SITUATIONS) >= _FAITS_D_UNE_SITUATION
