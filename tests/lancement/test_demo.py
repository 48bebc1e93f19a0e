"""Starting and stopping: clear sentences, no process left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from guichet.chemins import RACINE
from guichet.lancement.ensemble import Ensemble
from guichet.lancement.processus import Processus, port_libre

DEMARRAGE_S = 120


def _guichet(*arguments: str, var: Path) -> subprocess.Popen[str]:
    commande = [sys.executable, "-m", "guichet.cli", *arguments]
    environnement = os.environ | {"GUICHET_VAR": str(var)}
    return subprocess.Popen(
        commande,
        cwd=RACINE,
        env=environnement,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_entendre_ctrl_c,
    )


def _entendre_ctrl_c() -> None:
    """Tests run in the background of a shell inherit that it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_un_port_pris_est_dit_en_une_phrase(tmp_path: Path) -> None:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        prise.listen()
        port = prise.getsockname()[1]
        demo = _guichet("demo", "--port", str(port), var=tmp_path)
        _, erreur = demo.communicate(timeout=DEMARRAGE_S)
    assert demo.returncode == 1
    assert erreur.count("\n") == 1
    assert f"port {port} est déjà pris" in erreur


def test_ctrl_c_arrete_tout(tmp_path: Path, ensemble: Ensemble) -> None:
    demo = _guichet("demo", "--port", str(port_libre()), var=tmp_path)
    assert demo.stdout
    for ligne in demo.stdout:
        if "Ctrl-C" in ligne:
            break
    enfants = psutil.Process(demo.pid).children(recursive=True)
    assert len(enfants) >= 3
    demo.send_signal(signal.SIGINT)
    demo.communicate(timeout=30)
    assert demo.returncode == 0
    _, encore_la = psutil.wait_procs(enfants, timeout=5)
    assert encore_la == []


def test_les_enfants_meurent_meme_si_le_lanceur_est_tue(tmp_path: Path) -> None:
    code = (
        "import os, sys, time; from pathlib import Path; from guichet.lancement.processus import Processus; "
        f"p = Processus('essai', ['sleep', '60'], Path({str(tmp_path / 'j.log')!r}), dict(os.environ)); "
        "print(p.pid, flush=True); time.sleep(60)"
    )
    lanceur = subprocess.Popen([sys.executable, "-c", code], cwd=RACINE, text=True, stdout=subprocess.PIPE)
    assert lanceur.stdout
    enfant = psutil.Process(int(lanceur.stdout.readline()))
    lanceur.kill()
    lanceur.communicate()
    assert enfant not in psutil.wait_procs([enfant], timeout=5)[1]


def test_un_processus_qui_ne_veut_pas_finir_est_tue(tmp_path: Path) -> None:
    tetu = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('là', flush=True); time.sleep(60)"
    processus = Processus("têtu", [sys.executable, "-c", tetu], tmp_path / "tetu.log", dict(os.environ))
    processus.attendre(lambda: "là" in (tmp_path / "tetu.log").read_text(encoding="utf-8"), 10)
    debut = time.monotonic()
    processus.arreter()
    assert not processus.tourne()
    assert time.monotonic() - debut < 10


@pytest.mark.parametrize("nom", ["actions", "rasa", "passerelle"])
def test_ecoute_en_local_seulement(nom: str, ensemble: Ensemble) -> None:
    ecoutes = [c for c in psutil.Process(ensemble.pid(nom)).connections(kind="tcp") if c.status == psutil.CONN_LISTEN]
    assert ecoutes
    assert {ecoute.laddr.ip for ecoute in ecoutes} == {"127.0.0.1"}
