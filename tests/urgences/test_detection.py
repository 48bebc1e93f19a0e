"""The crisis net: what must alarm, what must not, and what a broken rule says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.chemins import DATA, RACINE
from guichet.comprehension.normalisation import normaliser
from guichet.erreurs import ErreurDeDonnees
from guichet.evaluation.lignes import lire_lignes
from guichet.sujets import charger_sujets, est_urgence
from guichet.texte import plier
from guichet.urgences.detection import MOTS, REGLES, SANS_DANGER, charger_regles, detecter

ICI = Path(__file__).parent
# The rules are the net when the model is down: they hear danger that is said, the model hears hints: docs/mesures.md.
RAPPEL_MINIMAL, EXPLICITE = 0.85, "explicite"
# Of the harmless training sentences, among which four thousand were written with alarming words on purpose: what may
# alarm whatever the model says, and what may alarm when there is no model to confirm it.
PART_DE_FAUSSES_ALERTES, PART_A_CONFIRMER = 0.0003, 0.006


def _lire(fichier: Path) -> dict[str, Any]:
    contenu: dict[str, Any] = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    return contenu


SOURCE = {sujet: regles for sujet, regles in _lire(REGLES).items() if sujet != MOTS}
ALARMES = _lire(ICI / "alarmes.yml")
SANS_ALARME = _lire(ICI / "sans_alarme.yml")


def _entendre(texte: str) -> str | None:
    alarme = detecter(texte)
    return alarme.sujet if alarme else None


PRIORITE = [sujet for sujet in SOURCE if sujet != SANS_DANGER]


def _cas(par_sujet: dict[str, list[str]]) -> list[Any]:
    paires = [(sujet, texte) for sujet, textes in par_sujet.items() for texte in textes]
    return [pytest.param(sujet, texte, id=f"{sujet}: {plier(texte)}") for sujet, texte in paires]


EXEMPLES = {sujet: [regle["exemple"] for regle in regles] for sujet, regles in SOURCE.items()}
EXEMPLES_D_URGENCE = {sujet: textes for sujet, textes in EXEMPLES.items() if sujet != SANS_DANGER}
INOFFENSIFS = {SANS_DANGER: EXEMPLES[SANS_DANGER], **SANS_ALARME}


def test_every_emergency_has_rules_and_nothing_else() -> None:
    assert set(PRIORITE) == {sujet for sujet in charger_sujets() if est_urgence(sujet)}
    assert all(10 <= len(SOURCE[sujet]) <= 50 for sujet in PRIORITE)


def test_the_lists_are_large_and_are_not_the_examples() -> None:
    exemples = {plier(texte) for textes in EXEMPLES.values() for texte in textes}
    alarmes = {plier(texte) for textes in ALARMES.values() for texte in textes}
    inoffensifs = {plier(texte) for textes in SANS_ALARME.values() for texte in textes}
    assert len(alarmes) >= 600
    assert len(inoffensifs) >= 600
    assert not exemples & (alarmes | inoffensifs)


@pytest.mark.parametrize(("sujet", "texte"), _cas(EXEMPLES_D_URGENCE) + _cas(ALARMES))
def test_alarm(sujet: str, texte: str) -> None:
    trouve = _entendre(texte)
    assert trouve in PRIORITE[: PRIORITE.index(sujet) + 1], f"{trouve} : {plier(texte)}"


@pytest.mark.parametrize(("sujet", "texte"), _cas(INOFFENSIFS))
def test_no_alarm(sujet: str, texte: str) -> None:
    assert detecter(texte) is None, sujet


@pytest.mark.parametrize(
    ("sujet", "rang", "regle"),
    [
        pytest.param(sujet, rang, regle, id=f"{sujet} {rang + 1}: {plier(regle['exemple'])}")
        for sujet, regles in SOURCE.items()
        for rang, regle in enumerate(regles)
    ],
)
def test_each_pattern_reads_its_own_example(sujet: str, rang: int, regle: dict[str, str]) -> None:
    assert charger_regles()[sujet][rang].motif.search(plier(normaliser(regle["exemple"])))


def test_an_idiom_does_not_hide_a_real_alarm() -> None:
    assert _entendre("ce dossier me tue, et mon mari me frappe") == "urgence_violence"
    assert _entendre("je suis morte de fatigue, j'ai envie de mourir") == "urgence_suicide"
    assert _entendre("il me tape sur les nerfs et il me tape tout court") == "urgence_violence"


def test_what_can_kill_soonest_is_answered_first() -> None:
    assert _entendre("mon mari me frappe et j'ai envie de mourir") == "urgence_suicide"
    assert _entendre("mon mari me frappe, je dors dans ma voiture avec les enfants") == "urgence_violence"
    assert _entendre("on est à la rue, je suis à bout") == "urgence_sans_abri"


def test_what_is_also_said_calmly_is_to_be_confirmed() -> None:
    calme, sure = detecter("deux heures au téléphone, j'ai failli mourir de vieillesse"), detecter("mon mari me frappe")
    assert calme is not None
    assert calme.a_confirmer
    assert sure is not None


def test_few_words_always_alarm() -> None:
    alarme = detecter("jss a la rue")
    assert alarme is not None
    assert not alarme.a_confirmer


def test_one_rule_that_alarms_for_sure_is_enough() -> None:
    alarme = detecter("on dort dans la voiture et j'ai avalé tous les cachets, autant en finir avec la vie")
    assert alarme is not None
    assert not alarme.a_confirmer


@pytest.mark.parametrize("texte", ["", "?!", "🙂", "a" * 5000, "je " * 2000])
def test_text_without_words_or_very_long(texte: str) -> None:
    assert detecter(texte) is None


def _lignes(fichier: Path) -> Iterator[tuple[str, str]]:
    for bloc in _lire(fichier)["nlu"]:
        for ligne in bloc.get("examples", "").splitlines():
            texte = re.sub(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})", r"\1", ligne.removeprefix("- ").strip())
            yield bloc.get("intent", ""), texte


def test_few_false_alarms_on_the_training_sentences() -> None:
    ordinaires = [
        texte
        for fichier in sorted((DATA / "nlu").rglob("*.yml"))
        for intention, texte in _lignes(fichier)
        if not est_urgence(intention)
    ]
    alarmes = [(texte, alarme) for texte in ordinaires if (alarme := detecter(texte))]
    sures = [texte for texte, alarme in alarmes if not alarme.a_confirmer]
    assert len(sures) <= PART_DE_FAUSSES_ALERTES * len(ordinaires), "\n".join(sures)
    assert len(alarmes) <= PART_A_CONFIRMER * len(ordinaires), "\n".join(texte for texte, _ in alarmes)


@pytest.mark.parametrize("sujet", PRIORITE)
def test_danger_said_in_so_many_words_is_heard_without_a_model(sujet: str) -> None:
    fichiers = sorted((RACINE / "tests" / "evaluation").rglob("urgences*.csv"))
    lignes = [ligne for fichier in fichiers for ligne in lire_lignes(fichier)]
    textes = [ligne.text for ligne in lignes if ligne.sujet == sujet and ligne.genre == EXPLICITE]
    manques = [texte for texte in textes if detecter(texte) is None]
    assert len(manques) <= (1 - RAPPEL_MINIMAL) * len(textes), "\n".join(manques)


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        ("urgence_suicide: [{motif: '(', exemple: stop}]\nsans_danger: []", "urgence_suicide, règle 1 : « stop »"),
        ("urgence_suicide: []\nsans_danger: [{motif: a}]", "sans_danger, règle 1"),
        ("urgence_suicide: [envie]\nsans_danger: []", "urgence_suicide, règle 1"),
        ("creche: []\nsans_danger: []", "« creche » n'est pas une urgence"),
        ("urgence_suicide: []", "« sans_danger »"),
        ("- a", "« sans_danger »"),
        ("a: [", "illisible"),
        ("urgence_suicide: [{motif: <corde>, exemple: stop}]\nsans_danger: []", "règle 1 : fragment « corde » inconnu"),
        ("mots: {a: <b>, b: c}\nsans_danger: []", "mots, « a » : fragment « b » inconnu"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, contenu: str, dit: str) -> None:
    fichier = tmp_path / "regles.yml"
    fichier.write_text(contenu, encoding="utf-8")
    with pytest.raises(ErreurDeDonnees, match=re.escape(dit)):
        charger_regles(fichier)


def test_a_fragment_is_expanded_in_fragments_and_patterns(tmp_path: Path) -> None:
    fichier = tmp_path / "regles.yml"
    fichier.write_text(
        "mots: {pere: papa|pere, parent: <pere>|maman}\n"
        "urgence_enfant_danger: [{motif: <parent> me tape, exemple: maman me tape}]\nsans_danger: []",
        encoding="utf-8",
    )
    (regle,) = charger_regles(fichier)["urgence_enfant_danger"]
    assert regle.motif.search("papa me tape")
    assert not regle.motif.search("papa")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ErreurDeDonnees, match=r"regles\.yml"):
        charger_regles(tmp_path / "regles.yml")
