"""The questions we have to ask: the commune, Caf or MSA."""

from dataclasses import replace

from guichet.comprehension.analyse import Analyse
from guichet.conversation import estimation, parcours
from guichet.conversation.contexte import Attendu, Contexte, Demande, Message, Tour
from guichet.conversation.messages import bouton, message
from guichet.conversation.phrases import dire
from guichet.territoire import charger_territoire

CANDIDATS_MONTRES = 4
INFORMATION = "donner_information"


def question(attendu: Attendu, contexte: Contexte) -> Message:
    """The question to ask, with the choices when there are some."""
    if attendu == "date":
        return parcours.question(contexte)
    if attendu == "estimation":
        return estimation.question(contexte)
    demande = contexte.demande or Demande(contexte.sujet or "orientation_service")
    if attendu == "regime":
        texte = dire("demande_regime")
        boutons = [bouton(dire(f"regime_{regime}"), INFORMATION, regime=regime) for regime in ("caf", "msa")]
    else:
        texte = dire(demande.raison, dit=demande.dit, nombre=len(contexte.candidats))
        communes = [charger_territoire().commune(code) for code in contexte.candidats[:CANDIDATS_MONTRES]]
        boutons = [bouton(c.nom, INFORMATION, commune=c.code_insee) for c in communes]
    return message("formulaire", texte, sujet=demande.sujet, facette=demande.facette, boutons=boutons)


def demander_laquelle(analyse: Analyse, contexte: Contexte, demande: Demande) -> Tour:
    """A shared name or postal code, or several communes at once: ask which one, never guess."""
    dit, candidats = analyse.lieux_ambigus[0] if analyse.lieux_ambigus else ("", analyse.communes)
    candidats = tuple(code for code in candidats if charger_territoire().contient(code))
    if not analyse.lieux_ambigus:
        raison = "demande_commune_plusieurs"
    elif len(candidats) > CANDIDATS_MONTRES:
        raison = "demande_commune_trop_nombreuses"
    else:
        raison = "demande_commune_ambigue"
    demande = replace(demande, raison=raison, dit=dit)
    return Tour(
        [],
        replace(contexte, demande=demande, candidats=tuple(dict.fromkeys(candidats)), commune=None),
        demander="commune",
    )


def parmi_les_candidats(analyse: Analyse, contexte: Contexte) -> Analyse:
    """After a shared postal code, a shared name may mean only one of the communes that were offered."""
    if not contexte.candidats or not analyse.lieux_ambigus:
        return analyse
    dit, candidats = analyse.lieux_ambigus[0]
    restants = tuple(code for code in candidats if code in contexte.candidats)
    if len(restants) == 1:
        return replace(analyse, communes=restants, lieux_ambigus=())
    return replace(analyse, lieux_ambigus=((dit, restants or candidats),))


def redemander_la_commune(contexte: Contexte, demande: Demande) -> Tour:
    """The answer is no commune we know."""
    demande = replace(demande, raison="demande_commune_inconnue")
    return Tour([], replace(contexte, demande=demande, candidats=()), demander="commune")
