"""What was understood, said again at once: a misread answer is seen, and can be taken back."""

from datetime import date
from functools import lru_cache
from typing import Any

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.dates import date_en_toutes_lettres
from guichet.questionnaire.questions import REPONSES_PAR_QUESTION, Etat, Reponses, question_suivante
from guichet.texte import enumerer


def dire_la_derniere(etat: Etat) -> str:
    """What the last answer was understood to be; empty before the first one."""
    presente = question_suivante(etat)
    if presente and any(cle in etat.reponses for cle in REPONSES_PAR_QUESTION[presente.cle]):
        return _dire(presente.cle, etat.reponses)
    return _dire(etat.posees[-1], etat.reponses) if etat.posees else ""


def dire_tout(etat: Etat) -> list[str]:
    """Every answer, in the order of the questions; those that the person did not know are left out."""
    connues = (cle for cle in REPONSES_PAR_QUESTION if cle != "loyer")  # said with the home
    dits = (_dire(cle, etat.reponses) for cle in connues)
    return [dit for dit in dits if dit != _phrases()["inconnu"]]


def _dire(cle: str, reponses: Reponses) -> str:
    phrases = _phrases()
    if all(reponses.get(nom) is None for nom in REPONSES_PAR_QUESTION[cle]):
        return str(phrases["inconnu"])
    match cle:
        case "couple":
            return str(phrases["couple"]["oui" if reponses["couple"] else "non"])
        case "enfants":
            return _enfants(reponses)
        case "situation":
            return _situation(reponses)
        case "logement":
            loyer = reponses.get("loyer")
            dit = str(phrases["logement"][reponses["logement"]])
            return dit if loyer is None else f"{dit}, {phrases['loyer'].format(somme=_euros(loyer))}"
        case "loyer":
            return str(phrases["loyer"].format(somme=_euros(reponses["loyer"])))
        case "activite" | "revenus":
            return _de_chacun(cle, reponses)
        case "age":
            return str(phrases["age"].format(age=reponses["age"]))
        case "pension":
            return _pension(reponses)
    return str(phrases["regime"][reponses["regime"]])


def _enfants(reponses: Reponses) -> str:
    dites, ages = _phrases()["enfants"], reponses["enfants"]
    if not ages:
        return str(dites["aucun"])
    dits = enumerer([f"{age} an{'s' if age > 1 else ''}" if age else _phrases()["bebe"] for age in ages], "et")
    dit = dites["un" if len(ages) == 1 else "plusieurs"].format(nombre=len(ages), ages=dits)
    return f"{dit}, {_phrases()['garde_alternee']}" if reponses.get("garde_alternee") else str(dit)


def _situation(reponses: Reponses) -> str:
    dites = _phrases()["situation"]
    phrases = []
    if reponses.get("grossesse"):
        prevue = reponses.get("naissance_prevue")
        jour = date_en_toutes_lettres(date.fromisoformat(prevue)) if prevue else ""
        phrases.append(dites["grossesse_datee"].format(jour=jour) if prevue else dites["grossesse"])
    if (handicap := reponses.get("handicap", "non")) != "non":
        phrases.append(_phrases()["handicap"][handicap or "inconnu"])
    return enumerer(phrases, "et") or str(dites["rien"])


def _de_chacun(cle: str, reponses: Reponses) -> str:
    dits = {
        moitie: _dire_une_valeur(cle, reponses[nom])
        for moitie, nom in (("vous", cle), ("conjoint", f"{cle}_conjoint"))
        if reponses.get(nom) is not None
    }
    if reponses.get("couple") is False:
        return dits.get("vous", "")
    return " ; ".join(_phrases()[moitie].format(dit=dit) for moitie, dit in dits.items())


def _dire_une_valeur(cle: str, valeur: Any) -> str:
    if cle == "activite":
        return str(_phrases()["activite"][valeur])
    return str(_phrases()["revenus"].format(somme=_euros(valeur)))


def _pension(reponses: Reponses) -> str:
    dites, somme = _phrases()["pension"], reponses.get("montant_pension")
    if not reponses["pension"]:
        return str(dites["non"])
    return str(dites["somme"].format(somme=_euros(somme)) if somme is not None else dites["oui"])


def _euros(somme: int) -> str:
    return f"{somme:,}\u00a0€".replace(",", "\u00a0")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Any]:
    phrases: dict[str, Any] = lire_yaml(DATA / "estimation" / "recapitulatif.yml")
    return phrases
