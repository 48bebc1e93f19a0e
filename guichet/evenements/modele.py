"""The life events of `data/evenements/`: what to do, when, and at which door."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from guichet.chemins import DATA
from guichet.comprehension.dates import Sens
from guichet.comprehension.facettes import FACETTES
from guichet.contenu import lire_yaml
from guichet.droits.sources import Source, contient_une_somme, defauts_des_citations, lire_sources
from guichet.erreurs import ErreurDeDonnees
from guichet.evenements.echeances import Decalage, lire_decalage
from guichet.sujets import charger_sujets

DOSSIER = DATA / "evenements"
TITRE_MAX, TEXTE_MAX, QUESTION_MAX = 45, 260, 120
_CLES = {
    "evenement",
    "titre",
    "sujets",
    "question",
    "repere",
    "sources",
    "etapes",
    "aides",
    "portes",
    "d_emblee",
    "sens",
}
_CLES_D_UNE_ETAPE = {"titre", "texte", "des", "avant", "sujet", "facette", "services", "pour", "sources"}


@dataclass(frozen=True)
class Etape:
    """A step: `des`, from when; `avant`, until when; neither, as soon as possible.

    `pour`: who is concerned, when it is not everyone. `sujet` and `facette`: where more is told.
    """

    titre: str
    texte: str
    sources: tuple[str, ...]
    des: Decalage | None = None
    avant: Decalage | None = None
    sujet: str | None = None
    facette: str | None = None
    services: tuple[str, ...] = ()
    pour: str = ""


@dataclass(frozen=True)
class Evenement:
    """A life event. `sujets`: from which it is offered, the main one first; `repere`: « la naissance ».

    `d_emblee`: its main subject is that very event, so that telling its date is asking for the checklist.
    `sens`: « passe » or « futur » when its date is always one or the other.
    """

    evenement: str
    titre: str
    sujets: tuple[str, ...]
    question: str
    repere: str
    sources: dict[str, Source]
    etapes: tuple[Etape, ...]
    aides: tuple[str, ...]
    portes: tuple[str, ...]
    d_emblee: bool = False
    sens: Sens | None = None


@dataclass(frozen=True)
class EtapeDatee:
    """A step at its dates, for one person."""

    etape: Etape
    des: date | None
    avant: date | None


def dater(evenement: Evenement, jour: date | None) -> list[EtapeDatee]:
    """The steps with their dates; without any date when the person's own is not known."""
    return [
        EtapeDatee(
            etape,
            etape.des.depuis(jour) if jour and etape.des else None,
            etape.avant.depuis(jour) if jour and etape.avant else None,
        )
        for etape in evenement.etapes
    ]


@lru_cache(maxsize=2)
def charger_evenements(dossier: Path = DOSSIER) -> dict[str, Evenement]:
    """Every event by identifier. Raises ErreurDeDonnees on a faulty file."""
    return {e.evenement: e for e in map(lire_evenement, sorted(dossier.glob("*.yml")))}


def evenements_du_sujet(sujet: str) -> list[Evenement]:
    """The checklists that are offered with that subject."""
    return [evenement for evenement in charger_evenements().values() if sujet in evenement.sujets]


def lire_evenement(fichier: Path) -> Evenement:
    """One event, checked. Raises ErreurDeDonnees."""
    contenu = lire_yaml(fichier)
    try:
        evenement = _evenement(contenu)
    except (KeyError, TypeError, AttributeError) as cause:
        raise ErreurDeDonnees(fichier, f"il manque une information, ou une de trop : {cause}") from cause
    if defauts := verifier_evenement(evenement, contenu, fichier.stem):
        raise ErreurDeDonnees(fichier, defauts[0])
    return evenement


def _evenement(contenu: dict[str, Any]) -> Evenement:
    return Evenement(
        evenement=contenu["evenement"],
        titre=contenu["titre"],
        sujets=tuple(contenu["sujets"]),
        question=contenu["question"].strip(),
        repere=contenu["repere"],
        sources=lire_sources(contenu["sources"]),
        etapes=tuple(map(_etape, contenu["etapes"])),
        aides=tuple(contenu["aides"]),
        portes=tuple(contenu["portes"]),
        d_emblee=bool(contenu.get("d_emblee")),
        sens=contenu.get("sens"),
    )


def _etape(entree: dict[str, Any]) -> Etape:
    if inconnues := entree.keys() - _CLES_D_UNE_ETAPE:
        raise KeyError(", ".join(sorted(inconnues)))
    return Etape(
        titre=entree["titre"].strip(),
        texte=entree["texte"].strip(),
        sources=tuple(entree.get("sources") or ()),
        des=lire_decalage(entree["des"]) if entree.get("des") else None,
        avant=lire_decalage(entree["avant"]) if entree.get("avant") else None,
        sujet=entree.get("sujet"),
        facette=entree.get("facette"),
        services=tuple(entree.get("services") or ()),
        pour=entree.get("pour", ""),
    )


def verifier_evenement(evenement: Evenement, contenu: dict[str, Any], nom_du_fichier: str) -> list[str]:
    """The rules that an event breaks, as French sentences; empty when it is fit to be shown."""
    defauts = []
    if inconnues := contenu.keys() - _CLES:
        defauts.append(f"clés inconnues : {', '.join(sorted(inconnues))}")
    if evenement.evenement != nom_du_fichier:
        defauts.append(f"l'événement « {evenement.evenement} » ne porte pas le nom du fichier")
    if len(evenement.question) > QUESTION_MAX:
        defauts.append(f"question de {len(evenement.question)} caractères, {QUESTION_MAX} au plus")
    defauts += [
        f"sujet inconnu « {sujet} »" for sujet in (*evenement.sujets, *evenement.aides) if sujet not in charger_sujets()
    ]
    for etape in evenement.etapes:
        defauts += [f"étape « {etape.titre} » : {defaut}" for defaut in _defauts_d_etape(etape, evenement)]
    return defauts


def _defauts_d_etape(etape: Etape, evenement: Evenement) -> list[str]:
    defauts = defauts_des_citations(etape.sources, evenement.sources)
    if len(etape.titre) > TITRE_MAX:
        defauts.append(f"titre de {len(etape.titre)} caractères, {TITRE_MAX} au plus")
    if len(etape.texte) > TEXTE_MAX:
        defauts.append(f"texte de {len(etape.texte)} caractères, {TEXTE_MAX} au plus")
    if contient_une_somme(etape.titre, etape.texte):
        defauts.append("une somme en euros est écrite à la main")
    if etape.sujet and etape.sujet not in charger_sujets():
        defauts.append(f"sujet inconnu « {etape.sujet} »")
    if etape.facette and etape.facette not in FACETTES:
        defauts.append(f"facette inconnue « {etape.facette} »")
    return defauts
