"""Whatever breaks, a person gets a sentence and a number within 8 seconds, and can go on later."""

import os
import signal
import time
from collections.abc import Iterator

import httpx
import pytest

from guichet.lancement.ensemble import Ensemble
from tests.conftest import DELAI_S, Personne

ATTENTE_EN_URGENCE_S = 4.0


@pytest.fixture
def en_pleine_conversation(client: httpx.Client) -> Personne:
    personne = Personne(client)
    personne.dit("combien l'ARS pour un enfant de 12 ans")
    return personne


def _une_phrase_et_un_numero(personne: Personne, dit: str = "et les papiers ?") -> None:
    debut = time.monotonic()
    message = personne.dit(dit)[0]
    assert time.monotonic() - debut < DELAI_S
    assert message["type"] == "indisponible"
    assert "3230" in message["texte"]


def _la_conversation_reprend(personne: Personne) -> None:
    message = personne.dit("et les papiers ?")[0]
    assert (message["sujet"], message["facette"]) == ("ars_rentree_scolaire", "justificatifs")


@pytest.fixture
def actions_arretees(ensemble: Ensemble, en_pleine_conversation: Personne) -> Iterator[None]:
    ensemble.arreter_un("actions")
    yield
    if not _repondent(ensemble):
        ensemble.demarrer_les_actions()


@pytest.fixture
def rasa_arrete(ensemble: Ensemble, en_pleine_conversation: Personne) -> Iterator[None]:
    ensemble.arreter_un("rasa")
    yield
    if "rasa" in (ensemble.en_panne() or ""):
        ensemble.demarrer_rasa()


def _repondent(ensemble: Ensemble) -> bool:
    return ensemble.en_panne() is None


@pytest.mark.usefixtures("actions_arretees")
def test_les_actions_arretees_puis_revenues(
    ensemble: Ensemble, client: httpx.Client, en_pleine_conversation: Personne
) -> None:
    _une_phrase_et_un_numero(en_pleine_conversation)
    sante = client.get("/sante")
    assert (sante.status_code, sante.json()["en_faute"]) == (503, "actions")
    ensemble.demarrer_les_actions()
    _la_conversation_reprend(en_pleine_conversation)


def test_les_actions_qui_ne_repondent_plus(ensemble: Ensemble, client: httpx.Client) -> None:
    personne = Personne(client)
    os.kill(ensemble.pid("actions"), signal.SIGSTOP)
    try:
        _une_phrase_et_un_numero(personne)
    finally:
        os.kill(ensemble.pid("actions"), signal.SIGCONT)
    assert Personne(client).dit("combien l'ARS pour un enfant de 12 ans")[0]["type"] == "reponse"


def test_les_numeros_d_urgence_n_attendent_pas_rasa(ensemble: Ensemble, client: httpx.Client) -> None:
    personne = Personne(client)
    os.kill(ensemble.pid("rasa"), signal.SIGSTOP)
    try:
        debut = time.monotonic()
        assert personne.dit("mon mari me frappe, comment avoir le rsa seule")[0]["type"] == "urgence"
        assert time.monotonic() - debut < ATTENTE_EN_URGENCE_S
    finally:
        os.kill(ensemble.pid("rasa"), signal.SIGCONT)


@pytest.mark.usefixtures("rasa_arrete")
def test_rasa_arrete_puis_revenu(ensemble: Ensemble, client: httpx.Client, en_pleine_conversation: Personne) -> None:
    _une_phrase_et_un_numero(en_pleine_conversation)
    sante = client.get("/sante")
    assert (sante.status_code, sante.json()["en_faute"]) == (503, "rasa")
    urgence = en_pleine_conversation.dit("il m'a frappée hier et je ne sais pas où aller")[0]
    assert urgence["type"] == "urgence"
    doute = en_pleine_conversation.dit("deux heures au téléphone, j'ai failli mourir de vieillesse")[0]
    assert doute["type"] == "urgence"  # nobody is there to say that it is nothing
    ensemble.demarrer_rasa()
    _la_conversation_reprend(en_pleine_conversation)


def test_une_longue_conversation_reste_rapide_et_garde_la_memoire(client: httpx.Client) -> None:
    personne = Personne(client, "50394")
    for _ in range(30):
        personne.dit("combien l'ARS pour un enfant de 12 ans")
    _la_conversation_reprend(personne)
