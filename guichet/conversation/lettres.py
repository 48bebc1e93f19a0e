"""A letter ready to copy."""

import re
from dataclasses import replace

from guichet.conversation.contexte import Contexte, Tour
from guichet.conversation.messages import LETTRE, bouton, message, sources_affichees
from guichet.conversation.phrases import dire
from guichet.droits.lettres import charger_lettres, lettres_du_sujet
from guichet.texte import plier

_DEMANDE = re.compile(
    r"(?:(?:et |pour )?(?:une?|la|le|cette|l) )?(?:modele de |exemple de )?(?:lettre|courrier)(?: type| modele| svp)?"
    r"|.*\b(?:ecri|redig|fai|envo|aid|mod|exempl)\w* .*\b(?:lettre|courrier)\b.*"
)
_MOTS_D_UNE_DEMANDE = 7


def est_demandee(texte: str, contexte: Contexte) -> bool:
    """« lettre », « m'aider à écrire le courrier »: short, about the subject under way, which has one."""
    plie = plier(texte)
    court = len(plie.split()) <= _MOTS_D_UNE_DEMANDE
    return court and bool(_DEMANDE.fullmatch(plie)) and bool(lettres_du_sujet(contexte.sujet or ""))


def donner(identifiant: str | None, sujet: str, contexte: Contexte) -> Tour:
    """The letter, to whom, what not to forget; the other letters of that subject a tap away."""
    lettre = charger_lettres()[identifiant or lettres_du_sujet(sujet)[0].lettre]
    texte = dire("lettre", destinataire=lettre.destinataire.rstrip("."))
    autres = [autre for autre in lettres_du_sujet(sujet) if autre.lettre != lettre.lettre]
    reponse = message(
        "reponse",
        texte,
        sujet=sujet,
        facette="recours",
        titre=lettre.titre,
        lettre={"objet": lettre.objet, "corps": lettre.corps},
        conseils=list(lettre.conseils),
        sources=sources_affichees(list(lettre.sources.values())),
        liens=[{"titre": dire("lien_de_la_lettre"), "url": f"/lettres/{lettre.lettre}"}],
        boutons=[bouton(autre.titre, sujet, geste=LETTRE, valeur=autre.lettre) for autre in autres],
    )
    return Tour([reponse], replace(contexte, sujet=sujet, facette="recours", incomprehensions=0))
