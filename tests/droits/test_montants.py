"""Amounts as families receive them, true on a day, withheld when a revaluation has passed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guichet.droits.formules import calculer
from guichet.droits.montants import charger_montants, compiler, derniere_echeance, net_de_crds
from guichet.droits.openfisca import lire_parametre
from guichet.droits.verification import defauts_de_tout
from guichet.erreurs import ErreurGuichet

JOUR = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("identifiant", "verse"),
    [
        pytest.param("af_2_enfants", "152.25", id="deux enfants : 32 % de 478,16, net de CRDS"),
        pytest.param("af_3_enfants", "347.32", id="trois enfants"),
        pytest.param("ars_6_10_ans", "426.87", id="rentrée, 6 à 10 ans"),
        pytest.param("ars_11_14_ans", "450.41", id="rentrée, 11 à 14 ans"),
        pytest.param("ars_15_18_ans", "466.02", id="rentrée, 15 à 18 ans"),
        pytest.param("ars_plafond_3_enfants", "42320.00", id="plafond de rentrée, arrondi comme publié"),
        pytest.param("asf_taux_plein", "200.78", id="soutien familial"),
        pytest.param("rsa_seul", "651.69", id="RSA d'une personne seule, sans CRDS"),
        pytest.param("rsa_couple", "977.54", id="RSA d'un couple"),
    ],
)
def test_le_montant_est_celui_que_la_famille_recoit(identifiant: str, verse: str) -> None:
    montant = charger_montants()[identifiant]
    assert montant.valeur == Decimal(verse)
    assert montant.est_montrable(JOUR)


def test_la_crds_est_tronquee_comme_la_caf_le_fait() -> None:
    assert net_de_crds(Decimal("151.80"), Decimal("0.005")) == Decimal("151.05")


@pytest.mark.parametrize(
    ("jour", "bmaf"),
    [(date(2026, 3, 31), 474.37), (date(2026, 4, 1), 478.16)],
    ids=["la veille de la revalorisation", "le jour même"],
)
def test_un_parametre_est_lu_a_sa_date(jour: date, bmaf: float) -> None:
    assert lire_parametre("prestations_sociales.prestations_familiales.bmaf.bmaf", jour).valeur == bmaf


def test_les_allocations_suivent_leur_revalorisation(tmp_path: Path) -> None:
    avant, apres = tmp_path / "avant.json", tmp_path / "apres.json"
    compiler(date(2026, 3, 15), sortie=avant)
    compiler(JOUR, sortie=apres)
    assert charger_montants(avant)["af_2_enfants"].valeur == Decimal("151.05")
    assert charger_montants(apres)["af_2_enfants"].valeur == Decimal("152.25")


@pytest.mark.parametrize("identifiant", charger_montants(), ids=str)
def test_chaque_montant_a_une_date_une_reference_et_une_echeance_qui_le_retient(identifiant: str) -> None:
    montant = charger_montants()[identifiant]
    assert montant.reference["titre"]
    assert montant.reference["url"].startswith("https://")
    assert montant.depuis <= JOUR
    if montant.revalorisations:
        assert not montant.est_montrable(date(2028, 1, 1))


@pytest.mark.parametrize(
    ("jour", "montrable"),
    [(date(2027, 3, 31), True), (date(2027, 4, 1), False)],
    ids=["la veille de la revalorisation attendue", "le jour où elle est attendue"],
)
def test_un_montant_non_renouvele_est_retenu(jour: date, montrable: bool) -> None:
    assert charger_montants()["rsa_seul"].est_montrable(jour) is montrable


def test_la_derniere_echeance() -> None:
    assert derniere_echeance("04-01", date(2026, 3, 31)) == date(2025, 4, 1)
    assert derniere_echeance("04-01", date(2026, 4, 1)) == date(2026, 4, 1)


def test_un_chemin_mort_est_refuse() -> None:
    with pytest.raises(ErreurGuichet, match="n'existe pas"):
        lire_parametre("prestations_sociales.prestations_familiales.bmaf.inconnu", JOUR)


@pytest.mark.parametrize("formule", ["__import__('os')", "a ** 9", "b + 1", "a +", "a.x"], ids=str)
def test_une_formule_ne_fait_que_compter(formule: str) -> None:
    with pytest.raises(ErreurGuichet):
        calculer(formule, {"a": Decimal(1)})


def test_tout_ce_qui_est_dit_des_droits_est_en_regle() -> None:
    assert defauts_de_tout(JOUR) == []
