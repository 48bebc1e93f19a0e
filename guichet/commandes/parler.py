"""`guichet parler`: the assistant in the terminal, through the real gateway."""

import argparse
import sys
from typing import Any

import httpx

from guichet.erreurs import ErreurGuichet
from guichet.lancement.ensemble import Ensemble

_ADRESSE = "http://127.0.0.1:8000"
_DELAI_S = 15.0


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("parler", help="parler au guichet dans le terminal")
    lecteur.add_argument("--commune", help="code Insee de la commune de la page, par exemple 50394")
    lecteur.add_argument("--adresse", default=_ADRESSE, help=f"un guichet déjà lancé ({_ADRESSE})")
    lecteur.set_defaults(executer=executer)


def executer(choix: argparse.Namespace) -> int:
    """Talks to the running gateway, or starts one for the time of the conversation."""
    if _repond(choix.adresse):
        return _converser(choix.adresse, choix.commune)
    with Ensemble(annoncer=lambda phrase: print(phrase, file=sys.stderr, flush=True)) as ensemble:
        return _converser(ensemble.adresse, choix.commune)


def _repond(adresse: str) -> bool:
    try:
        return httpx.get(f"{adresse}/sante", timeout=_DELAI_S, trust_env=False).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def _converser(adresse: str, commune: str | None) -> int:
    with httpx.Client(base_url=adresse, timeout=_DELAI_S, trust_env=False) as client:
        ouverte = _lire(client.post("/api/conversations", json={"commune": commune, "canal": "web"}))
        chemin = f"/api/conversations/{ouverte['conversation']}"
        en_tetes = {"Authorization": f"Bearer {ouverte['jeton']}"}
        boutons = _montrer(ouverte["messages"])
        try:
            while True:
                dit = input("\nvous > ").strip()
                if not dit:
                    continue
                choisi = boutons[int(dit) - 1] if dit.isdecimal() and 0 < int(dit) <= len(boutons) else None
                corps = {"bouton": choisi} if choisi else {"texte": dit}
                reponse = client.post(f"{chemin}/messages", json=corps, headers=en_tetes)
                boutons = (
                    _montrer(_lire(reponse)["messages"]) if reponse.is_success else _dire_l_erreur(reponse, boutons)
                )
        except (EOFError, KeyboardInterrupt):
            client.delete(chemin, headers=en_tetes)
            print("\nAu revoir. La conversation est effacée.")
    return 0


def _lire(reponse: httpx.Response) -> dict[str, Any]:
    contenu: dict[str, Any] = reponse.json()
    if not reponse.is_success:
        raise ErreurGuichet(contenu.get("message", "Le guichet ne répond pas."))
    return contenu


def _dire_l_erreur(reponse: httpx.Response, boutons: list[str]) -> list[str]:
    print(reponse.json().get("message", "Le guichet ne répond pas."))
    return boutons


def _montrer(messages: list[dict[str, Any]]) -> list[str]:
    """Prints the messages; returns the tokens of the numbered choices."""
    boutons: list[str] = []
    for message in messages:
        print(f"\n{message['texte']}")
        for numero in message.get("numeros", []):
            print(f"  {numero['numero']}  {numero['nom']} : {numero['pour']} ({numero['horaires']})")
        for montant in message.get("montants", []):
            valeur = (
                montant.get("texte") or f"{montant['valeur']:.2f} {montant['unite']}, depuis le {montant['depuis']}"
            )
            print(f"  {montant['libelle']} : {valeur}")
        for aide in message.get("estimations", []):
            print(f"  {aide['libelle']} : {aide['somme'] or aide['etat'].replace('_', ' ')} ({aide['pourquoi']})")
        for phrase in message.get("hypotheses", []):
            print(f"  supposé : {phrase}")
        for absente in message.get("non_calcules", []):
            print(f"  non calculé : {absente['raison']}")
        if lettre := message.get("lettre"):
            print(f"\nObjet : {lettre['objet']}\n\n{lettre['corps']}\n")
        for conseil in message.get("conseils", []):
            print(f"  {conseil}")
        for service in message.get("services", []):
            print(
                f"  {service['nom']} ({service['commune']}, {service['distance_km']} km) : {service['ouverture']}"
                f" — {service.get('telephone') or 'téléphone non vérifié'}, vérifié le {service['verifie_le']}"
            )
        for lien in message.get("liens", []):
            print(f"  {lien['titre']} : {lien['url']}")
        for source in message.get("sources", []):
            print(f"  source : {source['titre']}, {source['url']}")
        for bouton in message.get("boutons", []):
            boutons.append(bouton["bouton"])
            print(f"  [{len(boutons)}] {bouton['titre']}")
    return boutons
