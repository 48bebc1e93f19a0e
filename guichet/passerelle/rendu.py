"""What leaves the gateway: buttons sealed, links with their whole address, words alone on a telephone."""

from typing import Any

from guichet.passerelle.jetons import Jetons
from guichet.rendu.canal import PAGE, pour_le_canal


def sceller_les_boutons(messages: list[dict[str, Any]], conversation: str, jetons: Jetons) -> list[dict[str, Any]]:
    """The same messages, where each button's meaning became an opaque token."""
    return [_sceller(message, conversation, jetons) for message in messages]


def _sceller(message: dict[str, Any], conversation: str, jetons: Jetons) -> dict[str, Any]:
    if "boutons" not in message:
        return message
    boutons = [
        {"titre": b["titre"], "bouton": jetons.sceller(conversation, b["charge"], b["titre"])}
        for b in message["boutons"]
    ]
    return {**message, "boutons": boutons}


def presenter(messages: list[dict[str, Any]], canal: str, adresse: str) -> list[dict[str, Any]]:
    """What the person's channel shows. What they said themselves is left as it is."""
    complets = [_completer_les_liens(message, adresse) for message in messages]
    if canal == PAGE:
        return complets
    return [m if "auteur" in m else pour_le_canal([m], canal)[0] for m in complets]


def _completer_les_liens(message: dict[str, Any], adresse: str) -> dict[str, Any]:
    """A link to one of our pages gets its whole address."""
    if "liens" not in message:
        return message
    liens = [
        {**lien, "url": adresse + lien["url"]} if lien["url"].startswith("/") else lien for lien in message["liens"]
    ]
    return {**message, "liens": liens}
