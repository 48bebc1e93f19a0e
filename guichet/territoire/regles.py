"""Local rules: what a commune or an intercommunalité decides, which comes before the common fiche.

One file a zone in `data/territoire/regles/`, named by its INSEE code (commune) or SIREN (EPCI). What a
zone has not filled in is said to be so.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from guichet.chemins import DATA
from guichet.comprehension.facettes import FACETTES
from guichet.contenu import lire_yaml
from guichet.droits.sources import Source, contient_une_somme, defauts_des_citations, lire_sources
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import charger_sujets
from guichet.territoire.communes import Territoire, charger_territoire

DOSSIER = DATA / "territoire" / "regles"
TEXTE_MAX = 350


@dataclass(frozen=True)
class Tarif:
    """A local amount. `jusqu_au`: the last day it may be shown, always stated by the zone."""

    libelle: str
    valeur: float
    unite: str
    depuis: date
    jusqu_au: date

    def est_montrable(self, jour: date) -> bool:
        return self.depuis <= jour <= self.jusqu_au


@dataclass(frozen=True)
class RegleLocale:
    """What a zone says on one subject. `facettes`: where it takes the place of the common text."""

    sujet: str
    zone: str
    nom_de_la_zone: str
    facettes: tuple[str, ...]
    texte: str
    tarifs: tuple[Tarif, ...]
    sources: tuple[Source, ...]


@lru_cache(maxsize=2)
def charger_regles_locales(dossier: Path = DOSSIER) -> tuple[RegleLocale, ...]:
    """Every local rule. Raises ErreurDeDonnees on a faulty file."""
    return tuple(regle for fichier in sorted(dossier.glob("*.yml")) for regle in lire_regles(fichier))


def regle_pour(sujet: str, code_insee: str | None, facette: str) -> RegleLocale | None:
    """The rule for a commune: its own first, then its intercommunalité's; None when there is none."""
    if code_insee is None:
        return None
    commune = charger_territoire().commune(code_insee)
    for zone in (code_insee, commune.code_epci):
        for regle in charger_regles_locales():
            if (regle.sujet, regle.zone) == (sujet, zone) and facette in regle.facettes:
                return regle
    return None


def lire_regles(fichier: Path) -> list[RegleLocale]:
    """The rules of one zone, checked. Raises ErreurDeDonnees."""
    contenu = lire_yaml(fichier)
    territoire = charger_territoire()
    zone = fichier.stem
    nom = _nom_de_zone(zone, territoire)
    if nom is None:
        raise ErreurDeDonnees(fichier, "le nom du fichier n'est ni une commune ni une intercommunalité du territoire")
    try:
        regles = [(_regle(entree, zone, nom), entree) for entree in contenu["regles"]]
    except (KeyError, TypeError, AttributeError) as cause:
        raise ErreurDeDonnees(fichier, f"il manque une information, ou une de trop : {cause}") from cause
    for regle, entree in regles:
        for defaut in _defauts(regle, entree):
            raise ErreurDeDonnees(fichier, f"{regle.sujet} : {defaut}")
    return [regle for regle, _ in regles]


def _nom_de_zone(zone: str, territoire: Territoire) -> str | None:
    if zone in territoire.intercommunalites:
        return territoire.intercommunalites[zone]
    return territoire.commune(zone).nom if territoire.contient(zone) else None


def _regle(entree: dict[str, Any], zone: str, nom: str) -> RegleLocale:
    return RegleLocale(
        sujet=entree["sujet"],
        zone=zone,
        nom_de_la_zone=nom,
        facettes=tuple(entree["facettes"]),
        texte=entree["texte"].strip(),
        tarifs=tuple(Tarif(**tarif) for tarif in entree.get("tarifs") or ()),
        sources=tuple(lire_sources(entree["sources"]).values()),
    )


def _defauts(regle: RegleLocale, entree: dict[str, Any]) -> list[str]:
    defauts = defauts_des_citations(entree["sources"], entree["sources"])
    if regle.sujet not in charger_sujets():
        defauts.append("sujet inconnu")
    defauts += [f"facette inconnue « {facette} »" for facette in regle.facettes if facette not in FACETTES]
    if len(regle.texte) > TEXTE_MAX:
        defauts.append(f"texte de {len(regle.texte)} caractères, {TEXTE_MAX} au plus")
    if contient_une_somme(regle.texte):
        defauts.append("une somme en euros est écrite à la main : utilisez « tarifs »")
    return defauts
