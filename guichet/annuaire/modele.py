"""The tables of the directory: the data·inclusion v1 schema, plus what it lacks for families."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """Declarative base of the directory's tables."""


class Structure(Base):
    """Who runs services, and where. Coordinates in degrees (WGS 84); hours in OSM syntax."""

    __tablename__ = "structures"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    source: Mapped[str]
    nom: Mapped[str]
    date_maj: Mapped[date]
    adresse: Mapped[str | None]
    code_postal: Mapped[str | None]
    commune: Mapped[str | None]
    code_insee: Mapped[str] = mapped_column(index=True)
    latitude: Mapped[float]
    longitude: Mapped[float]
    telephone: Mapped[str | None]
    courriel: Mapped[str | None]
    site_web: Mapped[str | None]
    horaires_accueil: Mapped[str | None]
    reseaux_porteurs: Mapped[str | None]
    lien_source: Mapped[str | None]


class Service(Base):
    """A service offered by a structure.

    `type_fin`: our finer type (`france-services`, `relais-petite-enfance`…), beside the national
    `type`. `fiabilite`: A official and recent, B official but old, C existence only.
    """

    __tablename__ = "services"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    structure_id: Mapped[str] = mapped_column(ForeignKey("structures.id"))
    source: Mapped[str]
    nom: Mapped[str]
    description: Mapped[str]
    type: Mapped[str | None]
    type_fin: Mapped[str] = mapped_column(index=True)
    thematiques: Mapped[str | None]
    publics: Mapped[str | None]
    publics_precisions: Mapped[str | None]
    telephone: Mapped[str | None]
    horaires_accueil: Mapped[str | None]
    date_maj: Mapped[date]
    fiabilite: Mapped[str]

    structure: Mapped[Structure] = relationship(lazy="joined")
    zones: Mapped[list["Zone"]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class Zone(Base):
    """One code of a service's `zone_eligibilite`: INSEE, EPCI, département, or « france »."""

    __tablename__ = "zones_eligibilite"

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String, primary_key=True, index=True)
