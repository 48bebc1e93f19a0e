"""Loading the directory from the project's CSV files, refused whole at the first fault."""

import csv
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import data_inclusion.schema.v1 as schema
from pydantic import ValidationError
from sqlalchemy.orm import Session

from guichet.annuaire.base import fichier_par_defaut
from guichet.annuaire.distance import distance_km
from guichet.annuaire.horaires import sont_lisibles
from guichet.annuaire.modele import Base, Service, Structure, Zone
from guichet.chemins import DATA
from guichet.erreurs import ErreurDeDonnees
from guichet.sqlite import moteur
from guichet.territoire import charger_territoire

STRUCTURES = DATA / "annuaire" / "structures.csv"
SERVICES = DATA / "annuaire" / "services.csv"
LISTE = "|"
FIABILITES = ("A", "B", "C")
_ECART_MAX_KM = 12.0  # beyond, the coordinates are not in that commune
_TELEPHONE = re.compile(r"\d{2,4}|0\d( \d\d){4}")
_LISTES = {"thematiques", "publics", "zone_eligibilite", "reseaux_porteurs"}
_COLONNES = {"id", "nom", "source", "date_maj", "code_insee"}
_HORS_SCHEMA = {"type_fin", "fiabilite"}


def importer(structures: Path = STRUCTURES, services: Path = SERVICES, sortie: Path | None = None) -> int:
    """Builds the database from these two files; returns how many services.

    The new file replaces the old one only once it is complete. Raises ErreurDeDonnees (file,
    line, reason) and leaves the old one untouched.
    """
    sortie = sortie or fichier_par_defaut()
    lieux = list(_structures(structures))
    offres = list(_services(services, {lieu.id for lieu in lieux}))
    provisoire = sortie.with_suffix(".nouveau")
    provisoire.unlink(missing_ok=True)
    engine = moteur(provisoire)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(lieux)
        session.flush()
        session.add_all(offres)
        session.commit()
        session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    for reste in ("-wal", "-shm"):
        Path(f"{sortie}{reste}").unlink(missing_ok=True)
    provisoire.replace(sortie)
    _fichier_d_empreinte(sortie).write_text(empreinte(structures, services), encoding="utf-8")
    return len(offres)


def est_a_jour(sortie: Path | None = None) -> bool:
    """Whether the database was built from the project's files as they are."""
    sortie = sortie or fichier_par_defaut()
    temoin = _fichier_d_empreinte(sortie)
    return sortie.exists() and temoin.exists() and temoin.read_text(encoding="utf-8") == empreinte(STRUCTURES, SERVICES)


def empreinte(*fichiers: Path) -> str:
    """A digest of the files, and of the code that reads them."""
    condense = hashlib.sha256()
    for fichier in (*fichiers, Path(__file__), Path(__file__).with_name("modele.py")):
        condense.update(fichier.read_bytes())
    return condense.hexdigest()


def _fichier_d_empreinte(sortie: Path) -> Path:
    return sortie.with_suffix(".empreinte")


def _structures(fichier: Path) -> Iterator[Structure]:
    vues: set[str] = set()
    for ligne, valeurs in _lignes(fichier):
        _valider(schema.Structure, valeurs, fichier, ligne)
        _refuser_les_doublons(valeurs["id"], vues, fichier, ligne)
        latitude, longitude = _coordonnees(valeurs, fichier, ligne)
        yield Structure(
            **{**_textes(valeurs), "latitude": latitude, "longitude": longitude, "date_maj": _date(valeurs)}
        )


def _services(fichier: Path, structures: set[str]) -> Iterator[Service]:
    vus: set[str] = set()
    for ligne, valeurs in _lignes(fichier):
        _valider(schema.Service, valeurs, fichier, ligne)
        _refuser_les_doublons(valeurs["id"], vus, fichier, ligne)
        if valeurs["structure_id"] not in structures:
            raise ErreurDeDonnees(fichier, f"structure inconnue : {valeurs['structure_id']}", ligne)
        if valeurs.get("fiabilite") not in FIABILITES:
            raise ErreurDeDonnees(fichier, f"fiabilite vaut A, B ou C, pas « {valeurs.get('fiabilite')} »", ligne)
        if not valeurs.get("type_fin"):
            raise ErreurDeDonnees(fichier, "type_fin manque", ligne)
        colonnes = {c.key for c in Service.__table__.columns}
        textes = {cle: valeur for cle, valeur in _textes(valeurs).items() if cle in colonnes}
        zones = [Zone(code=code) for code in valeurs.get("zone_eligibilite") or []]
        yield Service(**{**textes, "date_maj": _date(valeurs), "zones": zones})


