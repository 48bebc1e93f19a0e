"""The conversations as the person sees them, kept for half a day at most."""

import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Engine, ForeignKey, delete, inspect, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from guichet.chemins import dossier_variable
from guichet.erreurs import ErreurGuichet
from guichet.passerelle import refus
from guichet.sqlite import moteur, vider_le_journal

CONSERVATION = timedelta(hours=12)


class Base(DeclarativeBase):
    """Declarative base of the conversations' tables."""


class Conversation(Base):
    """One conversation; `commune`: INSEE code of the page it started from."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    commune: Mapped[str | None]
    canal: Mapped[str]
    derniere_activite: Mapped[datetime] = mapped_column(index=True)
    tours: Mapped[int] = mapped_column(default=0)


class MessageConserve(Base):
    """One message, of the person or of the assistant, in its order; `provisoire`: until an estimate is given."""

    __tablename__ = "messages"

    rang: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    contenu: Mapped[dict[str, Any]] = mapped_column(JSON)
    provisoire: Mapped[bool] = mapped_column(default=False)


class Registre:
    """Stores, reads and erases conversations, Rasa's own trace of them included.

    Raises ErreurGuichet when a file is corrupt, with how to start again.
    """

    def __init__(self, fichier: Path | None = None, trace_de_rasa: Path | None = None) -> None:
        fichier = fichier or dossier_variable() / "conversations.sqlite"
        self._moteur = moteur(fichier)
        self._rasa = moteur(trace_de_rasa or dossier_variable() / "rasa.sqlite")
        try:
            if _est_d_une_version_d_avant(self._moteur):  # half a day of conversations at most
                Base.metadata.drop_all(self._moteur)
            Base.metadata.create_all(self._moteur)
            with self._rasa.connect() as connexion:
                connexion.execute(text("SELECT count(*) FROM sqlite_master"))
        except DatabaseError as cause:
            raise ErreurGuichet(
                f"Un fichier de conversations est abîmé dans {fichier.parent.name}/ : supprimez "
                "conversations.sqlite et rasa.sqlite, puis relancez."
            ) from cause

    def creer(self, commune: str | None, canal: str, instant: datetime) -> str:
        identifiant = secrets.token_urlsafe(16)
        with Session(self._moteur) as session:
            session.add(Conversation(id=identifiant, commune=commune, canal=canal, derniere_activite=instant))
            session.commit()
        return identifiant

    def trouver(self, identifiant: str) -> Conversation:
        """Raises Refus (404) when it does not exist any more."""
        with Session(self._moteur, expire_on_commit=False) as session:
            conversation = session.get(Conversation, identifiant)
        if conversation is None:
            raise refus.conversation_inconnue()
        return conversation

    def ajouter(
        self, identifiant: str, messages: list[dict[str, Any]], instant: datetime, provisoire: bool = False
    ) -> None:
        """Keeps the messages of one turn; nothing when the conversation was erased meanwhile."""
        with Session(self._moteur) as session:
            conversation = session.get(Conversation, identifiant)
            if conversation is None:
                return
            conversation.derniere_activite = instant
            conversation.tours += 1
            session.add_all(
                MessageConserve(conversation=identifiant, contenu=contenu, provisoire=provisoire)
                for contenu in messages
            )
            session.commit()

    def remplacer_le_provisoire(self, identifiant: str, messages: list[dict[str, Any]], instant: datetime) -> None:
        """Erases the provisional turns of a conversation; these messages take their place."""
        provisoires = (MessageConserve.conversation == identifiant, MessageConserve.provisoire)
        with Session(self._moteur) as session:
            session.execute(delete(MessageConserve).where(*provisoires))
            session.commit()
        vider_le_journal(self._moteur)
        self.ajouter(identifiant, messages, instant)

    def messages(self, identifiant: str) -> list[dict[str, Any]]:
        requete = select(MessageConserve.contenu).where(MessageConserve.conversation == identifiant)
        with Session(self._moteur) as session:
            return list(session.scalars(requete.order_by(MessageConserve.rang)))

    def dernier_message(self, identifiant: str) -> dict[str, Any]:
        requete = select(MessageConserve.contenu).where(MessageConserve.conversation == identifiant)
        with Session(self._moteur) as session:
            return session.scalars(requete.order_by(MessageConserve.rang.desc()).limit(1)).first() or {}

    def effacer(self, identifiant: str) -> None:
        """Nothing of it remains, here or in Rasa's store."""
        self._effacer([identifiant])

    def purger(self, instant: datetime) -> int:
        """Erases the conversations left for half a day; returns how many."""
        limite = instant - CONSERVATION
        with Session(self._moteur) as session:
            anciennes = list(session.scalars(select(Conversation.id).where(Conversation.derniere_activite < limite)))
        self._effacer(anciennes)
        return len(anciennes)

    def _effacer(self, identifiants: list[str]) -> None:
        with Session(self._moteur) as session:
            session.execute(delete(MessageConserve).where(MessageConserve.conversation.in_(identifiants)))
            session.execute(delete(Conversation).where(Conversation.id.in_(identifiants)))
            session.commit()
        with self._rasa.begin() as connexion:
            if connexion.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'events'")).first():
                for identifiant in identifiants:
                    connexion.execute(text("DELETE FROM events WHERE sender_id = :id"), {"id": identifiant})
        if identifiants:
            vider_le_journal(self._moteur)
            vider_le_journal(self._rasa)


def _est_d_une_version_d_avant(engine: Engine) -> bool:
    tables = inspect(engine)
    return any(
        tables.has_table(table.name)
        and {c["name"] for c in tables.get_columns(table.name)} != set(table.columns.keys())
        for table in Base.metadata.sorted_tables
    )
