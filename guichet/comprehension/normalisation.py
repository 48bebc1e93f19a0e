"""Writing a message the way the model has learned to read, without changing its meaning.

Idempotent, and what was right stays as it was: only typography, stretched letters, the spellings
of `abreviations.yml` and words that are not French (`orthographe`) are touched. A word in capitals is an
acronym (« PA », « CMB », « DR »), unless the whole message is.
"""

import re
import unicodedata
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.comprehension.orthographe import mender

_TYPOGRAPHIE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-"}
)
_LETTRES_ETIREES = re.compile(r"\b([^\W\d_])\1{2,}\b|([^\W\d_])\2{2,}")
_PONCTUATION_REPETEE = re.compile(r"([!?.,])\1+")
_ESPACES = re.compile(r"\s+")
_MOT = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# « par cb », « ma cb »: a card; anywhere else « cb » asks how much or how many.
_CARTE_BLEUE = re.compile(r"\b(?:carte|de|en|la|leur|ma|par|sa|ta|une|votre) $", re.IGNORECASE)
_MOTS_EN_CAPITALES = 3
_EMOJIS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")


@lru_cache(maxsize=1)
def _abreviations() -> dict[str, str]:
    fichier = DATA / "comprehension" / "abreviations.yml"
    abreviations: dict[str, str] = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    return abreviations


def _developper(texte: str) -> str:
    en_capitales = _est_en_capitales(texte)

    def developpe(mot: re.Match[str]) -> str:
        ecrit = mot.group()
        if len(ecrit) > 1 and ecrit.isupper() and not en_capitales:
            return ecrit
        if ecrit.lower() == "cb":
            return ecrit if _CARTE_BLEUE.search(texte, 0, mot.start()) else "combien"
        return _abreviations().get(ecrit.lower()) or mender(ecrit)

    return _MOT.sub(developpe, texte)


def _est_en_capitales(texte: str) -> bool:
    """Whether it was typed with the capitals locked, whatever the acronyms that we write ourselves."""
    mots = [mot for mot in _MOT.findall(texte) if mot.upper() not in _sigles_ecrits()]
    return len(mots) >= _MOTS_EN_CAPITALES and not any(c.islower() for mot in mots for c in mot)


@lru_cache(maxsize=1)
def _sigles_ecrits() -> frozenset[str]:
    return frozenset(valeur for valeur in _abreviations().values() if valeur.isupper())


def normaliser(texte: str) -> str:
    """« jai pa reçuuuu ma caf ??? » → « j'ai pas reçu ma caf ? »."""
    texte = unicodedata.normalize("NFC", texte).translate(_TYPOGRAPHIE)
    texte = _EMOJIS.sub(" ", texte)
    texte = _LETTRES_ETIREES.sub(lambda suite: suite[2] or suite[0], texte)  # « ggggg » is no word, and not « g »
    texte = _PONCTUATION_REPETEE.sub(r"\1", texte)
    texte = _developper(texte)
    return _ESPACES.sub(" ", texte).strip()
