"""Rasa's tracker store: SQLite for safety, the trackers of live conversations in memory for speed.

Rereading a conversation at each message costs as much as understanding it, and more as it grows.
"""

import itertools
from collections import OrderedDict
from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event, Restarted, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import event
from sqlalchemy.orm import Session

_VIVANTS_MAX = 100  # about 90 KB each; the others are reread from disk


class MemoireDesConversations(SQLTrackerStore):
    """A new session erases the one before: Rasa rereads the last session only.

    « /restart », which only the gateway can send, erases the conversation.
    """

    def __init__(self, domain: Any = None, db: str = "rasa.sqlite", **autres: Any) -> None:
        super().__init__(domain=domain, dialect="sqlite", db=db, event_broker=autres.get("event_broker"))
        self._vivants: OrderedDict[str, tuple[DialogueStateTracker, int]] = OrderedDict()
        event.listen(self.engine, "connect", _regler)
        self.engine.dispose()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker in memory, or the last session of the one on disk."""
        if sender_id in self._vivants:
            return self._vivants[sender_id][0]
        return await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Writes the new events; keeps the tracker at hand for the next message."""
        connus = self._ecrits(tracker.sender_id)
        nouveaux = list(itertools.islice(tracker.events, connus or 0, None))
        if any(isinstance(evenement, Restarted) for evenement in nouveaux):
            self._oublier(tracker.sender_id)
            return
        await super().save(tracker)
        ouverture = next((e for e in nouveaux if isinstance(e, SessionStarted)), None)
        if connus is not None and ouverture is not None:
            self._oublier_les_sessions_d_avant(tracker.sender_id, ouverture.timestamp)
            return
        self._vivants[tracker.sender_id] = (tracker, len(tracker.events))
        self._vivants.move_to_end(tracker.sender_id)
        if len(self._vivants) > _VIVANTS_MAX:
            self._vivants.popitem(last=False)

    def _ecrits(self, sender_id: str) -> int | None:
        """How many events of a tracker in memory are already on disk."""
        return self._vivants[sender_id][1] if sender_id in self._vivants else None

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> Iterator[Event]:
        connus = self._ecrits(tracker.sender_id)
        if connus is None:
            return super()._additional_events(session, tracker)
        nouveaux = list(itertools.islice(tracker.events, connus, len(tracker.events)))
        if any(isinstance(evenement, SessionStarted) for evenement in nouveaux):
            return _sans_les_valeurs_remplacees(nouveaux)
        return iter(nouveaux)

    def _oublier_les_sessions_d_avant(self, sender_id: str, instant: float) -> None:
        """What Rasa will never read again is not kept."""
        self._vivants.pop(sender_id, None)
        with self.session_scope() as session:
            anciens = session.query(self.SQLEvent).filter_by(sender_id=sender_id)
            anciens.filter(self.SQLEvent.timestamp < instant).delete()
            session.commit()
        self._vider_le_journal()

    def _oublier(self, sender_id: str) -> None:
        self._vivants.pop(sender_id, None)
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter_by(sender_id=sender_id).delete()
            session.commit()
        self._vider_le_journal()

    def _vider_le_journal(self) -> None:
        """What was erased must not survive in SQLite's write-ahead log."""
        with self.engine.connect() as connexion:
            connexion.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _sans_les_valeurs_remplacees(evenements: list[Event]) -> Iterator[Event]:
    """A new session replays every value that slots ever had; the last one of each is enough."""
    derniers = {e.key: rang for rang, e in enumerate(evenements) if isinstance(e, SlotSet)}
    return (e for rang, e in enumerate(evenements) if not isinstance(e, SlotSet) or derniers[e.key] == rang)


def _regler(connexion: Connection, _: object) -> None:
    for reglage in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        connexion.execute(f"PRAGMA {reglage}")
