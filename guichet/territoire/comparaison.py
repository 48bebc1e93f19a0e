"""Where rules differ from one commune to the next, and who has not filled in theirs."""

from dataclasses import dataclass

from guichet.territoire.communes import Commune, charger_territoire
from guichet.territoire.regles import RegleLocale, charger_regles_locales


@dataclass(frozen=True)
class Groupe:
    """Communes under the same rule on a subject; `regles` is empty when nothing is filled in."""

    regles: tuple[RegleLocale, ...]
    communes: tuple[Commune, ...]

    @property
    def renseigne(self) -> bool:
        return bool(self.regles)


def comparer(sujet: str) -> list[Groupe]:
    """The communes of the territory, grouped by the rules that hold in them; unfilled ones last."""
    groupes: dict[tuple[RegleLocale, ...], list[Commune]] = {}
    for commune in charger_territoire().communes_du_territoire():
        groupes.setdefault(_regles_de(sujet, commune), []).append(commune)
    tries = (Groupe(regles, tuple(sorted(cs, key=lambda c: c.nom))) for regles, cs in groupes.items())
    return sorted(tries, key=lambda groupe: (not groupe.renseigne, -len(groupe.communes)))


def sujets_compares() -> list[str]:
    """The subjects on which at least one zone has filled in its rule."""
    return list(dict.fromkeys(regle.sujet for regle in charger_regles_locales()))


def _regles_de(sujet: str, commune: Commune) -> tuple[RegleLocale, ...]:
    """The commune's own rules, and its intercommunalité's for the facets it leaves."""
    siennes = [r for r in charger_regles_locales() if (r.sujet, r.zone) == (sujet, commune.code_insee)]
    prises = {facette for regle in siennes for facette in regle.facettes}
    communes_a_tous = [
        r
        for r in charger_regles_locales()
        if (r.sujet, r.zone) == (sujet, commune.code_epci) and not set(r.facettes) <= prises
    ]
    return (*siennes, *communes_a_tous)
