"""All the deterministic extractors, as Rasa entities."""

from collections.abc import Callable
from typing import Any

from guichet.comprehension import analyse
from guichet.comprehension.langues import trouver_langue
from guichet.comprehension.lieux import Lieu, gazetteer, trouver_ville_inconnue
from guichet.comprehension.noms import trouver_sujets_nommes
from guichet.comprehension.situation import trouver_ages, trouver_nombre_enfants, trouver_regime

EXTRACTEUR = "ExtracteurGuichet"


def extraire_entites(texte: str, noms_de_lieux: Callable[[str], list[str]] = lambda _: []) -> list[dict[str, Any]]:
    """Entities of a normalised message, in Rasa's format (`entity`, `value`, `start`, `end`).

    `noms_de_lieux`: a named-entity recogniser, asked only when a town that we do not know seems named.
    """
    entites = [_entite_de_lieu(lieu) for lieu in gazetteer().chercher(texte)]
    if not entites and (ailleurs := trouver_ville_inconnue(texte, noms_de_lieux)):
        entites.append({"entity": analyse.LIEU_AILLEURS, "value": ailleurs})
    entites += [{"entity": analyse.SUJET_NOMME, "value": sujet} for sujet in trouver_sujets_nommes(texte)]
    if langue := trouver_langue(texte):
        entites.append({"entity": analyse.LANGUE, "value": langue})
    if regime := trouver_regime(texte):
        entites.append({"entity": analyse.REGIME, "value": regime})
    entites += [{"entity": analyse.AGES, "value": age} for age in trouver_ages(texte)]
    if nombre := trouver_nombre_enfants(texte):
        entites.append({"entity": analyse.NOMBRE_ENFANTS, "value": nombre})
    return [{"start": 0, "end": len(texte), "extractor": EXTRACTEUR, **entite} for entite in entites]


def _entite_de_lieu(lieu: Lieu) -> dict[str, Any]:
    if lieu.code_insee:
        return {"entity": analyse.COMMUNE, "value": lieu.code_insee, "dit": lieu.dit}
    if lieu.candidats:
        valeur = analyse.SEPARATEUR_DE_CANDIDATS.join(lieu.candidats)
        return {"entity": analyse.LIEU_AMBIGU, "value": valeur, "dit": lieu.dit}
    return {"entity": analyse.LIEU_AILLEURS, "value": lieu.dit}
