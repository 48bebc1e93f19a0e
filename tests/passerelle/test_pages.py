"""The pages through the real gateway; and what an estimate leaves behind: nothing."""

import json
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar

from tests.conftest import Personne


@pytest.mark.parametrize(
    ("chemin", "statut", "type_de_contenu"),
    [
        ("/droits", 200, "text/html"),
        ("/droits/rsa", 200, "text/html"),
        ("/droits/cantine_periscolaire?commune=50394", 200, "text/html"),
        ("/droits/cantine_periscolaire/communes", 200, "text/html"),
        ("/evenements/naissance", 200, "text/html"),
        ("/lettres/remise_de_dette", 200, "text/html"),
        ("/pages/pages.css", 200, "text/css"),
        ("/sitemap.xml", 200, "application/xml"),
        ("/robots.txt", 200, "text/plain"),
        ("/droits/inconnue", 404, "application/json"),
        ("/droits/rsa/communes", 404, "application/json"),
        ("/evenements/naissance?date=demain", 400, "application/json"),
        ("/evenements/naissance?date=2150-01-01", 400, "application/json"),
        ("/evenements/naissance/calendrier.ics", 404, "application/json"),
    ],
)
def test_une_adresse_repond(client: httpx.Client, chemin: str, statut: int, type_de_contenu: str) -> None:
    reponse = client.get(chemin)
    assert (reponse.status_code, reponse.headers["content-type"].split(";")[0]) == (statut, type_de_contenu)
    if type_de_contenu == "text/html":
        assert "default-src 'none'" in reponse.headers["content-security-policy"]


def test_le_lien_du_calendrier_donne_un_calendrier(personne: Personne, client: httpx.Client) -> None:
    (message,) = personne.dit("je déménage dans 2 mois, que faire ?")
    lien = next(lien["url"] for lien in message["liens"] if "calendrier" in lien["url"])
    assert lien.startswith("http://127.0.0.1")
    reponse = client.get(lien)
    assert reponse.headers["content-disposition"].endswith('"demenagement.ics"')
    assert Calendar.from_ical(reponse.content).walk("VEVENT")


def test_rien_de_ce_qui_a_ete_repondu_ne_reste_apres_l_estimation(
    personne: Personne, client: httpx.Client, dossier_de_travail: Path
) -> None:
    for dit in (
        "à quoi j'ai droit ?",
        "seule",
        "un enfant de 4 ans",
        "non",
        "je loue 437 par mois",
        "salariée",
        "1337",
    ):
        personne.dit(dit)
    fichiers = [fichier for fichier in dossier_de_travail.iterdir() if fichier.is_file()]
    assert any(b"437 par mois" in fichier.read_bytes() for fichier in fichiers), "gardé tant que l'estimation dure"
    (resultat,) = personne.dit("non")
    assert resultat["estimations"]
    assert resultat["type"] == "reponse"
    gardes = client.get(personne.chemin, headers=personne.en_tetes).json()["messages"]
    assert "Rien n'en a été gardé" in gardes[-1]["texte"]
    assert "tout rond" not in json.dumps(gardes)
    for fichier in dossier_de_travail.iterdir():
        if fichier.is_file():
            contenu = fichier.read_bytes()
            for trace in (b"1337 tout rond", b'"revenus": 1337', b"437 par mois", b'"loyer": 437'):
                assert trace not in contenu, fichier.name


def test_l_estimation_ne_garde_rien_mais_la_conversation_continue(personne: Personne) -> None:
    personne.dit("je suis à Lessay, où est la mairie ?")
    personne.dit("à quoi j'ai droit ?")
    personne.dit("stop")
    (message,) = personne.dit("et un france services ?")
    assert message["commune"] == "50267"
