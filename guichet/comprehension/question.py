"""What a message asks, apart from the story around it.

« Je vis seule avec trois enfants. Mon mari est parti. Combien je vais toucher ? » asks « Combien je vais toucher ? »:
the words of the story say what it is about, those of the question say what is wanted of it.
"""

import re

from guichet.texte import mots_plies, plier

_FIN_DE_PARTIE = re.compile(
    r"(?<=[.!?;:,])\s+|\s+[-→+/]\s+|\s+(?=et (?:combien|comment|quel|ou|qui|quand|est-ce|pour))"
)
_INTERROGE = re.compile(
    r"\b(?:combien|comment|pourquoi|quand|quel(?:le)?s?|laquelle|lequel|lesquel(?:le)?s?|ou|qui|quoi|quid"
    r"|(?:est|ai|puis|dois) (?:ce|je)|(?:peut|doit|a t) on|faut il)\b"
)
_SOUHAITE = re.compile(
    r"\b(?:aimerais|cherche|demande|demander|doi[st]|droit|faut|il y a|peut|peux|possible|pouvez|que|savoir"
    r"|veux|voudrais)\b"
)
_FIN_DE_QUESTION = re.compile(
    r"(?<=[.!?;])\s+|\s+[+/&]\s+|,?\s+(?=(?:et|puis|sinon|par ailleurs|au passage|autre question|aussi)\b)",
    re.IGNORECASE,
)
_ENTRE_DEUX_QUESTIONS = re.compile(
    r",\s+(?=(?:combien|comment|quel(?:le)?s?|quand|qui|où|faut|est-ce)\b)", re.IGNORECASE
)
_DEMANDE = re.compile(
    r"\b(?:combien|comment|pourquoi|quand|quel(?:le)?s?|laquelle|lequel|lesquel(?:le)?s?|quoi|quid|aimerais|cherche"
    r"|voudrais|savoir|(?:est|ai|puis|dois) (?:ce|je)|(?:peut|doit|a t) on|faut il)\b|^(?:ou|qui)\b|\bou$"
)
_MOTS_D_UNE_QUESTION = 3


def ce_qui_est_demande(texte: str) -> str:
    """The parts of a normalised message that ask, joined by a space.

    Those with a question mark or a word that asks, else those that wish for something, else the last one.
    """
    parties = [partie for partie in _FIN_DE_PARTIE.split(texte) if plier(partie)]
    demandes = (
        [partie for partie in parties if "?" in partie or _INTERROGE.search(plier(partie))]
        or [partie for partie in parties if _SOUHAITE.search(plier(partie))]
        or parties[-1:]
    )
    return " ".join(demandes)


def questions_separees(texte: str) -> list[str]:
    """The questions of a normalised message in several parts, each of three words or more; none when it is in one.

    « Combien pour la crèche ? Et comment je change d'adresse ? » asks two things, each of which is understood alone.
    """
    parties = [partie for phrase in _FIN_DE_QUESTION.split(texte) for partie in _questions_d_affilee(phrase)]
    parties = [partie for partie in parties if len(mots_plies(partie)) >= _MOTS_D_UNE_QUESTION]
    return [partie for partie in parties if _demande(partie)] if len(parties) > 1 else []


def _questions_d_affilee(phrase: str) -> list[str]:
    """« c'est combien, comment je fais » asks twice; « si je déménage, combien je touche » asks once."""
    parties = _ENTRE_DEUX_QUESTIONS.split(phrase)
    return parties if all(_demande(partie) for partie in parties) else [phrase]


def _demande(partie: str) -> bool:
    return "?" in partie or bool(_DEMANDE.search(plier(partie)))


def demande_quelque_chose(texte: str) -> bool:
    """Whether a part of a normalised message asks or wishes; a situation told and nothing else does not."""
    plie = plier(texte)
    return "?" in texte or bool(_INTERROGE.search(plie) or _SOUHAITE.search(plie))
