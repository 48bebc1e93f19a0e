"""Answer, clarify, refuse: confidence and margin, names, emergencies."""

import pytest

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.decision import Issue, Seuils, decider

SEUILS = Seuils(repondre=0.3, marge=0.1, clarifier=0.1, refuser=0.3, urgence=0.5, urgence_en_tete=0.4, nom=0.15)


@pytest.mark.parametrize(
    ("classement", "nommes", "issue", "intention"),
    [
        pytest.param({"rsa": 0.8, "aah": 0.1}, (), Issue.REPOND, "rsa", id="un sujet sûr est répondu"),
        pytest.param({"rsa": 0.4, "aah": 0.35}, (), Issue.CLARIFIE, None, id="deux sujets proches sont proposés"),
        pytest.param({"rsa": 0.4, "aah": 0.35}, ("aah",), Issue.REPOND, "aah", id="le nom dit départage"),
        pytest.param(
            {"rsa": 0.4, "aah": 0.35}, ("aah", "rsa"), Issue.CLARIFIE, None, id="deux noms ne départagent pas"
        ),
        pytest.param({"rsa": 0.1, "aah": 0.1}, (), Issue.REFUSE, None, id="rien de clair est refusé"),
        pytest.param({"hors_sujet": 0.9}, (), Issue.REFUSE, "hors_sujet", id="hors sujet est refusé"),
        pytest.param({"salutation": 0.9}, (), Issue.DIALOGUE, "salutation", id="un bonjour est du dialogue"),
        pytest.param(
            {"urgence_suicide": 0.3, "urgence_detresse": 0.25, "rsa": 0.2},
            (),
            Issue.URGENCE,
            "urgence_suicide",
            id="deux urgences hésitantes font une urgence",
        ),
        pytest.param(
            {"rsa": 0.55, "urgence_detresse": 0.3},
            (),
            Issue.REPOND,
            "rsa",
            id="une urgence peu probable ne coupe pas la parole",
        ),
    ],
)
def test_l_issue(classement: dict[str, float], nommes: tuple[str, ...], issue: Issue, intention: str | None) -> None:
    decision = decider(Analyse("…", tuple(classement.items()), sujets_nommes=nommes), SEUILS)
    assert (decision.issue, decision.intention) == (issue, intention)


def test_on_ne_propose_jamais_plus_de_trois_sujets() -> None:
    classement = tuple((sujet, 0.2) for sujet in ("rsa", "aah", "creche", "prime_noel", "adoption"))
    assert len(decider(Analyse("…", classement), SEUILS).propositions) == 3
