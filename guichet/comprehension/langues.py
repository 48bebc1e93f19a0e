"""The language of a message that is wholly in another one than French."""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from guichet.comprehension.lexique import est_un_mot

FRANCAIS = "fr"
# Those in which we answer; a message in a language near one of them is read as that one.
LANGUES = ("en", "uk", "ar", "pt", "es", "de", "tr")
_CERTITUDE = 0.9
_MOTS_MIN = 3
_MOTS_FRANCAIS_MAX = 0.6
_ALPHABET_LATIN = range(0x250)


@lru_cache(maxsize=1)
def _identificateur() -> LanguageIdentifier:
    identificateur = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identificateur.set_languages([FRANCAIS, *LANGUES])
    return identificateur


def trouver_langue(texte: str) -> str | None:
    """One of LANGUES; None when the message is in French, or too short to tell."""
    mots = [mot for mot in texte.split() if any(lettre.isalpha() for lettre in mot)]
    if not mots:
        return None
    langue, certitude = _identificateur().classify(texte)
    if langue == FRANCAIS:
        return None
    if _est_en_lettres_latines(texte) and (len(mots) < _MOTS_MIN or certitude < _CERTITUDE or _semble_francais(mots)):
        return None
    return str(langue)


def _est_en_lettres_latines(texte: str) -> bool:
    lettres = [lettre for lettre in texte if lettre.isalpha()]
    return sum(ord(lettre) in _ALPHABET_LATIN for lettre in lettres) * 2 > len(lettres)


def _semble_francais(mots: list[str]) -> bool:
    """« planning familial cherbourg »: the words are French though the whole looks otherwise."""
    francais = sum(est_un_mot(mot.strip(".,;:!?\"'()«»")) for mot in mots)
    return francais > _MOTS_FRANCAIS_MAX * len(mots)
