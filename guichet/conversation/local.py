"""What the person's own commune decides, and what it has not told us."""

from datetime import date
from typing import Any

from guichet.conversation.contexte import Outils
from guichet.conversation.lieux import services_pour
from guichet.conversation.phrases import dire
from guichet.dates import date_en_toutes_lettres
from guichet.sujets import charger_sujets
from guichet.territoire import charger_territoire
from guichet.territoire.regles import RegleLocale

FACETTES_LOCALES = ("montant", "demarche", "conditions")
_MAIRIE = "mairie"


def dire_la_regle(regle: RegleLocale) -> str:
    """« À Saint-Lô Agglo : … », so that nobody takes it for a rule of everywhere."""
    return dire("regle_locale", zone=regle.nom_de_la_zone, texte=regle.texte)


def dire_qu_elle_manque(sujet: str, facette: str, code_insee: str | None, outils: Outils) -> str:
    """On what a commune decides and has not filled in: said, with the mairie's contact. Empty elsewhere."""
    if not code_insee or facette not in FACETTES_LOCALES or not charger_sujets()[sujet].regles_locales:
        return ""
    commune = charger_territoire().commune(code_insee).nom
    mairie = next(iter(services_pour([_MAIRIE], code_insee, outils, limite=1)), None)
    if mairie is None or mairie.est_douteux or not mairie.telephone:
        return dire("regle_locale_absente", commune=commune)
    return dire(
        "regle_locale_absente_avec_mairie",
        commune=commune,
        nom=mairie.nom,
        numero=mairie.telephone,
        verifie_le=date_en_toutes_lettres(mairie.verifie_le),
    )


def tarifs_affiches(regle: RegleLocale, jour: date) -> list[dict[str, Any]]:
    """Local amounts in the shape of the others; past its last day, one is withheld."""
    reference = {"titre": regle.sources[0].titre, "url": regle.sources[0].url}
    return [
        {
            "libelle": f"{regle.nom_de_la_zone} : {tarif.libelle}",
            "valeur": tarif.valeur if tarif.est_montrable(jour) else None,
            "unite": tarif.unite,
            "depuis": tarif.depuis.isoformat(),
            "reference": reference,
            **({} if tarif.est_montrable(jour) else {"texte": dire("tarif_retenu")}),
        }
        for tarif in regle.tarifs
    ]
