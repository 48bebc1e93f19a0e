"""Finding a place: which kind, near which commune; asked when it is not known, never guessed."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.noms import trouver_types_de_service
from guichet.conversation.contexte import Contexte, Demande, Outils, Tour
from guichet.conversation.lieux import dire_le_plus_proche, portes, services_pour
from guichet.conversation.messages import message, service_affiche
from guichet.conversation.phrases import dire
from guichet.territoire import charger_territoire

ORIENTATION = "orientation_service"
MAIRIE = "mairie"
FRANCE_SERVICES = "france-services"
TYPES_PAR_DEFAUT = (FRANCE_SERVICES, "ccas", MAIRIE)


def orienter(analyse: Analyse, contexte: Contexte, outils: Outils, types: tuple[str, ...] = ()) -> Tour:
    """The nearest services of the kinds named in the message, of the general doors otherwise."""
    types = types or tuple(trouver_types_de_service(analyse.texte)) or TYPES_PAR_DEFAUT
    contexte = replace(contexte, sujet=ORIENTATION, facette="contact", incomprehensions=0, propositions=())
    code_insee = contexte.commune_connue
    if not code_insee:
        return Tour([], replace(contexte, demande=Demande(ORIENTATION, "contact", types)), demander="commune")
    contexte = replace(contexte, demande=Demande(ORIENTATION, "contact", types))
    if outils.annuaire is None:
        return Tour(
            [message("indisponible", dire("annuaire_indisponible"), sujet=ORIENTATION, commune=code_insee)], contexte
        )
    return Tour([_services_trouves(types, code_insee, contexte, outils)], contexte)


def _services_trouves(types: tuple[str, ...], code_insee: str, contexte: Contexte, outils: Outils) -> dict[str, object]:
    services = services_pour(portes(types, contexte.regime), code_insee, outils)
    phrases = []
    if services:
        phrases.append(dire_le_plus_proche(services, code_insee))
    else:
        services = services_pour([MAIRIE], code_insee, outils, limite=1)
        cle = "services_aucun" if services else "services_aucun_du_tout"
        phrases.append(dire(cle, commune=charger_territoire().commune(code_insee).nom))
    return message(
        "services",
        " ".join(phrases),
        sujet=ORIENTATION,
        facette="contact",
        commune=code_insee,
        services=[service_affiche(s) for s in services],
    )


def dire_hors_territoire(
    lieu: str, code_insee: str | None, demande: Demande, contexte: Contexte, outils: Outils
) -> Tour:
    """A town that is not ours: said, with its mairie when the directory knows it; the request stays."""
    portes_de_la_commune = services_pour([MAIRIE, FRANCE_SERVICES], code_insee, outils, limite=2) if code_insee else []
    cle = "commune_hors_territoire_avec_lieux" if portes_de_la_commune else "commune_hors_territoire"
    reponse = message(
        "services",
        dire(cle, lieu=lieu),
        sujet=demande.sujet,
        facette="contact",
        commune=code_insee,
        services=[service_affiche(s) for s in portes_de_la_commune],
    )
    contexte = replace(contexte, sujet=demande.sujet, facette="contact", commune=None, demande=demande)
    return Tour([reponse], contexte)
