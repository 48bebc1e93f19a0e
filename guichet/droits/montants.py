"""Amounts as families receive them, compiled from OpenFisca, each with its date and reference.

Definitions are in `data/droits/montants/<sujet>.yml`; `compiler` turns them, at each OpenFisca
release, into `data/droits/montants.json`, which is all that answering reads.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from guichet.chemins import DATA
from guichet.droits.formules import calculer
from guichet.erreurs import ErreurDeDonnees, ErreurGuichet

DEFINITIONS = DATA / "droits" / "montants"
COMPILES = DATA / "droits" / "montants.json"
CRDS = "prelevements_sociaux.contributions_sociales.crds"
_CENTIME = Decimal("0.01")
_CLES = {"libelle", "unite", "parametres", "formule", "net_crds", "revalorisation", "pour", "reference", "valable"}


@dataclass(frozen=True)
class Famille:
    """What is known of a family that amounts depend on: ages in years, number of children, in a couple or not."""

    ages: tuple[int, ...] = ()
    enfants: int | None = None
    couple: bool | None = None


@dataclass(frozen=True)
class Montant:
    """An amount. `valeur` in `unite` (« € par mois »…); `depuis`: the day since which it holds.

    `revalorisations`: per parameter that is revalued each year, the day since which it holds and
    the month-day of its revaluation. `jusqu_au`: the last day, when it is for a time (a school year).
    `pour`: the family situation it is for.
    """

    id: str
    sujet: str
    libelle: str
    unite: str
    valeur: Decimal
    depuis: date
    reference: dict[str, str]
    revalorisations: tuple[tuple[date, str], ...]
    pour: dict[str, Any]
    jusqu_au: date | None = None

    def est_montrable(self, jour: date) -> bool:
        """False once its time is over, or a yearly revaluation has passed that the value does not reflect."""
        return self.echeance_depassee(jour) is None

    def echeance_depassee(self, jour: date) -> date | None:
        """The day since which the value is out of date, the latest one; None while it holds."""
        depassees = [
            echeance
            for depuis, mois_jour in self.revalorisations
            if depuis < (echeance := derniere_echeance(mois_jour, jour))
        ]
        if self.jusqu_au and jour > self.jusqu_au:
            depassees.append(self.jusqu_au)
        return max(depassees, default=None)

    def concerne(self, famille: Famille) -> bool:
        """Whether it is for that family, as far as is known: for some age or number of children, at least."""
        tranche, nombre = self.pour.get("age_enfant"), self.pour.get("enfants")
        if None not in (famille.couple, self.pour.get("couple")) and famille.couple != self.pour["couple"]:
            return False
        if famille.ages and tranche:
            return any(tranche[0] <= age <= tranche[1] for age in famille.ages)
        if famille.enfants is not None and nombre:
            return bool(nombre[0] <= famille.enfants <= nombre[1])
        return False


def derniere_echeance(mois_jour: str, jour: date) -> date:
    """The last « 04-01 » on or before a day."""
    mois, quantieme = (int(partie) for partie in mois_jour.split("-"))
    echeance = date(jour.year, mois, quantieme)
    return echeance if echeance <= jour else date(jour.year - 1, mois, quantieme)


def charger_definitions(dossier: Path = DEFINITIONS) -> dict[str, dict[str, Any]]:
    """All definitions by identifier, with their `sujet`. Raises ErreurDeDonnees."""
    definitions: dict[str, dict[str, Any]] = {}
    for fichier in sorted(dossier.glob("*.yml")):
        try:
            contenu = yaml.safe_load(fichier.read_text(encoding="utf-8")) or {}
        except yaml.YAMLError as cause:
            raise ErreurDeDonnees(fichier, f"YAML illisible ({cause})") from cause
        for identifiant, definition in contenu.items():
            if inconnues := definition.keys() - _CLES:
                raise ErreurDeDonnees(fichier, f"{identifiant} : clés inconnues {sorted(inconnues)}")
            if manquantes := {"libelle", "unite", "parametres"} - definition.keys():
                raise ErreurDeDonnees(fichier, f"{identifiant} : il manque {sorted(manquantes)}")
            if identifiant in definitions:
                raise ErreurDeDonnees(fichier, f"{identifiant} est défini deux fois")
            definitions[identifiant] = {**definition, "sujet": fichier.stem}
    return definitions


def compiler(jour: date, dossier: Path = DEFINITIONS, sortie: Path = COMPILES) -> int:
    """Reads every parameter on that day and writes the compiled file; returns how many amounts.

    Raises ErreurGuichet on a dead path, an unreadable formula or a missing reference.
    """
    from guichet.droits.openfisca import version_du_paquet

    montants = {i: _compiler_un(i, d, jour) for i, d in charger_definitions(dossier).items()}
    contenu = {"source": version_du_paquet(), "valeurs_au": jour.isoformat(), "montants": montants}
    sortie.write_text(json.dumps(contenu, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(montants)


def _compiler_un(identifiant: str, definition: dict[str, Any], jour: date) -> dict[str, Any]:
    from guichet.droits.openfisca import lire_parametre

    valable = definition.get("valable") or {}
    lu_au = valable.get("lu_au", jour)
    lus = {alias: lire_parametre(chemin, lu_au) for alias, chemin in definition["parametres"].items()}
    valeurs = {alias: Decimal(str(parametre.valeur)) for alias, parametre in lus.items()}
    valeur = calculer(definition.get("formule") or next(iter(valeurs)), valeurs)
    if definition.get("net_crds"):
        valeur = net_de_crds(valeur, Decimal(str(lire_parametre(CRDS, jour).valeur)))
    valeur = valeur.quantize(_CENTIME, ROUND_HALF_UP)
    par_anciennete = sorted(lus.values(), key=lambda p: p.depuis, reverse=True)
    references = [r for p in par_anciennete for r in p.references if r["titre"] and r["url"]]
    if not references and not definition.get("reference"):
        raise ErreurGuichet(f"{identifiant} n'a aucune référence légale dans OpenFisca : ne le montrez pas.")
    return {
        "sujet": definition["sujet"],
        "libelle": definition["libelle"],
        "unite": definition["unite"],
        "valeur": str(valeur),
        "depuis": valable.get("du", par_anciennete[0].depuis).isoformat(),
        "jusqu_au": valable["au"].isoformat() if valable else None,
        "reference": definition.get("reference") or references[0],
        "parametres": [p.chemin for p in lus.values()],
        "revalorisations": [
            [lus[alias].depuis.isoformat(), mois_jour]
            for alias, mois_jour in (definition.get("revalorisation") or {}).items()
        ],
        "pour": definition.get("pour") or {},
    }


def net_de_crds(brut: Decimal, taux: Decimal) -> Decimal:
    """What the Caf pays: the CRDS is truncated to the cent (151.80 gross → 0.75 → 151.05 paid).

    The gross is not rounded before: 461.998 − 2.30 makes the 459.70 that is published for a full PreParE.
    """
    return brut - (brut * taux).quantize(_CENTIME, ROUND_DOWN)


@lru_cache(maxsize=2)
def charger_montants(fichier: Path = COMPILES) -> dict[str, Montant]:
    """The compiled amounts by identifier. Raises ErreurDeDonnees when the file is missing or broken."""
    try:
        contenu = json.loads(fichier.read_text(encoding="utf-8"))
        return {identifiant: _montant(identifiant, m) for identifiant, m in contenu["montants"].items()}
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ErreurDeDonnees(fichier, f"illisible ({cause}) : lancez « guichet droits compiler »") from cause


def _montant(identifiant: str, m: dict[str, Any]) -> Montant:
    return Montant(
        id=identifiant,
        sujet=m["sujet"],
        libelle=m["libelle"],
        unite=m["unite"],
        valeur=Decimal(m["valeur"]),
        depuis=date.fromisoformat(m["depuis"]),
        reference=m["reference"],
        revalorisations=tuple((date.fromisoformat(depuis), jour) for depuis, jour in m["revalorisations"]),
        pour=m["pour"],
        jusqu_au=date.fromisoformat(m["jusqu_au"]) if m["jusqu_au"] else None,
    )
