"""What a person receives on a channel: the web has cards, a telephone has only words."""

import re
from collections.abc import Callable
from typing import Any

from guichet.rendu.sms import choix_proposes, rendre_en_sms
from guichet.rendu.whatsapp import choix_de_whatsapp, en_texte

PAGE, SMS, WHATSAPP = "web", "sms", "whatsapp"
TELEPHONES = (SMS, WHATSAPP)
_TEXTES: dict[str, Callable[[dict[str, Any]], str]] = {SMS: rendre_en_sms, WHATSAPP: en_texte}
_CHOIX: dict[str, Callable[[dict[str, Any]], list[str]]] = {SMS: choix_proposes, WHATSAPP: choix_de_whatsapp}
_IDENTITE = ("type", "sujet", "facette", "commune", "propositions")
_UN_NOMBRE = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


def pour_le_canal(messages: list[dict[str, Any]], canal: str) -> list[dict[str, Any]]:
    """The same messages; on a telephone, `texte` is all that is received, numbered choices included."""
    if canal == PAGE:
        return messages
    return [_en_mots(message, canal) for message in messages]


def _en_mots(message: dict[str, Any], canal: str) -> dict[str, Any]:
    """Where a number is expected, choices would be mistaken for it: « 3 » is an age, not the third choice."""
    if message.get("saisie") == "nombre":
        message = {**message, "boutons": []}
    boutons = message.get("boutons", [])[: len(_CHOIX[canal](message))]
    identite = {cle: message[cle] for cle in _IDENTITE if cle in message}
    return identite | {"texte": _TEXTES[canal](message), "boutons": boutons}


def bouton_du_numero(texte: str, dernier: dict[str, Any], canal: str) -> Any:
    """« 2 » or « 2. » on a telephone: the second choice of the last message; None when it is not that."""
    trouve = _UN_NOMBRE.fullmatch(texte)
    if canal == PAGE or trouve is None or "texte" not in dernier:
        return None
    (montre,) = pour_le_canal([dernier], canal)
    rang = int(trouve.group(1)) - 1
    return montre["boutons"][rang]["bouton"] if 0 <= rang < len(montre["boutons"]) else None
