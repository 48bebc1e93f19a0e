"""The real thing for everyone: one Rasa, one action server, one gateway, for the whole run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from guichet.lancement.ensemble import Ensemble

DELAI_S = 8.0  # the promise made to a person, whatever breaks


@pytest.fixture(scope="session")
def dossier_de_travail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    dossier = tmp_path_factory.mktemp("var")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("GUICHET_VAR", str(dossier))
        monkeypatch.setenv("GUICHET_DEVELOPPEMENT", "1")
        yield dossier


@pytest.fixture(scope="session")
def ensemble(dossier_de_travail: Path) -> Iterator[Ensemble]:
    with Ensemble() as ensemble:
        yield ensemble


@pytest.fixture
def client(ensemble: Ensemble) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=ensemble.adresse, timeout=DELAI_S, trust_env=False) as client:
        yield client


class Personne:
    """Someone who talks to the guichet, as the widget does."""

    def __init__(self, client: httpx.Client, commune: str | None = None, canal: str = "web") -> None:
        self._client = client
        reponse = client.post("/api/conversations", json={"commune": commune, "canal": canal})
        reponse.raise_for_status()
        ouverte = reponse.json()
        self.conversation: str = ouverte["conversation"]
        self.en_tetes = {"Authorization": f"Bearer {ouverte['jeton']}"}
        self.entendu: list[dict[str, Any]] = ouverte["messages"]

    @property
    def chemin(self) -> str:
        return f"/api/conversations/{self.conversation}/messages"

    def dit(self, texte: str) -> list[dict[str, Any]]:
        return self._envoie({"texte": texte})

    def choisit(self, titre: str) -> list[dict[str, Any]]:
        bouton = next(b["bouton"] for m in self.entendu for b in m.get("boutons", []) if b["titre"] == titre)
        return self._envoie({"bouton": bouton})

    def _envoie(self, corps: dict[str, str]) -> list[dict[str, Any]]:
        reponse = self._client.post(self.chemin, json=corps, headers=self.en_tetes)
        assert reponse.status_code == 200, reponse.text
        self.entendu = reponse.json()["messages"]
        return self.entendu


@pytest.fixture
def personne(client: httpx.Client) -> Personne:
    return Personne(client)
