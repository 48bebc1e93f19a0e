"""The command line: French, one sentence an error, the exit codes of the contract."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from guichet.chemins import RACINE
from guichet.cli import main
from guichet.lancement.ensemble import Ensemble


@pytest.mark.parametrize(
    "arguments",
    [[], ["inconnue"], ["evaluer"], ["annuaire"], ["droits", "inconnue"]],
    ids=["rien", "une commande inconnue", "sans fichier", "sans action", "une action inconnue"],
)
def test_un_mauvais_appel_sort_avec_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as sortie:
        main(arguments)
    assert sortie.value.code == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("contenu", "raison"),
    [(None, "introuvable"), ("a,b\n1,2\n", "text"), ("text,sujet\n", "aucune ligne")],
    ids=["un fichier absent", "des colonnes absentes", "un fichier vide"],
)
def test_un_fichier_d_evaluation_fautif_est_dit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], contenu: str | None, raison: str
) -> None:
    fichier = tmp_path / "questions.csv"
    if contenu is not None:
        fichier.write_text(contenu, encoding="utf-8")
    assert main(["evaluer", str(fichier)]) == 1
    erreur = capsys.readouterr().err
    assert raison in erreur
    assert erreur.count("\n") == 1


def test_evaluer_rend_le_json_du_contrat(
    tmp_path: Path, ensemble: Ensemble, capsys: pytest.CaptureFixture[str]
) -> None:
    fichier, sortie = tmp_path / "questions.csv", tmp_path / "bilan.json"
    fichier.write_text(
        "text,sujet,sujet2,facette,commune,note\n"
        "combien l'ARS pour un enfant de 12 ans,ars_rentree_scolaire,,montant,,x\n"
        "où est la mairie de Périers,orientation_service,,contact,50394,x\n"
        "mon mari me frappe,urgence_violence,,,,x\n"
        "quelle est la capitale de l'Australie,hors_sujet,,,,x\n",
        encoding="utf-8",
    )
    assert main(["evaluer", str(fichier), "--json", str(sortie)]) == 0
    assert "4 lignes" in capsys.readouterr().out
    bilan = json.loads(sortie.read_text(encoding="utf-8"))
    assert (bilan["n"], bilan["exactitude"], bilan["facettes"], bilan["communes"]) == (4, 1.0, 1.0, 1.0)
    assert bilan["urgences"] == {"rappel": 1.0, "fausses_alertes": 0.0}
    assert bilan["par_sujet"]["urgence_violence"] == {"n": 1, "juste": 1}
    assert [ligne["decision"] for ligne in bilan["lignes"]] == ["repond", "repond", "urgence", "refuse"]
    assert {"text", "attendu", "decision", "sujet", "propositions", "facette", "commune", "confiance"} <= set(
        bilan["lignes"][0]
    )


def test_droits_verifier_dit_chaque_montant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["droits", "verifier"]) == 0
    assert "af_2_enfants" in capsys.readouterr().out


def test_annuaire_chercher_accepte_un_ancien_nom(ensemble: Ensemble, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annuaire", "chercher", "La Haye-du-Puits"]) == 0
    assert "France services de La Haye" in capsys.readouterr().out


def test_annuaire_chercher_ne_devine_pas(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annuaire", "chercher", "50200"]) == 1
    assert "précisez" in capsys.readouterr().err


def test_qui_n_en_lit_que_le_debut_n_a_pas_de_faute() -> None:
    commande = [sys.executable, "-m", "guichet.cli", "droits", "verifier"]
    with subprocess.Popen(commande, cwd=RACINE, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as lancee:
        assert lancee.stdout is not None
        lancee.stdout.close()
        _, erreurs = lancee.communicate(timeout=60)
    assert (lancee.returncode, erreurs) == (0, "")
