"""Dates as people write them, the nearest when the year is not said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.comprehension.dates import HORIZON, Sens, trouver_date

JOUR = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("dit", "attendue"),
    [
        ("12 mars", date(2027, 3, 12)),
        ("le 1er avril", date(2027, 4, 1)),
        ("premier avril 2027", date(2027, 4, 1)),
        ("15 décembre", date(2026, 12, 15)),
        ("12/03/2027", date(2027, 3, 12)),
        ("12.03.27", date(2027, 3, 12)),
        ("12/03", date(2027, 3, 12)),
        ("2027-03-12", date(2027, 3, 12)),
        ("2027-03-12T10:00", date(2027, 3, 12)),
        ("12 / 03 / 2027", date(2027, 3, 12)),
        ("le douze mars", date(2027, 3, 12)),
        ("vingt mars", date(2027, 3, 20)),
        ("le vingt-sept mars", date(2027, 3, 27)),
        ("le trente et un mars", date(2027, 3, 31)),
        ("12oct", date(2026, 10, 12)),
        ("12 oct.", date(2026, 10, 12)),
        ("12-oct-2026", date(2026, 10, 12)),
        ("12 sept", date(2026, 9, 12)),
        ("lundi 14 décembre", date(2026, 12, 14)),
        ("29 février", date(2028, 2, 29)),
    ],
)
def test_un_jour_est_dit_en_entier(dit: str, attendue: date) -> None:
    assert trouver_date(dit, JOUR) == attendue


@pytest.mark.parametrize(
    ("dit", "attendue"),
    [
        ("en mars", date(2027, 3, 1)),
        ("début mars", date(2027, 3, 1)),
        ("mi-mars", date(2027, 3, 15)),
        ("fin mars", date(2027, 3, 31)),
        ("fin février", date(2027, 2, 28)),
        ("à la fin du mois de mars", date(2027, 3, 31)),
        ("sept 2027", date(2027, 9, 1)),
        ("fin sept", date(2026, 9, 30)),
        ("10/2026", date(2026, 10, 1)),
        ("fin du mois", date(2026, 11, 30)),
        ("fin du mois prochain", date(2026, 12, 31)),
        ("le 5 du mois prochain", date(2026, 12, 5)),
        ("entre le 10 et le 15 mars", date(2027, 3, 10)),
        ("du 10 au 15 mars", date(2027, 3, 10)),
        ("10-12 mars", date(2027, 3, 10)),
        ("du 28 au 2 avril", date(2027, 3, 28)),
        ("noël", date(2026, 12, 25)),
        ("noël dernier", date(2025, 12, 25)),
        ("le jour de l'an", date(2027, 1, 1)),
        ("mars de l'an dernier", date(2025, 3, 1)),
        ("l'année prochaine en mars", date(2027, 3, 1)),
    ],
)
def test_un_mois_une_periode_ou_une_fete(dit: str, attendue: date) -> None:
    assert trouver_date(dit, JOUR) == attendue


@pytest.mark.parametrize(
    ("dit", "attendue"),
    [
        ("hier", date(2026, 11, 23)),
        ("avant-hier", date(2026, 11, 22)),
        ("aujourd'hui", JOUR),
        ("cette nuit", JOUR),
        ("dans 3 mois", date(2027, 2, 24)),
        ("dans 3mois", date(2027, 2, 24)),
        ("dans 2-3 semaines", date(2026, 12, 8)),
        ("dans un mois et demi", date(2027, 1, 8)),
        ("dans 1 an et 2 mois", date(2028, 1, 24)),
        ("il y a deux semaines", date(2026, 11, 10)),
        ("y a 2 ans", date(2024, 11, 24)),
        ("depuis 2 ans", date(2024, 11, 24)),
        ("depuis environ 2 ans", date(2024, 11, 24)),
        ("ça fait trois mois", date(2026, 8, 24)),
        ("dans sept jours", date(2026, 12, 1)),
        ("depuis sept mois", date(2026, 4, 24)),
        ("le mois prochain", date(2026, 12, 24)),
        ("lundi", date(2026, 11, 30)),
        ("vendredi dernier", date(2026, 11, 20)),
        ("mardi", JOUR),
        ("mardi prochain", date(2026, 12, 1)),
        ("mardi dernier", date(2026, 11, 17)),
        ("vendredi de la semaine prochaine", date(2026, 12, 4)),
        ("mercredi 2", date(2026, 12, 2)),
        ("ce week-end", date(2026, 11, 28)),
        ("le 2", date(2026, 12, 2)),
        ("le 2 au soir", date(2026, 12, 2)),
        ("le 31", date(2026, 10, 31)),
        pytest.param("je suis enceinte de 4 mois", date(2027, 4, 24), id="une grossesse : neuf mois en tout"),
        ("4 mois de grossesse", date(2027, 4, 24)),
        ("enceinte depuis 4 mois et demi", date(2027, 4, 9)),
        ("20 SA", date(2027, 4, 20)),
        ("20SA", date(2027, 4, 20)),
        ("je suis à 20 sa", date(2027, 4, 20)),
        ("20 semaines d'aménorrhée", date(2027, 4, 20)),
    ],
)
def test_une_date_est_dite_depuis_aujourd_hui(dit: str, attendue: date) -> None:
    assert trouver_date(dit, JOUR) == attendue


@pytest.mark.parametrize(
    ("dit", "sens", "attendue"),
    [
        ("dimanche", "passe", date(2026, 11, 22)),
        ("mardi", "passe", JOUR),
        ("ce week-end", "passe", date(2026, 11, 21)),
        ("février", "passe", date(2026, 2, 1)),
        ("12/03", "passe", date(2026, 3, 12)),
        ("septembre", "futur", date(2027, 9, 1)),
        ("24 novembre", "futur", JOUR),
        ("fin novembre", "passe", date(2025, 11, 30)),
        ("le 2", "passe", date(2026, 11, 2)),
        ("12 mars 2026", "futur", date(2026, 3, 12)),
        pytest.param("depuis mars", "futur", date(2026, 3, 1), id="les mots l'emportent"),
        ("depuis mars", None, date(2026, 3, 1)),
        ("depuis la fin du mois de mars", None, date(2026, 3, 31)),
        ("depuis le 12/12", None, date(2025, 12, 12)),
        ("depuis lundi", None, date(2026, 11, 23)),
        ("depuis mardi", None, date(2026, 11, 17)),
        ("depuis le 2", None, date(2026, 11, 2)),
        ("décembre dernier", None, date(2025, 12, 1)),
        ("en octobre prochain", None, date(2027, 10, 1)),
        ("le 12 octobre qui vient", None, date(2027, 10, 12)),
        pytest.param("depuis que je suis seule, le 12 mars", None, date(2027, 3, 12), id="« depuis » autre chose"),
    ],
)
def test_le_sens_choisit_l_annee(dit: str, sens: Sens | None, attendue: date) -> None:
    assert trouver_date(dit, JOUR, sens=sens) == attendue


@pytest.mark.parametrize(
    "dit",
    [
        pytest.param("31/02", id="un jour qui n'existe pas"),
        "le 31/02",
        "le 32 mars",
        "le trente-deux mars",
        "le 32",
        pytest.param("2 janvier 2035", id="trop loin"),
        "il y a 12 ans",
        "12 mars 2010",
        pytest.param("mais non", id="« mais » n'est pas « mai »"),
        "la maison, jamais, en semaine",
        "l'année prochaine",
        "l'an dernier",
        "2 enfants de 3 et 7 ans",
        "des enfants de 3-7 ans",
        "j'en ai sept",
        "vingt-sept",
        "1 week-end sur 2",
        "un lundi sur deux",
        "35 heures",
        "1 300,50 €",
        "10.12 €",
        "02.33.05.12.10",
        "06.12.10.45.12",
        "le 6 rue des Prés",
        "dans le 14",
        "le 2e enfant",
        "2",
        "il en a eu 20 sa mère aussi",
        "la prime de Noël",
        "fin de mois difficile",
        "je ne sais pas",
        "",
    ],
)
def test_ce_n_est_pas_une_date(dit: str) -> None:
    assert trouver_date(dit, JOUR) is None


_MORCEAUX = st.sampled_from(
    [
        *("le", "du", "0", "2", "31", "999", "/", "-", ".", "mars", "sept", "fin", "mi", "mois", "an", "semaine"),
        *("dans", "depuis", "et", "demi", "lundi", "SA", "noël"),
    ]
)


@given(st.lists(_MORCEAUX, max_size=12).map(" ".join) | st.text(max_size=60), st.sampled_from([None, "passe", "futur"]))
def test_aucun_texte_ne_fait_tomber_la_lecture(dit: str, sens: Sens | None) -> None:
    trouvee = trouver_date(dit, JOUR, sens=sens)
    assert trouvee is None or JOUR - HORIZON <= trouvee <= JOUR + HORIZON
