"""A letter ready to copy."""

from dataclasses import replace

from guichet.conversation.contexte import Contexte, Tour
from guichet.conversation.messages import LETTRE, bouton, message, sources_affichees
from guichet.conversation.phrases import dire
from guichet.droits.lettres import charger_lettres, lettres_du_sujet


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
