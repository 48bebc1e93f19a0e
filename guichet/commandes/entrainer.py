"""`guichet entrainer`: the model, kept when nothing changed."""

import argparse
import time

from guichet.lancement.modele import GUICHET


def declarer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lecteur = commandes.add_parser("entrainer", help="entraîne le modèle si ses sources ont changé")
    lecteur.set_defaults(executer=executer)


def executer(choix: argparse.Namespace) -> int:
    if GUICHET.est_a_jour():
        print("Le modèle est à jour.")
        return 0
    print("Entraînement du modèle (deux à trois minutes)…", flush=True)
    debut = time.monotonic()
    GUICHET.entrainer()
    print(f"Modèle entraîné en {time.monotonic() - debut:.0f} s : {GUICHET.chemin.name}")
    return 0
