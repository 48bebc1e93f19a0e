"""A message for WhatsApp: a body, and reply buttons or a list, within the limits of its Cloud API."""

from dataclasses import dataclass
from typing import Any, Literal

from guichet.conversation.formats import somme_affichee

CORPS_MAX = 1024
BOUTONS_MAX, TITRE_DE_BOUTON_MAX = 3, 20
LIGNES_MAX, TITRE_DE_LIGNE_MAX, DETAIL_MAX = 10, 24, 72


@dataclass(frozen=True)
class Choix:
    """A reply: `titre` as it fits, `detail` the whole of it when it was cut (list only)."""

    titre: str
    detail: str = ""


@dataclass(frozen=True)
class MessageWhatsapp:
    """`genre`: plain text, up to three reply buttons, or a list of up to ten rows."""

    genre: Literal["texte", "boutons", "liste"]
    corps: str
    choix: tuple[Choix, ...] = ()


def rendre_en_whatsapp(message: dict[str, Any]) -> MessageWhatsapp:
    """The body with amounts, place and source; the buttons that fit, as a list when they are many or long."""
    titres = [b["titre"] for b in message.get("boutons", [])]
    corps = _corps(message)
    if not titres:
        return MessageWhatsapp("texte", corps)
    if len(titres) <= BOUTONS_MAX and all(len(titre) <= TITRE_DE_BOUTON_MAX for titre in titres):
        return MessageWhatsapp("boutons", corps, tuple(map(Choix, titres)))
    return MessageWhatsapp("liste", corps, tuple(_ligne(titre) for titre in titres[:LIGNES_MAX]))


def choix_de_whatsapp(message: dict[str, Any]) -> list[str]:
    """The titles of the choices that WhatsApp shows, as they fit."""
    return [choix.titre for choix in rendre_en_whatsapp(message).choix]


def en_texte(message: dict[str, Any]) -> str:
    """The body and its choices as they are read, one a line."""
    rendu = rendre_en_whatsapp(message)
    return "\n".join([rendu.corps, *(f"{rang}. {choix.titre}" for rang, choix in enumerate(rendu.choix, start=1))])


def _corps(message: dict[str, Any]) -> str:
    titre = f"*{message['titre']}*" if message.get("titre") else ""
    blocs = [
        "\n".join(filter(None, [titre, message["texte"].strip()])),
        "\n".join(f"*{n['numero']}* {n['nom']} ({n['horaires']})" for n in message.get("numeros", [])),
        message["lettre"]["corps"] if "lettre" in message else "",
        "\n".join(message.get("conseils", [])),
        "\n".join(_montant(m) for m in message.get("montants", [])),
        "\n".join(_service(s) for s in message.get("services", [])[:1]),
        *(f"Source : {s['url']}" for s in message.get("sources", [])[:1]),
    ]
    return _tenir([bloc for bloc in blocs if bloc])


def _tenir(blocs: list[str]) -> str:
    """The first blocks that fit in a body; lines are dropped from the end of a block that is too long."""
    corps = ""
    for bloc in blocs:
        lignes = bloc.split("\n")
        while lignes and len("\n\n".join(filter(None, [corps, "\n".join(lignes)]))) > CORPS_MAX:
            lignes.pop()
        corps = "\n\n".join(filter(None, [corps, "\n".join(lignes)]))
    return corps


def _ligne(titre: str) -> Choix:
    if len(titre) <= TITRE_DE_LIGNE_MAX:
        return Choix(titre)
    return Choix(titre[: TITRE_DE_LIGNE_MAX - 1].rstrip() + "…", titre[:DETAIL_MAX])


def _montant(montant: dict[str, Any]) -> str:
    valeur = montant["texte"] if montant["valeur"] is None else somme_affichee(montant)
    return f"• {montant['libelle']} : {valeur}"


def _service(service: dict[str, Any]) -> str:
    detail = ", ".join(filter(None, [service["commune"], service.get("telephone"), service["ouverture"]]))
    return f"{service['nom']}, {detail}"
