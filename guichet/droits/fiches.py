"""The fiches: what is said about a subject, facet by facet, sourced and dated."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from guichet.chemins import DATA
from guichet.comprehension.facettes import FACETTES
from guichet.contenu import lire_yaml
from guichet.droits.montants import charger_montants
from guichet.droits.sources import Source, contient_une_somme, defauts_des_citations, lire_sources
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import charger_sujets, est_urgence

DOSSIER = DATA / "fiches"
TEXTE_MAX, SUITE_MAX, SIMPLE_MAX, REGIME_MAX = 350, 600, 350, 200
MOTS_D_UNE_PHRASE_SIMPLE = 15
FACETTES_SIMPLES = ("description", "demarche")
REGIMES = ("caf", "msa")
_CLES = {"sujet", "titre", "organismes", "services", "sources", "facettes", "sans_objet", "liens", "numeros"}
_CLES_D_UNE_FACETTE = {"texte", "suite", "simple", "montants", "sources", *REGIMES}


@dataclass(frozen=True)
class Facette:
    """`texte`: at most 350 characters, answers in its first sentence; `suite`: more, on request.

    `simple`: the same in short words, one idea a sentence, at most 350 characters; `selon_le_regime`:
    what is different for « caf » or « msa », at most 200 characters each.
    """

    texte: str
    suite: str
    montants: tuple[str, ...]
    sources: tuple[str, ...]
    simple: str = ""
    selon_le_regime: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Numero:
    """An emergency number. `horaires`: when somebody answers."""

    numero: str
    nom: str
    pour: str
    horaires: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Fiche:
    """All that is said about one subject."""

    sujet: str
    titre: str
    organismes: tuple[str, ...]
    services: tuple[str, ...]
    sources: dict[str, Source]
    facettes: dict[str, Facette]
    sans_objet: dict[str, str] = field(default_factory=dict)
    liens: tuple[dict[str, str], ...] = ()
    numeros: tuple[Numero, ...] = ()


def charger_fiches(dossier: Path = DOSSIER) -> dict[str, Fiche]:
    """Every fiche by subject. Raises ErreurDeDonnees: file, line when YAML gives it, and reason."""
    return _charger(dossier)


@lru_cache(maxsize=4)
def _charger(dossier: Path) -> dict[str, Fiche]:
    return {fiche.sujet: fiche for fiche in map(lire_fiche, sorted(dossier.glob("*.yml")))}


def lire_fiche(fichier: Path) -> Fiche:
    """One fiche, checked. Raises ErreurDeDonnees."""
    contenu = lire_yaml(fichier)
    try:
        fiche = _fiche(contenu)
    except (KeyError, TypeError, AttributeError) as cause:
        raise ErreurDeDonnees(fichier, f"il manque une information : {cause}") from cause
    if defauts := verifier_fiche(fiche, contenu, fichier.stem):
        raise ErreurDeDonnees(fichier, defauts[0], _ligne_de(fichier, defauts[0]))
    return fiche


def _fiche(contenu: dict[str, Any]) -> Fiche:
    return Fiche(
        sujet=contenu["sujet"],
        titre=contenu["titre"],
        organismes=tuple(contenu.get("organismes") or ()),
        services=tuple(contenu.get("services") or ()),
        sources=lire_sources(contenu["sources"]),
        facettes={nom: _facette(facette) for nom, facette in contenu["facettes"].items()},
        sans_objet=contenu.get("sans_objet") or {},
        liens=tuple(contenu.get("liens") or ()),
        numeros=tuple(
            Numero(str(n["numero"]), n["nom"], n["pour"], n["horaires"], tuple(n["sources"]))
            for n in contenu.get("numeros") or ()
        ),
    )


def _facette(facette: dict[str, Any]) -> Facette:
    if inconnues := facette.keys() - _CLES_D_UNE_FACETTE:
        raise KeyError(", ".join(sorted(inconnues)))
    return Facette(
        texte=facette["texte"].strip(),
        suite=(facette.get("suite") or "").strip(),
        montants=tuple(facette.get("montants") or ()),
        sources=tuple(facette.get("sources") or ()),
        simple=(facette.get("simple") or "").strip(),
        selon_le_regime={regime: facette[regime].strip() for regime in REGIMES if facette.get(regime)},
    )


def verifier_fiche(fiche: Fiche, contenu: dict[str, Any], nom_du_fichier: str) -> list[str]:
    """The rules that a fiche breaks, as French sentences; empty when it is fit to be shown."""
    defauts = []
    if inconnues := contenu.keys() - _CLES:
        defauts.append(f"clés inconnues : {', '.join(sorted(inconnues))}")
    if fiche.sujet != nom_du_fichier:
        defauts.append(f"le sujet « {fiche.sujet} » ne porte pas le nom du fichier")
    if fiche.sujet not in charger_sujets():
        defauts.append(f"« {fiche.sujet} » n'est pas dans sujets.yml")
    defauts += [
        f"facette « {facette} » : ni écrite ni dite sans objet, ou les deux"
        for facette in FACETTES
        if (facette in fiche.facettes) == (facette in fiche.sans_objet)
    ]
    for nom, facette_ecrite in fiche.facettes.items():
        defauts += [f"facette « {nom} » : {defaut}" for defaut in _defauts_de_facette(nom, facette_ecrite, fiche)]
    for numero in fiche.numeros:
        for defaut in defauts_des_citations(numero.sources, fiche.sources):
            defauts.append(f"numéro {numero.numero} : {defaut}")
    return defauts


def _defauts_de_facette(nom: str, facette: Facette, fiche: Fiche) -> list[str]:
    defauts = []
    if nom not in FACETTES:
        defauts.append("nom inconnu")
    if len(facette.texte) > TEXTE_MAX:
        defauts.append(f"texte de {len(facette.texte)} caractères, {TEXTE_MAX} au plus")
    if len(facette.suite) > SUITE_MAX:
        defauts.append(f"suite de {len(facette.suite)} caractères, {SUITE_MAX} au plus")
    defauts += _defauts_de_langue_simple(nom, facette, fiche.sujet)
    for regime, precision in facette.selon_le_regime.items():
        if len(precision) > REGIME_MAX:
            defauts.append(f"« {regime} » de {len(precision)} caractères, {REGIME_MAX} au plus")
    if contient_une_somme(facette.texte, facette.suite, facette.simple, *facette.selon_le_regime.values()):
        defauts.append("une somme en euros est écrite à la main : utilisez `montants`")
    defauts += defauts_des_citations(facette.sources, fiche.sources)
    defauts += [f"montant inconnu « {cle} »" for cle in facette.montants if cle not in charger_montants()]
    return defauts


def _defauts_de_langue_simple(nom: str, facette: Facette, sujet: str) -> list[str]:
    """Short words are for a reader to judge; the length of sentences is not."""
    if nom in FACETTES_SIMPLES and not facette.simple and not est_urgence(sujet):
        return ["il manque la version « simple »"]
    defauts = []
    if len(facette.simple) > SIMPLE_MAX:
        defauts.append(f"version simple de {len(facette.simple)} caractères, {SIMPLE_MAX} au plus")
    defauts += [
        f"phrase trop longue pour une version simple : « {phrase.strip()} »"
        for phrase in re.split(r"[.!?:\n]", facette.simple)
        if len(phrase.split()) > MOTS_D_UNE_PHRASE_SIMPLE
    ]
    return defauts


def _ligne_de(fichier: Path, defaut: str) -> int | None:
    """The line of the facet that a fault names, when it names one."""
    if trouve := re.match(r"facette « (\w+) »", defaut):
        for numero, ligne in enumerate(fichier.read_text(encoding="utf-8").splitlines(), start=1):
            if ligne.strip() == f"{trouve.group(1)}:":
                return numero
    return None
