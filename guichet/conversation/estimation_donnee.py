"""An estimate as a message: what may be due, how much, why, what was assumed and what was not computed."""

from collections.abc import Sequence
from typing import Any

from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.estimation import ESTIMER, FINAL, SUJET
from guichet.conversation.formats import fourchette
from guichet.conversation.lieux import portes, services_pour
from guichet.conversation.messages import bouton, lien_de_la_fiche, message, service_affiche
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.droits.fiches import charger_fiches
from guichet.estimation.resultat import AideEstimee, Estimation
from guichet.sujets import charger_sujets

_AIDES_PROPOSEES = 4


def conclure(estimation: Estimation, compris: Sequence[str], contexte: Contexte, outils: Outils) -> Tour:
    """The estimate as a message: what is likely, what is to be checked, what was assumed and left out."""
    fiche = charger_fiches()[SUJET]
    montrees = [aide for aide in estimation.aides if aide.etat != "peu_probable"]
    reponse = message(
        "reponse",
        f"{dire('estimation_compris', compris=' ; '.join(compris))} {_resumer(estimation.aides)}",
        sujet=SUJET,
        facette="montant",
        titre=dire("estimation_titre"),
        commune=contexte.commune_connue,
        conservation=FINAL,
        avertissement=dire("estimation_pas_une_decision"),
        compris=list(compris),
        estimations=[_aide_affichee(aide) for aide in estimation.aides],
        hypotheses=list(estimation.hypotheses),
        non_calcules=[
            {"sujet": sujet, "intitule": charger_sujets()[sujet].intitule, "raison": raison}
            for sujet, raison in estimation.non_calcules
        ],
        services=_services(fiche.services, contexte, outils),
        liens=[*fiche.liens, lien_de_la_fiche(SUJET)],
        boutons=_suites(montrees),
    )
    return Tour([reponse], contexte)


def renoncer(contexte: Contexte) -> Tour:
    """The computation is not available: said, with the official simulators."""
    fiche = charger_fiches()[SUJET]
    boutons = [bouton(titre_de_bouton("recommencer_estimation"), SUJET, geste=ESTIMER)]
    excuse = message(
        "indisponible",
        dire("estimation_indisponible"),
        sujet=SUJET,
        conservation=FINAL,
        liens=list(fiche.liens),
        boutons=boutons,
    )
    return Tour([excuse], contexte)


def _resumer(aides: Sequence[AideEstimee]) -> str:
    """What is likely, then what is to be checked, in two sentences; never without saying that it decides nothing."""
    probables = [aide for aide in aides if aide.etat == "probable"]
    a_verifier = [aide for aide in aides if aide.etat == "a_verifier"]
    phrases = [
        dire("estimation_probables", aides=" ; ".join(map(_dire_une_aide, probables)))
        if probables
        else dire("estimation_rien_de_probable")
    ]
    if a_verifier:
        phrases.append(dire("estimation_a_verifier", aides=" ; ".join(map(_dire_une_aide, a_verifier))))
    return " ".join([*phrases, dire("estimation_pas_une_decision")])


def _dire_une_aide(aide: AideEstimee) -> str:
    somme = fourchette(aide.minimum, aide.maximum, aide.unite)
    return f"{aide.libelle}, {somme}" if somme else aide.libelle


def _aide_affichee(aide: AideEstimee) -> dict[str, Any]:
    return {
        "aide": aide.aide,
        "sujet": aide.sujet,
        "libelle": aide.libelle,
        "minimum": None if aide.minimum is None else int(aide.minimum),
        "maximum": None if aide.maximum is None else int(aide.maximum),
        "unite": aide.unite,
        "somme": "" if aide.etat == "peu_probable" else fourchette(aide.minimum, aide.maximum, aide.unite),
        "etat": aide.etat,
        "pourquoi": aide.pourquoi,
    }


def _suites(aides: Sequence[AideEstimee]) -> list[dict[str, str]]:
    sujets = list(dict.fromkeys(aide.sujet for aide in aides))[:_AIDES_PROPOSEES]
    boutons = [
        bouton(dire("aide_a_demander", intitule=charger_sujets()[sujet].intitule), sujet, facette="demarche")
        for sujet in sujets
    ]
    return [*boutons, bouton(titre_de_bouton("recommencer_estimation"), SUJET, geste=ESTIMER)]


def _services(types: tuple[str, ...], contexte: Contexte, outils: Outils) -> list[dict[str, object]]:
    if not contexte.commune_connue:
        return []
    trouves = services_pour(portes(types, contexte.regime), contexte.commune_connue, outils, limite=1)
    return [service_affiche(service) for service in trouves]
