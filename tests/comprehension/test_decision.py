"""Answer, clarify, refuse: confidence and margin, emergencies, facets, languages."""

import pytest

from guichet.comprehension.analyse import Analyse, Question
from guichet.comprehension.decision import Issue, choisir_facette, decider
from guichet.comprehension.seuils import Seuils

SEUILS = Seuils(
    repondre=0.3,
    marge=0.1,
    clarifier=0.1,
    refuser=0.3,
    urgence=0.5,
    nom=0.15,
    facette=0.3,
    calme=0.01,
    monde=2.0,
    question=0.8,
)


@pytest.mark.parametrize(
    ("classement", "issue", "intention"),
    [
        pytest.param({"rsa": 0.8, "aah": 0.1}, Issue.REPOND, "rsa", id="un sujet sûr est répondu"),
        pytest.param({"rsa": 0.4, "aah": 0.35}, Issue.CLARIFIE, None, id="deux sujets proches sont proposés"),
        pytest.param({"rsa": 0.1, "aah": 0.1}, Issue.REFUSE, None, id="rien de clair est refusé"),
        pytest.param({"hors_sujet": 0.9}, Issue.REFUSE, "hors_sujet", id="hors sujet est refusé"),
        pytest.param(
            {"rsa": 0.3, "hors_sujet": 0.25}, Issue.REFUSE, None, id="le monde est plus vaste que ses exemples"
        ),
        pytest.param({"rsa": 0.5, "hors_sujet": 0.35}, Issue.REPOND, "rsa", id="mais un sujet sûr reste répondu"),
        pytest.param({"salutation": 0.9}, Issue.DIALOGUE, "salutation", id="un bonjour est du dialogue"),
        pytest.param(
            {"precision_suite": 0.4, "rsa": 0.35},
            Issue.DIALOGUE,
            "precision_suite",
            id="une suite n'a rien à départager",
        ),
        pytest.param(
            {"urgence_suicide": 0.3, "urgence_detresse": 0.25, "rsa": 0.2},
            Issue.URGENCE,
            "urgence_suicide",
            id="deux urgences hésitantes font une urgence",
        ),
        pytest.param(
            {"rsa": 0.55, "urgence_detresse": 0.3},
            Issue.REPOND,
            "rsa",
            id="une urgence peu probable ne coupe pas la parole",
        ),
    ],
)
def test_l_issue(classement: dict[str, float], issue: Issue, intention: str | None) -> None:
    decision = decider(Analyse("…", tuple(classement.items())), SEUILS)
    assert (decision.issue, decision.intention) == (issue, intention)


def test_de_deux_questions_la_premiere_est_repondue() -> None:
    questions = (Question("creche", 0.9), Question("rsa", 0.95))
    decision = decider(Analyse("…", (("rsa", 0.4), ("creche", 0.35)), questions=questions), SEUILS)
    assert (decision.issue, decision.intention) == (Issue.REPOND, "creche")


def test_on_ne_propose_jamais_plus_de_trois_sujets() -> None:
    classement = tuple((sujet, 0.2) for sujet in ("rsa", "aah", "creche", "prime_noel", "adoption"))
    assert len(decider(Analyse("…", classement), SEUILS).propositions) == 3


def test_un_message_dans_une_autre_langue_a_sa_reponse() -> None:
    decision = decider(Analyse("…", (("rsa", 0.9),), langue="en"), SEUILS)
    assert (decision.issue, decision.intention) == (Issue.DIALOGUE, "langue_etrangere")


def test_un_appel_au_secours_passe_avant_la_langue() -> None:
    assert decider(Analyse("…", (("urgence_suicide", 0.9),), langue="en"), SEUILS).issue is Issue.URGENCE


def test_un_ou_deux_mots_ne_suffisent_pas_au_modele_pour_alarmer() -> None:
    classement = (("urgence_sans_abri", 0.9), ("rsa", 0.05))
    assert decider(Analyse("ce soir", classement), SEUILS).issue is Issue.REFUSE
    assert decider(Analyse("je dors dehors", classement), SEUILS).issue is Issue.URGENCE


@pytest.mark.parametrize(
    ("classement", "facette"),
    [
        pytest.param([("montant", 0.8), ("aucune", 0.1)], "montant", id="une facette sûre est retenue"),
        pytest.param([("aucune", 0.6), ("montant", 0.35)], "montant", id="une facette plausible aussi"),
        pytest.param([("aucune", 0.9), ("montant", 0.05)], None, id="une facette improbable ne l'est pas"),
    ],
)
def test_la_facette(classement: list[tuple[str, float]], facette: str | None) -> None:
    assert choisir_facette(classement, SEUILS) == facette


@pytest.mark.parametrize(
    ("nommes", "issue", "intention"),
    [
        pytest.param(("aah",), Issue.REPOND, "aah", id="le nom dit départage"),
        pytest.param(("aah", "rsa"), Issue.CLARIFIE, None, id="deux noms ne départagent pas"),
    ],
)
def test_un_nom_departage(nommes: tuple[str, ...], issue: Issue, intention: str | None) -> None:
    decision = decider(Analyse("…", (("rsa", 0.4), ("aah", 0.35)), sujets_nommes=nommes), SEUILS)
    assert (decision.issue, decision.intention) == (issue, intention)


@pytest.mark.parametrize(
    ("texte", "lieux_dits", "issue"),
    [
        pytest.param("je suis à Hambye", ("hambye",), Issue.DIALOGUE, id="un lieu seul n'est pas hors sujet"),
        pytest.param("horaires déchetterie Hambye", ("hambye",), Issue.REFUSE, id="une question près d'un lieu l'est"),
    ],
)
def test_un_lieu_seul_est_une_information(texte: str, lieux_dits: tuple[str, ...], issue: Issue) -> None:
    assert decider(Analyse(texte, (("hors_sujet", 0.99),), lieux_dits=lieux_dits), SEUILS).issue is issue


def test_une_urgence_peu_probable_n_est_pas_proposee() -> None:
    classement = {"deces_veuvage": 0.22, "contact_rdv_caf": 0.2, "urgence_suicide": 0.15}
    decision = decider(Analyse("mon pc est mort", tuple(classement.items())), SEUILS)
    assert decision.propositions == ("deces_veuvage", "contact_rdv_caf")
