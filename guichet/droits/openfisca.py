"""Reading single parameters of OpenFisca-France, without loading the whole tax-benefit system."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from openfisca_core.parameters import load_parameter_file

from guichet.erreurs import ErreurGuichet

PAQUET = "openfisca-france"


@dataclass(frozen=True)
class Parametre:
    """A parameter at a date: its value, the day since which it holds, its legal references."""

    chemin: str
    valeur: float
    depuis: date
    references: tuple[dict[str, str], ...]


def version_du_paquet() -> str:
    return f"{PAQUET} {version(PAQUET)}"


def lire_parametre(chemin: str, jour: date) -> Parametre:
    """The parameter of that dotted path as it holds on that day.

    Raises ErreurGuichet when the path is dead or has no value on that day.
    """
    noeud = _noeud(chemin)
    passees = [v for v in noeud.values_list if v.instant_str <= jour.isoformat() and v.value is not None]
    if not passees:
        raise ErreurGuichet(f"le paramètre {chemin} n'a pas de valeur au {jour:%d/%m/%Y}")
    en_vigueur = max(passees, key=lambda v: v.instant_str)
    return Parametre(
        chemin,
        float(en_vigueur.value),
        date.fromisoformat(en_vigueur.instant_str),
        _references(noeud, en_vigueur.instant_str),
    )


@lru_cache(maxsize=512)
def _noeud(chemin: str) -> Any:
    lieu = racine_des_parametres()
    noms = chemin.split(".")
    for rang, nom in enumerate(noms):
        lieu = lieu / nom
        if lieu.is_dir():
            continue
        fichier = lieu.with_name(f"{nom}.yaml")
        if not fichier.exists():
            break
        noeud: Any = load_parameter_file(str(fichier), ".".join(noms[: rang + 1]))
        for enfant in noms[rang + 1 :]:
            noeud = getattr(noeud, "children", {}).get(enfant)
        if noeud is None or not hasattr(noeud, "values_list"):
            break
        return noeud
    raise ErreurGuichet(f"le paramètre {chemin} n'existe pas dans {version_du_paquet()}")


def racine_des_parametres() -> Path:
    paquet = find_spec("openfisca_france")
    if paquet is None or paquet.origin is None:
        raise ErreurGuichet("OpenFisca-France n'est pas installé : lancez « uv sync ».")
    return Path(paquet.origin).parent / "parameters"


def _references(noeud: Any, instant: str) -> tuple[dict[str, str], ...]:
    """The references of that date; OpenFisca keeps them keyed by date, in a list, or as one entry."""
    references = (noeud.metadata or {}).get("reference")
    if isinstance(references, dict) and not ({"title", "href"} & references.keys()):
        par_date = {str(cle): valeur for cle, valeur in references.items()}
        references = par_date.get(instant)
    liste = references if isinstance(references, list) else [references]
    return tuple(
        {"titre": entree.get("title", ""), "url": entree.get("href", "")}
        for entree in liste
        if isinstance(entree, dict)
    )
