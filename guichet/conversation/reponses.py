"""Answering about a subject: the facet asked, its amounts, the nearest door, its sources."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse, Question
from guichet.comprehension.autres_questions import autres_questions, facette_de
from guichet.comprehension.dossier import parle_de_son_dossier
from guichet.comprehension.situation import trouver_rang_d_un_enfant
from guichet.conversation.contexte import Contexte, Demande, Message, Outils, Tour
from guichet.conversation.formats import somme
from guichet.conversation.lieux import REGIMES, dire_le_plus_proche, portes, services_pour
from guichet.conversation.local import dire_la_regle, dire_qu_elle_manque, tarifs_affiches
from guichet.conversation.messages import (
    SIMPLE,
    SUITE,
    bouton,
    boutons_de_fiche,
    lien_de_la_fiche,
    message,
    montant_affiche,
    service_affiche,
    sources_affichees,
)
from guichet.conversation.phrases import dire
from guichet.droits.fiches import Facette, Fiche, charger_fiches
from guichet.droits.montants import Famille, Montant, charger_montants
from guichet.sujets import charger_sujets
from guichet.territoire.regles import regle_pour

FACETTE_PAR_DEFAUT = "description"
FACETTES_DE_LIEU = ("contact",)
FACETTES_SELON_LE_REGIME = ("contact", "demarche")
SUJET_DE_LA_CAISSE = "contact_rdv_caf"
AUTRES_PROPOSES = 2


def repondre(analyse: Analyse, contexte: Contexte, outils: Outils, sujet: str, facette: str | None = None) -> Tour:
    """The answer about a subject; asks for Caf or MSA, or for the commune, when it depends on it."""
    facette = facette or facette_de(analyse, sujet)
    mot = charger_sujets()[sujet].mot if sujet != contexte.sujet else ""
    contexte = replace(contexte, sujet=sujet, facette=facette, incomprehensions=0, propositions=())
    if sujet == SUJET_DE_LA_CAISSE and facette in FACETTES_SELON_LE_REGIME and not contexte.regime:
        demande = Demande(sujet, facette, raison="demande_regime")
        return Tour([], replace(contexte, demande=demande), demander="regime")
    contexte = replace(contexte, demande=None)
    reponse = _de_la_fiche(charger_fiches()[sujet], analyse, contexte, outils, mot)
    contexte = replace(contexte, facette=reponse.get("facette"))
    if facette in FACETTES_DE_LIEU and not contexte.commune_connue:
        return Tour([reponse], replace(contexte, demande=Demande(sujet, facette)), demander="commune")
    return Tour([reponse], contexte)


def proposer_les_autres(tour: Tour, analyse: Analyse, sujet: str) -> Tour:
    """A second subject of the same message is offered, not lost."""
    autres = autres_questions(analyse, sujet)[:AUTRES_PROPOSES]
    if not autres or not tour.messages:
        return tour
    premier, *suite = tour.messages
    annonce = dire("autre_question_annoncee", intitule=charger_sujets()[autres[0].sujet].intitule)
    boutons = [*(_bouton_d_une_autre(question) for question in autres), *premier.get("boutons", [])]
    return replace(tour, messages=[premier | {"texte": f"{premier['texte']} {annonce}", "boutons": boutons}, *suite])


def _bouton_d_une_autre(question: Question) -> dict[str, str]:
    titre = dire("autre_question", intitule=charger_sujets()[question.sujet].intitule)
    return bouton(titre, question.sujet, **({"facette": question.facette} if question.facette else {}))


def _de_la_fiche(fiche: Fiche, analyse: Analyse, contexte: Contexte, outils: Outils, mot: str) -> Message:
    demandee = contexte.facette or FACETTE_PAR_DEFAUT
    nom = demandee if demandee in fiche.facettes else FACETTE_PAR_DEFAUT
    facette = fiche.facettes[nom]
    regle = None if analyse.geste else regle_pour(fiche.sujet, contexte.commune_connue, nom)
    famille = _famille(analyse, contexte)
    montants = _montants_pour(facette.montants, famille)
    cartes, proche = _lieux(fiche.services, nom, contexte, outils)
    phrases = [
        mot,
        dire("dossier_invisible") if parle_de_son_dossier(analyse.texte) and not _est_du_dossier(fiche.sujet) else "",
        "" if nom == demandee else dire("facette_sans_objet"),
        *_sommes_pour_vous(montants, famille, outils),
        dire_la_regle(regle) if regle else _texte(facette, analyse.geste),
        "" if regle or analyse.geste else facette.selon_le_regime.get(contexte.regime or "", ""),
        "" if regle or analyse.geste else dire_qu_elle_manque(fiche.sujet, nom, contexte.commune_connue, outils),
        proche,
    ]
    return message(
        "reponse",
        " ".join(filter(None, phrases)),
        sujet=fiche.sujet,
        facette=nom,
        titre=fiche.titre,
        commune=contexte.commune_connue,
        local={"zone": regle.zone, "nom": regle.nom_de_la_zone} if regle else None,
        montants=[
            *(tarifs_affiches(regle, outils.instant.date()) if regle else []),
            *(montant_affiche(m, outils.instant.date()) for m in montants),
        ],
        services=cartes,
        sources=sources_affichees([*(regle.sources if regle else ()), *(fiche.sources[c] for c in facette.sources)]),
        liens=[*fiche.liens, lien_de_la_fiche(fiche.sujet)],
        boutons=_boutons_de_regime(fiche, nom, contexte) + boutons_de_fiche(fiche, nom, analyse.geste),
    )


def _texte(facette: Facette, geste: str | None) -> str:
    return {SUITE: facette.suite, SIMPLE: facette.simple}.get(geste or "", "") or facette.texte


def _est_du_dossier(sujet: str) -> bool:
    """These fiches say by themselves that nobody here sees the file."""
    return charger_sujets()[sujet].groupe == "dossier"


def _famille(analyse: Analyse, contexte: Contexte) -> Famille:
    """What this message says of the family, or else what the conversation has said before."""
    dits = contexte.deja_dit.get("enfants")
    ages, couple = tuple(sorted(dits or (), reverse=True)), contexte.deja_dit.get("couple")
    if rang := trouver_rang_d_un_enfant(analyse.texte):  # « et pour mon deuxième ? »
        return Famille(analyse.ages or ages[rang - 1 : rang], rang, couple)
    nombre = analyse.nombre_enfants
    if nombre is None and dits is not None and not analyse.ages:
        nombre = len(dits)
    return Famille(analyse.ages or (ages if analyse.nombre_enfants is None else ()), nombre, couple)


def _montants_pour(identifiants: tuple[str, ...], famille: Famille) -> list[Montant]:
    """The amounts of the family's situation when it was said, all of them otherwise."""
    tous = [charger_montants()[identifiant] for identifiant in identifiants]
    return [m for m in tous if m.concerne(famille)] or tous


