"""The HTTP contract: what comes in is bounded and signed, what goes out is French."""

import re
from typing import Any

import httpx
import pytest

from guichet.passerelle.application import canaux_ouverts
from tests.conftest import Personne


def test_l_accueil_dit_que_c_est_une_machine_et_comment_joindre_quelqu_un(client: httpx.Client) -> None:
    reponse = client.post("/api/conversations", json={"commune": "50502", "canal": "web"})
    assert reponse.status_code == 201
    accueil = reponse.json()["messages"][0]
    assert "automatique" in accueil["texte"]
    assert "personne" in accueil["texte"]


@pytest.mark.parametrize(
    ("corps", "code"),
    [
        pytest.param({"commune": "75056"}, "commune_inconnue", id="une commune d'un autre département"),
        pytest.param({"commune": "50129"}, "commune_inconnue", id="une commune hors du territoire"),
        pytest.param({"commune": 50502}, "commune_inconnue", id="un code qui n'est pas un texte"),
        pytest.param({"canal": "pigeon"}, "canal_inconnu", id="un canal inconnu"),
    ],
)
def test_une_ouverture_fautive_est_refusee(client: httpx.Client, corps: dict[str, Any], code: str) -> None:
    reponse = client.post("/api/conversations", json=corps)
    assert (reponse.status_code, reponse.json()["erreur"]) == (400, code)


def test_les_telephones_ne_sont_ouverts_qu_en_developpement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUICHET_DEVELOPPEMENT", "1")
    assert canaux_ouverts() == ("web", "sms", "whatsapp")
    monkeypatch.delenv("GUICHET_DEVELOPPEMENT")
    assert canaux_ouverts() == ("web",)


@pytest.mark.parametrize(
    ("texte", "statut", "code"),
    [
        pytest.param("", 400, "texte_vide", id="rien"),
        pytest.param("  \n\t ", 400, "texte_vide", id="des blancs"),
        pytest.param("///", 400, "texte_vide", id="des barres obliques"),
        pytest.param("a" * 1001, 413, "texte_trop_long", id="1001 caractères"),
        pytest.param("a" * 20_000, 413, "corps_trop_gros", id="plus de 16 Ko"),
        pytest.param("bon\x00jour", 400, "caracteres_interdits", id="un caractère nul"),
        pytest.param("bon\x1bjour", 400, "caracteres_interdits", id="un caractère d'échappement"),
        pytest.param("abc\u202edef", 400, "caracteres_interdits", id="un renversement de l'écriture"),
    ],
)
def test_un_texte_fautif_est_refuse_en_francais(
    personne: Personne, client: httpx.Client, texte: str, statut: int, code: str
) -> None:
    reponse = client.post(personne.chemin, json={"texte": texte}, headers=personne.en_tetes)
    assert (reponse.status_code, reponse.json()["erreur"]) == (statut, code)
    assert reponse.json()["message"].endswith(".")


@pytest.mark.parametrize(
    ("corps", "type_de_contenu", "statut"),
    [
        pytest.param(b'{"texte": "\xff\xfe"}', "application/json", 400, id="des octets qui ne sont pas de l'UTF-8"),
        pytest.param(b'{"texte": "\\ud800"}', "application/json", 400, id="un demi-caractère"),
        pytest.param(b'{"texte": ', "application/json", 400, id="du JSON coupé"),
        pytest.param(b'["texte"]', "application/json", 400, id="une liste"),
        pytest.param(b'{"texte": 12}', "application/json", 400, id="un nombre"),
        pytest.param(b"{}", "application/json", 400, id="un objet vide"),
        pytest.param(b"[" * 9000, "application/json", 400, id="neuf mille crochets"),
        pytest.param(b"texte=bonjour", "application/x-www-form-urlencoded", 415, id="un formulaire"),
    ],
)
def test_un_corps_fautif_est_refuse(
    personne: Personne, client: httpx.Client, corps: bytes, type_de_contenu: str, statut: int
) -> None:
    reponse = client.post(personne.chemin, content=corps, headers=personne.en_tetes | {"Content-Type": type_de_contenu})
    assert reponse.status_code == statut
    assert set(reponse.json()) == {"erreur", "message"}


def test_mille_caracteres_sont_lus(personne: Personne) -> None:
    assert personne.dit(("bonjour " * 125)[:1000])


@pytest.mark.parametrize(
    "ordre",
    ["/restart", "/session_start", '/rsa{"commune": "50502"}', "  //rsa", "\u200b/restart"],
    ids=lambda ordre: f"« {ordre} »",
)
def test_un_ordre_a_rasa_tape_a_la_main_n_est_qu_un_texte(personne: Personne, ordre: str) -> None:
    personne.dit("combien l'ARS pour un enfant de 12 ans")
    message = personne.dit(ordre)[0]
    assert message.get("confiance") is None
    suite = personne.dit("et les papiers ?")[0]
    assert suite["facette"] == "justificatifs"


def test_sans_jeton_on_n_entre_pas(personne: Personne, client: httpx.Client) -> None:
    assert client.get(personne.chemin).status_code == 401