def _lignes(fichier: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        flux = fichier.open(encoding="utf-8", newline="")
    except OSError as cause:
        raise ErreurDeDonnees(fichier, "fichier introuvable") from cause
    with flux:
        lecteur = csv.DictReader(flux, strict=True)
        try:
            if manquantes := _COLONNES - set(lecteur.fieldnames or ()):
                raise ErreurDeDonnees(fichier, f"il manque les colonnes {', '.join(sorted(manquantes))}", 1)
            for rangee in lecteur:
                if None in rangee or None in rangee.values():
                    raise ErreurDeDonnees(
                        fichier, "le nombre de colonnes n'est pas celui de l'en-tête", lecteur.line_num
                    )
                yield lecteur.line_num, {cle: _valeur(cle, texte) for cle, texte in rangee.items()}
        except (csv.Error, UnicodeDecodeError) as cause:
            raise ErreurDeDonnees(fichier, f"ligne illisible ({cause})", lecteur.line_num) from cause


def _valeur(cle: str, texte: str) -> Any:
    texte = texte.strip()
    if not texte:
        return None
    return texte.split(LISTE) if cle in _LISTES else texte


def _valider(modele: Any, valeurs: dict[str, Any], fichier: Path, ligne: int) -> None:
    try:
        modele.model_validate({cle: v for cle, v in valeurs.items() if cle not in _HORS_SCHEMA})
    except ValidationError as cause:
        faute = cause.errors()[0]
        champ = ".".join(str(partie) for partie in faute["loc"])
        raise ErreurDeDonnees(fichier, f"« {champ} » n'est pas valable : {faute['msg']}", ligne) from cause
    telephone, horaires = valeurs.get("telephone"), valeurs.get("horaires_accueil")
    if telephone and not _TELEPHONE.fullmatch(telephone):
        raise ErreurDeDonnees(fichier, f"« telephone » n'est pas un numéro français : {telephone}", ligne)
    if horaires and not sont_lisibles(horaires):
        raise ErreurDeDonnees(fichier, f"« horaires_accueil » illisibles : {horaires}", ligne)


def _refuser_les_doublons(identifiant: str, vus: set[str], fichier: Path, ligne: int) -> None:
    if identifiant in vus:
        raise ErreurDeDonnees(fichier, f"l'identifiant {identifiant} est déjà pris", ligne)
    vus.add(identifiant)


def _coordonnees(valeurs: dict[str, Any], fichier: Path, ligne: int) -> tuple[float, float]:
    """The given coordinates when they are in the commune; those of its chef-lieu when none are given."""
    commune = charger_territoire().communes.get(valeurs.get("code_insee") or "")
    if commune is None:
        raise ErreurDeDonnees(fichier, f"commune inconnue : {valeurs.get('code_insee')}", ligne)
    if not valeurs.get("latitude"):
        return commune.latitude, commune.longitude
    latitude, longitude = float(valeurs["latitude"]), float(valeurs["longitude"])
    ecart = distance_km(latitude, longitude, commune.latitude, commune.longitude)
    if ecart > _ECART_MAX_KM:
        raise ErreurDeDonnees(fichier, f"les coordonnées sont à {ecart:.0f} km de {commune.nom}", ligne)
    return latitude, longitude


def _textes(valeurs: dict[str, Any]) -> dict[str, Any]:
    return {cle: LISTE.join(v) if isinstance(v, list) else v for cle, v in valeurs.items()}


def _date(valeurs: dict[str, Any]) -> date:
    return date.fromisoformat(valeurs["date_maj"])
