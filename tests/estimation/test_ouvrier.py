"""The worker: fast from the first family, alone in its process, and back after a death."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from guichet.estimation import ouvrier as module
from guichet.estimation.foyer import Foyer
from guichet.estimation.messages import ecrire_demande, ecrire_estimation, lire_demande, lire_estimation
from guichet.estimation.moteur import Moteur
from guichet.estimation.ouvrier import Ouvrier
from guichet.estimation.resultat import EstimationIndisponible, EstimationOccupee
from tests.estimation.conftest import JOUR

FOYER = Foyer(couple=False, enfants=(3, 8), logement="hlm", loyer=400, code_insee="50502", activite="sans", revenus=0)
DELAI_DE_CHAUFFE_S = 60.0


async def attendre(ouvrier: Ouvrier) -> None:
    limite = time.monotonic() + DELAI_DE_CHAUFFE_S
    while not ouvrier.pret():
        assert time.monotonic() < limite, "l'ouvrier ne chauffe pas"
        await asyncio.sleep(0.05)


@pytest.fixture(scope="module")
def un_ouvrier() -> Iterator[Ouvrier]:
    """Only one for all the tests: each start takes seconds."""
    ouvrier = Ouvrier()
    ouvrier.demarrer()
    yield ouvrier
    ouvrier.arreter()


@pytest.fixture
async def ouvrier(un_ouvrier: Ouvrier, monkeypatch: pytest.MonkeyPatch) -> Ouvrier:
    monkeypatch.setattr(un_ouvrier, "_chacun_son_tour", asyncio.Lock())  # each test has a loop of its own
    await attendre(un_ouvrier)
    return un_ouvrier


async def test_l_ouvrier_estime_comme_le_moteur_et_vite_des_la_premiere_fois(ouvrier: Ouvrier, moteur: Moteur) -> None:
    debut = time.monotonic()
    estimation = await ouvrier.estimer(FOYER, JOUR)
    assert time.monotonic() - debut < 5.0  # about 0.4 s when the machine is free
    assert estimation == moteur.estimer(FOYER, JOUR)


async def test_tue_en_plein_travail_il_revient(ouvrier: Ouvrier) -> None:
    premier = ouvrier.pid
    assert premier is not None
    tache = asyncio.create_task(ouvrier.estimer(FOYER, JOUR))
    await asyncio.sleep(0.05)
    os.kill(premier, signal.SIGKILL)
    with pytest.raises(EstimationIndisponible) as refus:
        await tache
    assert "400" not in str(refus.value)
    await asyncio.sleep(0.2)
    await attendre(ouvrier)
    assert ouvrier.pid != premier
    assert (await ouvrier.estimer(FOYER, JOUR)).jour == JOUR


async def test_trop_long_il_est_arrete_et_revient(ouvrier: Ouvrier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ouvrier, "_delai_s", 0.01)
    debut = time.monotonic()
    with pytest.raises(EstimationIndisponible, match="trop longue"):
        await ouvrier.estimer(FOYER, JOUR)
    assert time.monotonic() - debut < 2.0
    with pytest.raises(EstimationIndisponible):
        await ouvrier.estimer(FOYER, JOUR)
    monkeypatch.setattr(ouvrier, "_delai_s", 10.0)
    await attendre(ouvrier)
    assert (await ouvrier.estimer(FOYER, JOUR)).aides


async def test_une_famille_qui_s_en_va_ne_laisse_pas_sa_reponse_a_la_suivante(ouvrier: Ouvrier) -> None:
    tache = asyncio.create_task(ouvrier.estimer(FOYER, JOUR))
    await asyncio.sleep(0.02)
    tache.cancel()
    with pytest.raises(asyncio.CancelledError):
        await tache
    autre = await ouvrier.estimer(Foyer(couple=True, enfants=()), JOUR)
    assert "asf" not in {aide.aide for aide in autre.aides}


async def test_quand_trop_de_familles_attendent_il_le_dit(ouvrier: Ouvrier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ouvrier, "_en_attente_max", 2)
    issues = await asyncio.gather(*(ouvrier.estimer(FOYER, JOUR) for _ in range(4)), return_exceptions=True)
    assert [type(issue) for issue in issues].count(EstimationOccupee) == 2
    assert len([issue for issue in issues if not isinstance(issue, Exception)]) == 2


async def test_avant_d_etre_pret_et_apres_l_arret_il_refuse() -> None:
    ouvrier = Ouvrier()
    assert not ouvrier.pret()
    with pytest.raises(EstimationIndisponible):
        await ouvrier.estimer(FOYER, JOUR)
    ouvrier.arreter()


async def test_arrete_pendant_la_chauffe_il_ne_laisse_personne() -> None:
    ouvrier = Ouvrier()
    ouvrier.demarrer()
    while ouvrier.pid is None:
        await asyncio.sleep(0.01)
    pid = ouvrier.pid
    ouvrier.arreter()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_il_meurt_avec_le_serveur_tue_net() -> None:
    code = (
        "import time\nfrom guichet.estimation.ouvrier import Ouvrier\no = Ouvrier()\no.demarrer()\n"
        "while not o.pret(): time.sleep(.05)\nprint(o.pid, flush=True)\ntime.sleep(60)"
    )
    racine = Path(module.__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", code], cwd=racine, stdout=subprocess.PIPE, text=True) as serveur:
        assert serveur.stdout is not None
        pid = int(serveur.stdout.readline())
        serveur.kill()
    limite = time.monotonic() + 10
    while _vit(pid) and time.monotonic() < limite:
        time.sleep(0.05)
    assert not _vit(pid)


def _vit(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def test_les_messages_font_l_aller_et_le_retour(moteur: Moteur) -> None:
    foyer = Foyer(enfants=(1, 2), grossesse=True, naissance_prevue=date(2027, 1, 20), garde_alternee=True)
    assert lire_demande(ecrire_demande(foyer, JOUR)) == (foyer, JOUR)
    estimation = moteur.estimer(foyer, JOUR)
    assert lire_estimation(ecrire_estimation(estimation)) == estimation
