"""Which facet of a subject is asked: deterministic patterns, kept as readable data.

Each pattern that is found is a clue; the strongest one says the facet. The main question mostly
comes last, so a clue found in the last clause is worth more, and the later of two equal clues
wins.
"""

import re
from functools import lru_cache

import yaml

from guichet.chemins import DATA
from guichet.texte import plier

FACETTES = ("description", "conditions", "montant", "demarche", "justificatifs", "versement", "recours", "contact")

_BONUS_FIN = 2
_FRAGMENT = re.compile(r"<(\w+)>")
_FIN_DE_PROPOSITION = re.compile(r"[.!?;:,»\"]+(?=\s)|\s-\s")
# Punctuation is lost when a text is folded: the question mark is read as a word of its own.
_POINT_D_INTERROGATION = " interrogation "


@lru_cache(maxsize=1)
def _motifs() -> list[tuple[str, int, re.Pattern[str]]]:
    fichier = DATA / "comprehension" / "facettes.yml"
    contenu = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    fragments: dict[str, str] = contenu["fragments"]

    def compiler(motifs: list[str]) -> re.Pattern[str]:
        complet = _FRAGMENT.sub(lambda appel: f"(?:{fragments[appel.group(1)]})", "|".join(motifs))
        return re.compile(rf"\b(?:{complet})\b")

    return [
        (facette, regle["poids"], compiler(regle["motifs"]))
        for facette, regles in contenu["facettes"].items()
        for regle in regles
    ]


def _lire(texte: str) -> tuple[str, int]:
    """The folded message, and where its last clause begins."""
    propositions = [p for p in _FIN_DE_PROPOSITION.split(texte) if plier(p)]
    fin = plier(propositions[-1]) if propositions else ""
    plie = plier(texte.replace("?", _POINT_D_INTERROGATION))
    return plie, max(plie.rfind(fin), 0)


def trouver_facette(texte: str) -> str | None:
    """The facet that the message asks for, or None: « combien l'ARS » → "montant"."""
    plie, debut_de_fin = _lire(texte)
    meilleur, choix = (0, 0), None
    for facette, poids, motif in _motifs():
        for indice in motif.finditer(plie):
            force = (poids + _BONUS_FIN * (indice.end() > debut_de_fin), indice.end())
            if force > meilleur:
                meilleur, choix = force, facette
    return choix
