"""SQLite engines, set up the same way everywhere."""

from pathlib import Path
from sqlite3 import Connection

from sqlalchemy import Engine, create_engine, event, text

_ATTENTE_S = 2


def moteur(fichier: Path) -> Engine:
    """An engine in WAL mode, with foreign keys, that overwrites what it deletes."""
    engine = create_engine(f"sqlite:///{fichier}", connect_args={"timeout": _ATTENTE_S})

    @event.listens_for(engine, "connect")
    def _regler(connexion: Connection, _: object) -> None:
        for reglage in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            connexion.execute(f"PRAGMA {reglage}")

    return engine


def vider_le_journal(moteur: Engine) -> None:
    """What was erased must not survive in the write-ahead log."""
    with moteur.connect() as connexion:
        connexion.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
