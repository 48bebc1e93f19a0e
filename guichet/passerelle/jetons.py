"""Signed tokens: one opens a conversation, the others are its buttons."""

import os
import secrets
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer

from guichet.chemins import dossier_variable
from guichet.passerelle import refus

DUREE_S = 12 * 3600


class Jetons:
    """Signs and reads tokens with one secret; a gateway that has the secret needs no other state."""

    def __init__(self, secret: str) -> None:
        self._conversations = URLSafeTimedSerializer(secret, salt="conversation")
        self._secret = secret

    def pour(self, conversation: str) -> str:
        return self._conversations.dumps(conversation)

    def verifier(self, conversation: str, en_tete: str | None) -> None:
        """Raises Refus unless `Authorization` bears the token of that conversation."""
        genre, _, jeton = (en_tete or "").partition(" ")
        if genre.lower() != "bearer" or not jeton:
            raise refus.jeton_absent()
        try:
            ouvre = self._conversations.loads(jeton.strip(), max_age=DUREE_S)
        except BadSignature as cause:
            raise refus.jeton_invalide() from cause
        if ouvre != conversation:
            raise refus.jeton_d_une_autre()

    def sceller(self, conversation: str, charge: str, titre: str) -> str:
        """A button's opaque token; it works in that conversation only."""
        return self._boutons(conversation).dumps([charge, titre])

    def ouvrir(self, conversation: str, bouton: object) -> tuple[str, str]:
        """What a button means, and its title. Raises Refus when it is not one of ours."""
        try:
            charge, titre = self._boutons(conversation).loads(str(bouton))
        except BadSignature as cause:
            raise refus.mauvaise_demande(
                "bouton_inconnu", "Ce bouton n'est plus valable. Écrivez votre question."
            ) from cause
        return charge, titre

    def _boutons(self, conversation: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._secret, salt=f"bouton:{conversation}")


def lire_secret() -> str:
    """The secret of `GUICHET_SECRET`, or one made once and kept beside the databases."""
    if secret := os.environ.get("GUICHET_SECRET"):
        return secret
    fichier: Path = dossier_variable() / "secret"
    if not fichier.exists():
        fichier.touch(mode=0o600)
        fichier.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return fichier.read_text(encoding="utf-8")
