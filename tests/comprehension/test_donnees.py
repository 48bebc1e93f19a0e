"""The training data: every subject, enough examples, each once, none of the evaluation's."""

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml

from guichet.chemins import DATA, RACINE
from guichet.comprehension.normalisation import normaliser
from guichet.sujets import charger_sujets
from guichet.texte import plier

EXEMPLES_MIN = 50
EVALUATION = sorted((Path(__file__).parents[1] / "evaluation").rglob("*.csv"))


@pytest.fixture(scope="module")
def domaine() -> dict:
    return yaml.safe_load((RACINE / "domain.yml").read_text(encoding="utf-8"))


def test_les_79_sujets_sont_dans_le_domaine(domaine: dict) -> None:
    assert len(charger_sujets()) == 79
    assert list(charger_sujets()) == domaine["intents"][:79]


def test_chaque_intention_a_assez_d_exemples(exemples: list[tuple[str, str]], domaine: dict) -> None:
    comptes = Counter(intention for intention, _ in exemples)
    assert {i: comptes[i] for i in domaine["intents"] if comptes[i] < EXEMPLES_MIN} == {}
    assert set(comptes) == set(domaine["intents"])


def test_aucun_exemple_n_est_ecrit_deux_fois(exemples: list[tuple[str, str]]) -> None:
    comptes = Counter(plier(texte) or texte for _, texte in exemples)
    assert [texte for texte, nombre in comptes.items() if nombre > 1] == []


@pytest.mark.parametrize("fichier", EVALUATION, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_aucune_ligne_d_evaluation_n_est_apprise(fichier: Path, exemples: list[tuple[str, str]]) -> None:
    appris = {plier(normaliser(texte)) for _, texte in exemples}
    with fichier.open(encoding="utf-8", newline="") as flux:
        lignes = {plier(normaliser(ligne["text"])) for ligne in csv.DictReader(flux)} - {""}
    # Two people say « bonjour » or « merci » alike: only what has something to say is compared.
    assert {ligne for ligne in lignes & appris if len(ligne.split()) > 3} == set()


@pytest.mark.parametrize("fichier", EVALUATION, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_les_lignes_d_evaluation_sont_bien_etiquetees(fichier: Path) -> None:
    with fichier.open(encoding="utf-8", newline="") as flux:
        for ligne in csv.DictReader(flux):
            assert ligne["sujet"] in charger_sujets(), ligne
            assert not ligne["sujet2"] or ligne["sujet2"] in charger_sujets(), ligne


def test_une_cle_de_reponse_n_est_ecrite_qu_une_fois() -> None:
    cles: Counter[str] = Counter()
    for fichier in sorted((DATA / "rules").glob("*.yml")):
        cles.update((yaml.safe_load(fichier.read_text(encoding="utf-8")).get("responses") or {}).keys())
    assert [cle for cle, nombre in cles.items() if nombre > 1] == []
