"""The questions of `data/estimation/questions.yml`, and which one comes next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from guichet.chemins import DATA
from guichet.contenu import lire_yaml

QUESTIONS_MAX = 8
REPONSES_PAR_QUESTION = {
    "couple": ("couple",),
    "enfants": ("enfants", "garde_alternee"),
    "situation": ("grossesse", "naissance_prevue", "handicap"),
    "logement": ("logement", "loyer"),
    "loyer": ("loyer",),
    "activite": ("activite", "activite_conjoint"),
    "revenus": ("revenus", "revenus_conjoint"),
    "age": ("age",),
    "pension": ("pension", "montant_pension"),
    "regime": ("regime",),
}
LOUE = ("locataire", "locataire_meuble", "hlm")
Reponses = Mapping[str, Any]


@dataclass(frozen=True)
class Choix:
    """A ready-made answer; `dit` is read as if it had been typed."""

    titre: str
    dit: str


@dataclass(frozen=True)
class Question:
    """`aide`: how to answer, said when the answer was not understood; `nombre`: a number is expected.

    `a_deux`: in a couple, each has an answer.
    """

    cle: str
    texte: str
    aide: str
    choix: tuple[Choix, ...]
    nombre: bool = False
    a_deux: bool = False


@dataclass(frozen=True)
class Etat:
    """Where the person is: the answers read so far, the questions asked, the tries on this one.

    An answer may be known without its question having been asked: it was said in passing.
    """

    reponses: Reponses = field(default_factory=dict)
    posees: tuple[str, ...] = ()
    essais: int = 0


def question_suivante(etat: Etat) -> Question | None:
    """The next question that this household needs; None when all is asked."""
    for entree in _entrees():
        if entree["cle"] not in etat.posees and _est_utile(entree["cle"], etat.reponses):
            return _question(entree, etat.reponses)
    return None


def nombre_de_questions(etat: Etat) -> int:
    """How many will have been asked in all, as far as is known now."""
    return sum(entree["cle"] in etat.posees or _est_utile(entree["cle"], etat.reponses) for entree in _entrees())


def revenir(etat: Etat) -> Etat:
    """The question before, as if it had not been answered; the first half of an answer is undone first.

    Before the first question, what was said in passing is forgotten.
    """
    presente = question_suivante(etat)
    a_moitie = presente is not None and any(cle in etat.reponses for cle in REPONSES_PAR_QUESTION[presente.cle])
    defaite = presente.cle if presente and a_moitie else next(iter(etat.posees[-1:]), None)
    if defaite is None:
        return Etat()
    oubliees = REPONSES_PAR_QUESTION[defaite]
    restantes = {cle: valeur for cle, valeur in etat.reponses.items() if cle not in oubliees}
    return Etat(restantes, tuple(cle for cle in etat.posees if cle != defaite))


def _est_utile(cle: str, reponses: Reponses) -> bool:
    seul_avec_enfants = reponses.get("couple") is False and bool(reponses.get("enfants"))
    if _est_deja_dit(cle, reponses):
        return False
    match cle:
        case "loyer":
            return reponses.get("logement") in LOUE
        case "pension":
            return seul_avec_enfants
        case "age":  # before 25, someone without a child seldom has the RSA
            return reponses.get("enfants") == []
        case "regime":  # it changes no amount: asked only of those who were asked nothing else that late
            return not seul_avec_enfants and reponses.get("enfants") != []
    return True


def _est_deja_dit(cle: str, reponses: Reponses) -> bool:
    """Whether nothing is left to ask about it; in a couple, of either."""
    nom = REPONSES_PAR_QUESTION[cle][0]
    a_deux = f"{nom}_conjoint" in REPONSES_PAR_QUESTION[cle] and bool(reponses.get("couple"))
    return reponses.get(nom) is not None and not (a_deux and moitie_qui_manque(nom, reponses))


def moitie_qui_manque(cle: str, reponses: Reponses) -> str | None:
    """« moi » or « conjoint »: whose answer to a question for two is still to be read, once the other's is."""
    lues = {moitie: nom in reponses for moitie, nom in (("moi", cle), ("conjoint", f"{cle}_conjoint"))}
    manquantes = [moitie for moitie, lue in lues.items() if not lue]
    return manquantes[0] if len(manquantes) == 1 else None


def _question(entree: dict[str, Any], reponses: Reponses) -> Question:
    a_deux = bool(entree.get("a_deux"))
    manque = moitie_qui_manque(entree["cle"], reponses) if a_deux and reponses.get("couple") else None
    variantes = [manque, "couple" if reponses.get("couple") is not False else None]

    def selon(cle: str) -> Any:
        """The wording for the half that is missing, for a couple, or for everyone."""
        cles = [f"{cle}_{variante}" for variante in variantes if variante]
        return next((entree[nom] for nom in (*cles, cle) if nom in entree), None)

    # The ready-made answers of a couple answer for both: not once one of them is known.
    choix = () if manque else tuple(Choix(**choix) for choix in selon("choix") or ())
    return Question(entree["cle"], selon("texte"), selon("aide"), choix, bool(entree.get("nombre")), a_deux)


@lru_cache(maxsize=1)
def _entrees() -> tuple[dict[str, Any], ...]:
    return tuple(lire_yaml(DATA / "estimation" / "questions.yml"))
