"""`guichet territoire`: where local rules differ from one commune to the next."""

import argparse

from guichet.erreurs import ErreurGuichet
from guichet.sujets import charger_sujets
from guichet.territoire.comparaison import comparer

_NOMS_MONTRES = 6


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("territoire", help="les règles locales")
    actions = lecteur.add_subparsers(required=True, metavar="ACTION")
    comparaison = actions.add_parser("comparer", help="les règles d'une aide, commune par commune")
    comparaison.add_argument("sujet", help="par exemple : cantine_periscolaire")
    comparaison.set_defaults(executer=_comparer)


def _comparer(choix: argparse.Namespace) -> int:
    sujet = charger_sujets().get(choix.sujet)
    if sujet is None or not sujet.regles_locales:
        possibles = ", ".join(s.sujet for s in charger_sujets().values() if s.regles_locales)
        raise ErreurGuichet(f"Les communes ne décident pas de « {choix.sujet} ». Essayez : {possibles}.")
    for groupe in comparer(choix.sujet):
        noms = ", ".join(commune.nom for commune in groupe.communes[:_NOMS_MONTRES])
        suite = "…" if len(groupe.communes) > _NOMS_MONTRES else ""
        print(f"{len(groupe.communes)} communes : {noms}{suite}")
        for regle in groupe.regles:
            print(f"  {regle.nom_de_la_zone} ({', '.join(regle.facettes)}) : {regle.texte}")
        if not groupe.renseigne:
            print("  Pas de règle indiquée.")
    return 0
