"""Questions that only the person's own file could answer: « où en est mon dossier ? »."""

import re
from functools import lru_cache

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.texte import plier


@lru_cache(maxsize=1)
def _motif() -> re.Pattern[str]:
    motifs = lire_yaml(DATA / "comprehension" / "dossier.yml")["motifs"]
    return re.compile(rf"\b(?:{'|'.join(motifs)})\b")


def parle_de_son_dossier(texte: str) -> bool:
    """Whether the message asks about a file that we cannot see."""
    return bool(_motif().search(plier(texte)))
