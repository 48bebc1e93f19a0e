"""Normalising changes spelling, never meaning; twice is once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.comprehension.lexique import mots_francais
from guichet.comprehension.normalisation import normaliser
from guichet.comprehension.orthographe import mender
from guichet.droits.fiches import Fiche, charger_fiches


def _mots(texte: str) -> list[str]:
    return [mot for mot in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", texte) if mot.isalpha()]


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("jai pa reçuuuu ma caf ???", "j'ai pas reçu ma Caf ?"),
        ("ggggggg", "ggggggg"),
        ("ouiiii", "oui"),
        ("cmt on fé pr le rsa svp", "comment on fé pour le RSA s'il vous plaît"),
        ("Qu’est‑ce que l’ARS ?", "Qu'est‑ce que l'ARS ?"),
        ("bjr 🙂 ya koi a periers", "bonjour il y a quoi a periers"),
        ("Bonjour, je voudrais un rendez-vous.", "Bonjour, je voudrais un rendez-vous."),
        ("jai fini lecole jdois attendre lattestation", "j'ai fini l'ecole je dois attendre l'attestation"),
        ("toujour rien depui lundi", "toujours rien depuis lundi"),
        ("JAI PAS RESU", "j'ai PAS reçu"),
        ("la MDPH de Périers et le RPE d'Agneaux", "la MDPH de Périers et le RPE d'Agneaux"),
        ("C2S : PA reçue comptée ? CMB, usager DR", "C2S : PA reçue comptée ? CMB, usager DR"),
        ("jgt rendu, 2 enf, justif ds le dossier", "jugement rendu, 2 enfant, justificatif dans le dossier"),
        ("jusqu'à cb de semaines, c cb", "jusqu'à combien de semaines, c combien"),
        ("je paye par cb, jai perdu ma cb", "je paye par cb, j'ai perdu ma cb"),
        ("mon papi est chez mamie", "mon papi est chez mamie"),
    ],
    ids=[
        "une allocataire pressée",
        "une touche restée appuyée",
        "un oui qui traîne",
        "un SMS",
        "des apostrophes courbes",
        "un émoji",
        "un message bien écrit",
        "des apostrophes perdues",
        "des lettres muettes perdues",
        "en capitales",
        "des sigles et des noms",
        "des sigles qui ressemblent à des mots de SMS",
        "la sténo d'un guichet",
        "cb qui veut dire combien",
        "cb qui veut dire carte bleue",
        "des mots que le lexique n'a pas",
    ],
)
def test_on_lit_comme_on_a_appris(ecrit: str, lu: str) -> None:
    assert normaliser(ecrit) == lu


@given(st.text(max_size=300))
def test_normaliser_deux_fois_ne_change_rien_de_plus(texte: str) -> None:
    une_fois = normaliser(texte)
    assert normaliser(une_fois) == une_fois


@pytest.mark.parametrize("fiche", charger_fiches().values(), ids=lambda fiche: fiche.sujet)
def test_un_texte_bien_ecrit_n_est_pas_change(fiche: Fiche) -> None:
    for facette in fiche.facettes.values():
        mots = _mots(facette.texte)
        assert [mot for mot in mots if mender(mot) != mot] == []


@given(st.sampled_from(sorted(mots_francais())))
def test_un_mot_francais_n_est_jamais_mende(mot: str) -> None:
    assert mender(mot) == mot
