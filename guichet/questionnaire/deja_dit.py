"""What a person says of their household without being asked: « je suis seule avec 2 enfants de 3 et 6 ans »."""

import re
from datetime import date
from typing import Any

from guichet.questionnaire.lecture import lire
from guichet.questionnaire.mots import motif
from guichet.questionnaire.questions import Reponses
from guichet.texte import plier

# Not what answers two things at once (a pregnancy would say that nobody is disabled), nor an age (whose?).
_CLES = ("couple", "enfants", "logement", "activite", "revenus", "pension")
_PHRASE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_MORCEAU = re.compile(
    r",|\bmais\b|\bavec (?=\d|deux\b|trois\b|quatre\b|cinq\b|une?\b|mes\b)"
    r"|\bet (?=j['’ ]|je\b|on\b|nous\b|mon\b|ma\b|mes\b)",
    re.IGNORECASE,
)
_DE_SOI = re.compile(r"\b(?:je|j|on|nous|mon|ma|mes|notre|nos)\b", re.IGNORECASE)


def lire_au_passage(texte: str, reponses: Reponses, jour: date) -> dict[str, Any]:
    """The answers known, with those that this message gives (see `lecture`).

    Each piece of a sentence is read as strictly as an answer, and only when it speaks of the person's own household.
    """
    lues = dict(reponses)
    for phrase in _PHRASE.findall(texte):
        # « je vis seule, à quoi j'ai droit ? » states something; « et si je vis seule ? » does not.
        affirme = phrase.rpartition(",")[0] if "?" in phrase else phrase
        de_soi = False
        for morceau in _MORCEAU.split(affirme):
            lu = _lire(morceau.strip(" .!;"), lues, jour) if de_soi or _DE_SOI.search(morceau) else {}
            de_soi = bool(lu)  # « je suis seule avec | 2 enfants », not « madame est seule avec | 2 enfants »
            lues |= lu
    return lues


def _lire(morceau: str, reponses: Reponses, jour: date) -> dict[str, Any]:
    plie = plier(morceau)
    for cle in _CLES:
        if motif("de_soi", cle).search(plie) and (lu := lire(cle, morceau, reponses, jour)):
            return lu
    return {}
