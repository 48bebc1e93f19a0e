"""Every life event: its steps, their dates, the calendar file."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from guichet.dates import PARIS
from guichet.erreurs import ErreurDeDonnees
from guichet.evenements.calendrier import en_ics
from guichet.evenements.echeances import lire_decalage
from guichet.evenements.modele import DOSSIER, Evenement, charger_evenements, dater, lire_evenement
from guichet.evenements.phrases import dire_quand, en_un_message
from guichet.rendu.sms import SEGMENTS_MAX, en_gsm, segments

ATTENDUS = {
    "naissance", "separation", "deces_conjoint", "demenagement", "perte_emploi", "reprise_emploi",
    "handicap_enfant", "entree_ecole", "arrivee_territoire",
}  # fmt: skip
JOUR = date(2027, 3, 12)
tous = pytest.mark.parametrize("evenement", charger_evenements().values(), ids=lambda e: e.evenement)


def test_les_evenements_promis_sont_la() -> None:
    assert set(charger_evenements()) >= ATTENDUS


def test_un_evenement_dit_d_emblee_est_le_seul_de_son_sujet() -> None:
    directs = [e.sujets[0] for e in charger_evenements().values() if e.d_emblee]
    assert len(directs) == len(set(directs))


@tous
def test_les_etapes_suivent_l_ordre_de_leurs_dates(evenement: Evenement) -> None:
    echeances = [d.avant or d.des for d in dater(evenement, JOUR) if d.avant or d.des]
    assert echeances == sorted(echeances)
    assert len(evenement.etapes) >= 5
    assert echeances


@tous
def test_une_etape_ne_commence_pas_apres_sa_fin(evenement: Evenement) -> None:
    for datee in dater(evenement, JOUR):
        if datee.des and datee.avant:
            assert datee.des <= datee.avant, datee.etape.titre


@tous
def test_tient_dans_un_seul_message_de_telephone(evenement: Evenement) -> None:
    texte = en_gsm(en_un_message(evenement, dater(evenement, JOUR)))
    assert segments(texte) <= SEGMENTS_MAX
    assert all(en_gsm(etape.titre) in texte for etape in evenement.etapes)


@tous
def test_le_calendrier_se_relit_avec_ses_rappels(evenement: Evenement) -> None:
    instant = datetime(2026, 1, 1, 12, tzinfo=PARIS)
    calendrier = Calendar.from_ical(en_ics(evenement, JOUR, instant, "https://exemple.fr/evenements"))
    entrees = calendrier.walk("VEVENT")
    datees = [d for d in dater(evenement, JOUR) if d.avant or d.des]
    assert [e["DTSTART"].dt for e in entrees] == [d.avant or d.des for d in datees]
    assert len({e["UID"] for e in entrees}) == len(entrees)
    assert all(e.walk("VALARM")[0]["TRIGGER"].dt == timedelta(days=-7) for e in entrees)


def test_le_calendrier_ne_garde_que_ce_qui_reste_a_faire() -> None:
    instant = datetime(2027, 3, 13, 12, tzinfo=PARIS)
    calendrier = Calendar.from_ical(en_ics(charger_evenements()["naissance"], JOUR, instant, "https://exemple.fr"))
    jours = [entree["DTSTART"].dt for entree in calendrier.walk("VEVENT")]
    assert jours[0] == date(2027, 3, 17)
    assert min(jours) >= instant.date()


@tous
def test_sans_date_rien_n_est_date(evenement: Evenement) -> None:
    assert all(datee.des is None and datee.avant is None for datee in dater(evenement, None))


@pytest.mark.parametrize(
    ("decalage", "attendue"),
    [
        pytest.param({"mois": -6}, date(2026, 9, 12), id="six mois avant"),
        pytest.param({"semaines": -26}, date(2026, 9, 11), id="vingt-six semaines avant"),
        pytest.param({"jours": 5}, date(2027, 3, 17), id="cinq jours après"),
        pytest.param({"mois": 3, "jours": -1}, date(2027, 6, 11), id="la veille des trois mois"),
        pytest.param({"jours": 2, "report": True}, date(2027, 3, 15), id="un dimanche, reporté au lundi"),
        pytest.param({"jours": 17, "report": True}, date(2027, 3, 30), id="le lundi de Pâques, reporté au mardi"),
    ],
)
def test_une_echeance_se_compte_depuis_la_date(decalage: dict[str, int], attendue: date) -> None:
    assert lire_decalage(decalage).depuis(JOUR) == attendue


def test_une_naissance_se_declare_dans_les_cinq_jours() -> None:
    etapes = dater(charger_evenements()["naissance"], JOUR)
    declaration = next(d for d in etapes if "naissance à la mairie" in d.etape.titre.lower())
    assert dire_quand(declaration, date(2026, 11, 24)).endswith("17 mars 2027.")


@pytest.mark.parametrize(
    ("avant", "apres", "raison"),
    [
        pytest.param("mois:", "lunes:", "il manque", id="une unité inconnue"),
        pytest.param("evenement: naissance", "evenement: autre", "nom du fichier", id="un autre nom"),
        pytest.param(
            "titre: Déclarer la grossesse", f"titre: {'très ' * 12}long", "45 au plus", id="un titre trop long"
        ),
        pytest.param("sujets: [", "sujets: [inconnu, ", "sujet inconnu", id="un sujet inconnu"),
        pytest.param("étapes", "étapes", "", id="rien de changé"),
    ],
)
def test_un_evenement_fautif_est_refuse(tmp_path: Path, avant: str, apres: str, raison: str) -> None:
    texte = (DOSSIER / "naissance.yml").read_text(encoding="utf-8")
    fichier = tmp_path / "naissance.yml"
    fichier.write_text(texte.replace(avant, apres, 1), encoding="utf-8")
    if not raison:
        assert lire_evenement(fichier).evenement == "naissance"
        return
    assert avant in texte
    with pytest.raises(ErreurDeDonnees, match=raison):
        lire_evenement(fichier)
