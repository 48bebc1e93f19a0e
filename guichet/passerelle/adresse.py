"""The public address of the guichet, for links that leave it."""

import os

from sanic import Request


def adresse_publique(request: Request) -> str:
    """`GUICHET_ADRESSE` when it is set (behind a proxy), what the request was sent to otherwise."""
    return os.environ.get("GUICHET_ADRESSE", "").rstrip("/") or f"{request.scheme}://{request.host}"
