"""Everything that would make what is said about rights untrue or unsourced."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from guichet.droits import fiches, lettres
from guichet.droits.montants import COMPILES, charger_definitions, compiler
from guichet.droits.perimes import perime_par
from guichet.droits.sources import Source
from guichet.erreurs import ErreurGuichet
from guichet.evenements import modele as evenements
from guichet.sujets import DIALOGUE, charger_sujets
from guichet.territoire import regles


def defauts_de_tout(jour: date) -> list[str]:
    """French sentences, one per fault; empty when all may be shown."""
    return [
        *_defauts_des_fichiers(),
        *_sujets_sans_fiche(),
        *_sources_trop_vieilles(jour),
        *_parametres_qui_ne_tiennent_plus(),
        *_defauts_des_montants(),
    ]


def _contenus() -> list[tuple[Path, Callable[[Path], Any]]]:
    """Each folder of content, with the reader that refuses a faulty file."""
    return [
        (fiches.DOSSIER, fiches.lire_fiche),
        (lettres.DOSSIER, lettres.lire_lettre),
        (evenements.DOSSIER, evenements.lire_evenement),
        (regles.DOSSIER, regles.lire_regles),
    ]


def _lus() -> Iterator[tuple[Path, Any]]:
    """Every file that can be read, with what it holds; the others are faults told elsewhere."""
    for dossier, lire in _contenus():
        for fichier in sorted(dossier.glob("*.yml")):
            try:
                yield fichier, lire(fichier)
            except ErreurGuichet:
                continue


def _defauts_des_fichiers() -> list[str]:
    defauts = []
    for dossier, lire in _contenus():
        for fichier in sorted(dossier.glob("*.yml")):
            try:
                lire(fichier)
            except ErreurGuichet as erreur:
                defauts.append(str(erreur))
    return defauts


def _sujets_sans_fiche() -> list[str]:
    ecrites = {fichier.stem for fichier in fiches.DOSSIER.glob("*.yml")}
    return [
        f"{sujet.sujet} : ce sujet n'a pas de fiche"
        for sujet in charger_sujets().values()
        if sujet.groupe != DIALOGUE and sujet.sujet not in ecrites
    ]


def _sources_trop_vieilles(jour: date) -> list[str]:
    return [
        f"{fichier.name} : la source « {source.titre} » n'a pas été relue depuis le {source.consulte_le}"
        for fichier, contenu in _lus()
        for source in _sources(contenu)
        if source.est_trop_vieille(jour)
    ]


def _sources(contenu: Any) -> Iterable[Source]:
    if isinstance(contenu, list):  # the rules of a zone
        return [source for regle in contenu for source in regle.sources]
    sources: dict[str, Source] = contenu.sources
    return sources.values()


def _parametres_qui_ne_tiennent_plus() -> list[str]:
    """A parameter that OpenFisca no longer keeps up to date cannot make an amount."""
    return [
        f"montant {identifiant} : le paramètre {chemin} n'est pas tenu à jour ({perime.raison})"
        for identifiant, definition in charger_definitions().items()
        for chemin in definition["parametres"].values()
        if (perime := perime_par(chemin))
    ]


def _defauts_des_montants() -> list[str]:
    """The compiled file must be what the definitions and the installed OpenFisca give."""
    try:
        compile_ = json.loads(COMPILES.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as dossier:
            sortie = Path(dossier) / "montants.json"
            compiler(date.fromisoformat(compile_["valeurs_au"]), sortie=sortie)
            recalcule = json.loads(sortie.read_text(encoding="utf-8"))
    except (ErreurGuichet, OSError, ValueError) as erreur:
        return [f"montants : {erreur}"]
    ecarts = [i for i in charger_definitions() if compile_["montants"].get(i) != recalcule["montants"][i]]
    return [f"montant {i} : le fichier compilé n'est plus à jour, lancez « guichet droits compiler »" for i in ecarts]
