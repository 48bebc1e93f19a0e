"""Every fiche, every facet; and what makes a fiche refused."""

from pathlib import Path

import pytest

from guichet.comprehension.facettes import FACETTES
from guichet.droits.fiches import (
    DOSSIER,
    FACETTES_SIMPLES,
    Fiche,
    charger_fiches,
    lire_fiche,
)
from guichet.erreurs import ErreurDeDonnees
from guichet.sujets import DIALOGUE, charger_sujets, est_urgence

GROUPES_ECRITS = ("aide", "garde", "accompagnement", "evenement", "dossier", "convention")
NORMALES = [fiche for fiche in charger_fiches().values() if not est_urgence(fiche.sujet)]


def test_chaque_sujet_qui_n_est_pas_un_dialogue_a_sa_fiche() -> None:
    attendues = {sujet.sujet for sujet in charger_sujets().values() if sujet.groupe != DIALOGUE}
    assert set(charger_fiches()) == attendues
    assert sum(charger_sujets()[sujet].groupe in GROUPES_ECRITS for sujet in charger_fiches()) == 63


@pytest.mark.parametrize("fiche", NORMALES, ids=lambda f: f.sujet)
def test_une_facette_absente_dit_pourquoi(fiche: Fiche) -> None:
    assert set(fiche.facettes) | set(fiche.sans_objet) == set(FACETTES)
    assert all(raison.endswith(".") and len(raison) > 10 for raison in fiche.sans_objet.values())


@pytest.mark.parametrize("fiche", NORMALES, ids=lambda f: f.sujet)
def test_la_version_simple_dit_autrement(fiche: Fiche) -> None:
    for nom in FACETTES_SIMPLES:
        if nom in fiche.facettes:
            facette = fiche.facettes[nom]
            assert facette.simple != facette.texte


@pytest.mark.parametrize("fiche", NORMALES, ids=lambda f: f.sujet)
def test_caf_et_msa_sont_dites_ensemble_ou_pas_du_tout_dans_la_demarche(fiche: Fiche) -> None:
    demarche = fiche.facettes.get("demarche")
    if demarche and {"caf", "msa"} <= set(fiche.organismes):
        assert set(demarche.selon_le_regime) in (set(), {"caf", "msa"}, {"msa"}), fiche.sujet


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
        pytest.param("    simple: >-", "    simplifie: >-", "il manque", id="une clé inconnue dans une facette"),
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
