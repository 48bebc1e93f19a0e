"""A message as one SMS of at most three segments, in the GSM 7-bit alphabet (3GPP TS 23.038)."""

import re
from typing import Any

from guichet.conversation.formats import somme_affichee
from guichet.texte import sans_accents

SEGMENTS_MAX = 3
_UN_SEGMENT, _SEGMENT_D_UNE_SUITE = 160, 153
_ALPHABET = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_ETENDUS = set("^{}\\[~]|€")  # two positions each
_REMPLACES = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ",
    "\u202f": " ", "·": "-", "•": "-", "œ": "oe", "Œ": "Oe",
})  # fmt: skip
_CHOIX_MAX = 4
_LIGNE_DE_CHOIX = 45
BUDGET = SEGMENTS_MAX * _SEGMENT_D_UNE_SUITE


def rendre_en_sms(message: dict[str, Any]) -> str:
    """What matters most first, within three segments; the choices are numbered, « 1 » answers the first."""
    return "\n".join([*_lignes(message), *choix_proposes(message)])


def choix_proposes(message: dict[str, Any]) -> list[str]:
    """The numbered choices that the SMS has room for, without a gap in their numbers."""
    lignes, choix = _lignes(message), list[str]()
    for rang, bouton in enumerate(message.get("boutons", [])[:_CHOIX_MAX], start=1):
        ligne = en_gsm(f"{rang} {_raccourcir(bouton['titre'])}")
        if not _tient(ligne, [*lignes, *choix]):
            break
        choix.append(ligne)
    return choix


def _lignes(message: dict[str, Any]) -> list[str]:
    """The text, then the details that fit, the most useful first."""
    adresse = _adresse_de_la_lettre(message)
    lignes = [_couper(en_gsm(message["texte"]), BUDGET - positions(adresse) - 1), adresse]
    lignes = [ligne for ligne in lignes if ligne]
    details = [
        *message.get("conseils", []),
        *(f"{n['numero']} {n['nom']}" for n in message.get("numeros", [])),
        *(_montant(m) for m in message.get("montants", []) if m["valeur"] is not None),
        *(_service(s) for s in message.get("services", [])[:1]),
    ]
    for detail in map(en_gsm, details):
        if _tient(detail, lignes):
            lignes.append(detail)
    return lignes


def _tient(ligne: str, lignes: list[str]) -> bool:
    return positions("\n".join([*lignes, ligne])) <= BUDGET


def _raccourcir(titre: str) -> str:
    """A title of at most so many characters, cut between words."""
    if len(titre) <= _LIGNE_DE_CHOIX:
        return titre
    return titre[: _LIGNE_DE_CHOIX - 3].rsplit(" ", 1)[0] + "..."


def en_gsm(texte: str) -> str:
    """The text in the GSM alphabet: « où » → « où », « être » → « etre », « ça » → « ca »."""
    texte = re.sub("«[ \u00a0\u202f]*|[ \u00a0\u202f]*»", '"', texte).translate(_REMPLACES)
    return "".join(c if c in _ALPHABET or c in _ETENDUS else _sans_accent(c) for c in texte).strip()


def positions(texte: str) -> int:
    """How many 7-bit positions a GSM text takes."""
    return sum(2 if c in _ETENDUS else 1 for c in texte)


def segments(texte: str) -> int:
    """How many SMS are paid for a GSM text: 160 positions alone, 153 each when there are several."""
    taille = positions(texte)
    return 1 if taille <= _UN_SEGMENT else -(-taille // _SEGMENT_D_UNE_SUITE)


def _couper(ligne: str, budget: int) -> str:
    """Whole sentences (or lines of a list) as long as they fit."""
    if positions(ligne) <= budget:
        return ligne
    morceaux = re.split(r"(?<=[.!?;\n])", ligne)
    garde = ""
    for morceau in morceaux:
        if positions(garde + morceau) > budget:
            break
        garde += morceau
    return garde.strip() or ligne[: budget - 3] + "..."


def _adresse_de_la_lettre(message: dict[str, Any]) -> str:
    """A letter is read on its page: its text would take ten segments."""
    return next((lien["url"] for lien in message.get("liens", [])), "") if "lettre" in message else ""


def _montant(montant: dict[str, Any]) -> str:
    return f"{montant['libelle']} : {somme_affichee(montant)}"


def _service(service: dict[str, Any]) -> str:
    detail = ", ".join(filter(None, [service["commune"], service.get("telephone"), service["ouverture"]]))
    return f"{service['nom']}, {detail}"


def _sans_accent(caractere: str) -> str:
    plat = sans_accents(caractere)
    return plat if all(c in _ALPHABET or c in _ETENDUS for c in plat) else ""
