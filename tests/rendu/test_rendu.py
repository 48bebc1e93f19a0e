"""Every facet of every fiche, every letter and every step, for the web, by SMS and on WhatsApp."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from guichet.annuaire.base import ouvrir
from guichet.annuaire.chargement import importer
from guichet.comprehension.analyse import Analyse
from guichet.comprehension.facettes import FACETTES
from guichet.conversation import parcours
from guichet.conversation.contexte import Contexte, Message, Outils, Parcours
from guichet.conversation.lettres import donner
from guichet.conversation.messages import SIMPLE, SUITE
from guichet.conversation.reponses import repondre
from guichet.conversation.urgences import message_d_urgence
from guichet.dates import PARIS
from guichet.droits.fiches import TEXTE_MAX, charger_fiches
from guichet.droits.lettres import charger_lettres
from guichet.evenements.modele import charger_evenements
from guichet.rendu.sms import SEGMENTS_MAX, choix_proposes, en_gsm, positions, rendre_en_sms, segments
from guichet.rendu.whatsapp import (
    BOUTONS_MAX,
    CORPS_MAX,
    LIGNES_MAX,
    TITRE_DE_BOUTON_MAX,
    TITRE_DE_LIGNE_MAX,
    rendre_en_whatsapp,
)
from guichet.sujets import est_urgence

INSTANT = datetime(2026, 11, 24, 10, tzinfo=PARIS)
CONTEXTE = Contexte(commune="50394", regime="caf")
NORMALES = [fiche for fiche in charger_fiches().values() if not est_urgence(fiche.sujet)]
FACETTES_ECRITES = [(fiche.sujet, facette) for fiche in NORMALES for facette in FACETTES if facette in fiche.facettes]


@pytest.fixture(scope="module")
def outils(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outils]:
    base = tmp_path_factory.mktemp("annuaire") / "annuaire.sqlite"
    importer(sortie=base)
    moteur: Engine = ouvrir(base)
    yield Outils(instant=INSTANT, annuaire=moteur)
    moteur.dispose()


def _verifier_partout(message: Message) -> None:
    """Complete on the web, three segments by SMS, within WhatsApp's limits; the same beginning everywhere."""
    assert message["texte"]
    sms = rendre_en_sms(message)
    assert segments(sms) <= SEGMENTS_MAX, positions(sms)
    assert sms == en_gsm(sms), "un SMS ne contient que l'alphabet GSM"
    assert en_gsm(message["texte"][:20]) in sms
    whatsapp = rendre_en_whatsapp(message)
    assert message["texte"].strip()[:200] in whatsapp.corps
    assert len(whatsapp.corps) <= CORPS_MAX
    if whatsapp.genre == "boutons":
        assert len(whatsapp.choix) <= BOUTONS_MAX
        assert all(len(choix.titre) <= TITRE_DE_BOUTON_MAX for choix in whatsapp.choix)
    assert len(whatsapp.choix) <= LIGNES_MAX
    assert all(len(choix.titre) <= TITRE_DE_LIGNE_MAX for choix in whatsapp.choix)


@pytest.mark.parametrize(("sujet", "facette"), FACETTES_ECRITES, ids=lambda valeur: valeur)
def test_chaque_facette_se_dit_partout(sujet: str, facette: str, outils: Outils) -> None:
    analyse = Analyse("", ((sujet, 1.0),), facette=facette)
    (message,) = repondre(analyse, CONTEXTE, outils, sujet, facette).messages
    assert (message["sujet"], message["facette"]) == (sujet, facette)
    assert message["sources"]
    assert len(charger_fiches()[sujet].facettes[facette].texte) <= TEXTE_MAX
    _verifier_partout(message)


@pytest.mark.parametrize(("sujet", "facette"), FACETTES_ECRITES, ids=lambda valeur: valeur)
@pytest.mark.parametrize("geste", [SUITE, SIMPLE])
def test_la_suite_et_la_version_simple_se_disent_partout(sujet: str, facette: str, geste: str, outils: Outils) -> None:
    ecrite = charger_fiches()[sujet].facettes[facette]
    attendu = {SUITE: ecrite.suite, SIMPLE: ecrite.simple}[geste]
    if not attendu:
        return
    analyse = Analyse("", ((sujet, 1.0),), facette=facette, geste=geste)
    (message,) = repondre(analyse, CONTEXTE, outils, sujet, facette).messages
    assert attendu in message["texte"]
    _verifier_partout(message)


@pytest.mark.parametrize("sujet", [f.sujet for f in charger_fiches().values() if est_urgence(f.sujet)])
def test_une_urgence_se_dit_partout_les_numeros_d_abord(sujet: str) -> None:
    message = message_d_urgence(sujet)
    _verifier_partout(message)
    assert any(numero["numero"] in rendre_en_sms(message) for numero in message["numeros"])


@pytest.mark.parametrize("lettre", charger_lettres().values(), ids=lambda lettre: lettre.lettre)
def test_une_lettre_se_dit_partout(lettre: Any) -> None:
    (message,) = donner(lettre.lettre, lettre.sujets[0], CONTEXTE).messages
    assert message["lettre"]["corps"] == lettre.corps
    assert f"/lettres/{lettre.lettre}" in rendre_en_sms(message)
    _verifier_partout(message)


@pytest.mark.parametrize("evenement", charger_evenements().values(), ids=lambda e: e.evenement)
def test_chaque_etape_d_un_evenement_se_dit_partout(evenement: Any, outils: Outils) -> None:
    contexte = replace(CONTEXTE, sujet=evenement.sujets[0], parcours=Parcours(evenement.evenement, INSTANT.date()))
    for rang in range(len(evenement.etapes)):
        (message,) = parcours.aller_a(str(rang), contexte, outils).messages
        assert f"tape {rang + 1} sur {len(evenement.etapes)}" in message["texte"]
        _verifier_partout(message)
    (tout,) = parcours.montrer_tout(contexte, outils).messages
    assert len(tout["echeancier"]) == len(evenement.etapes)
    _verifier_partout(tout)


@pytest.mark.parametrize(
    ("texte", "gsm"),
    [
        ("être à l’heure où ça va", "etre à l'heure où ca va"),
        ("« cœur »", '"coeur"'),
        ("152,25 €", "152,25 €"),
        ("Noël… 🎄", "Noel..."),
    ],
)
def test_un_sms_garde_les_lettres_que_les_telephones_connaissent(texte: str, gsm: str) -> None:
    assert en_gsm(texte) == gsm


@pytest.mark.parametrize(
    ("longueur", "attendus"),
    [(160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4)],
)
def test_les_segments_se_comptent_comme_les_operateurs(longueur: int, attendus: int) -> None:
    assert segments("a" * longueur) == attendus
    assert positions("€") == 2


def test_les_choix_d_un_sms_sont_numerotes_et_la_premiere_reponse_est_1(outils: Outils) -> None:
    (message,) = repondre(Analyse("", (("rsa", 1.0),)), CONTEXTE, outils, "rsa", "recours").messages
    choix = choix_proposes(message)
    assert choix[0] == f"1 {en_gsm(message['boutons'][0]['titre'])}"
    assert [ligne.split()[0] for ligne in choix] == [str(rang) for rang in range(1, len(choix) + 1)]
    assert rendre_en_sms(message).endswith("\n".join(choix))
