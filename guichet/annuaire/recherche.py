"""The nearest services for a commune: few, sure ones first, with whether they are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from guichet.annuaire.distance import distance_km
from guichet.annuaire.horaires import Ouverture, ouverture
from guichet.annuaire.modele import Service, Zone
from guichet.territoire import Commune, charger_territoire

RESULTATS_MAX = 3
A_PORTEE_KM = 25.0
DOUTEUX = "C"


@dataclass(frozen=True)
class ServiceProche:
    """A service seen from a commune. `distance_km` as the crow flies; `verifie_le`: of the record."""

    id: str
    type_fin: str
    nom: str
    commune: str
    adresse: str | None
    telephone: str | None
    site_web: str | None
    distance_km: float
    ouverture: Ouverture
    verifie_le: date
    fiabilite: str

    @property
    def est_sur(self) -> bool:
        return self.fiabilite == "A"

    @property
    def est_douteux(self) -> bool:
        return self.fiabilite == DOUTEUX


def chercher(
    engine: Engine, code_insee: str, types: Sequence[str], instant: datetime, limite: int = RESULTATS_MAX
) -> list[ServiceProche]:
    """At most `limite` services of these types whose eligibility zone covers the commune.

    Nearest first, a doubtful record (C) never before a sure one. When none of them is open and
    another within reach (25 km) is, that one takes the last place. KeyError on an unknown commune.
    """
    commune = charger_territoire().commune(code_insee)
    proches = sorted((_vu_de(commune, s, instant) for s in _eligibles(engine, commune, types)), key=_rang)
    retenus = proches[:limite]
    if not any(service.ouverture.ouvert for service in retenus):
        ouvert = next((s for s in proches[limite:] if _est_ouvert_et_a_portee(s)), None)
        if ouvert:
            retenus = [*retenus[: max(1, limite - 1)], ouvert]
    return retenus


def _est_ouvert_et_a_portee(service: ServiceProche) -> bool:
    return bool(service.ouverture.ouvert) and service.distance_km <= A_PORTEE_KM and not service.est_douteux


def _rang(service: ServiceProche) -> tuple[bool, float, str]:
    return service.est_douteux, service.distance_km, service.id


def _eligibles(engine: Engine, commune: Commune, types: Sequence[str]) -> list[Service]:
    zones = (commune.code_insee, commune.code_epci, charger_territoire().departement, "france")
    requete = select(Service).join(Zone).where(Service.type_fin.in_(types), Zone.code.in_(zones)).distinct()
    with Session(engine) as session:
        return list(session.scalars(requete).unique())


def _vu_de(commune: Commune, service: Service, instant: datetime) -> ServiceProche:
    structure = service.structure
    distance = distance_km(commune.latitude, commune.longitude, structure.latitude, structure.longitude)
    return ServiceProche(
        id=service.id,
        type_fin=service.type_fin,
        nom=service.nom,
        commune=structure.commune or "",
        adresse=structure.adresse,
        telephone=service.telephone or structure.telephone,
        site_web=structure.site_web,
        distance_km=round(distance, 1),
        ouverture=ouverture(service.horaires_accueil, instant),
        verifie_le=service.date_maj,
        fiabilite=service.fiabilite,
    )
