"""What answers are made with: the present instant and the directory, opened once."""

from functools import lru_cache

from sqlalchemy import Engine

from guichet.annuaire.base import ouvrir
from guichet.conversation.contexte import Outils
from guichet.dates import maintenant
from guichet.erreurs import ErreurGuichet


@lru_cache(maxsize=1)
def _annuaire() -> Engine:
    return ouvrir()


def preparer_outils() -> Outils:
    """Tools for one turn; without the directory when it cannot be read, so that the rest is answered."""
    try:
        return Outils(instant=maintenant(), annuaire=_annuaire())
    except ErreurGuichet:
        return Outils(instant=maintenant())
