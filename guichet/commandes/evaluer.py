"""`guichet evaluer`: judges the understanding path on a CSV file of questions."""

import argparse
import json
from pathlib import Path
from typing import Any

from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.bilan import confusions, dresser
from guichet.evaluation.jugement import juger
from guichet.evaluation.lignes import lire_lignes

_CONFUSIONS_MONTREES = 12


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("evaluer", help="juge la compréhension sur un fichier de questions")
    lecteur.add_argument("fichier", type=Path, help="CSV : text,sujet et, au choix, sujet2,facette,commune")
    lecteur.add_argument("--json", type=Path, help="où écrire le détail")
    lecteur.set_defaults(executer=executer)


def executer(choix: argparse.Namespace) -> int:
    lignes = lire_lignes(choix.fichier)
    with Analyseur() as analyseur:
        jugements = [juger(ligne, analyseur) for ligne in lignes]
    bilan = dresser(jugements)
    _montrer(bilan)
    for attendu, fait, nombre in confusions(jugements)[:_CONFUSIONS_MONTREES]:
        print(f"  {nombre:3} × {attendu} → {fait}")
    if choix.json:
        choix.json.write_text(json.dumps(bilan, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _montrer(bilan: dict[str, Any]) -> None:
    print(f"{bilan['n']} lignes, {bilan['ms_median']} ms par ligne (médiane)")
    for nom, valeur in (
        ("réponses justes", bilan["exactitude"]),
        ("clarifications justes", bilan["clarifies"]),
        ("refus", bilan["refus"]),
        ("facettes", bilan["facettes"]),
        ("communes", bilan["communes"]),
        ("urgences reconnues", bilan["urgences"]["rappel"]),
        ("fausses alertes", bilan["urgences"]["fausses_alertes"]),
    ):
        print(f"  {nom:24} {valeur:7.1%}")
