"""A short answer in the person's own language: what `data/langues` says, and where to go."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.conversation.contexte import Contexte, Message, Tour
from guichet.conversation.messages import bouton, message
from guichet.conversation.orientation import ORIENTATION
from guichet.conversation.urgences import message_d_urgence

SUJET = "langue_etrangere"
_AUTRE = "autre"


@lru_cache(maxsize=8)
def _textes(langue: str) -> dict[str, Any]:
    textes: dict[str, Any] = lire_yaml(DATA / "langues" / f"{langue}.yml")
    return textes


def repondre_dans_sa_langue(langue: str | None, contexte: Contexte) -> Tour:
    """`langue`: one of `comprehension.langues.LANGUES`, None when it was not told."""
    textes = _textes(langue or _AUTRE)
    boutons = [bouton(textes["bouton"], ORIENTATION)]
    reponse = message("texte", textes["reponse"].strip(), sujet=SUJET, langue=langue, boutons=boutons)
    return Tour([reponse], contexte)


def urgence_dans_sa_langue(sujet: str, langue: str) -> Message:
    """The emergency answer of that subject, said in that language; numbers and sources are the same."""
    francaise = message_d_urgence(sujet)
    return francaise | {"texte": _textes(langue)["urgences"][sujet].strip(), "langue": langue, "boutons": []}


def alerter_dans_sa_langue(sujet: str, langue: str, contexte: Contexte) -> Tour:
    alerte = urgence_dans_sa_langue(sujet, langue)
    return Tour([alerte], replace(contexte, sujet=sujet, facette=None, demande=None, incomprehensions=0))
