"""What a conversation remembers, and what one turn gives back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Engine

from guichet.estimation.foyer import Foyer
from guichet.questionnaire.questions import Etat, Reponses

Message = dict[str, Any]
Attendu = Literal["commune", "regime", "date", "estimation"]


@dataclass(frozen=True)
class Demande:
    """A question that waits for an answer of the person before it can be answered itself."""

    sujet: str
    facette: str | None = None
    types: tuple[str, ...] = ()
    raison: str = "demande_commune"
    dit: str = ""


@dataclass(frozen=True)
class Parcours:
    """The checklist under way: its event, the person's own date when known, the step shown (from 0)."""

    evenement: str
    jour: date | None = None
    rang: int = 0


@dataclass(frozen=True)
class Contexte:
    """What was said so far. `commune`: said by the person; `commune_de_la_page`: of the site.

    `canal`: where the person reads. `deja_dit`: what they said of their household in passing.
    `questionnaire`: the answers of an estimate under way. Both are forgotten as soon as an estimate is given.
    """

    sujet: str | None = None
    facette: str | None = None
    commune: str | None = None
    commune_de_la_page: str | None = None
    canal: str = "web"
    regime: str | None = None
    demande: Demande | None = None
    candidats: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    incomprehensions: int = 0
    attendu: Attendu | None = None
    parcours: Parcours | None = None
    deja_dit: Reponses = field(default_factory=dict)
    questionnaire: Etat | None = None

    @property
    def commune_connue(self) -> str | None:
        return self.commune or self.commune_de_la_page


@dataclass(frozen=True)
class AEstimer:
    """A household to be computed, and what was understood of each answer, in words."""

    foyer: Foyer
    compris: tuple[str, ...]


@dataclass(frozen=True)
class Tour:
    """The messages of a turn, the context after it, and what must be asked before going on.

    `phrase_de_rasa`: a response of Rasa's own (small talk) to say instead. `a_estimer`: a household
    whose rights are to be computed before the turn can be concluded.
    """

    messages: list[Message]
    contexte: Contexte
    demander: Attendu | None = None
    phrase_de_rasa: str | None = None
    a_estimer: AEstimer | None = None


@dataclass(frozen=True)
class Outils:
    """What a turn is answered with. `annuaire` is None when the directory cannot be read."""

    instant: datetime
    annuaire: Engine | None = field(default=None, repr=False)
