"""Rasa's own commands work from the root, as in any Rasa project."""

import subprocess
from pathlib import Path

import pytest

from guichet.chemins import BOT_PYTHON, RACINE
from guichet.lancement.ensemble import Ensemble
from guichet.lancement.modele import GUICHET, environnement_de_rasa


def _rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    commande = [str(BOT_PYTHON), "-m", "rasa", *arguments]
    environnement = environnement_de_rasa() | {"LOG_LEVEL": "INFO"}
    return subprocess.run(commande, cwd=RACINE, env=environnement, text=True, capture_output=True, timeout=180)


@pytest.mark.usefixtures("ensemble")
def test_rasa_test_passe_les_regles(tmp_path: Path, ensemble: Ensemble) -> None:
    fini = _rasa("test", "core", "--stories", "tests/rasa", "--model", str(GUICHET.chemin), "--out", str(tmp_path))
    assert fini.returncode == 0, fini.stderr[-2000:]
    assert (tmp_path / "failed_test_stories.yml").read_text(encoding="utf-8").strip().startswith("# None of the test")


def test_notre_importeur_lit_ce_que_lit_celui_de_rasa() -> None:
    lecture = (
        "from rasa.shared.importers.rasa import RasaFileImporter as Leur\n"
        "from rasa.shared.nlu.training_data.message import Message\n"
        "from bot.importeur import ImporteurDuGuichet as Notre\n"
        "def exemples(importeur):\n"
        "    return frozenset(Message(m.data).fingerprint() for m in importeur.get_nlu_data().training_examples)\n"
        "lus = [i('config.yml', 'domain.yml', ['data', 'tests/rasa']) for i in (Leur, Notre)]\n"
        "assert len({exemples(i) for i in lus}) == 1\n"
        "assert len({i.get_stories().fingerprint() for i in lus}) == 1\n"
        "assert len({i.get_conversation_tests().fingerprint() for i in lus}) == 1\n"
    )
    _executer(lecture)


def test_la_copie_d_un_exemple_ne_change_pas_l_exemple() -> None:
    _executer(
        "import copy, numpy\n"
        "from rasa.shared.nlu.training_data.features import Features\n"
        "from bot.importeur import Exemple\n"
        "exemple = Exemple({'text': 'combien', 'intent': 'rsa'})\n"
        "copie = copy.deepcopy(exemple)\n"
        "assert copie == exemple\n"
        "copie.set('text', 'quand')\n"
        "copie.add_features(Features(numpy.ones((1, 3)), 'sentence', 'text', 'ici'))\n"
        "assert (exemple.get('text'), exemple.features) == ('combien', [])\n"
        "autre = copy.deepcopy(copie)\n"
        "assert autre == copie and copie != exemple\n"
        "autre.add_features(Features(numpy.zeros((1, 3)), 'sentence', 'text', 'ici'))\n"
        "assert autre != copie and len(copie.features) == 1\n"
    )


def test_un_exemple_se_condense_quel_que_soit_le_compteur_de_mots() -> None:
    """Rasa's own counters, those of the stock pipeline, give another kind of sparse matrix than ours."""
    _executer(
        "import numpy, scipy.sparse\n"
        "from rasa.shared.nlu.training_data.features import Features\n"
        "from bot.importeur import Exemple\n"
        "def empreinte(matrice):\n"
        "    exemple = Exemple({'text': 'combien', 'intent': 'rsa'})\n"
        "    exemple.add_features(Features(matrice, 'sentence', 'text', 'ici'))\n"
        "    return exemple.fingerprint()\n"
        "un = numpy.array([[0, 2, 0, 1]])\n"
        "coo, csr = scipy.sparse.coo_matrix(un), scipy.sparse.csr_matrix(un)\n"
        "assert empreinte(coo) == empreinte(csr) != empreinte(scipy.sparse.coo_matrix(un + un))\n"
    )


def _executer(lecture: str) -> None:
    """Runs it in Rasa's environment."""
    commande = [str(BOT_PYTHON), "-W", "ignore", "-c", lecture]
    environnement = environnement_de_rasa()
    fini = subprocess.run(commande, cwd=RACINE, env=environnement, text=True, capture_output=True, timeout=180)
    assert fini.returncode == 0, fini.stderr[-2000:]
