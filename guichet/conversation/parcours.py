"""A life event, step by step: the person's own date, then what to do before when."""

from dataclasses import replace
from datetime import date

from guichet.comprehension.analyse import Analyse
from guichet.comprehension.dates import trouver_date
from guichet.conversation.contexte import Contexte, Message, Outils, Parcours, Tour
from guichet.conversation.lieux import portes, services_pour
from guichet.conversation.messages import PARCOURS, bouton, message, service_affiche, sources_affichees
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.dates import date_en_toutes_lettres
from guichet.evenements.modele import EtapeDatee, Evenement, charger_evenements, dater, evenements_du_sujet
from guichet.evenements.phrases import dire_quand, en_un_message
from guichet.sujets import charger_sujets

ETAPE, TOUTES, SANS_DATE = "etape", "toutes", "sans_date"  # gestes
FACETTE = "demarche"
SMS = "sms"
_AIDES_PROPOSEES = 3


def ouvrir(evenement: str, sujet: str, contexte: Contexte) -> Tour:
    """Starts a checklist by asking for the person's own date."""
    contexte = replace(contexte, sujet=sujet, facette=FACETTE, parcours=Parcours(evenement))
    return Tour([], contexte, demander="date")


def ouvrir_d_emblee(sujet: str, analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour | None:
    """« j'accouche le 12 mars, que faire ? »: an event told with its date, and nothing else asked of it."""
    evenement = next((e for e in evenements_du_sujet(sujet) if e.d_emblee and e.sujets[0] == sujet), None)
    jour = trouver_date(analyse.texte, outils.instant.date())
    if evenement is None or jour is None or analyse.facette not in (None, FACETTE):
        return None
    return _commencer(replace(contexte, sujet=sujet, parcours=Parcours(evenement.evenement, jour)), outils)


def question(contexte: Contexte) -> Message:
    """Asks for the person's own date."""
    evenement = _evenement(contexte)
    return message(
        "formulaire",
        f"{evenement.question} {dire('demande_date')}",
        sujet=contexte.sujet,
        facette=FACETTE,
        boutons=[bouton(titre_de_bouton(SANS_DATE), evenement.sujets[0], geste=SANS_DATE)],
    )


def lire_la_date(analyse: Analyse, contexte: Contexte, outils: Outils) -> Tour | None:
    """The checklist, once the date is said; None when the message says something else."""
    if contexte.parcours is None:
        return None
    jour = trouver_date(analyse.texte, outils.instant.date(), sens=_evenement(contexte).sens)
    if jour is None:
        return None
    return _commencer(replace(contexte, parcours=replace(contexte.parcours, jour=jour, rang=0)), outils)


def _commencer(contexte: Contexte, outils: Outils) -> Tour:
    """Step by step where one taps; in one message where each message is paid for."""
    if contexte.canal == SMS or contexte.parcours is None:
        return montrer_tout(contexte, outils)
    rang = _premiere_utile(_evenement(contexte), contexte.parcours.jour, outils.instant.date())
    return montrer(replace(contexte, parcours=replace(contexte.parcours, rang=rang)), outils)


def _premiere_utile(evenement: Evenement, jour: date | None, aujourd_hui: date) -> int:
    """Once it has happened, what was to be done before is behind."""
    if jour is None or jour > aujourd_hui:
        return 0
    return next((rang for rang, d in enumerate(dater(evenement, jour)) if not d.avant or d.avant >= jour), 0)


def montrer(contexte: Contexte, outils: Outils) -> Tour:
    """The step under way; the whole list comes with it, a tap away."""
    evenement, parcours = _evenement(contexte), contexte.parcours or Parcours("")
    etapes = dater(evenement, parcours.jour)
    rang = min(max(parcours.rang, 0), len(etapes) - 1)
    datee = etapes[rang]
    etape = datee.etape
    debut = dire("parcours_date", jour=date_en_toutes_lettres(parcours.jour)) if parcours.jour else ""
    pour = dire("parcours_pour", pour=etape.pour) if etape.pour else ""
    quand = dire_quand(datee, outils.instant.date()) if parcours.jour else ""
    entete = dire("parcours_etape", rang=rang + 1, nombre=len(etapes), titre=etape.titre)
    reponse = message(
        "reponse",
        " ".join(filter(None, [debut, entete, quand, pour, etape.texte])),
        sujet=contexte.sujet,
        facette=FACETTE,
        titre=evenement.titre,
        commune=contexte.commune_connue,
        echeance=_echeance(datee),
        services=_services(etape.services, contexte, outils),
        sources=sources_affichees([evenement.sources[cle] for cle in etape.sources]),
        liens=liens(evenement, parcours.jour),
        boutons=_boutons(evenement, rang, len(etapes), datee),
    )
    return Tour([reponse], replace(contexte, parcours=replace(parcours, rang=rang), incomprehensions=0))


def montrer_tout(contexte: Contexte, outils: Outils) -> Tour:
    """Every step in one message, the aids to think of, the doors to knock at."""
    evenement, jour = _evenement(contexte), contexte.parcours.jour if contexte.parcours else None
    etapes = dater(evenement, jour)
    aides = [aide for aide in evenement.aides if aide != contexte.sujet][:_AIDES_PROPOSEES]
    reponse = message(
        "reponse",
        en_un_message(evenement, etapes),
        sujet=contexte.sujet,
        facette=FACETTE,
        titre=evenement.titre,
        commune=contexte.commune_connue,
        echeancier=[{"titre": d.etape.titre, "texte": d.etape.texte, **_echeance(d)} for d in etapes],
        services=_services(evenement.portes, contexte, outils),
        sources=sources_affichees(list(evenement.sources.values())),
        liens=liens(evenement, jour),
        boutons=[bouton(dire("aide_a_demander", intitule=charger_sujets()[aide].intitule), aide) for aide in aides],
    )
    return Tour([reponse], replace(contexte, incomprehensions=0))


def aller_a(rang: str | None, contexte: Contexte, outils: Outils) -> Tour:
    """The step of that rank (from 0)."""
    parcours = contexte.parcours or Parcours("")
    return montrer(replace(contexte, parcours=replace(parcours, rang=int(rang or 0))), outils)


def bouton_de_retour(contexte: Contexte) -> dict[str, str] | None:
    """Back to the step that was being shown; None when no checklist is under way."""
    if contexte.parcours is None or contexte.sujet not in _evenement(contexte).sujets:
        return None
    rang = str(contexte.parcours.rang)
    return bouton(titre_de_bouton("revenir_aux_etapes"), _evenement(contexte).sujets[0], geste=ETAPE, valeur=rang)


def liens(evenement: Evenement, jour: date | None) -> list[dict[str, str]]:
    """The page to print, and the calendar file when there are dates; the gateway completes the addresses."""
    page = f"/evenements/{evenement.evenement}"
    if jour is None:
        return [{"titre": dire("lien_de_la_page"), "url": page}]
    return [
        {"titre": dire("lien_du_calendrier"), "url": f"{page}/calendrier.ics?date={jour.isoformat()}"},
        {"titre": dire("lien_de_la_page"), "url": f"{page}?date={jour.isoformat()}"},
    ]


def _evenement(contexte: Contexte) -> Evenement:
    evenements = charger_evenements()
    parcours = contexte.parcours
    return evenements[parcours.evenement if parcours else next(iter(evenements))]


def _echeance(datee: EtapeDatee) -> dict[str, str]:
    dates = {"des": datee.des, "avant": datee.avant}
    return {cle: jour.isoformat() for cle, jour in dates.items() if jour}


def _services(types: tuple[str, ...], contexte: Contexte, outils: Outils) -> list[dict[str, object]]:
    if not contexte.commune_connue:
        return []
    limite = 1 if len(types) < 3 else 3
    trouves = services_pour(portes(types, contexte.regime), contexte.commune_connue, outils, limite=limite)
    return [service_affiche(service) for service in trouves]


def _boutons(evenement: Evenement, rang: int, nombre: int, datee: EtapeDatee) -> list[dict[str, str]]:
    sujet, etape = evenement.sujets[0], datee.etape
    boutons = []
    if rang + 1 < nombre:
        boutons.append(bouton(titre_de_bouton("etape_suivante"), sujet, geste=ETAPE, valeur=str(rang + 1)))
    if rang:
        boutons.append(bouton(titre_de_bouton("etape_precedente"), sujet, geste=ETAPE, valeur=str(rang - 1)))
    boutons.append(bouton(titre_de_bouton(TOUTES), sujet, geste=TOUTES))
    if datee.des or datee.avant:
        boutons.append(bouton(titre_de_bouton("changer_la_date"), sujet, geste=PARCOURS, valeur=evenement.evenement))
    if etape.sujet:
        entites = {"facette": etape.facette} if etape.facette else {}
        boutons.append(
            bouton(
                dire("etape_en_savoir_plus", intitule=charger_sujets()[etape.sujet].intitule), etape.sujet, **entites
            )
        )
    return boutons
