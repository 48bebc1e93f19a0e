"""Measures boot, latency, throughput, memory and training on loopback; ends by itself.

Figures are of the whole product (gateway, Rasa, actions) as `make demo` runs it.
"""

import asyncio
import os
import platform
import statistics
import tempfile
import time

import httpx
import psutil

from guichet.lancement.ensemble import Ensemble
from guichet.lancement.modele import GUICHET

QUESTIONS = (
    "combien l'ARS pour un enfant de 12 ans",
    "où trouver une nounou à Périers ?",
    "quels papiers pour la prime de naissance",
    "bonjour",
    "jai pa recu ma caf ce mois ci c normal",
    "ou est la maison france service a la haye du puits, c ouvert ?",
    "quelle est la capitale de l'Australie",
    "comment prendre rendez-vous avec la caf",
)
MESSAGES_UN_CLIENT = 400
MESSAGES_PAR_CONVERSATION = 8
CLIENTS, CONVERSATIONS_PAR_CLIENT, MESURES_DE_DEBIT = 6, 12, 5


async def converser(client: httpx.AsyncClient) -> list[float]:
    """One conversation; the time of each of its messages in milliseconds."""
    ouverte = (await client.post("/api/conversations", json={})).json()
    chemin, en_tetes = (
        f"/api/conversations/{ouverte['conversation']}/messages",
        {"Authorization": f"Bearer {ouverte['jeton']}"},
    )
    temps = []
    for rang in range(MESSAGES_PAR_CONVERSATION):
        debut = time.perf_counter()
        reponse = await client.post(chemin, json={"texte": QUESTIONS[rang % len(QUESTIONS)]}, headers=en_tetes)
        temps.append((time.perf_counter() - debut) * 1000)
        assert reponse.json()["messages"][0]["type"] != "indisponible", reponse.text
    return temps


async def latence(adresse: str) -> str:
    async with httpx.AsyncClient(base_url=adresse, timeout=20, trust_env=False) as client:
        await converser(client)
        temps: list[float] = []
        while len(temps) < MESSAGES_UN_CLIENT:
            temps += await converser(client)
    temps.sort()
    return (
        f"médiane {statistics.median(temps):.1f} ms, p95 {temps[int(0.95 * len(temps))]:.1f} ms ({len(temps)} messages)"
    )


async def debit(adresse: str) -> float:
    """Messages per second, several clients at once."""

    async def client_entier() -> int:
        async with httpx.AsyncClient(base_url=adresse, timeout=20, trust_env=False) as client:
            return sum([len(await converser(client)) for _ in range(CONVERSATIONS_PAR_CLIENT)])

    debut = time.perf_counter()
    total = sum(await asyncio.gather(*(client_entier() for _ in range(CLIENTS))))
    return total / (time.perf_counter() - debut)


def memoire(ensemble: Ensemble) -> str:
    processus = ("rasa", "actions", "passerelle")
    return ", ".join(
        f"{nom} {psutil.Process(ensemble.pid(nom)).memory_info().rss / 2**20:.0f} Mio" for nom in processus
    )


def main() -> None:
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cœurs, Python {platform.python_version()}")
    debut = time.perf_counter()
    GUICHET.entrainer()
    print(f"entraînement : {time.perf_counter() - debut:.0f} s", flush=True)
    with tempfile.TemporaryDirectory() as dossier:
        os.environ["GUICHET_VAR"] = dossier
        debut = time.perf_counter()
        with Ensemble() as ensemble:
            print(f"démarrage : {time.perf_counter() - debut:.0f} s", flush=True)
            print(f"latence, un client : {asyncio.run(latence(ensemble.adresse))}", flush=True)
            debits = sorted(asyncio.run(debit(ensemble.adresse)) for _ in range(MESURES_DE_DEBIT))
            print(
                f"débit, {CLIENTS} clients : médiane {statistics.median(debits):.0f} messages/s, "
                f"de {debits[0]:.0f} à {debits[-1]:.0f} ({MESURES_DE_DEBIT} mesures)",
                flush=True,
            )
            print(f"mémoire : {memoire(ensemble)}", flush=True)


if __name__ == "__main__":
    main()
