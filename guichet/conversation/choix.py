"""Answering a clarification in words: « 2 », « la deuxième », « oui » when only one was offered."""

from guichet.texte import mots_plies

_RANGS = {
    "1": 0, "un": 0, "premier": 0, "premiere": 0, "1er": 0, "1ere": 0,
    "2": 1, "deux": 1, "deuxieme": 1, "second": 1, "seconde": 1, "2eme": 1,
    "3": 2, "trois": 2, "troisieme": 2, "dernier": -1, "derniere": -1, "3eme": 2,
}  # fmt: skip
_OUI = {"oui", "ouais", "voila", "exactement", "ok"}
_MOTS_MAX = 3


def choix(texte: str, propositions: tuple[str, ...]) -> str | None:
    """The proposition that a short answer designates, or None."""
    mots = mots_plies(texte)
    if not propositions or not mots or len(mots) > _MOTS_MAX:
        return None
    rang = next((_RANGS[mot] for mot in mots if mot in _RANGS), None)
    if rang is not None and rang < len(propositions):
        return propositions[rang]
    return propositions[0] if len(propositions) == 1 and mots[0] in _OUI else None
