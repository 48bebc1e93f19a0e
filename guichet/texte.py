"""Small, pure operations on French text."""

import re
import unicodedata
from functools import lru_cache

_SEPARATEURS = re.compile(r"[^a-z0-9]+")
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints"}


def sans_accents(texte: str) -> str:
    """The text without diacritics nor ligatures: « Périers » → « Periers », « cœur » → « coeur »."""
    texte = texte.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae").replace("Æ", "Ae")
    decompose = unicodedata.normalize("NFD", texte)
    return unicodedata.normalize("NFC", "".join(c for c in decompose if not unicodedata.combining(c)))


@lru_cache(maxsize=16)  # one message is folded many times; the next ones push it out
def mots_plies(texte: str) -> tuple[str, ...]:
    """The words of a text, folded for comparison.

    Lower case, no accents, no punctuation, « st » and « ste » spelled out:
    « St-Lô, d'accord ? » → ("saint", "lo", "d", "accord").
    """
    mots = _SEPARATEURS.split(sans_accents(texte).lower())
    return tuple(_SAINTS.get(mot, mot) for mot in mots if mot)


def plier(texte: str) -> str:
    """The folded words of a text, joined by spaces; idempotent."""
    return " ".join(mots_plies(texte))


def enumerer(elements: list[str], lien: str = "ou") -> str:
    """« a », « a ou b », « a, b ou c »."""
    if len(elements) < 2:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} {lien} {elements[-1]}"


_VOYELLES = tuple("aeiouyhàâéèêëîïôûAEIOUYHÀÂÉÈÊËÎÏÔÛ")


def a_commune(nom: str) -> str:
    """« à Périers », « au Dézert », « aux Moitiers », « à La Haye »."""
    if nom.startswith("Le "):
        return "au " + nom[3:]
    if nom.startswith("Les "):
        return "aux " + nom[4:]
    return "à " + nom


def de_commune(nom: str) -> str:
    """« de Périers », « d'Agneaux », « du Dézert », « des Moitiers », « de La Haye »."""
    if nom.startswith("Le "):
        return "du " + nom[3:]
    if nom.startswith("Les "):
        return "des " + nom[4:]
    return ("d'" if nom.startswith(_VOYELLES) else "de ") + nom
