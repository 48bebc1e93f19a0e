"""Amounts as families receive them, true on a day, withheld when a revaluation has passed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guichet.droits.formules import calculer
from guichet.droits.montants import charger_montants, compiler, derniere_echeance, net_de_crds
from guichet.droits.openfisca import lire_parametre, racine_des_parametres
from guichet.droits.perimes import Perime, charger_perimes, perime_par
from guichet.droits.verification import defauts_de_tout
from guichet.erreurs import ErreurGuichet
from guichet.sujets import charger_sujets

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


@pytest.mark.parametrize(
    ("identifiant", "avant", "apres"),
    [
        pytest.param("af_2_enfants", "151.05", "152.25", id="allocations familiales"),
        pytest.param("rsa_seul", "646.52", "651.69", id="RSA"),
        pytest.param("asf_taux_plein", "199.18", "200.78", id="soutien familial"),
    ],
)
def test_un_montant_change_le_jour_de_sa_revalorisation(
    tmp_path: Path, identifiant: str, avant: str, apres: str
) -> None:
    for jour, attendu in ((date(2026, 3, 31), avant), (date(2026, 4, 1), apres)):
        fichier = tmp_path / f"{jour}.json"
        compiler(jour, sortie=fichier)
        assert charger_montants(fichier)[identifiant].valeur == Decimal(attendu)


def test_une_bourse_vaut_pour_une_annee_scolaire() -> None:
    bourse = charger_montants()["bourse_college_echelon_1"]
    assert bourse.valeur == Decimal("120.00")  # 8.45 % of 474.37, in multiples of 3
    assert bourse.est_montrable(date(2027, 8, 31))
    assert not bourse.est_montrable(date(2027, 9, 1))


def test_ce_qui_n_est_pas_tenu_a_jour_ne_fait_pas_un_montant() -> None:
    perime = perime_par("prestations_sociales.solidarite_insertion.autre_solidarite.aefa.montant_prime")
    assert perime is not None
    assert perime.sujet == "prime_noel"
    assert perime_par("prestations_sociales.prestations_familiales.bmaf.bmaf") is None


@pytest.mark.parametrize("perime", charger_perimes(), ids=lambda p: p.aide)
def test_ce_qui_n_est_pas_dit_existe_bien_dans_openfisca_et_dans_les_sujets(perime: Perime) -> None:
    assert perime.sujet in charger_sujets()
    assert (perime.etat == "absent") == (perime.parametres == ())
    for chemin in perime.parametres:
        lieu = racine_des_parametres().joinpath(*chemin.split("."))
        assert lieu.is_dir() or any(p.with_suffix(".yaml").exists() for p in (lieu, *lieu.parents)), chemin


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
