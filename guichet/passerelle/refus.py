"""Errors of the HTTP contract: a stable code, a French sentence, a status."""


class Refus(Exception):
    """The request is refused; `code` is stable, `message` says what to do."""

    def __init__(self, statut: int, code: str, message: str) -> None:
        self.statut, self.code, self.message = statut, code, message
        super().__init__(code)


def jeton_absent() -> Refus:
    return Refus(401, "jeton_absent", "Il manque le jeton de la conversation. Commencez une nouvelle conversation.")


def jeton_invalide() -> Refus:
    return Refus(
        401, "jeton_invalide", "Cette conversation est terminée ou son jeton n'est pas bon. Commencez-en une nouvelle."
    )


def jeton_d_une_autre() -> Refus:
    return Refus(403, "jeton_d_une_autre_conversation", "Ce jeton n'ouvre pas cette conversation.")


def conversation_inconnue() -> Refus:
    return Refus(
        404, "conversation_inconnue", "Cette conversation n'existe pas ou a été effacée. Commencez-en une nouvelle."
    )


def une_question_a_la_fois() -> Refus:
    return Refus(409, "une_question_a_la_fois", "Je réponds encore à votre message précédent. Attendez un instant.")


def corps_trop_gros() -> Refus:
    return Refus(413, "corps_trop_gros", "Ce message est trop gros. Écrivez 1000 caractères au plus.")


def texte_trop_long() -> Refus:
    return Refus(
        413,
        "texte_trop_long",
        "Votre message est trop long. Écrivez 1000 caractères au plus, ou envoyez-le en deux fois.",
    )


def pas_du_json() -> Refus:
    return Refus(415, "json_attendu", "La demande doit être en JSON (Content-Type: application/json).")


def demande_illisible() -> Refus:
    return Refus(400, "demande_illisible", "La demande est illisible : un objet JSON en UTF-8 est attendu.")


def trop_de_demandes() -> Refus:
    return Refus(429, "trop_de_demandes", "Beaucoup de personnes écrivent en ce moment. Réessayez dans une minute.")


def date_illisible() -> Refus:
    return Refus(
        400, "date_illisible", "Cette date n'est pas lisible : écrivez-la « 2027-03-12 », à trois ans au plus."
    )


def mauvaise_demande(code: str, message: str) -> Refus:
    return Refus(400, code, message)
