"""`guichet droits`: compile the amounts at each OpenFisca release, check everything that is said."""

import argparse

from guichet.conversation.formats import somme
from guichet.dates import maintenant
from guichet.droits.couverture import ecrire
from guichet.droits.montants import charger_definitions, charger_montants, compiler
from guichet.droits.perimes import charger_perimes
from guichet.droits.verification import defauts_de_tout


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("droits", help="les montants et les fiches")
    actions = lecteur.add_subparsers(required=True, metavar="ACTION")
    compilation = actions.add_parser("compiler", help="recalcule les montants depuis OpenFisca-France")
    compilation.set_defaults(executer=_compiler)
    couverture = actions.add_parser("couverture", help="écrit docs/couverture.md : ce qui est écrit, sujet par sujet")
    couverture.set_defaults(executer=_couvrir)
    verification = actions.add_parser("verifier", help="chaque montant, sa date, sa référence ; chaque fiche")
    verification.set_defaults(executer=_verifier)


def _compiler(choix: argparse.Namespace) -> int:
    print(f"{compiler(maintenant().date())} montants compilés.")
    return 0


def _couvrir(choix: argparse.Namespace) -> int:
    print(f"docs/couverture.md : {ecrire(maintenant().date())} fiches.")
    return 0


def _verifier(choix: argparse.Namespace) -> int:
    jour = maintenant().date()
    for montant in charger_montants().values():
        etat = "montré" if montant.est_montrable(jour) else "RETENU"
        valeur = somme(montant.valeur, montant.unite)
        print(f"{etat:7} {montant.id:42} {valeur:>32}  depuis {montant.depuis}  {montant.reference['titre']}")
    for perime in charger_perimes():
        print(f"NON DIT {perime.sujet:42} {perime.aide} : {perime.raison}")
    defauts = defauts_de_tout(jour)
    for defaut in defauts:
        print(f"DÉFAUT  {defaut}")
    print(f"{len(charger_definitions())} montants, {len(defauts)} défauts.")
    return 1 if defauts else 0
