"""The nearest services: few, sure ones first, open or not, never out of their zone."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import Engine

from guichet.annuaire.base import ouvrir
from guichet.annuaire.chargement import importer
from guichet.annuaire.recherche import chercher
from guichet.dates import PARIS
from guichet.territoire import Commune, charger_territoire

LUNDI_15_H = datetime(2026, 11, 23, 15, 0, tzinfo=PARIS)
MERCREDI_15_H = datetime(2026, 11, 25, 15, 0, tzinfo=PARIS)


@pytest.fixture(scope="module")
def annuaire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    fichier = tmp_path_factory.mktemp("annuaire") / "annuaire.sqlite"
    importer(sortie=fichier)
    engine = ouvrir(fichier)
    yield engine
    engine.dispose()


def test_la_plus_proche_d_abord_trois_au_plus(annuaire: Engine) -> None:
    trouves = chercher(annuaire, "50236", ["france-services"], LUNDI_15_H)
    assert trouves[0].nom == "France services de La Haye"
    assert len(trouves) <= 3
    distances = [service.distance_km for service in trouves]
    assert distances == sorted(distances)


def test_quand_la_plus_proche_est_fermee_une_ouverte_a_portee_est_la_aussi(annuaire: Engine) -> None:
    trouves = chercher(annuaire, "50236", ["france-services"], MERCREDI_15_H, limite=1)
    assert trouves[0].nom == "France services de La Haye"
    assert trouves[0].ouverture.ouvert is False
    assert any(service.ouverture.ouvert for service in trouves)


def test_un_service_reserve_a_sa_commune_ne_sort_pas_de_sa_commune(annuaire: Engine) -> None:
    assert [s.commune for s in chercher(annuaire, "50502", ["ccas"], LUNDI_15_H)] == ["Saint-Lô"]
    assert chercher(annuaire, "50394", ["ccas"], LUNDI_15_H) == []


def test_un_enregistrement_douteux_ne_passe_jamais_devant_un_sur(annuaire: Engine) -> None:
    trouves = chercher(annuaire, "50502", ["ccas", "france-services", "aide-alimentaire"], LUNDI_15_H, limite=9)
    doutes = [service.est_douteux for service in trouves]
    assert doutes == sorted(doutes)


def test_des_coordonnees_fausses_ont_ete_ecartees(annuaire: Engine) -> None:
    (marigny,) = [s for s in chercher(annuaire, "50292", ["france-services"], LUNDI_15_H) if "Marigny" in s.nom]
    assert marigny.distance_km < 1


# The public list of 2019 has no contact for them: the assistant says so rather than invent one.
SANS_MAIRIE_CONNUE = {
    "Biéville",
    "Le Mesnil-Rouxelin",
    "Marchésieux",
    "Saint-Germain-de-Varreville",
    "Saint-Martin-de-Bonfossé",
}


@pytest.mark.parametrize("commune", charger_territoire().communes_du_territoire(), ids=lambda c: c.nom)
def test_chaque_commune_a_une_porte_et_une_mairie(annuaire: Engine, commune: Commune) -> None:
    assert chercher(annuaire, commune.code_insee, ["france-services"], LUNDI_15_H)
    mairies = chercher(annuaire, commune.code_insee, ["mairie"], LUNDI_15_H)
    assert bool(mairies) == (commune.nom not in SANS_MAIRIE_CONNUE)
