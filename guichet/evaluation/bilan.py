"""Figures over all the lines, in the shape of the contract."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from guichet.comprehension.decision import Issue
from guichet.evaluation.jugement import Jugement
from guichet.sujets import est_urgence


def dresser(jugements: Sequence[Jugement]) -> dict[str, Any]:
    """The JSON of `guichet evaluer`; shares in [0, 1], 0 when nothing was to be judged."""
    par_sujet: dict[str, dict[str, int]] = defaultdict(lambda: {"n": 0, "juste": 0})
    for jugement in jugements:
        par_sujet[jugement.ligne.sujet]["n"] += 1
        par_sujet[jugement.ligne.sujet]["juste"] += jugement.juste
    urgences = [j for j in jugements if est_urgence(j.ligne.sujet)]
    autres = [j for j in jugements if not est_urgence(j.ligne.sujet)]
    return {
        "n": len(jugements),
        "exactitude": _part([j.juste for j in jugements]),
        "clarifies": _part([j.clarifie for j in jugements]),
        "refus": _part([j.decision == Issue.REFUSE for j in jugements]),
        "facettes": _part([j.facette == j.ligne.facette for j in jugements if j.ligne.facette]),
        "communes": _part([j.commune == j.ligne.commune for j in jugements if j.ligne.commune]),
        "urgences": {
            "rappel": _part([j.decision == Issue.URGENCE for j in urgences]),
            "fausses_alertes": _part([j.decision == Issue.URGENCE for j in autres]),
        },
        "par_sujet": dict(sorted(par_sujet.items())),
        "ms_median": round(median(j.ms for j in jugements), 2),
        "lignes": [j.en_json() for j in jugements],
    }


def confusions(jugements: Sequence[Jugement]) -> list[tuple[str, str, int]]:
    """What was expected, what was done instead, how often; most frequent first."""
    comptes: dict[tuple[str, str], int] = defaultdict(int)
    for j in jugements:
        if not j.juste and not j.clarifie:
            comptes[j.ligne.sujet, j.sujet or j.decision] += 1
    return sorted(((a, b, n) for (a, b), n in comptes.items()), key=lambda c: -c[2])


def les_moins_bien_compris(par_sujet: Mapping[str, dict[str, int]]) -> list[tuple[str, dict[str, int]]]:
    """The subjects with at least one line missed, smallest share of right answers first."""
    manques = [(sujet, compte) for sujet, compte in par_sujet.items() if compte["juste"] < compte["n"]]
    return sorted(manques, key=lambda c: (c[1]["juste"] / c[1]["n"], -c[1]["n"]))


def comparer(jugements: Mapping[str, Sequence[Jugement]]) -> dict[str, dict[str, float]]:
    """The same lines judged by several: shares in [0, 1], and the median time of a line.

    `parmi_trois`: answered right, or an accepted subject among the (at most three) first ones.
    """
    return {
        nom: {
            "exactitude": _part([j.juste for j in juges]),
            "parmi_trois": _part([j.juste or bool(set(j.propositions) & set(j.ligne.acceptes)) for j in juges]),
            "refus": _part([j.decision == Issue.REFUSE for j in juges]),
            "ms_median": round(median(j.ms for j in juges), 2),
        }
        for nom, juges in jugements.items()
    }


def _part(oui: Sequence[bool]) -> float:
    return round(sum(oui) / len(oui), 4) if oui else 0.0
