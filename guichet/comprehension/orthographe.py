"""Mending a word that is not French into the one it can only be: a lost apostrophe, a lost silent letter.

A word that exists is never touched, nor a word with a capital (a name, an acronym), nor one of
`mots_connus.yml` (right, though the lexicon does not have it).
"""

from functools import lru_cache

from guichet.chemins import DATA
from guichet.comprehension.lexique import est_un_mot, frequence
from guichet.contenu import lire_yaml
from guichet.texte import sans_accents

_ELISIONS = ("l", "d", "j", "m", "n", "s", "t", "qu", "jusqu", "puisqu", "lorsqu")
_VOYELLES = frozenset("aeiouyh")
_COURTS_APRES_UNE_ELISION = frozenset({"ai", "an", "on", "eau", "age", "il", "ils", "un", "une", "en", "air"})
_LONGUEUR_APRES_UNE_ELISION = 4
_LETTRES_MUETTES = "stexdr"
_LONGUEUR_D_UN_MOT_TRONQUE = 4
# Readings in the lexicon: a rarer word is too likely to be somebody's name or another typo, unless it is long.
_MOT_COURANT, _MOT_RARE = 300, 20
_LONGUEUR_SANS_EQUIVOQUE = 7


@lru_cache(maxsize=1)
def _mots_connus() -> frozenset[str]:
    return frozenset(lire_yaml(DATA / "comprehension" / "mots_connus.yml"))


@lru_cache(maxsize=20_000)
def mender(mot: str) -> str:
    """« lecole » → « l'ecole », « jdois » → « je dois », « toujour » → « toujours »; anything else as it is."""
    if not mot.islower() or not mot.isalpha() or est_un_mot(mot) or sans_accents(mot) in _mots_connus():
        return mot
    return _avec_apostrophe(mot) or _avec_un_pronom(mot) or _avec_sa_lettre_muette(mot) or mot


def _avec_apostrophe(mot: str) -> str | None:
    for debut in _ELISIONS:
        suite = mot.removeprefix(debut)
        if suite != mot and suite and sans_accents(suite)[0] in _VOYELLES and _se_suffit(suite):
            return f"{debut}'{suite}"
    return None


def _se_suffit(suite: str) -> bool:
    if len(suite) < _LONGUEUR_APRES_UNE_ELISION:
        return suite in _COURTS_APRES_UNE_ELISION
    return frequence(suite) >= (_MOT_COURANT if len(suite) < _LONGUEUR_SANS_EQUIVOQUE else _MOT_RARE)


def _avec_un_pronom(mot: str) -> str | None:
    verbe = mot.removeprefix("j")
    return f"je {verbe}" if verbe != mot and len(verbe) > 2 and frequence(verbe) >= _MOT_COURANT else None


def _avec_sa_lettre_muette(mot: str) -> str | None:
    if len(mot) < _LONGUEUR_D_UN_MOT_TRONQUE or mot.endswith("é"):
        return None
    frequent, complet = max((frequence(mot + lettre), mot + lettre) for lettre in _LETTRES_MUETTES)
    return complet if frequent >= _MOT_COURANT else None
