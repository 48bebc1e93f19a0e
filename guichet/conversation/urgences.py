"""Someone may be in danger: the numbers first, calm and short."""

from dataclasses import replace

from guichet.conversation.contexte import Contexte, Message, Outils, Tour
from guichet.conversation.lieux import services_pour
from guichet.conversation.messages import SUITE, bouton, message, service_affiche, sources_affichees
from guichet.conversation.phrases import titre_de_bouton
from guichet.droits.fiches import charger_fiches
from guichet.urgences.vitale import charger_vitale

SMS = "114"


def message_d_urgence(sujet: str, suite: bool = False) -> Message:
    """The emergency answer of that subject: text (or the rest of it), numbers with their hours, sources."""
    fiche = charger_fiches()[sujet]
    description = fiche.facettes["description"]
    numeros = [
        {"numero": n.numero, "nom": n.nom, "pour": n.pour, "horaires": n.horaires, "sms": n.numero == SMS}
        for n in fiche.numeros
    ]
    cles = dict.fromkeys([*description.sources, *(cle for n in fiche.numeros for cle in n.sources)])
    return message(
        "urgence",
        description.suite if suite else description.texte,
        sujet=sujet,
        facette="description",
        titre=fiche.titre,
        numeros=numeros,
        sources=sources_affichees([fiche.sources[cle] for cle in cles]),
        boutons=[] if suite or not description.suite else [bouton(titre_de_bouton(SUITE), sujet, geste=SUITE)],
    )


def message_vital() -> Message:
    """A life at stake: the 15, before any other emergency."""
    reponse = charger_vitale().reponse
    source = {cle: str(valeur) for cle, valeur in reponse["source"].items()}
    numeros = [{**numero, "sms": numero["numero"] == SMS} for numero in reponse["numeros"]]
    return message(
        "urgence",
        reponse["texte"].strip(),
        sujet=reponse["sujet"],
        titre=reponse["titre"],
        numeros=numeros,
        sources=[source],
    )


def accompagner(contexte: Contexte, outils: Outils) -> Tour:
    """What to say next to someone who just told of a danger: the numbers again, and the doors nearby."""
    sujet = contexte.sujet or ""
    reponse = message_d_urgence(sujet, suite=True)
    if contexte.commune_connue:
        services = services_pour(charger_fiches()[sujet].services, contexte.commune_connue, outils)
        reponse["services"] = [service_affiche(s) for s in services]
        reponse["commune"] = contexte.commune_connue
    return Tour([reponse], contexte)


def alerter(sujet: str, contexte: Contexte, suite: bool = False) -> Tour:
    """The emergency answer; whatever was being asked waits."""
    return Tour(
        [message_d_urgence(sujet, suite)],
        replace(contexte, sujet=sujet, facette=None, demande=None, incomprehensions=0),
    )
