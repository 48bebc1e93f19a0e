"""Every fiche, every facet; and what makes a fiche refused."""

from pathlib import Path

import pytest

from guichet.droits.fiches import DOSSIER, Fiche, charger_fiches, lire_fiche
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import charger_sujets, est_urgence

ATTENDUES = {
    "allocations_familiales",
    "paje_prime_naissance",
    "mode_garde_cmg",
    "asf_soutien_familial",
    "ars_rentree_scolaire",
    "rsa",
    "prime_activite",
    "aide_logement_apl",
    "creche",
    "assistante_maternelle",
    "orientation_service",
    "contact_rdv_caf",
    "ctg_presentation",
    "ctg_coordination",
    "ctg_suivi",
}


def test_les_fiches_promises_sont_la() -> None:
    urgences = {sujet for sujet in charger_sujets() if est_urgence(sujet)}
    assert ATTENDUES | urgences <= set(charger_fiches())


@pytest.mark.parametrize("fiche", charger_fiches().values(), ids=lambda f: f.sujet)
def test_une_fiche_a_des_sources_datees_et_des_liens_sans_piege(fiche: Fiche) -> None:
    assert fiche.sources
    for source in fiche.sources.values():
        assert source.url.startswith(("https://", "http://"))
        assert source.consulte_le.year >= 2025
    for lien in fiche.liens:
        assert lien["url"].startswith("https://")


@pytest.mark.parametrize("fiche", [f for f in charger_fiches().values() if est_urgence(f.sujet)], ids=lambda f: f.sujet)
def test_une_urgence_donne_ses_numeros(fiche: Fiche) -> None:
    assert len(fiche.numeros) >= 2
    assert any(numero.numero in fiche.facettes["description"].texte for numero in fiche.numeros)


@pytest.mark.parametrize(
    ("avant", "apres", "raison"),
    [
        pytest.param("L’allocation de rentrée", "426 € de rentrée", "somme en euros", id="une somme écrite à la main"),
        pytest.param("sources: [sp_ars]", "sources: []", "aucune source", id="une facette sans source"),
        pytest.param("sources: [sp_ars]", "sources: [absente]", "source inconnue", id="une source inconnue"),
        pytest.param("ars_6_10_ans", "ars_inconnu", "montant inconnu", id="un montant inconnu"),
        pytest.param(
            "sujet: ars_rentree_scolaire", "sujet: rsa", "ne porte pas le nom", id="un autre sujet que le fichier"
        ),
        pytest.param("  contact:\n", "  contacts:\n", "contact", id="une facette mal nommée"),
        pytest.param("facettes:\n", "facettes: [\n", "YAML illisible", id="un YAML cassé"),
        pytest.param("titre:", "nom:", "il manque", id="un titre absent"),
    ],
)
def test_une_fiche_fautive_est_refusee_avec_fichier_et_raison(
    tmp_path: Path, avant: str, apres: str, raison: str
) -> None:
    texte = (DOSSIER / "ars_rentree_scolaire.yml").read_text(encoding="utf-8")
    assert avant in texte
    fichier = tmp_path / "ars_rentree_scolaire.yml"
    fichier.write_text(texte.replace(avant, apres, 1), encoding="utf-8")
    with pytest.raises(ErreurDeDonnees, match=raison) as refus:
        lire_fiche(fichier)
    assert "ars_rentree_scolaire.yml" in str(refus.value)


def test_une_facette_trop_longue_est_refusee_avec_sa_ligne(tmp_path: Path) -> None:
    texte = (DOSSIER / "ars_rentree_scolaire.yml").read_text(encoding="utf-8")
    fichier = tmp_path / "ars_rentree_scolaire.yml"
    fichier.write_text(
        texte.replace("L’allocation de rentrée scolaire aide", "très " * 80 + "aide", 1), encoding="utf-8"
    )
    with pytest.raises(ErreurDeDonnees, match="350 au plus") as refus:
        lire_fiche(fichier)
    ligne = refus.value.ligne
    assert ligne is not None
    assert texte.splitlines()[ligne - 1].strip() == "description:"
