"""Local rules come before the common ones, are marked as local, and their absence is said."""

from datetime import date
from pathlib import Path

import pytest

from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import charger_sujets
from guichet.territoire import charger_territoire
from guichet.territoire.comparaison import comparer
from guichet.territoire.regles import Tarif, charger_regles_locales, lire_regles, regle_pour

REGLE = """
regles:
  - sujet: cantine_periscolaire
    facettes: [montant]
    texte: Le repas est au même prix pour tous.
    tarifs:
      - {libelle: Repas, valeur: 3.5, unite: € par repas, depuis: 2026-09-01, jusqu_au: 2027-08-31}
    sources:
      page: {titre: Tarifs de la cantine, url: "https://exemple.fr/cantine", consulte_le: 2026-11-24}
"""


@pytest.mark.parametrize("regle", charger_regles_locales(), ids=lambda r: f"{r.nom_de_la_zone} {r.sujet}")
def test_une_regle_locale_porte_sur_ce_que_les_communes_decident(regle) -> None:
    assert charger_sujets()[regle.sujet].regles_locales
    assert all(source.consulte_le.year >= 2025 for source in regle.sources)


@pytest.mark.parametrize("sujet", [s.sujet for s in charger_sujets().values() if s.regles_locales])
def test_la_comparaison_couvre_chaque_commune_une_fois(sujet: str) -> None:
    communes = [commune.code_insee for groupe in comparer(sujet) for commune in groupe.communes]
    assert sorted(communes) == sorted(c.code_insee for c in charger_territoire().communes_du_territoire())


def test_la_regle_de_l_intercommunalite_vaut_pour_ses_communes_et_pas_pour_les_autres() -> None:
    regle = regle_pour("mobilite_transport", "50502", "description")
    assert regle is not None
    assert regle.nom_de_la_zone == "Saint-Lô Agglo"
    assert regle_pour("mobilite_transport", "50394", "description") is None
    assert regle_pour("mobilite_transport", None, "description") is None


def test_la_commune_passe_avant_l_intercommunalite(tmp_path: Path) -> None:
    for code in ("50502", "200066389"):
        (tmp_path / f"{code}.yml").write_text(REGLE, encoding="utf-8")
    regles = charger_regles_locales(tmp_path)
    assert {regle.zone for regle in regles} == {"50502", "200066389"}


def test_une_regle_est_lue_avec_ses_tarifs(tmp_path: Path) -> None:
    fichier = tmp_path / "50502.yml"
    fichier.write_text(REGLE, encoding="utf-8")
    (regle,) = lire_regles(fichier)
    assert (regle.nom_de_la_zone, regle.tarifs[0].valeur) == ("Saint-Lô", 3.5)


@pytest.mark.parametrize(
    ("jour", "montrable"),
    [(date(2026, 8, 31), False), (date(2026, 9, 1), True), (date(2027, 8, 31), True), (date(2027, 9, 1), False)],
)
def test_un_tarif_n_est_montre_que_pendant_sa_duree(jour: date, montrable: bool) -> None:
    tarif = Tarif("Repas", 3.5, "€ par repas", date(2026, 9, 1), date(2027, 8, 31))
    assert tarif.est_montrable(jour) is montrable


@pytest.mark.parametrize(
    ("nom", "avant", "apres", "raison"),
    [
        pytest.param("75056", "", "", "ni une commune", id="une commune d'ailleurs"),
        pytest.param("50502", "cantine_periscolaire", "inconnu", "sujet inconnu", id="un sujet inconnu"),
        pytest.param("50502", "[montant]", "[prix]", "facette inconnue", id="une facette inconnue"),
        pytest.param("50502", "au même prix", "à 3 euros", "somme en euros", id="une somme dans le texte"),
        pytest.param("50502", "valeur: 3.5, ", "", "il manque", id="un tarif sans valeur"),
        pytest.param("50502", "jusqu_au: 2027-08-31", "depuis: 2026-09-01", "il manque", id="un tarif sans fin"),
        pytest.param("50502", "    sources:", "    source:", "il manque", id="sans source"),
    ],
)
def test_une_regle_fautive_est_refusee(tmp_path: Path, nom: str, avant: str, apres: str, raison: str) -> None:
    fichier = tmp_path / f"{nom}.yml"
    fichier.write_text(REGLE.replace(avant, apres) if avant else REGLE, encoding="utf-8")
    with pytest.raises(ErreurDeDonnees, match=raison):
        lire_regles(fichier)
