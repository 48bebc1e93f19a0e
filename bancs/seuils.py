"""The curve behind the thresholds: `python -m bancs.seuils`, on tests/evaluation, once the model is trained."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from guichet.chemins import RACINE
from guichet.comprehension.analyse import Analyse
from guichet.comprehension.decision import Decision, Issue, Seuils, decider, seuils
from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.jugement import Jugement
from guichet.evaluation.lignes import Ligne, lire_lignes
from guichet.urgences.detection import detecter

EVALUATION = RACINE / "tests" / "evaluation"
REPONDRE = (0.15, 0.2, 0.28, 0.35, 0.45, 0.6)
URGENCE = (0.25, 0.35, 0.45, 0.6, 0.8)


def juger_tout(lignes: Sequence[tuple[Ligne, Analyse, str | None]], s: Seuils) -> list[Jugement]:
    """What would be decided of each line with these thresholds."""
    return [_juger(ligne, Decision(Issue.URGENCE, u, 1.0) if u else decider(a, s)) for ligne, a, u in lignes]


def _juger(ligne: Ligne, d: Decision) -> Jugement:
    return Jugement(ligne, str(d.issue), d.intention, d.propositions, None, None, d.confiance, 0.0)


def _ligne(nom: str, jugements: Sequence[Jugement]) -> str:
    n = len(jugements)
    justes, clarifies = sum(j.juste for j in jugements), sum(j.clarifie for j in jugements)
    alarmes = sum(j.decision == Issue.URGENCE for j in jugements)
    return f"| {nom} | {n} | {justes / n:.1%} | {(justes + clarifies) / n:.1%} | {alarmes / n:.1%} |"


def main() -> None:
    with Analyseur() as analyseur:
        ensembles = {f.stem: _lire(f, analyseur) for f in sorted(EVALUATION.glob("*.csv"))}
    print("| set | lines | right | right or clarified | emergency answers |\n|---|---|---|---|---|")
    for nom, lignes in ensembles.items():
        print(_ligne(nom, juger_tout(lignes, seuils())))
    ordinaires = [ligne for nom in ("web", "sms", "agents", "editorial") for ligne in ensembles[nom]]
    print("\nanswer from:")
    for valeur in REPONDRE:
        print(_ligne(f"{valeur}", juger_tout(ordinaires, replace(seuils(), repondre=valeur))))
    print("\nemergency from (urgences, then inoffensif):")
    for valeur in URGENCE:
        s = replace(seuils(), urgence=valeur, urgence_en_tete=min(valeur, seuils().urgence_en_tete))
        print(_ligne(f"{valeur}", juger_tout(ensembles["urgences"], s)))
        print(_ligne(f"{valeur}", juger_tout(ensembles["inoffensif"], s)))


def _lire(fichier: Path, analyseur: Analyseur) -> list[tuple[Ligne, Analyse, str | None]]:
    return [(ligne, analyseur.analyser(ligne.text), detecter(ligne.text)) for ligne in lire_lignes(fichier)]


if __name__ == "__main__":
    main()