@pytest.mark.parametrize("jeton", ["faux", "Bearer faux", "Bearer", "Basic YTpi"], ids=repr)
def test_un_faux_jeton_n_ouvre_rien(personne: Personne, client: httpx.Client, jeton: str) -> None:
    assert client.get(personne.chemin, headers={"Authorization": jeton}).status_code == 401


def test_le_jeton_d_une_autre_conversation_n_ouvre_pas_celle_ci(personne: Personne, client: httpx.Client) -> None:
    autre = Personne(client)
    assert client.get(personne.chemin, headers=autre.en_tetes).status_code == 403


def test_un_bouton_ne_vaut_que_dans_sa_conversation(personne: Personne, client: httpx.Client) -> None:
    bouton = Personne(client).entendu[0]["boutons"][0]["bouton"]
    reponse = client.post(personne.chemin, json={"bouton": bouton}, headers=personne.en_tetes)
    assert (reponse.status_code, reponse.json()["erreur"]) == (400, "bouton_inconnu")


def test_un_bouton_ne_dit_pas_ce_que_rasa_recevra(personne: Personne) -> None:
    for message in personne.dit("combien l'ARS pour un enfant de 12 ans"):
        for bouton in message["boutons"]:
            assert set(bouton) == {"titre", "bouton"}
            assert "/" not in bouton["bouton"]


def test_on_relit_toute_la_conversation(personne: Personne, client: httpx.Client) -> None:
    personne.dit("bonjour")
    messages = client.get(personne.chemin, headers=personne.en_tetes).json()["messages"]
    assert [m.get("auteur", "guichet") for m in messages] == ["guichet", "personne", "guichet"]


def test_une_conversation_effacee_ne_laisse_rien(
    personne: Personne, client: httpx.Client, dossier_de_travail: Any
) -> None:
    secret = "amphigourique"
    personne.dit(f"ma fille {secret} a 12 ans, combien l'ARS ?")
    assert client.delete(f"/api/conversations/{personne.conversation}", headers=personne.en_tetes).status_code == 204
    assert client.get(personne.chemin, headers=personne.en_tetes).status_code == 404
    for fichier in dossier_de_travail.glob("*.sqlite*"):
        if not fichier.name.endswith("-wal"):  # a journal is overwritten in its turn, not read again
            assert secret.encode() not in fichier.read_bytes(), fichier.name


def test_effacez_tout_demande_confirmation_puis_efface(personne: Personne, client: httpx.Client) -> None:
    personne.dit("effacez tout")
    assert client.get(personne.chemin, headers=personne.en_tetes).status_code == 200
    personne.choisit("Oui, tout effacer")
    assert client.get(personne.chemin, headers=personne.en_tetes).status_code == 404


def test_rien_de_ce_qui_est_ecrit_ne_finit_dans_un_journal(personne: Personne, dossier_de_travail: Any) -> None:
    personne.dit("je m'appelle Zébulonne et je touche le rsa")
    for journal in dossier_de_travail.glob("*.log"):
        assert "bulonne" not in journal.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    "chemin", ["/rien", "/api/rien", "/widget/../../etc/passwd", "/widget/%2e%2e/demo.html/../../README.md"]
)
def test_une_adresse_inconnue_est_dite_inconnue(client: httpx.Client, chemin: str) -> None:
    reponse = client.get(chemin)
    assert reponse.status_code == 404
    assert reponse.json()["erreur"] == "introuvable"


def test_la_sante_est_bonne_quand_une_vraie_question_a_une_vraie_reponse(client: httpx.Client) -> None:
    assert client.get("/sante").status_code == 200


def test_l_annuaire_est_ouvert_au_schema_data_inclusion(client: httpx.Client) -> None:
    import data_inclusion.schema.v1 as schema

    services = client.get("/api/annuaire/services", params={"commune": "50394", "type": "france-services"}).json()[
        "services"
    ]
    assert services
    for service in services:
        schema.Service.model_validate({c: v for c, v in service.items() if c in schema.Service.model_fields})


@pytest.mark.parametrize("parametres", [{"commune": "99999"}, {"page": "0"}, {"page": "x"}], ids=str)
def test_un_parametre_fautif_de_l_annuaire_est_refuse(client: httpx.Client, parametres: dict[str, str]) -> None:
    assert client.get("/api/annuaire/services", params=parametres).status_code == 400


def test_la_page_d_une_commune_peut_appeler_l_api_depuis_son_site(client: httpx.Client) -> None:
    reponse = client.options("/api/conversations", headers={"Origin": "https://mairie.example"})
    assert reponse.status_code == 204
    assert reponse.headers["Access-Control-Allow-Origin"] == "*"


def test_aucune_phrase_ne_contient_de_somme_qui_ne_vienne_d_un_montant(personne: Personne) -> None:
    message = personne.dit("combien l'ARS pour un enfant de 12 ans")[0]
    (somme,) = re.findall(r"(\d+,\d\d)\s€", message["texte"])
    assert float(somme.replace(",", ".")) == message["montants"][0]["valeur"]
