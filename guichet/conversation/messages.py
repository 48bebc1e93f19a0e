"""The shapes of the messages of the HTTP contract, before the gateway seals their buttons."""

import json
from datetime import date
from typing import Any

from guichet.annuaire.recherche import ServiceProche
from guichet.conversation.contexte import Message
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.dates import date_en_toutes_lettres
from guichet.droits.fiches import Fiche
from guichet.droits.lettres import lettres_du_sujet
from guichet.droits.montants import Montant
from guichet.droits.sources import Source
from guichet.evenements.modele import Evenement, evenements_du_sujet

FACETTES_PROPOSEES = ("conditions", "montant", "demarche", "justificatifs", "versement", "contact")
FACETTES_DE_LA_CONVENTION = ("description", "contact")  # there is nothing to ask for
FACETTES_DES_LETTRES = ("description", "recours", "demarche")
SUITE, SIMPLE, PARCOURS, LETTRE = "suite", "simple", "parcours", "lettre"  # gestes
# On a message from Rasa to the gateway: the model hears no danger in what is answered (docs/adr/0012).
CALME = "calme"
_BOUTONS_MAX = 5


def message(type_: str, texte: str, **champs: Any) -> Message:
    """A message without its empty fields."""
    return {"type": type_, "texte": texte, **{cle: v for cle, v in champs.items() if v not in (None, [], ())}}


def bouton(titre: str, intention: str, **entites: str) -> dict[str, str]:
    """A quick reply. `charge` is what Rasa receives; the gateway replaces it by an opaque token."""
    donnees = json.dumps(entites, ensure_ascii=False) if entites else ""
    return {"titre": titre, "charge": f"/{intention}{donnees}"}


def boutons_de_fiche(fiche: Fiche, facette: str, geste: str | None = None) -> list[dict[str, str]]:
    """The rest of the fiche, one tap away. `geste`: what of that facet is being shown, if not its text."""
    boutons = []
    ecrite = fiche.facettes.get(facette)
    if ecrite and ecrite.suite and geste != SUITE:
        boutons.append(bouton(titre_de_bouton(SUITE), fiche.sujet, facette=facette, geste=SUITE))
    if ecrite and ecrite.simple and geste != SIMPLE:
        boutons.append(bouton(titre_de_bouton(SIMPLE), fiche.sujet, facette=facette, geste=SIMPLE))
    boutons += [bouton_de_parcours(evenement, fiche.sujet) for evenement in evenements_du_sujet(fiche.sujet)]
    boutons += [
        bouton(lettre.titre, fiche.sujet, geste=LETTRE, valeur=lettre.lettre)
        for lettre in lettres_du_sujet(fiche.sujet)
        if facette in FACETTES_DES_LETTRES
    ]
    proposees = FACETTES_DE_LA_CONVENTION if fiche.sujet.startswith("ctg_") else FACETTES_PROPOSEES
    autres = [f for f in proposees if f in fiche.facettes and f != facette]
    boutons += [bouton(titre_de_bouton(f), fiche.sujet, facette=f) for f in autres]
    return boutons[:_BOUTONS_MAX] + [b for b in boutons[_BOUTONS_MAX:] if b["titre"] == titre_de_bouton("contact")]


def bouton_de_parcours(evenement: Evenement, sujet: str) -> dict[str, str]:
    """Opens a checklist from a subject."""
    return bouton(dire("parcours_bouton", titre=evenement.titre), sujet, geste=PARCOURS, valeur=evenement.evenement)


def lien_de_la_fiche(sujet: str) -> dict[str, str]:
    """The same content as a page; the gateway completes the address."""
    return {"titre": dire("lien_de_la_fiche"), "url": f"/droits/{sujet}"}


def montant_affiche(montant: Montant, jour: date) -> dict[str, Any]:
    """An amount as shown: withheld, with the reason, when a revaluation has passed it by."""
    affiche: dict[str, Any] = {
        "libelle": montant.libelle,
        "valeur": float(montant.valeur),
        "unite": montant.unite,
        "depuis": montant.depuis.isoformat(),
        "reference": montant.reference,
    }
    if echeance := montant.echeance_depassee(jour):
        affiche |= {"valeur": None, "texte": dire("montant_retenu", echeance=date_en_toutes_lettres(echeance))}
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
