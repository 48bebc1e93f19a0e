"""What a button asks for beyond a subject: the rest, a letter, a step, an answer to a question of ours."""

from collections.abc import Callable

from guichet.comprehension.analyse import Analyse
from guichet.conversation import estimation, lettres, parcours
from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.messages import LETTRE, PARCOURS

Geste = Callable[[Analyse, Contexte, Outils], Tour | None]

_GESTES: dict[str, Geste] = {
    LETTRE: lambda analyse, contexte, outils: lettres.donner(analyse.valeur, analyse.intention, contexte),
    PARCOURS: lambda analyse, contexte, outils: parcours.ouvrir(analyse.valeur or "", analyse.intention, contexte),
    parcours.ETAPE: lambda analyse, contexte, outils: parcours.aller_a(analyse.valeur, contexte, outils),
    parcours.TOUTES: lambda analyse, contexte, outils: parcours.montrer_tout(contexte, outils),
    parcours.SANS_DATE: lambda analyse, contexte, outils: parcours.montrer_tout(contexte, outils),
    estimation.ESTIMER: lambda analyse, contexte, outils: estimation.ouvrir(contexte),
    estimation.REPRENDRE: lambda analyse, contexte, outils: estimation.reprendre(contexte),
    estimation.RETOUR: lambda analyse, contexte, outils: estimation.revenir_en_arriere(contexte),
    estimation.REPONSE: lambda analyse, contexte, outils: estimation.repondre_a_la_question(
        analyse.valeur or "", contexte, outils
    ),
}


def jouer(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour | None:
    """The turn that a button asks for; None when it only says what of a fiche to show."""
    geste = _GESTES.get(analyse.geste or "")
    return geste(analyse, contexte, outils) if geste else None
