"""What may come in: strict UTF-8, 16 KB, 1,000 characters, no control or direction tricks."""

import json
import re
import unicodedata
from typing import Any

from guichet.passerelle import refus

CORPS_MAX = 16 * 1024
TEXTE_MAX = 1000
# Overrides and isolates of text direction hide what is written; marks and zero-widths come
# with some keyboards and are simply dropped.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLES = re.compile("[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060\ufeff]")
_BLANCS = re.compile(r"[\s\u0085\u2028\u2029]+")


def lire_objet(corps: bytes, type_de_contenu: str) -> dict[str, Any]:
    """The JSON object of a request body; an absent body is an empty object. Raises Refus."""
    if len(corps) > CORPS_MAX:
        raise refus.corps_trop_gros()
    if not corps:
        return {}
    if type_de_contenu.split(";")[0].strip().lower() != "application/json":
        raise refus.pas_du_json()
    try:
        objet = json.loads(corps.decode("utf-8"), parse_constant=_refuser_constante)
        json.dumps(objet, ensure_ascii=False).encode("utf-8")  # refuses lone surrogates
    except (ValueError, RecursionError) as cause:
        raise refus.demande_illisible() from cause
    if not isinstance(objet, dict):
        raise refus.demande_illisible()
    return objet


def _refuser_constante(nom: str) -> None:
    raise ValueError(nom)


def lire_texte(objet: dict[str, Any]) -> str:
    """The person's text, on one line, never a Rasa command. Raises Refus."""
    texte = objet.get("texte")
    if not isinstance(texte, str):
        raise refus.mauvaise_demande("texte_absent", "Écrivez votre question dans « texte ».")
    texte = _BLANCS.sub(" ", _INVISIBLES.sub("", texte)).strip()
    if len(texte) > TEXTE_MAX:
        raise refus.texte_trop_long()
    if _DIRECTION.search(texte) or any(unicodedata.category(c) in ("Cc", "Cs") for c in texte):
        raise refus.mauvaise_demande(
            "caracteres_interdits", "Votre message contient des caractères invisibles. Écrivez-le à nouveau au clavier."
        )
    texte = texte.lstrip("/ ")  # a leading "/" would be an order to Rasa
    if not texte:
        raise refus.mauvaise_demande("texte_vide", "Votre message est vide. Écrivez votre question en quelques mots.")
    return texte
