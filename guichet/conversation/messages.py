"""The shapes of the messages of the HTTP contract, before the gateway seals their buttons."""

import json
from datetime import date
from typing import Any

from guichet.annuaire.recherche import ServiceProche
from guichet.conversation.contexte import Message
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.dates import date_en_toutes_lettres
from guichet.droits.fiches import Fiche, Source
from guichet.droits.montants import Montant, derniere_echeance

FACETTES_PROPOSEES = ("conditions", "montant", "demarche", "justificatifs", "versement", "contact")
FACETTES_DE_LA_CONVENTION = ("description", "contact")  # there is nothing to ask for
_BOUTONS_MAX = 4


def message(type_: str, texte: str, **champs: Any) -> Message:
    """A message without its empty fields."""
    return {"type": type_, "texte": texte, **{cle: v for cle, v in champs.items() if v not in (None, [], ())}}


def bouton(titre: str, intention: str, **entites: str) -> dict[str, str]:
    """A quick reply. `charge` is what Rasa receives; the gateway replaces it by an opaque token."""
    donnees = json.dumps(entites, ensure_ascii=False) if entites else ""
    return {"titre": titre, "charge": f"/{intention}{donnees}"}


def boutons_de_fiche(fiche: Fiche, facette: str, avec_suite: bool) -> list[dict[str, str]]:
    """The rest of the fiche, one tap away."""
    boutons = []
    if avec_suite:
        boutons.append(bouton(titre_de_bouton("suite"), fiche.sujet, facette=facette, suite="oui"))
    proposees = FACETTES_DE_LA_CONVENTION if fiche.sujet.startswith("ctg_") else FACETTES_PROPOSEES
    autres = [f for f in proposees if f in fiche.facettes and f != facette]
    boutons += [bouton(titre_de_bouton(f), fiche.sujet, facette=f) for f in autres]
    return boutons[:_BOUTONS_MAX] + [b for b in boutons[_BOUTONS_MAX:] if b["titre"] == titre_de_bouton("contact")]


def montant_affiche(montant: Montant, jour: date) -> dict[str, Any]:
    """An amount as shown: withheld, with the reason, when a revaluation has passed it by."""
    affiche: dict[str, Any] = {
        "libelle": montant.libelle,
        "valeur": float(montant.valeur),
        "unite": montant.unite,
        "depuis": montant.depuis.isoformat(),
        "reference": montant.reference,
    }
    if not montant.est_montrable(jour):
        depassees = [
            derniere_echeance(mj, jour)
            for depuis, mj in montant.revalorisations
            if depuis < derniere_echeance(mj, jour)
        ]
        affiche |= {"valeur": None, "texte": dire("montant_retenu", echeance=date_en_toutes_lettres(max(depassees)))}
    return affiche


def service_affiche(service: ServiceProche) -> dict[str, Any]:
    """A service card. A doubtful record shows neither its phone nor its address."""
    carte: dict[str, Any] = {
        "id": service.id,
        "type": service.type_fin,
        "nom": service.nom,
        "commune": service.commune,
        "distance_km": service.distance_km,
        "ouvert": service.ouverture.ouvert,
        "ouverture": service.ouverture.texte,
        "prochaine_ouverture": service.ouverture.prochaine.isoformat() if service.ouverture.prochaine else None,
        "verifie_le": service.verifie_le.isoformat(),
        "a_verifier": not service.est_sur,
    }
    if not service.est_douteux:
        carte |= {"telephone": service.telephone, "adresse": service.adresse}
    return carte


def sources_affichees(sources: list[Source]) -> list[dict[str, str]]:
    return [{"titre": s.titre, "url": s.url, "consulte_le": s.consulte_le.isoformat()} for s in sources]
