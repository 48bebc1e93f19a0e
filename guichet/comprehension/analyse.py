"""What was understood of one message: the bridge between Rasa's parse and our domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guichet.sujets import est_urgence

AGES, NOMBRE_ENFANTS = "age_enfant", "nombre_enfants"
COMMUNE, LIEU_AMBIGU, LIEU_AILLEURS = "commune", "lieu_ambigu", "lieu_ailleurs"
FACETTE, REGIME, SUJET_NOMME, LANGUE = "facette", "regime", "sujet_nomme", "langue"
QUESTION, CONFIANCE = "question", "confiance"
GESTE, VALEUR = "geste", "valeur"
SEPARATEUR_DE_CANDIDATS = "|"


@dataclass(frozen=True)
class Question:
    """A part of a message that asks, understood alone: the likeliest subject, its probability, the facet."""

    sujet: str
    confiance: float
    facette: str | None = None


@dataclass(frozen=True)
class Analyse:
    """Intent ranking (most likely first, probabilities in [0, 1]) and the extracted facts.

    `questions`: the parts that ask, in order, when the message has several parts.
    `geste` and `valeur`: what a button asks for beyond a subject (« lettre », « remise_de_dette »).
    `lieux_dits`: all the places, as they are written. `langue`: the language of a message that is wholly in
    another one than French.
    """

    texte: str
    classement: tuple[tuple[str, float], ...]
    communes: tuple[str, ...] = ()
    lieux_ambigus: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lieux_ailleurs: tuple[str, ...] = ()
    lieux_dits: tuple[str, ...] = ()
    facette: str | None = None
    regime: str | None = None
    ages: tuple[int, ...] = ()
    nombre_enfants: int | None = None
    sujets_nommes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    geste: str | None = None
    valeur: str | None = None
    langue: str | None = None

    @property
    def intention(self) -> str:
        return self.classement[0][0] if self.classement else ""

    @property
    def confiance(self) -> float:
        return self.classement[0][1] if self.classement else 0.0

    @property
    def danger(self) -> float:
        """The probability that somebody is in danger: that of all the emergencies together."""
        return sum(p for intention, p in self.classement if est_urgence(intention))

    def confiance_en(self, intention: str) -> float:
        return dict(self.classement).get(intention, 0.0)

    @property
    def commune(self) -> str | None:
        """The one commune of the message; None when none or several are named."""
        return self.communes[0] if len(set(self.communes)) == 1 else None


def depuis_rasa(message: Mapping[str, Any]) -> Analyse:
    """Reads a Rasa parse (`latest_message` of a tracker, or the result of `parse_message`)."""
    valeurs: dict[str, list[Any]] = {}
    dits: dict[str, list[str]] = {}
    for entite in message.get("entities") or []:
        valeurs.setdefault(entite["entity"], []).append(entite["value"])
        dits.setdefault(entite["entity"], []).append(entite.get("dit", entite["value"]))
    classement = tuple((i["name"], float(i["confidence"])) for i in message.get("intent_ranking") or [])
    if not classement and (message.get("intent") or {}).get("name"):
        classement = ((message["intent"]["name"], float(message["intent"].get("confidence") or 1.0)),)
    texte = message.get("text") or ""
    ambigus = zip(dits.get(LIEU_AMBIGU, []), valeurs.get(LIEU_AMBIGU, []), strict=True)
    return Analyse(
        texte="" if texte.startswith("/") else texte,  # a button, not words
        classement=classement,
        communes=tuple(valeurs.get(COMMUNE, [])),
        lieux_ambigus=tuple((dit, tuple(v.split(SEPARATEUR_DE_CANDIDATS))) for dit, v in ambigus),
        lieux_ailleurs=tuple(valeurs.get(LIEU_AILLEURS, [])),
        lieux_dits=tuple(dit for lieu in (COMMUNE, LIEU_AMBIGU, LIEU_AILLEURS) for dit in dits.get(lieu, [])),
        facette=next(iter(valeurs.get(FACETTE, [])), None),
        regime=next(iter(valeurs.get(REGIME, [])), None),
        ages=tuple(int(age) for age in valeurs.get(AGES, [])),
        nombre_enfants=next((int(n) for n in valeurs.get(NOMBRE_ENFANTS, [])), None),
        sujets_nommes=tuple(valeurs.get(SUJET_NOMME, [])),
        questions=tuple(
            Question(entite["value"], entite[CONFIANCE], entite[FACETTE])
            for entite in message.get("entities") or []
            if entite["entity"] == QUESTION
        ),
        geste=next(iter(valeurs.get(GESTE, [])), None),
        valeur=next(iter(valeurs.get(VALEUR, [])), None),
        langue=next(iter(valeurs.get(LANGUE, [])), None),
    )
