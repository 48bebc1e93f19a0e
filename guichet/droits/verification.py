"""Everything that would make what is said about rights untrue or unsourced."""

import json
import tempfile
from datetime import date
from pathlib import Path

from guichet.droits.fiches import DOSSIER, charger_fiches, lire_fiche
from guichet.droits.montants import COMPILES, charger_definitions, compiler
from guichet.erreurs import ErreurGuichet

AGE_MAX_D_UNE_SOURCE_JOURS = 548  # 18 months


def defauts_de_tout(jour: date) -> list[str]:
    """French sentences, one per fault; empty when all may be shown."""
    return [*_defauts_des_fiches(), *_sources_trop_vieilles(jour), *_defauts_des_montants()]


def _defauts_des_fiches() -> list[str]:
    defauts = []
    for fichier in sorted(DOSSIER.glob("*.yml")):
        try:
            lire_fiche(fichier)
        except ErreurGuichet as erreur:
            defauts.append(str(erreur))
    return defauts


def _sources_trop_vieilles(jour: date) -> list[str]:
    return [
        f"{fiche.sujet}.yml : la source « {source.titre} » n'a pas été relue depuis le {source.consulte_le}"
        for fiche in charger_fiches().values()
        for source in fiche.sources.values()
        if (jour - source.consulte_le).days > AGE_MAX_D_UNE_SOURCE_JOURS
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
