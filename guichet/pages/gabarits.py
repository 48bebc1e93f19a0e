"""The templates of `web/gabarits/`: everything is escaped, an unknown name is an error."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guichet.chemins import WEB
from guichet.conversation.formats import somme
from guichet.dates import date_en_toutes_lettres
from guichet.territoire import charger_territoire
from guichet.texte import de_commune

_INSECABLE = "\u00a0"


@lru_cache(maxsize=1)
def _environnement() -> Environment:
    environnement = Environment(
        loader=FileSystemLoader(WEB / "gabarits"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environnement.filters |= {
        "date": date_en_toutes_lettres,
        "somme": lambda valeur, unite: somme(Decimal(str(valeur)), unite),
        "typographie": _typographie,
        "de_commune": de_commune,
    }
    environnement.globals["territoire"] = charger_territoire().nom
    return environnement


def rendre(gabarit: str, **valeurs: Any) -> str:
    """The HTML of a template."""
    return _environnement().get_template(gabarit).render(**valeurs)


def _typographie(texte: str) -> str:
    """A line never starts with a colon or a question mark."""
    return re.sub(r" ([:;?!»])", _INSECABLE + r"\1", texte).replace("« ", "«" + _INSECABLE)
