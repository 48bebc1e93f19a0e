"""Which crisis rules misread harmless sentences, and what the model's calm silences: `python -m bancs.regles`.

A rule that misreads one of the harmless examples or lines of `reglage` must be marked `a_confirmer` in
data/urgences/regles.yml; « --marquer » writes the marks. Then, for several values of `calme`, the alarms that the model
would silence on all sets: cries for help, which it should not, and harmless lines, which it should. Needs a model.
"""

import re
import sys
from collections.abc import Iterator

import yaml

from bancs.seuils import EVALUATION
from guichet.chemins import DATA
from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.comprehension import Guichet
from guichet.evaluation.lignes import lire_lignes
from guichet.sujets import est_urgence
from guichet.urgences.detection import REGLES, charger_regles, detecter, entendre, lire

CALME = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05)
_SUJET = re.compile(r"^(\w+):")


def lire_inoffensives() -> Iterator[str]:
    """The training examples and the lines of `reglage` that are no cry for help."""
    for fichier in sorted((DATA / "nlu").rglob("*.yml")):
        for bloc in yaml.safe_load(fichier.read_text(encoding="utf-8"))["nlu"]:
            if not est_urgence(bloc["intent"]):
                yield from (ligne.removeprefix("- ") for ligne in bloc["examples"].splitlines())
    for fichier in sorted((EVALUATION / "reglage").glob("*.csv")):
        yield from (ligne.text for ligne in lire_lignes(fichier) if not est_urgence(ligne.sujet))


def trouver_mal_lues() -> dict[tuple[str, int], list[str]]:
    """The harmless sentences that each rule (subject, rank) misreads."""
    regles = charger_regles()
    mal_lues: dict[tuple[str, int], list[str]] = {}
    for texte in lire_inoffensives():
        for sujet, trouvees in entendre(lire(texte)).items():
            for regle in trouvees:
                mal_lues.setdefault((sujet, regles[sujet].index(regle)), []).append(texte)
    return mal_lues


def marquer(a_marquer: set[tuple[str, int]]) -> None:
    """Adds `a_confirmer: true` under the examples of these rules, and leaves the rest of the file as it is."""
    lignes, sujet, rang = [], "", -1
    for ligne in REGLES.read_text(encoding="utf-8").splitlines():
        if trouve := _SUJET.match(ligne):
            sujet, rang = trouve[1], -1
        rang += ligne.startswith("  - motif:")
        lignes.append(ligne)
        if ligne.startswith("    exemple:") and (sujet, rang) in a_marquer:
            lignes.append("    a_confirmer: true")
    REGLES.write_text("\n".join(lignes) + "\n", encoding="utf-8")


def montrer_ce_que_le_calme_fait_taire() -> None:
    """For each value of `calme`, of the alarms to be confirmed: how many cries are silenced, how many false alarms."""
    cris: list[float] = []
    inoffensives: list[float] = []
    with Analyseur() as analyseur:
        guichet = Guichet(analyseur)
        for fichier in sorted(EVALUATION.rglob("*.csv")):
            for ligne in lire_lignes(fichier):
                if (alarme := detecter(ligne.text)) and alarme.a_confirmer:
                    (cris if est_urgence(ligne.sujet) else inoffensives).append(guichet.analyser(ligne.text).danger)
    print(f"\n| calme | cris tus, sur {len(cris)} | fausses alarmes tues, sur {len(inoffensives)} |\n|---|---|---|")
    for calme in CALME:
        print(f"| {calme} | {sum(d < calme for d in cris)} | {sum(d < calme for d in inoffensives)} |")


def main() -> None:
    regles = charger_regles()
    a_marquer = {cle: lues for cle, lues in trouver_mal_lues().items() if not regles[cle[0]][cle[1]].a_confirmer}
    for (sujet, rang), lues in sorted(a_marquer.items()):
        print(f"{sujet}, règle {rang + 1} ({len(lues)}) : {lues[0]}")
    print(f"{len(a_marquer)} règles à marquer « a_confirmer »")
    if "--marquer" in sys.argv[1:]:
        marquer(set(a_marquer))
    else:
        montrer_ce_que_le_calme_fait_taire()


if __name__ == "__main__":
    main()
