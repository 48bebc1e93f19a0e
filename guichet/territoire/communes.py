"""The communes of the département and the perimeter of the convention."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guichet.chemins import DATA
from guichet.erreurs import ErreurDeDonnees


@dataclass(frozen=True)
class Commune:
    """A commune of today. Coordinates in degrees (WGS 84) of its chef-lieu. Source: Insee."""

    code_insee: str
    nom: str
    codes_postaux: tuple[str, ...]
    code_epci: str
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True)
class AncienneCommune:
    """A former or delegated commune: people still say its name."""

    nom: str
    code_insee_actuel: str


@dataclass(frozen=True)
class Territoire:
    """A perimeter (some intercommunalités) inside a département whose communes are all known."""

    nom: str
    departement: str
    nom_departement: str
    intercommunalites: dict[str, str]
    communes: dict[str, Commune]
    anciennes: tuple[AncienneCommune, ...]
    reglages: dict[str, Any] = field(repr=False)

    def commune(self, code_insee: str) -> Commune:
        """The commune of an INSEE code of the département; KeyError if there is none."""
        return self.communes[code_insee]

    def contient(self, code_insee: str) -> bool:
        """Whether that commune is one of the convention's."""
        commune = self.communes.get(code_insee)
        return commune is not None and commune.code_epci in self.intercommunalites

    def communes_du_territoire(self) -> list[Commune]:
        return [c for c in self.communes.values() if self.contient(c.code_insee)]

    def communes_du_code_postal(self, code_postal: str) -> list[Commune]:
        """Most populated first; a postal code is often shared by a dozen communes."""
        trouvees = [c for c in self.communes.values() if code_postal in c.codes_postaux]
        return sorted(trouvees, key=lambda c: -c.population)


def charger_territoire(dossier: Path = DATA / "territoire") -> Territoire:
    """Reads `territoire.yml`, `communes.csv` and `communes_anciennes.csv`.

    Raises ErreurDeDonnees with file, line and reason when one of them breaks a rule.
    """
    return _charger(dossier)


@lru_cache(maxsize=4)
def _charger(dossier: Path) -> Territoire:
    reglages = _lire_reglages(dossier / "territoire.yml")
    communes = {c.code_insee: c for c in _lire_communes(dossier / "communes.csv")}
    return Territoire(
        nom=reglages["nom"],
        departement=reglages["departement"],
        nom_departement=reglages["nom_departement"],
        intercommunalites={e["code"]: e["nom"] for e in reglages["intercommunalites"]},
        communes=communes,
        anciennes=tuple(_lire_anciennes(dossier / "communes_anciennes.csv", communes)),
        reglages=reglages,
    )


def _lire_reglages(fichier: Path) -> dict[str, Any]:
    try:
        reglages: dict[str, Any] = yaml.safe_load(fichier.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as cause:
        raise ErreurDeDonnees(fichier, f"fichier illisible ({cause})") from cause
    for cle in ("nom", "departement", "nom_departement", "intercommunalites", "contact_de_secours"):
        if not reglages.get(cle):
            raise ErreurDeDonnees(fichier, f"« {cle} » manque")
    return reglages


def _lignes(fichier: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with fichier.open(encoding="utf-8", newline="") as flux:
            yield from enumerate(csv.DictReader(flux), start=2)
    except OSError as cause:
        raise ErreurDeDonnees(fichier, "fichier introuvable") from cause


def _lire_communes(fichier: Path) -> Iterator[Commune]:
    for ligne, rangee in _lignes(fichier):
        try:
            yield Commune(
                code_insee=rangee["code_insee"],
                nom=rangee["nom"],
                codes_postaux=tuple(rangee["codes_postaux"].split("|")),
                code_epci=rangee["code_epci"],
                population=int(rangee["population"]),
                latitude=float(rangee["latitude"]),
                longitude=float(rangee["longitude"]),
            )
        except (KeyError, ValueError, AttributeError) as cause:
            raise ErreurDeDonnees(fichier, f"commune illisible ({cause})", ligne) from cause


def _lire_anciennes(fichier: Path, communes: dict[str, Commune]) -> Iterator[AncienneCommune]:
    for ligne, rangee in _lignes(fichier):
        code = rangee.get("code_insee_actuel")
        if code not in communes:
            raise ErreurDeDonnees(fichier, f"commune actuelle inconnue : {code}", ligne)
        yield AncienneCommune(rangee["nom"], code)
