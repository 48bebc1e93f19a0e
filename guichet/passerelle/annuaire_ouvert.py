"""The directory as open data, in the data·inclusion v1 schema plus our finer type."""

from typing import Any

from sanic import HTTPResponse, Request, Sanic, json
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from guichet.annuaire.chargement import LISTE
from guichet.annuaire.modele import Service, Zone
from guichet.passerelle import refus
from guichet.territoire import charger_territoire

PAGE_MAX = 100
_LISTES = ("thematiques", "publics")
_COLONNES_DU_SERVICE = (
    "id",
    "structure_id",
    "source",
    "nom",
    "description",
    "type",
    "type_fin",
    *_LISTES,
    "publics_precisions",
    "horaires_accueil",
    "fiabilite",
)
_COLONNES_DU_LIEU = (
    "adresse",
    "code_postal",
    "commune",
    "code_insee",
    "latitude",
    "longitude",
    "courriel",
    "lien_source",
)


def routes_de_l_annuaire(app: Sanic, annuaire: Engine) -> None:
    """`GET /api/annuaire/services?commune=&type=&page=`: 100 services a page."""

    @app.get("/api/annuaire/services")
    async def services(request: Request) -> HTTPResponse:
        requete = select(Service).order_by(Service.id)
        if type_fin := request.args.get("type"):
            requete = requete.where(Service.type_fin == type_fin)
        if commune := request.args.get("commune"):
            requete = requete.where(Service.zones.any(Zone.code.in_(_zones(commune))))
        page = _page(request.args.get("page", "1"))
        with Session(annuaire) as session:
            trouves = session.scalars(requete.limit(PAGE_MAX).offset((page - 1) * PAGE_MAX)).unique()
            return json({"page": page, "services": [en_data_inclusion(s) for s in trouves]})


def en_data_inclusion(service: Service) -> dict[str, Any]:
    """A service with the place of its structure; lists are lists, dates are ISO."""
    champs = {colonne: getattr(service, colonne) for colonne in _COLONNES_DU_SERVICE}
    champs |= {colonne: getattr(service.structure, colonne) for colonne in _COLONNES_DU_LIEU}
    champs |= {colonne: champs[colonne].split(LISTE) if champs[colonne] else [] for colonne in _LISTES}
    champs["telephone"] = service.telephone or service.structure.telephone
    champs["zone_eligibilite"] = [zone.code for zone in service.zones]
    champs["date_maj"] = service.date_maj.isoformat()
    return champs


def _zones(code_insee: str) -> tuple[str, ...]:
    territoire = charger_territoire()
    if code_insee not in territoire.communes:
        raise refus.mauvaise_demande(
            "commune_inconnue", "Donnez le code Insee d'une commune de la Manche, par exemple 50394."
        )
    return code_insee, territoire.commune(code_insee).code_epci, territoire.departement, "france"


def _page(texte: str) -> int:
    if not texte.isdecimal() or int(texte) < 1:
        raise refus.mauvaise_demande("page_invalide", "« page » est un nombre à partir de 1.")
    return int(texte)
