"""Conversations, each a play in tests/pieces, through the real gateway, Rasa and actions."""

from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.conftest import Personne

PIECES = [
    yaml.safe_load(f.read_text(encoding="utf-8")) for f in sorted((Path(__file__).parent / "pieces").glob("*.yml"))
]


@pytest.mark.parametrize("piece", PIECES, ids=[piece["titre"] for piece in PIECES])
def test_la_piece_se_joue_comme_ecrite(piece: dict[str, Any], client: httpx.Client) -> None:
    personne = Personne(client, piece.get("commune"), piece.get("canal", "web"))
    for replique in piece["scene"]:
        messages = personne.dit(replique["dit"]) if "dit" in replique else personne.choisit(replique["choisit"])
        _verifier(messages[0], replique["entend"])
        if "puis" in replique:
            _verifier(messages[1], replique["puis"])


def _verifier(message: dict[str, Any], attendu: dict[str, Any]) -> None:
    for cle, valeur in attendu.items():
        match cle:
            case "texte":
                assert valeur.lower() in message["texte"].lower()
            case "services" if isinstance(valeur, list):
                assert set(valeur) <= {service["type"] for service in message["services"]}, message
            case "numeros":
                assert set(valeur) <= {numero["numero"] for numero in message["numeros"]}
            case _ if valeur is True:
                assert message[cle], message
            case _:
                assert message.get(cle) == valeur, message