def _sommes_pour_vous(montants: list[Montant], famille: Famille, outils: Outils) -> list[str]:
    """« Pour un enfant de 11 à 14 ans : 450,41 € par an. » when the person said for whom."""
    jour = outils.instant.date()
    return [
        dire("montant_pour_vous", libelle=m.libelle, valeur=somme(m.valeur, m.unite))
        for m in montants
        if m.concerne(famille) and m.est_montrable(jour)
    ]


def _lieux(
    types: tuple[str, ...], facette: str | None, contexte: Contexte, outils: Outils
) -> tuple[list[dict[str, object]], str]:
    """Cards and a sentence: three doors when a place is asked, the first one otherwise."""
    code_insee = contexte.commune_connue
    if not code_insee:
        return [], ""
    est_un_lieu = facette in FACETTES_DE_LIEU
    if outils.annuaire is None:
        return [], dire("annuaire_indisponible") if est_un_lieu else ""
    services = services_pour(portes(types, contexte.regime), code_insee, outils, limite=3 if est_un_lieu else 1)
    phrase = dire_le_plus_proche(services, code_insee) if services and est_un_lieu else ""
    return [service_affiche(s) for s in services], phrase


def _boutons_de_regime(fiche: Fiche, facette: str, contexte: Contexte) -> list[dict[str, str]]:
    if contexte.regime or facette not in FACETTES_SELON_LE_REGIME or not set(REGIMES) <= set(fiche.organismes):
        return []
    return [bouton(dire(f"regime_{regime}"), fiche.sujet, facette=facette, regime=regime) for regime in REGIMES]
