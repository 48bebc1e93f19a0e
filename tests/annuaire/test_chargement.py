"""A faulty directory is refused whole, with file, line and reason; the old one stays."""

from pathlib import Path

import pytest

from guichet.annuaire.base import ouvrir
from guichet.annuaire.chargement import SERVICES, STRUCTURES, importer
from guichet.erreurs import ErreurDeDonnees, ErreurGuichet


@pytest.fixture
def copie(tmp_path: Path) -> tuple[Path, Path]:
    """The first two structures and their services."""
    fichiers = []
    for source in (STRUCTURES, SERVICES):
        fichier = tmp_path / source.name
        fichier.write_text("\n".join(source.read_text(encoding="utf-8").splitlines()[:3]) + "\n", encoding="utf-8")
        fichiers.append(fichier)
    return fichiers[0], fichiers[1]


@pytest.mark.parametrize(
    ("fichier", "avant", "apres", "raison"),
    [
        pytest.param(0, ",50582,", ",99999,", "commune inconnue : 99999", id="une commune qui n'existe pas"),
        pytest.param(0, "48.7253", "49.7253", "les coordonnées sont à", id="des coordonnées ailleurs"),
        pytest.param(0, "2024-08-01", "hier", "date_maj", id="une date illisible"),
        pytest.param(0, "02 33 79 30 60", "02 33 79", "telephone", id="un numéro de téléphone incomplet"),
        pytest.param(0, "Mo 09:00-12:00", "lundi matin", "horaires_accueil", id="des horaires en toutes lettres"),
        pytest.param(1, ",A,", ",D,", "fiabilite", id="une fiabilité inconnue"),
        pytest.param(
            1, "fs-282-accueil,fs-282,", "fs-282-accueil,fs-999,", "structure inconnue", id="une structure absente"
        ),
        pytest.param(1, ",50,Sourdeval", ",Sourdeval,Sourdeval", "zone_eligibilite", id="une zone illisible"),
        pytest.param(1, "fs-283-accueil", "fs-282-accueil", "déjà pris", id="un identifiant en double"),
    ],
)
def test_une_faute_est_dite_avec_sa_ligne(
    copie: tuple[Path, Path], tmp_path: Path, fichier: int, avant: str, apres: str, raison: str
) -> None:
    texte = copie[fichier].read_text(encoding="utf-8")
    assert avant in texte
    copie[fichier].write_text(texte.replace(avant, apres, 1), encoding="utf-8")
    with pytest.raises(ErreurDeDonnees, match=raison) as refus:
        importer(*copie, sortie=tmp_path / "annuaire.sqlite")
    assert refus.value.ligne in (2, 3)
    assert str(refus.value).startswith(copie[fichier].name)


def test_une_faute_laisse_l_ancien_annuaire_en_place(copie: tuple[Path, Path], tmp_path: Path) -> None:
    sortie = tmp_path / "annuaire.sqlite"
    importer(*copie, sortie=sortie)
    avant = sortie.read_bytes()
    copie[1].write_text("n'importe quoi\n", encoding="utf-8")
    with pytest.raises(ErreurDeDonnees):
        importer(*copie, sortie=sortie)
    assert sortie.read_bytes() == avant


@pytest.mark.parametrize(
    ("contenu", "raison"),
    [
        pytest.param(None, "n'existe pas", id="absent"),
        pytest.param(b"ceci n'est pas une base " * 50, "abîmé", id="abîmé"),
        pytest.param(b"", "n'a pas la forme attendue", id="vide"),
    ],
)
def test_un_annuaire_inutilisable_est_dit_avec_le_remede(tmp_path: Path, contenu: bytes | None, raison: str) -> None:
    fichier = tmp_path / "annuaire.sqlite"
    if contenu is not None:
        fichier.write_bytes(contenu)
    with pytest.raises(ErreurGuichet, match=raison) as refus:
        ouvrir(fichier)
    assert "guichet annuaire importer" in str(refus.value)
