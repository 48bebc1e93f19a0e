"""The words of French, to tell a spelling that is right from one that is not.

The list is pyspellchecker's (MIT): 140,000 forms, most frequent readings of films and books.
"""

import gzip
import json
from functools import lru_cache
from importlib.resources import files

from guichet.texte import sans_accents


@lru_cache(maxsize=1)
def mots_francais() -> dict[str, int]:
    """Folded form → how often it is written, all accents together."""
    comptes: dict[str, int] = {}
    contenu = gzip.decompress((files("spellchecker") / "resources" / "fr.json.gz").read_bytes())
    for mot, nombre in json.loads(contenu).items():
        plie = sans_accents(mot).lower()
        comptes[plie] = comptes.get(plie, 0) + nombre
    return comptes


def est_un_mot(mot: str) -> bool:
    """Whether a word is French, whatever its accents and capitals: « Metre » is (mètre), « jai » is not."""
    return sans_accents(mot).lower() in mots_francais()


def frequence(mot: str) -> int:
    """How often the list has seen a word; 0 when it is not French."""
    return mots_francais().get(sans_accents(mot).lower(), 0)
