"""The figures and the curve of docs/mesures.md: `python -m bancs.seuils`, once the model is trained.

`tests/evaluation/reglage` chose the thresholds; `tests/evaluation/epreuve` did not.
"""

from collections.abc import Sequence
from dataclasses import replace

from guichet.chemins import RACINE
from guichet.comprehension.analyse import Analyse
from guichet.comprehension.autres_questions import autres_questions
from guichet.comprehension.decision import Issue
from guichet.comprehension.seuils import Seuils, seuils
from guichet.conversation.reponses import AUTRES_PROPOSES
from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.comprehension import Guichet, conclure
from guichet.evaluation.jugement import Jugement, constater
from guichet.evaluation.lignes import Ligne, lire_lignes

EVALUATION = RACINE / "tests" / "evaluation"
ORDINAIRES = ("web", "sms", "agents", "editorial")
TOURS = ("", "_2", "_3", "_4", "_5", "_6", "_7")  # the sets of `reglage`, in the order they were written
REPONDRE = (0.25, 0.35, 0.45, 0.55, 0.65, 0.75)
MARGE = (0.0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
URGENCE = (0.2, 0.25, 0.28, 0.33, 0.4, 0.6)

Lues = Sequence[tuple[Ligne, Analyse]]


def juger_tout(lignes: Lues, s: Seuils) -> list[Jugement]:
    """What would be decided of each line with these thresholds."""
    return [constater(ligne, conclure(analyse, ligne.text, s)) for ligne, analyse in lignes]


def _rangee(nom: str, jugements: Sequence[Jugement]) -> str:
    def part(oui: Sequence[bool]) -> str:
        return f"{sum(oui) / len(oui):.1%}" if oui else ""

    return " | ".join(
        [
            f"| {nom}",
            str(len(jugements)),
            part([j.juste for j in jugements]),
            part([j.juste or j.clarifie for j in jugements]),
            part([j.decision == Issue.REFUSE for j in jugements]),
            part([j.decision == Issue.URGENCE for j in jugements]),
            part([j.facette == j.ligne.facette for j in jugements if j.ligne.facette]),
            part([j.commune == j.ligne.commune for j in jugements if j.ligne.commune]) + " |",
        ]
    )


def _deux_questions(lignes: Lues) -> str:
    """Of messages that ask about two subjects: one answered, the other offered beside it."""
    repondus = [(ligne, conclure(a, ligne.text).decision.intention or "", a) for ligne, a in lignes]
    repondus = [(ligne, sujet, a) for ligne, sujet, a in repondus if sujet in ligne.acceptes]
    deux = [
        sujet
        for ligne, sujet, a in repondus
        if {q.sujet for q in autres_questions(a, sujet)[:AUTRES_PROPOSES]} & (set(ligne.acceptes) - {sujet})
    ]
    return f"{len(lignes)} messages, {len(repondus)} with one answered, {len(deux)} with the other offered"


def main() -> None:
    with Analyseur() as analyseur:
        guichet = Guichet(analyseur)
        ensembles = {
            f"{f.parent.name}/{f.stem}": [(ligne, guichet.analyser(ligne.text)) for ligne in lire_lignes(f)]
            for f in sorted(EVALUATION.rglob("*.csv"))
        }
    print("| set | lines | right | right or clarified | refused | emergency answers | facets | communes |")
    print("|---|---|---|---|---|---|---|---|")
    for nom, lignes in ensembles.items():
        print(_rangee(nom, juger_tout(lignes, seuils())))
        for genre in sorted({ligne.genre for ligne, _ in lignes} - {""}):
            print(_rangee(f"{nom}, {genre}", juger_tout([lue for lue in lignes if lue[0].genre == genre], seuils())))
    ordinaires = [ligne for nom in ORDINAIRES for tour in TOURS for ligne in ensembles[f"reglage/{nom}{tour}"]]
    print("\nanswer from:")
    for valeur in REPONDRE:
        print(_rangee(f"{valeur}", juger_tout(ordinaires, replace(seuils(), repondre=valeur))))
    print("\nmargin over the second:")
    for valeur in MARGE:
        print(_rangee(f"{valeur}", juger_tout(ordinaires, replace(seuils(), marge=valeur))))
    print("\nemergency from (urgences, then inoffensif):")
    for valeur in URGENCE:
        s = replace(seuils(), urgence=valeur)
        for nom in ("urgences", "inoffensif"):
            lues = [lue for tour in TOURS for lue in ensembles[f"reglage/{nom}{tour}"]]
            print(_rangee(f"{valeur}", juger_tout(lues, s)))
    print("\ntwo questions:", _deux_questions(ensembles["reglage/deux_questions"]))


if __name__ == "__main__":
    main()
