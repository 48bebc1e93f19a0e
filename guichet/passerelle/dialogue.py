"""One turn through the gateway: danger first, then Rasa, and a way on when Rasa is down."""

import re
from datetime import UTC, datetime
from typing import Any

from guichet.comprehension.langues import trouver_langue
from guichet.conversation.estimation import ESTIMER, FINAL, PROVISOIRE
from guichet.conversation.estimation import SUJET as SUJET_DE_L_ESTIMATION
from guichet.conversation.langues import urgence_dans_sa_langue
from guichet.conversation.messages import CALME, bouton, message
from guichet.conversation.phrases import dire, titre_de_bouton
from guichet.conversation.urgences import message_d_urgence, message_vital
from guichet.passerelle.conversations import Conversation, Registre
from guichet.passerelle.jetons import Jetons
from guichet.passerelle.rasa import DELAI_EN_URGENCE_S, DELAI_S, Rasa, RasaIndisponible
from guichet.passerelle.rendu import sceller_les_boutons
from guichet.rendu.canal import bouton_du_numero
from guichet.texte import mots_plies, plier
from guichet.urgences.detection import detecter
from guichet.urgences.langues import detecter_en_toute_langue
from guichet.urgences.vitale import est_vitale

TOURS_PAR_SESSION = 25
_POUR_NOUS = ("conservation", CALME)  # what Rasa's messages tell the gateway alone
EFFACER, GARDER = "!effacer", "!garder"
_VIE_PRIVEE = "vie_privee"
_OUI, _NON = ("oui", "ok", "d", "effacez", "efface", "confirme"), ("non", "pas", "garde", "gardez", "annule", "annulez")
_DEMANDE_D_EFFACEMENT = re.compile(
    r"\b(effac|supprim)\w* (moi )?"
    r"(tout|(toute )?(ma|cette|la) conversation|mes (messages|donnees)|ce que j ai (ecrit|dit))\b"
)


def horodatage() -> datetime:
    """Now, in UTC, as the databases keep it."""
    return datetime.now(UTC).replace(tzinfo=None)


