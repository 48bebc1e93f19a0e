"""The table of what is written, subject by facet: generated, so that it is never out of date."""

from datetime import date
from pathlib import Path

from guichet.chemins import RACINE
from guichet.comprehension.facettes import FACETTES
from guichet.droits.fiches import Fiche, charger_fiches
from guichet.droits.lettres import lettres_du_sujet
from guichet.droits.montants import charger_montants
from guichet.evenements.modele import evenements_du_sujet
from guichet.sujets import charger_sujets

FICHIER = RACINE / "docs" / "couverture.md"
_ENTETE = """# Ce qui est écrit, sujet par sujet

Tableau produit par `uv run guichet droits couverture` : ne le corrigez pas à la main. État au {jour}.

✓ écrit · s version simple · r différence entre Caf et MSA · € montants montrés · ⊘ montants retenus ·
– sans objet, avec la raison dans la fiche. « relue le » : la plus ancienne lecture d'une de ses sources.
Étapes : un parcours daté. Lettres : un modèle à recopier. Local : les communes en décident une partie.
"""


def tableau(jour: date) -> str:
    """The table in Markdown, with the state of each facet on that day."""
    colonnes = ["sujet", *FACETTES, "étapes", "lettres", "local", "relue le"]
    lignes = [
        f"| {' | '.join(colonnes)} |",
        f"|{'---|' * len(colonnes)}",
        *(_ligne(charger_fiches()[sujet], jour) for sujet in charger_sujets() if sujet in charger_fiches()),
    ]
    return "\n".join([_ENTETE.format(jour=jour.isoformat()), *lignes, ""])


def ecrire(jour: date, fichier: Path = FICHIER) -> int:
    """Writes the table; returns how many fiches it has."""
    fichier.write_text(tableau(jour), encoding="utf-8")
    return len(charger_fiches())


def _ligne(fiche: Fiche, jour: date) -> str:
    sujet = charger_sujets()[fiche.sujet]
    relue = min(source.consulte_le for source in fiche.sources.values())
    cellules = [
        fiche.sujet,
        *(_etat(fiche, facette, jour) for facette in FACETTES),
        "✓" if evenements_du_sujet(fiche.sujet) else "",
        "✓" if lettres_du_sujet(fiche.sujet) else "",
        "✓" if sujet.regles_locales else "",
        relue.isoformat(),
    ]
    return f"| {' | '.join(cellules)} |"


def _etat(fiche: Fiche, nom: str, jour: date) -> str:
    facette = fiche.facettes.get(nom)
    if facette is None:
        return "–"
    montants = [charger_montants()[identifiant] for identifiant in facette.montants]
    montres = sum(montant.est_montrable(jour) for montant in montants)
    marques = [
        "✓",
        "s" if facette.simple else "",
        "r" if facette.selon_le_regime else "",
        f"{montres} €" if montres else "",
        f"{len(montants) - montres} ⊘" if montres < len(montants) else "",
    ]
    return " ".join(filter(None, marques))
