"""Short letters ready to copy: contesting a decision, asking for a debt to be remitted."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.droits.sources import Source, contient_une_somme, lire_sources
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import charger_sujets

DOSSIER = DATA / "lettres"
CORPS_MAX = 900
_CLES = {"lettre", "titre", "sujets", "destinataire", "objet", "corps", "conseils", "sources"}


@dataclass(frozen=True)
class Lettre:
    """A letter; blanks for the person to fill are in [brackets]. `sujets`: where it is offered."""

    lettre: str
    titre: str
    sujets: tuple[str, ...]
    destinataire: str
    objet: str
    corps: str
    conseils: tuple[str, ...]
    sources: dict[str, Source]


@lru_cache(maxsize=2)
def charger_lettres(dossier: Path = DOSSIER) -> dict[str, Lettre]:
    """Every letter by identifier. Raises ErreurDeDonnees on a faulty file."""
    return {lettre.lettre: lettre for lettre in map(lire_lettre, sorted(dossier.glob("*.yml")))}


def lettres_du_sujet(sujet: str) -> list[Lettre]:
    return [lettre for lettre in charger_lettres().values() if sujet in lettre.sujets]


def lire_lettre(fichier: Path) -> Lettre:
    """One letter, checked. Raises ErreurDeDonnees."""
    contenu = lire_yaml(fichier)
    try:
        lettre = Lettre(
            lettre=contenu["lettre"],
            titre=contenu["titre"],
            sujets=tuple(contenu["sujets"]),
            destinataire=contenu["destinataire"].strip(),
            objet=contenu["objet"].strip(),
            corps=contenu["corps"].strip(),
            conseils=tuple(contenu["conseils"]),
            sources=lire_sources(contenu["sources"]),
        )
    except (KeyError, TypeError, AttributeError) as cause:
        raise ErreurDeDonnees(fichier, f"il manque une information : {cause}") from cause
    if defauts := _defauts(lettre, contenu, fichier.stem):
        raise ErreurDeDonnees(fichier, defauts[0])
    return lettre


def _defauts(lettre: Lettre, contenu: dict[str, Any], nom_du_fichier: str) -> list[str]:
    defauts = []
    if inconnues := contenu.keys() - _CLES:
        defauts.append(f"clés inconnues : {', '.join(sorted(inconnues))}")
    if lettre.lettre != nom_du_fichier:
        defauts.append(f"la lettre « {lettre.lettre} » ne porte pas le nom du fichier")
    if len(lettre.corps) > CORPS_MAX:
        defauts.append(f"corps de {len(lettre.corps)} caractères, {CORPS_MAX} au plus")
    if contient_une_somme(lettre.corps, *lettre.conseils):
        defauts.append("une somme en euros est écrite à la main")
    if not lettre.sources:
        defauts.append("aucune source")
    defauts += [f"sujet inconnu « {sujet} »" for sujet in lettre.sujets if sujet not in charger_sujets()]
    return defauts
