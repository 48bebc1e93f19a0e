"""Writing a message the way the model has learned to read, without changing its meaning.

Idempotent, and what was right stays as it was: only typography, stretched letters, the spellings
of `abreviations.yml` and words that are not French (`orthographe`) are touched.
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
_LETTRES_ETIREES = re.compile(r"([^\W\d_])\1{2,}")
_PONCTUATION_REPETEE = re.compile(r"([!?.,])\1+")
_ESPACES = re.compile(r"\s+")
_MOT = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_EMOJIS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")


@lru_cache(maxsize=1)
def _abreviations() -> dict[str, str]:
    fichier = DATA / "comprehension" / "abreviations.yml"
    abreviations: dict[str, str] = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    return abreviations


def _developper(mot: re.Match[str]) -> str:
    return _abreviations().get(mot.group().lower()) or mender(mot.group())


def normaliser(texte: str) -> str:
    """« jai pa reçuuuu ma caf ??? » → « j'ai pas reçu ma caf ? »."""
    texte = unicodedata.normalize("NFC", texte).translate(_TYPOGRAPHIE)
    texte = _EMOJIS.sub(" ", texte)
    texte = _LETTRES_ETIREES.sub(r"\1", texte)
    texte = _PONCTUATION_REPETEE.sub(r"\1", texte)
    texte = _MOT.sub(_developper, texte)
    return _ESPACES.sub(" ", texte).strip()
