"""The right doors near a commune, for a subject."""

from collections.abc import Sequence
from itertools import islice

from guichet.annuaire.recherche import RESULTATS_MAX, ServiceProche, chercher
from guichet.conversation.contexte import Outils
from guichet.conversation.formats import kilometres
from guichet.conversation.phrases import dire
from guichet.territoire import charger_territoire
from guichet.texte import de_commune

REGIMES = ("caf", "msa")
SURE = "france-services"


def portes(types: Sequence[str], regime: str | None) -> tuple[str, ...]:
    """The kinds of service to look for: never the Caf's desk for someone of the MSA, nor the reverse."""
    autre = {"caf": "msa", "msa": "caf"}.get(regime or "")
    return tuple(type_ for type_ in types if type_ != autre)


def services_pour(
    types: Sequence[str], code_insee: str, outils: Outils, limite: int = RESULTATS_MAX
) -> list[ServiceProche]:
    """One service of each kind in their order of use, then more of the first kind; nearest first at last.

    Empty when the directory cannot be read: the answer says so.
    """
    if outils.annuaire is None or not types:
        return []
    if len(types) == 1:
        retenus = chercher(outils.annuaire, code_insee, types, outils.instant, limite)
    else:
        premiers = (chercher(outils.annuaire, code_insee, [type_], outils.instant, limite=1)[:1] for type_ in types)
        retenus = list(islice((service for trouves in premiers for service in trouves), limite))
    if retenus and all(service.est_douteux for service in retenus):  # somebody who can be called
        retenus = [
            *retenus[: max(1, limite - 1)],
            *chercher(outils.annuaire, code_insee, [SURE], outils.instant, limite=1)[:1],
        ]
    return sorted(retenus, key=lambda s: (s.est_douteux, s.distance_km))[:limite]


def dire_le_plus_proche(services: Sequence[ServiceProche], code_insee: str) -> str:
    """One or two sentences: the nearest door, whether it is open, and an open one when it is closed."""
    commune = charger_territoire().commune(code_insee)
    premier = services[0]
    phrases = [
        dire(
            "services_proche",
            de_commune=de_commune(commune.nom),
            nom=premier.nom,
            ou=kilometres(premier.distance_km),
            ouverture=premier.ouverture.texte.capitalize(),
        )
    ]
    if premier.ouverture.ouvert is False:
        ouvert = next((s for s in services[1:] if s.ouverture.ouvert), None)
        if ouvert:
            phrases.append(dire("services_ouvert_ailleurs", nom=ouvert.nom, ou=kilometres(ouvert.distance_km)))
    if premier.est_douteux:
        phrases.append(dire("services_douteux"))
    return " ".join(phrases)
