"""Talking to Rasa on loopback: bounded in time, faults said, never a silence."""

import asyncio
from contextlib import suppress
from typing import Any

import httpx

from guichet.rendu.canal import PAGE

DELAI_S = 6.0  # the person has an answer within 8 seconds, whatever happens
DELAI_EN_URGENCE_S = 2.0  # numbers do not wait for what may follow them
_OUVRIR_UNE_SESSION, _OUBLIER = "/session_start", "/restart"


class RasaIndisponible(Exception):
    """Rasa or its actions did not answer in time, or answered nothing."""


class Rasa:
    """The client of one Rasa server. `url`: http://127.0.0.1:5005."""

    def __init__(self, url: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, timeout=DELAI_S, limits=httpx.Limits(max_connections=100), trust_env=False
        )

    async def demander(
        self,
        conversation: str,
        texte: str,
        commune: str | None = None,
        canal: str = PAGE,
        delai_s: float = DELAI_S,
    ) -> list[dict[str, Any]]:
        """The messages that answer a text or a button, in order. Raises RasaIndisponible."""
        corps = {"sender": conversation, "message": texte, "metadata": {"commune": commune, "canal": canal}}
        try:
            async with asyncio.timeout(delai_s):
                reponse = await self._client.post("/webhooks/rest/webhook", json=corps)
            reponse.raise_for_status()
            messages = _assembler(reponse.json())
        except (httpx.HTTPError, TimeoutError, ValueError) as cause:
            raise RasaIndisponible("rasa") from cause
        if not messages:
            raise RasaIndisponible("actions")
        return messages

    async def recommencer_la_session(self, conversation: str) -> None:
        """Starts a new session with the same memory: Rasa rereads only the last session's events."""
        await self._ordonner(conversation, _OUVRIR_UNE_SESSION)

    async def oublier(self, conversation: str) -> None:
        """Drops the conversation from Rasa's memory and store."""
        await self._ordonner(conversation, _OUBLIER)

    async def _ordonner(self, conversation: str, ordre: str) -> None:
        """An order that only we can give. When Rasa is down it has no memory, and its store is ours to erase."""
        with suppress(httpx.HTTPError, TimeoutError):
            async with asyncio.timeout(DELAI_S):
                await self._client.post("/webhooks/rest/webhook", json={"sender": conversation, "message": ordre})

    async def repond(self) -> bool:
        """Whether the server listens and has a model."""
        try:
            reponse = await self._client.get("/", timeout=1.0)
        except httpx.HTTPError:
            return False
        return reponse.status_code == httpx.codes.OK

    async def fermer(self) -> None:
        await self._client.aclose()


def _assembler(elements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rasa sends the text of a message, then its structure: one message of ours out of two of its."""
    messages: list[dict[str, Any]] = []
    texte = ""
    for element in elements:
        if structure := element.get("custom"):
            messages.append({"texte": texte, **structure})
            texte = ""
        else:
            if texte:
                messages.append({"type": "texte", "texte": texte})
            texte = element.get("text", "")
    if texte:
        messages.append({"type": "texte", "texte": texte})
    return messages
