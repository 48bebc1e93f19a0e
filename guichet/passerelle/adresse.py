"""The public address of the guichet, for links that leave it."""

import os
from typing import Any

from sanic import Request


def adresse_publique(request: Request) -> str:
    """`GUICHET_ADRESSE` when it is set (behind a proxy), what the request was sent to otherwise."""
    return os.environ.get("GUICHET_ADRESSE", "").rstrip("/") or f"{request.scheme}://{request.host}"


def completer_les_liens(messages: list[dict[str, Any]], adresse: str) -> list[dict[str, Any]]:
    """The same messages, where a link to one of our pages has its whole address."""
    return [_completer(message, adresse) for message in messages]


def _completer(message: dict[str, Any], adresse: str) -> dict[str, Any]:
    if "liens" not in message:
        return message
    liens = [
        {**lien, "url": adresse + lien["url"]} if lien["url"].startswith("/") else lien for lien in message["liens"]
    ]
    return {**message, "liens": liens}
