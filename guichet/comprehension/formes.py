"""The shorter names by which people call a commune: « Marigny » for Marigny-Le-Lozon. Names are folded."""

LIAISONS = {"sur", "de", "des", "du", "d", "la", "le", "les", "l", "en", "au", "sous", "aux"}
LONGUEUR_D_UN_NOM_SEUL = 7
_ARTICLES = {"la", "le", "les", "l"}
_VAGUES = {"saint", "sainte", "notre", "mesnil", "saints"}
_COMPLEMENTS = {"mer", "villages", "bocage"}
_SAINTS = {"saint", "sainte"}


def avec_et_sans_article(nom: str) -> tuple[str, ...]:
    """« la feuillie » → « la feuillie », « feuillie »."""
    article, _, reste = nom.partition(" ")
    return (nom, reste) if article in _ARTICLES else (nom,)


def formes_courtes(nom: str) -> list[str]:
    """« marigny le lozon » → « marigny »; « la haye du puits » → « haye du puits », « la haye »."""
    mots = nom.split()
    formes = []
    if mots[0] in _ARTICLES and len(mots) > 1:
        formes.append(" ".join(mots[1:]))
    for rang in range(1, len(mots)):
        debut = mots[:rang]
        if debut[-1] in LIAISONS or not _finit_un_nom(debut, mots[rang]):
            continue
        forme = " ".join(debut)
        if forme not in _VAGUES and not (len(debut) == 1 and len(forme) < 4):
            formes.append(forme)
    return formes


def _finit_un_nom(debut: list[str], suivant: str) -> bool:
    """Whether people may stop there: « marigny | le lozon », « graignes | mesnil », « saint hilaire | petitville »."""
    if suivant in LIAISONS or suivant in _COMPLEMENTS:
        return True
    if len(debut) == 1:
        return len(debut[0]) >= LONGUEUR_D_UN_NOM_SEUL
    return len(debut) == 2 and debut[0] in _SAINTS