class Dialogue:
    """Opens conversations and answers their messages."""

    def __init__(self, registre: Registre, rasa: Rasa, jetons: Jetons) -> None:
        self.registre, self._rasa, self._jetons = registre, rasa, jetons

    def ouvrir(self, commune: str | None, canal: str) -> tuple[str, list[dict[str, Any]]]:
        """A new conversation and its first message, which says that it is a machine."""
        identifiant = self.registre.creer(commune, canal, horodatage())
        boutons = [
            bouton(dire("accueil_bouton_estimation"), SUJET_DE_L_ESTIMATION, geste=ESTIMER),
            bouton(dire("accueil_bouton_lieu"), "orientation_service"),
            bouton(titre_de_bouton("personne"), "parler_humain"),
        ]
        accueil = message("texte", dire("accueil"), sujet="capacites", boutons=boutons)
        messages = sceller_les_boutons([accueil], identifiant, self._jetons)
        self.registre.ajouter(identifiant, messages, horodatage())
        return identifiant, messages

    async def effacer(self, identifiant: str) -> None:
        """Nothing of it remains: here, in Rasa's memory, in Rasa's store."""
        await self._rasa.oublier(identifiant)
        self.registre.effacer(identifiant)

    async def repondre(self, conversation: Conversation, texte: str) -> list[dict[str, Any]]:
        """The answer to a text, already checked by `entrees.lire_texte`."""
        dit = [_dit_par_la_personne(texte)]
        if self._attend_la_confirmation(conversation) and (mots := mots_plies(texte)):
            if mots[0] in _OUI:
                return await self.repondre_au_bouton(conversation, EFFACER, texte)
            if mots[0] in _NON:
                return await self.repondre_au_bouton(conversation, GARDER, texte)
        if bouton_choisi := bouton_du_numero(texte, self.registre.dernier_message(conversation.id), conversation.canal):
            charge, titre = self._jetons.ouvrir(conversation.id, bouton_choisi)
            return await self.repondre_au_bouton(conversation, charge, titre)
        if _DEMANDE_D_EFFACEMENT.search(plier(texte)):
            return await self._garder(conversation, dit, [_confirmer_l_effacement()])
        alerte, a_confirmer = _alerter(texte)
        messages = await self._interroger(conversation, texte, DELAI_EN_URGENCE_S if alerte else DELAI_S)
        if alerte and not (a_confirmer and any(m.get(CALME) for m in messages)):
            messages = _urgence_d_abord(alerte, messages)
        return await self._garder(conversation, dit, messages)

    async def repondre_au_bouton(self, conversation: Conversation, charge: str, titre: str) -> list[dict[str, Any]]:
        """The answer to a quick reply."""
        if charge == EFFACER:
            await self.effacer(conversation.id)
            return [message("texte", dire("efface"), sujet=_VIE_PRIVEE)]
        dit = [_dit_par_la_personne(titre)]
        if charge == GARDER:
            return await self._garder(conversation, dit, [message("texte", dire("daccord"), sujet=_VIE_PRIVEE)])
        return await self._garder(conversation, dit, await self._interroger(conversation, charge))

    def _attend_la_confirmation(self, conversation: Conversation) -> bool:
        dernier = self.registre.dernier_message(conversation.id)
        return (dernier.get("type"), dernier.get("sujet")) == ("formulaire", _VIE_PRIVEE)

    async def _interroger(
        self, conversation: Conversation, texte: str, delai_s: float = DELAI_S
    ) -> list[dict[str, Any]]:
        if conversation.tours and conversation.tours % TOURS_PAR_SESSION == 0:
            await self._rasa.recommencer_la_session(conversation.id)
        try:
            return await self._rasa.demander(conversation.id, texte, conversation.commune, conversation.canal, delai_s)
        except RasaIndisponible:
            return [message("indisponible", dire("indisponible"))]

    async def _garder(
        self, conversation: Conversation, dit: list[dict[str, Any]], messages: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """Keeps the turn, so that the conversation can be shown again; of an estimate, nothing once it is given."""
        identifiant = conversation.id
        conservations = {m.get("conservation") for m in messages}
        messages = [{cle: v for cle, v in m.items() if cle not in _POUR_NOUS} for m in messages]
        messages = sceller_les_boutons(messages, identifiant, self._jetons)
        if FINAL in conservations:
            trace = message("texte", dire("estimation_effacee"), sujet=SUJET_DE_L_ESTIMATION)
            self.registre.remplacer_le_provisoire(identifiant, [trace], horodatage())
            await self._rasa.recommencer_la_session(identifiant)
        else:
            provisoire = PROVISOIRE in conservations
            self.registre.ajouter(identifiant, [*dit, *messages], horodatage(), provisoire=provisoire)
        return messages


def _dit_par_la_personne(texte: str) -> dict[str, Any]:
    return {"auteur": "personne", "type": "texte", "texte": texte}


def _confirmer_l_effacement() -> dict[str, Any]:
    boutons = [{"titre": dire("effacer_oui"), "charge": EFFACER}, {"titre": dire("effacer_non"), "charge": GARDER}]
    return message("formulaire", dire("effacer_confirmer"), sujet=_VIE_PRIVEE, boutons=boutons)


def _alerter(texte: str) -> tuple[dict[str, Any] | None, bool]:
    """The emergency answer to what our rules hear, and whether the model may silence it."""
    if est_vitale(texte):
        return message_vital(), False
    if (langue := trouver_langue(texte)) and (urgence := detecter_en_toute_langue(texte)):
        return urgence_dans_sa_langue(urgence, langue), False
    if alarme := detecter(texte):
        return message_d_urgence(alarme.sujet), alarme.a_confirmer
    return None, False


def _urgence_d_abord(alerte: dict[str, Any], messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The numbers come first; what follows is kept only when it answers a question.

    The same alert from Rasa takes the place of ours: it knows of the question that was left in the middle.
    """
    meme = next((m for m in messages if (m.get("type"), m.get("sujet")) == ("urgence", alerte["sujet"])), None)
    return [meme or alerte, *(m for m in messages if m.get("type") in ("reponse", "services"))]
