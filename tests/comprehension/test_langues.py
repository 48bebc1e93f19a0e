"""Another language than French is told, French never is."""

from collections.abc import Iterator

import pytest

from guichet.chemins import DATA
from guichet.comprehension.langues import LANGUES, trouver_langue
from guichet.comprehension.normalisation import normaliser
from guichet.contenu import lire_yaml
from guichet.sujets import charger_sujets, est_urgence
from guichet.urgences.langues import REGLES, detecter_en_toute_langue

URGENCES = [sujet for sujet in charger_sujets() if est_urgence(sujet)]
PRENDS_GARDE = ("112", "17", "15", "119", "115", "3114")


@pytest.mark.parametrize(
    ("texte", "langue"),
    [
        ("Hello, how do I apply for housing benefit?", "en"),
        ("Як записати дитину в садок?", "uk"),
        ("كيف أحصل على مساعدة السكن؟", "ar"),
        ("Como faço para pedir ajuda para a renda?", "pt"),
        ("¿Cómo pido una plaza en la guardería?", "es"),
        ("Wie kann ich Wohngeld beantragen?", "de"),
        ("Çocuğumu kreşe nasıl kaydederim?", "tr"),
        ("bonjour, comment demander l'APL ?", None),
        ("planning familial Cherbourg adresse", None),
        ("ok", None),
        ("🙂", None),
        ("", None),
    ],
)
def test_la_langue_d_un_message(texte: str, langue: str | None) -> None:
    assert trouver_langue(texte) == langue


def test_aucun_exemple_en_francais_n_est_pris_pour_une_autre_langue(exemples: list[tuple[str, str]]) -> None:
    autres = ("langue_etrangere", "urgence", "donner_information")
    francais = [texte for intention, texte in exemples if not intention.startswith(autres)]
    assert [texte for texte in francais if trouver_langue(normaliser(texte))] == []


@pytest.mark.parametrize("langue", LANGUES)
def test_chaque_langue_a_sa_reponse_et_ses_urgences(langue: str) -> None:
    textes = lire_yaml(DATA / "langues" / f"{langue}.yml")
    assert "112" in textes["reponse"]
    assert "France services" in textes["reponse"]
    assert set(textes["urgences"]) == set(URGENCES)
    assert all(any(numero in texte for numero in PRENDS_GARDE) for texte in textes["urgences"].values())


def _regles() -> Iterator[tuple[str, str]]:
    for sujet, regles in lire_yaml(REGLES).items():
        for regle in regles:
            yield sujet, regle["exemple"]


@pytest.mark.parametrize(("sujet", "exemple"), list(_regles()), ids=lambda valeur: valeur)
def test_un_appel_au_secours_est_entendu_dans_sa_langue(sujet: str, exemple: str) -> None:
    assert detecter_en_toute_langue(exemple) == sujet


@pytest.mark.parametrize(
    "texte",
    [
        "Where can I sleep with my baby at the maternity ward?",
        "Mein Mann und ich suchen einen Krippenplatz",
        "quiero saber si tengo derecho a una ayuda",
        "preciso de um certificado",
        "школа для сина",
        "مساعدة السكن",
    ],
)
def test_une_question_ordinaire_n_alarme_pas(texte: str) -> None:
    assert detecter_en_toute_langue(texte) is None
