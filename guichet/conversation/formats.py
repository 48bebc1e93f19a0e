"""Numbers as people read them in French."""

from decimal import Decimal
from typing import Any

_INSECABLE = "\u00a0"


def somme(valeur: Decimal, unite: str) -> str:
    """« 450,41 € par an », « 28 956 € de revenus par an »."""
    entiere = valeur == valeur.to_integral_value() or "revenus" in unite
    texte = f"{valeur:,.0f}" if entiere else f"{valeur:,.2f}"
    return f"{texte.replace(',', _INSECABLE).replace('.', ',')}{_INSECABLE}{unite}"


def somme_affichee(montant: dict[str, Any]) -> str:
    """The sum of an amount of a message."""
    return somme(Decimal(str(montant["valeur"])), montant["unite"])


def fourchette(minimum: Decimal | None, maximum: Decimal | None, unite: str) -> str:
    """« environ 710 € par mois », « de 0 à 202 € par mois »; empty when no figure can be given."""
    if minimum is None or maximum is None:
        return ""
    if minimum == maximum:
        return f"environ {somme(minimum, unite)}"
    return f"de {minimum:,.0f} à {somme(maximum, unite)}".replace(",", _INSECABLE)


def kilometres(distance: float) -> str:
    """« dans la commune » under a kilometre, then « à 3,2 km », « à 12 km »."""
    if distance < 1:
        return "dans la commune"
    return f"à {distance:.0f} km" if distance >= 10 else f"à {distance:.1f} km".replace(".", ",")
