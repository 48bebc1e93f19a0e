"""When a step is to be done, as people say it."""

from datetime import date

from guichet.dates import date_courte, date_en_toutes_lettres
from guichet.evenements.modele import EtapeDatee, Evenement


def dire_quand(datee: EtapeDatee, aujourd_hui: date) -> str:
    """« À faire avant le 12 mars 2027. », « À faire entre le … et le …. », « À faire dès que possible. »."""
    if datee.avant and datee.avant < aujourd_hui:
        limite = date_en_toutes_lettres(datee.avant)
        return f"La date limite était le {limite}. Si ce n'est pas fait, il est encore temps d'essayer."
    if datee.des and datee.avant:
        return f"À faire entre le {date_en_toutes_lettres(datee.des)} et le {date_en_toutes_lettres(datee.avant)}."
    if datee.avant:
        return f"À faire avant le {date_en_toutes_lettres(datee.avant)}."
    if datee.des:
        return f"À faire à partir du {date_en_toutes_lettres(datee.des)}."
    return "À faire dès que possible."


def en_un_message(evenement: Evenement, etapes: list[EtapeDatee]) -> str:
    """The whole checklist in one short message: « 12/03 Déclarer la grossesse », before that day."""
    datees = any(datee.avant for datee in etapes)
    entete = f"{evenement.titre}, à faire avant :" if datees else f"{evenement.titre} :"
    return "\n".join([entete, *(f"{_date_de(datee)}{datee.etape.titre}" for datee in etapes)])


def _date_de(datee: EtapeDatee) -> str:
    if datee.avant:
        return f"{date_courte(datee.avant)} "
    return f"dès {date_courte(datee.des)} " if datee.des else ""
