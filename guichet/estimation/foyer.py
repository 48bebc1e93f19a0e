"""What a family said of itself: about eight short answers. `None` always means « I do not know », never zero."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Logement = Literal["locataire", "locataire_meuble", "hlm", "proprietaire", "accedant", "gratuit"]
Activite = Literal["salarie", "chomage", "sans", "etudiant", "retraite", "independant", "agriculteur"]
Handicap = Literal["non", "enfant", "adulte", "enfant_et_adulte"]
Regime = Literal["caf", "msa"]

ENFANTS_MAX = 10
AGE_MAX_D_UN_ENFANT = 24
SOMME_MAX = 100_000
AGE_MIN, AGE_MAX = 14, 110


@dataclass(frozen=True)
class Foyer:
    """A household. Sums are euros per month, ages whole years.

    `couple`: lives with a partner, married or not. `enfants`: age of each child who lives there, `()` for none.
    `grossesse`: a child is expected, in the household; `naissance_prevue`: the day, when known.
    `revenus`: net monthly income of the person (pay, unemployment benefit, pension, profit), as `activite` says;
    benefits of the Caf or MSA are left out of it. `revenus_conjoint`, `activite_conjoint`: read only in a couple.
    `pension_alimentaire`: for a lone parent, does the other parent pay for the children; `montant_pension`: how
    much for all of them. `code_insee`: of the commune. `age`, `age_conjoint`: of the adults.
    `garde_alternee`: some of the children live half of the time with the other parent.
    """

    couple: bool | None = None
    enfants: tuple[int, ...] | None = None
    grossesse: bool | None = None
    naissance_prevue: date | None = None
    logement: Logement | None = None
    loyer: int | None = None
    code_insee: str | None = None
    activite: Activite | None = None
    revenus: int | None = None
    activite_conjoint: Activite | None = None
    revenus_conjoint: int | None = None
    handicap: Handicap | None = None
    pension_alimentaire: bool | None = None
    montant_pension: int | None = None
    regime: Regime | None = None
    age: int | None = None
    age_conjoint: int | None = None
    garde_alternee: bool | None = None

    def __post_init__(self) -> None:
        """Raises ValueError on what no household can be; the message never repeats what was said."""
        if self.enfants is not None and (
            len(self.enfants) > ENFANTS_MAX or any(not 0 <= age <= AGE_MAX_D_UN_ENFANT for age in self.enfants)
        ):
            raise ValueError(f"enfants : {ENFANTS_MAX} au plus, de 0 à {AGE_MAX_D_UN_ENFANT} ans")
        for nom in ("loyer", "revenus", "revenus_conjoint", "montant_pension"):
            somme = getattr(self, nom)
            if somme is not None and not 0 <= somme <= SOMME_MAX:
                raise ValueError(f"{nom} : entre 0 et {SOMME_MAX} € par mois")
        for nom in ("age", "age_conjoint"):
            age = getattr(self, nom)
            if age is not None and not AGE_MIN <= age <= AGE_MAX:
                raise ValueError(f"{nom} : entre {AGE_MIN} et {AGE_MAX} ans")
