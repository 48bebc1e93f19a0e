"""What leaves the gateway: buttons sealed, always a `type` and a `texte`."""

from typing import Any

from guichet.passerelle.jetons import Jetons


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
