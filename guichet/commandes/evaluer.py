"""`guichet evaluer`: judges the understanding path on a CSV file of questions."""

import argparse
import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.bilan import comparer, confusions, dresser, les_moins_bien_compris
from guichet.evaluation.comparaison import STOCK, RasaDeStock, RechercheParMots
from guichet.evaluation.comprehension import Comprehension, Guichet
from guichet.evaluation.jugement import Jugement, juger
from guichet.evaluation.lignes import Ligne, lire_lignes

_MONTRES = 12


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("evaluer", help="juge la compréhension sur un fichier de questions")
    lecteur.add_argument("fichier", type=Path, help="CSV : text,sujet et, au choix, sujet2,facette,commune")
    lecteur.add_argument("--json", type=Path, help="où écrire le détail")
    lecteur.add_argument(
        "--comparer",
        action="store_true",
        help="juge aussi, sur les mêmes lignes, une recherche par mots dans nos fiches et le Rasa d'origine "
        "(entraîné la première fois, sur les mêmes exemples : comptez une à deux heures)",
    )
    lecteur.set_defaults(executer=executer)


def executer(choix: argparse.Namespace) -> int:
    lignes = lire_lignes(choix.fichier)
    with Analyseur() as analyseur:
        jugements = _juger(lignes, Guichet(analyseur))
    bilan = dresser(jugements)
    _montrer(bilan, jugements)
    if choix.comparer:
        bilan["comparaison"] = _comparer(lignes, jugements)
        _montrer_la_comparaison(bilan["comparaison"])
    if choix.json:
        choix.json.write_text(json.dumps(bilan, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _juger(lignes: Sequence[Ligne], comprehension: Comprehension) -> list[Jugement]:
    return [juger(ligne, comprehension) for ligne in lignes]


def _comparer(lignes: Sequence[Ligne], les_notres: Sequence[Jugement]) -> dict[str, dict[str, float]]:
    if not STOCK.est_a_jour():
        print("\nEntraînement du Rasa d'origine sur nos exemples…", flush=True)
        STOCK.entrainer()
    with ExitStack() as ouverts:
        stock = ouverts.enter_context(Analyseur(STOCK.chemin))
        return comparer(
            {
                "guichet": les_notres,
                "recherche_par_mots": _juger(lignes, RechercheParMots()),
                "rasa_d_origine": _juger(lignes, RasaDeStock(stock)),
            }
        )


def _montrer(bilan: dict[str, Any], jugements: Sequence[Jugement]) -> None:
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
    if pires := les_moins_bien_compris(bilan["par_sujet"])[:_MONTRES]:
        print("\nSujets les moins bien compris (justes sur lignes)")
        for sujet, compte in pires:
            print(f"  {sujet:28} {compte['juste']:3} sur {compte['n']}")
    if confondus := confusions(jugements)[:_MONTRES]:
        print("\nConfusions (attendu → fait)")
        for attendu, fait, nombre in confondus:
            print(f"  {nombre:3} × {attendu} → {fait}")


def _montrer_la_comparaison(comparaison: dict[str, dict[str, float]]) -> None:
    colonnes = (("exactitude", "justes"), ("parmi_trois", "parmi trois"), ("refus", "refus"), ("ms_median", "ms"))
    print(f"\n{'':20}" + "".join(f"{titre:>14}" for _, titre in colonnes))
    for nom, chiffres in comparaison.items():
        valeurs = [f"{chiffres[c]:.1f}" if c == "ms_median" else f"{chiffres[c]:.1%}" for c, _ in colonnes]
        print(f"{nom:20}" + "".join(f"{valeur:>14}" for valeur in valeurs))
