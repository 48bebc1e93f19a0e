"""Messages that mean something only after what was said before: « et à Lessay ? », « combien ? »."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.situation import parle_d_un_enfant
from guichet.conversation import parcours
from guichet.conversation.clarification import clarifier_encore, orienter_vers_une_personne, refuser
from guichet.conversation.contexte import Contexte, Outils, Tour
from guichet.conversation.messages import SIMPLE, SUITE, boutons_de_fiche, message
from guichet.conversation.orientation import ORIENTATION, orienter
from guichet.conversation.phrases import dire
from guichet.conversation.reponses import FACETTE_PAR_DEFAUT, repondre
from guichet.conversation.urgences import accompagner
from guichet.droits.fiches import charger_fiches
from guichet.sujets import charger_sujets, est_urgence
from guichet.texte import mots_plies

NE_SAIT_PAS = "ne_sait_pas"
ACTES = (
    "precision_suite",
    "repondre_oui",
    "repondre_non",
    NE_SAIT_PAS,
    "pas_compris",
    "corriger",
    "donner_information",
)
ACTES_SANS_LIEU = ("repondre_oui", "repondre_non", NE_SAIT_PAS, "pas_compris", "corriger")
_MOTS_D_UNE_SUITE = 6
_MOTS_D_UNE_QUESTION = frozenset(
    {"combien", "quand", "comment", "ou", "qui", "lesquels", "et", "alors", "donc", "mais", "ca", "est", "c", "fait"}
)


def est_une_suite(analyse: Analyse, contexte: Contexte) -> bool:
    """A short message, without a subject of its own, that adds something to the subject (or choice) under way."""
    apporte = (
        analyse.facette
        or analyse.communes
        or analyse.lieux_ambigus
        or analyse.lieux_ailleurs
        or analyse.regime
        or parle_de_la_famille(analyse)
    )
    court = len(mots_plies(analyse.texte)) <= _MOTS_D_UNE_SUITE
    en_cours = contexte.sujet or contexte.propositions
    return bool(en_cours and apporte and court and not analyse.sujets_nommes)


def parle_de_la_famille(analyse: Analyse) -> bool:
    """« et pour mon deuxième ? », « et avec trois enfants »."""
    return bool(analyse.ages or analyse.nombre_enfants or parle_d_un_enfant(analyse.texte))


def est_une_question_nue(analyse: Analyse) -> bool:
    """« combien ? », « et quand »: a question without anything that it could be about."""
    return set(mots_plies(analyse.texte)) <= _MOTS_D_UNE_QUESTION


def preciser(acte: str, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """What a dialogue act means in this context."""
    nommes = analyse.sujets_nommes
    if nommes and acte != "pas_compris":
        return repondre(analyse, contexte, outils, nommes[-1 if acte == "corriger" else 0])
    if acte == "pas_compris":
        return _autrement(analyse, contexte, outils)
    if acte == "corriger" and not est_une_suite(analyse, contexte):
        return _dire("corriger", contexte)
    if acte == "repondre_non":
        return _dire("daccord", replace(contexte, demande=None))
    if acte == NE_SAIT_PAS and contexte.attendu:
        return _dire("demande_abandonnee", replace(contexte, demande=None))
    return poursuivre(analyse, contexte, outils)


def poursuivre(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The subject under way, with what this message adds to it."""
    if contexte.propositions:
        demandee, dite = contexte.facette, analyse.facette
        return clarifier_encore(demandee or dite if analyse.communes else dite or demandee, contexte)
    if not contexte.sujet:
        return orienter(analyse, contexte, outils) if analyse.communes else _dire("preciser_sans_sujet", contexte)
    if est_urgence(contexte.sujet):
        return accompagner(contexte, outils)
    lieu_seul = bool(analyse.communes) and not analyse.facette
    if contexte.sujet == ORIENTATION:
        types = contexte.demande.types if contexte.demande else ()
        return orienter(analyse, contexte, outils, types)
    if analyse.facette or analyse.geste:
        return repondre(analyse, contexte, outils, contexte.sujet)
    if lieu_seul:
        return repondre(analyse, contexte, outils, contexte.sujet, "contact")
    if analyse.regime or parle_de_la_famille(analyse):
        return repondre(analyse, contexte, outils, contexte.sujet, contexte.facette)
    return _proposer_les_facettes(contexte, outils)


def _autrement(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour:
    """The same thing told otherwise; a person the second time."""
    fiche = charger_fiches().get(contexte.sujet or "")
    if contexte.incomprehensions or fiche is None:
        return orienter_vers_une_personne(contexte, outils)
    facette = contexte.facette if contexte.facette in fiche.facettes else FACETTE_PAR_DEFAUT
    if not fiche.facettes[facette].simple:
        facette = FACETTE_PAR_DEFAUT  # the essential, in short words
    tour = repondre(replace(analyse, geste=SIMPLE), contexte, outils, fiche.sujet, facette)
    if etapes := parcours.bouton_de_retour(contexte):
        reponse, *suite = tour.messages
        tour = replace(tour, messages=[reponse | {"boutons": [etapes, *reponse.get("boutons", [])]}, *suite])
    return replace(tour, contexte=replace(tour.contexte, incomprehensions=1))


def _proposer_les_facettes(contexte: Contexte, outils: Outils) -> Tour:
    fiche = charger_fiches().get(contexte.sujet or "")
    if fiche is None:
        return refuser(contexte, outils)
    intitule = charger_sujets()[fiche.sujet].intitule
    boutons = boutons_de_fiche(fiche, contexte.facette or FACETTE_PAR_DEFAUT, SUITE)
    question = message("texte", dire("preciser_facette", intitule=intitule), sujet=fiche.sujet, boutons=boutons)
    return Tour([question], contexte)


def _dire(cle: str, contexte: Contexte) -> Tour:
    return Tour([message("texte", dire(cle), sujet=contexte.sujet)], contexte)
