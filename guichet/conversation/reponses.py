"""Answering about a subject: the facet asked, its amounts, the nearest door, its sources."""

from dataclasses import replace
from urllib.parse import urlsplit

from guichet.comprehension.analyse import Analyse
from guichet.conversation.contexte import Contexte, Demande, Message, Outils, Tour
from guichet.conversation.formats import somme
from guichet.conversation.lieux import REGIMES, dire_le_plus_proche, portes, services_pour
from guichet.conversation.messages import (
    bouton,
    boutons_de_fiche,
    message,
    montant_affiche,
    service_affiche,
    sources_affichees,
)
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.droits.fiches import Fiche, charger_fiches
from guichet.droits.montants import Montant, charger_montants
from guichet.sujets import Page, charger_sujets

FACETTE_PAR_DEFAUT = "description"
FACETTES_DE_LIEU = ("contact",)
FACETTES_SELON_LE_REGIME = ("contact", "demarche")
SUJET_DE_LA_CAISSE = "contact_rdv_caf"


def repondre(
    analyse: Analyse, contexte: Contexte, outils: Outils, sujet: str, facette: str | None = None, suite: bool = False
) -> Tour:
    """The answer about a subject; asks for Caf or MSA, or for the commune, when it depends on it."""
    facette = facette or analyse.facette
    contexte = replace(contexte, sujet=sujet, facette=facette, incomprehensions=0, propositions=())
    if sujet == SUJET_DE_LA_CAISSE and facette in FACETTES_SELON_LE_REGIME and not contexte.regime:
        demande = Demande(sujet, facette, raison="demande_regime")
        return Tour([], replace(contexte, demande=demande), demander="regime")
    contexte = replace(contexte, demande=None)
    fiche = charger_fiches().get(sujet)
    reponse = _de_la_fiche(fiche, analyse, contexte, outils, suite) if fiche else _sans_fiche(sujet, contexte, outils)
    contexte = replace(contexte, facette=reponse.get("facette"))
    if facette in FACETTES_DE_LIEU and not contexte.commune_connue:
        return Tour([reponse], replace(contexte, demande=Demande(sujet, facette)), demander="commune")
    return Tour([reponse], contexte)


def proposer_les_autres(tour: Tour, analyse: Analyse, sujet: str) -> Tour:
    """A second subject called by its name in the same message is offered, not lost."""
    autres = [nomme for nomme in analyse.sujets_nommes if nomme != sujet]
    if not autres or not tour.messages:
        return tour
    boutons = [bouton(dire("autre_question", intitule=charger_sujets()[autre].intitule), autre) for autre in autres[:2]]
    reponse = tour.messages[0] | {"boutons": [*boutons, *tour.messages[0].get("boutons", [])]}
    return replace(tour, messages=[reponse, *tour.messages[1:]])


def _de_la_fiche(fiche: Fiche, analyse: Analyse, contexte: Contexte, outils: Outils, suite: bool) -> Message:
    demandee = contexte.facette or FACETTE_PAR_DEFAUT
    nom = demandee if demandee in fiche.facettes else FACETTE_PAR_DEFAUT
    facette = fiche.facettes[nom]
    montants = _montants_pour(facette.montants, analyse)
    phrases = [] if nom == demandee else [dire("facette_sans_objet")]
    phrases += _sommes_pour_vous(montants, analyse, outils)
    phrases.append(facette.suite if suite and facette.suite else facette.texte)
    cartes, proche = _lieux(fiche.services, nom, contexte, outils)
    if proche:
        phrases.append(proche)
    return message(
        "reponse",
        " ".join(phrases),
        sujet=fiche.sujet,
        facette=nom,
        titre=fiche.titre,
        commune=contexte.commune_connue,
        montants=[montant_affiche(m, outils.instant.date()) for m in montants],
        services=cartes,
        sources=sources_affichees([fiche.sources[cle] for cle in facette.sources]),
        liens=list(fiche.liens),
        boutons=_boutons_de_regime(fiche, nom, contexte)
        + boutons_de_fiche(fiche, nom, avec_suite=bool(facette.suite) and not suite),
    )


def _montants_pour(identifiants: tuple[str, ...], analyse: Analyse) -> list[Montant]:
    """The amounts of the family's situation when it was said, all of them otherwise."""
    tous = [charger_montants()[identifiant] for identifiant in identifiants]
    concernes = [m for m in tous if m.concerne(analyse.ages, analyse.nombre_enfants)]
    return concernes or tous


def _sommes_pour_vous(montants: list[Montant], analyse: Analyse, outils: Outils) -> list[str]:
    """« Pour un enfant de 11 à 14 ans : 450,41 € par an. » when the person said for whom."""
    jour = outils.instant.date()
    return [
        dire("montant_pour_vous", libelle=m.libelle, valeur=somme(m.valeur, m.unite))
        for m in montants
        if m.concerne(analyse.ages, analyse.nombre_enfants) and m.est_montrable(jour)
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


def _site(page: Page | None) -> str:
    """« www.caf.fr »: what can be typed by someone who cannot follow a link."""
    return urlsplit(page.url).netloc if page else ""


def _sans_fiche(sujet: str, contexte: Contexte, outils: Outils) -> Message:
    """A subject that nobody has written yet: said, with the official page and the right door."""
    connu = charger_sujets()[sujet]
    cartes, proche = _lieux(connu.services, "contact", contexte, outils)
    cle = "fiche_absente" if connu.page else "fiche_absente_sans_page"
    boutons = [] if contexte.commune_connue else [bouton(titre_de_bouton("lieu"), sujet, facette="contact")]
    return message(
        "reponse",
        " ".join(filter(None, [connu.mot, dire(cle, intitule=connu.intitule, page=_site(connu.page)), proche])),
        sujet=sujet,
        facette=contexte.facette,
        commune=contexte.commune_connue,
        services=cartes,
        liens=[{"titre": connu.page.titre, "url": connu.page.url}] if connu.page else [],
        boutons=[*boutons, bouton(titre_de_bouton("personne"), "parler_humain")],
    )
