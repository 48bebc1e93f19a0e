"""`guichet annuaire`: load, check, export and search the shared directory."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from guichet.annuaire.base import ouvrir
from guichet.annuaire.chargement import SERVICES, STRUCTURES, importer
from guichet.annuaire.modele import Service
from guichet.annuaire.recherche import chercher
from guichet.comprehension.lieux import gazetteer
from guichet.conversation.formats import kilometres
from guichet.dates import date_en_toutes_lettres, maintenant
from guichet.erreurs import ErreurGuichet


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("annuaire", help="l'annuaire partagé des services")
    actions = lecteur.add_subparsers(required=True, metavar="ACTION")
    import_ = actions.add_parser("importer", help="(re)construit l'annuaire depuis ses fichiers CSV")
    import_.add_argument("fichiers", nargs="*", type=Path, help="structures….csv et services….csv (ceux du projet)")
    import_.set_defaults(executer=_importer)
    verif = actions.add_parser("verifier", help="vérifie les fichiers sans rien changer")
    verif.add_argument("fichiers", nargs="*", type=Path, help="structures….csv et services….csv (ceux du projet)")
    verif.set_defaults(executer=_verifier)
    export = actions.add_parser("exporter", help="écrit l'annuaire en JSON, au schéma data·inclusion")
    export.set_defaults(executer=_exporter)
    recherche = actions.add_parser("chercher", help="les services proches d'une commune")
    recherche.add_argument("commune", help="nom, ancien nom, code postal ou code Insee")
    recherche.add_argument("--type", default="france-services", help="type de service (france-services)")
    recherche.set_defaults(executer=_chercher)


def _importer(choix: argparse.Namespace) -> int:
    print(f"Annuaire construit : {importer(*_deux_fichiers(choix.fichiers))} services.")
    return 0


def _deux_fichiers(fichiers: list[Path]) -> tuple[Path, Path]:
    """The structures, then the services, told apart by the beginning of their names."""
    if not fichiers:
        return STRUCTURES, SERVICES
    structures = [f for f in fichiers if f.name.startswith("structures")]
    services = [f for f in fichiers if f.name.startswith("services")]
    if len(structures) != 1 or len(services) != 1:
        raise ErreurGuichet("Donnez deux fichiers : un « structures….csv » et un « services….csv ».")
    return structures[0], services[0]


def _verifier(choix: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as dossier:
        nombre = importer(*_deux_fichiers(choix.fichiers), Path(dossier) / "essai.sqlite")
    print(f"Rien à signaler : {nombre} services.")
    return 0


def _exporter(choix: argparse.Namespace) -> int:
    from guichet.passerelle.annuaire_ouvert import en_data_inclusion

    with Session(ouvrir()) as session:
        services = session.scalars(select(Service).order_by(Service.id)).unique()
        json.dump([en_data_inclusion(s) for s in services], sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


def _chercher(choix: argparse.Namespace) -> int:
    lieux = gazetteer().chercher(choix.commune)
    if not lieux or lieux[0].code_insee is None:
        raise ErreurGuichet(f"« {choix.commune} » ne désigne pas une seule commune de la Manche : précisez son nom.")
    for service in chercher(ouvrir(), lieux[0].code_insee, [choix.type], maintenant()):
        print(f"{service.nom} ({service.commune}), {kilometres(service.distance_km)} : {service.ouverture.texte}")
        print(
            f"  {service.adresse or 'adresse inconnue'}, {service.telephone or 'téléphone inconnu'}, "
            f"vérifié le {date_en_toutes_lettres(service.verifie_le)}"
        )
    return 0
