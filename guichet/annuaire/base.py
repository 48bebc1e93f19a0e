"""Opening the directory's database, and saying clearly what is wrong with it."""

from pathlib import Path

from sqlalchemy import Engine, func, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from guichet.annuaire.modele import Base, Service
from guichet.chemins import dossier_variable
from guichet.erreurs import ErreurGuichet
from guichet.sqlite import moteur

RECONSTRUIRE = "Reconstruisez-le avec « uv run guichet annuaire importer »."


def fichier_par_defaut() -> Path:
    return dossier_variable() / "annuaire.sqlite"


def ouvrir(fichier: Path | None = None) -> Engine:
    """The directory, ready to be searched.

    Raises ErreurGuichet, with how to rebuild it, when the file is missing, corrupt or empty.
    """
    fichier = fichier or fichier_par_defaut()
    if not fichier.exists():
        raise ErreurGuichet(f"L'annuaire {fichier.name} n'existe pas. {RECONSTRUIRE}")
    engine = moteur(fichier)
    try:
        if set(Base.metadata.tables) - set(inspect(engine).get_table_names()):
            raise ErreurGuichet(f"L'annuaire {fichier.name} n'a pas la forme attendue. {RECONSTRUIRE}")
        with Session(engine) as session:
            if not session.scalar(select(func.count()).select_from(Service)):
                raise ErreurGuichet(f"L'annuaire {fichier.name} est vide. {RECONSTRUIRE}")
    except DatabaseError as cause:
        raise ErreurGuichet(f"L'annuaire {fichier.name} est abîmé et ne peut pas être lu. {RECONSTRUIRE}") from cause
    return engine
