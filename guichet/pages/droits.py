"""The pages of the fiches: the index, one fiche, the same rule across communes."""

from datetime import date
from typing import Any

from guichet.comprehension.facettes import FACETTES
from guichet.conversation.local import FACETTES_LOCALES, tarifs_affiches
from guichet.conversation.messages import montant_affiche
from guichet.conversation.phrases import nom_du_groupe, question_de_facette
from guichet.droits.fiches import Facette, Fiche, charger_fiches
from guichet.droits.lettres import charger_lettres, lettres_du_sujet
from guichet.droits.montants import charger_montants
from guichet.evenements.modele import charger_evenements, evenements_du_sujet
from guichet.pages.gabarits import rendre
from guichet.sujets import charger_sujets
from guichet.territoire import charger_territoire
from guichet.territoire.comparaison import comparer
from guichet.territoire.regles import regle_pour


def page_d_accueil() -> str:
    """Every fiche by group, every checklist, every letter."""
    sujets = charger_sujets()
    groupes: dict[str, list[Fiche]] = {}
    for sujet in sujets.values():
        if fiche := charger_fiches().get(sujet.sujet):
            groupes.setdefault(nom_du_groupe(sujet.groupe), []).append(fiche)
    return rendre(
        "accueil.html",
        groupes=groupes,
        evenements=list(charger_evenements().values()),
        lettres=list(charger_lettres().values()),
    )


def page_de_fiche(sujet: str, jour: date, code_insee: str | None = None) -> str | None:
    """All that is said on a subject, with the same amounts; None when there is no such fiche.

    `code_insee`: a commune of the territory, whose own rules then come first.
    """
    fiche = charger_fiches().get(sujet)
    if fiche is None:
        return None
    return rendre(
        "fiche.html",
        fiche=fiche,
        facettes=[_facette(fiche, nom, jour, code_insee) for nom in FACETTES if nom in fiche.facettes],
        commune=charger_territoire().commune(code_insee) if code_insee else None,
        regles_locales=charger_sujets()[sujet].regles_locales,
        numeros=fiche.numeros,
        sources=list(fiche.sources.values()),
        evenements=evenements_du_sujet(sujet),
        lettres=lettres_du_sujet(sujet),
        jour=jour,
    )


def page_des_communes(sujet: str, jour: date) -> str | None:
    """Where the rule differs from one commune to the next; None on what communes do not decide."""
    connu = charger_sujets().get(sujet)
    if connu is None or not connu.regles_locales:
        return None
    groupes = [
        {
            "regles": [{"regle": r, "tarifs": tarifs_affiches(r, jour)} for r in groupe.regles],
            "communes": groupe.communes,
        }
        for groupe in comparer(sujet)
    ]
    return rendre("communes.html", fiche=charger_fiches()[sujet], groupes=groupes)


def _facette(fiche: Fiche, nom: str, jour: date, code_insee: str | None) -> dict[str, Any]:
    facette: Facette = fiche.facettes[nom]
    regle = regle_pour(fiche.sujet, code_insee, nom)
    return {
        "nom": nom,
        "question": question_de_facette(nom),
        "facette": facette,
        "regle": regle,
        "tarifs": tarifs_affiches(regle, jour) if regle else [],
        "manque": bool(code_insee) and regle is None and nom in FACETTES_LOCALES,
        "montants": [
            (charger_montants()[identifiant], montant_affiche(charger_montants()[identifiant], jour))
            for identifiant in facette.montants
        ],
    }
