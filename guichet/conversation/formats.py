"""Numbers as people read them in French."""

from decimal import Decimal

_INSECABLE = "\u00a0"


def somme(valeur: Decimal, unite: str) -> str:
    """« 450,41 € par an », « 28 956 € de revenus par an »."""
    entiere = valeur == valeur.to_integral_value() or "revenus" in unite
    texte = f"{valeur:,.0f}" if entiere else f"{valeur:,.2f}"
    return f"{texte.replace(',', _INSECABLE).replace('.', ',')}{_INSECABLE}{unite}"


def kilometres(distance: float) -> str:
    """« dans la commune » under a kilometre, then « à 3,2 km », « à 12 km »."""
    if distance < 1:
        return "dans la commune"
    return f"à {distance:.0f} km" if distance >= 10 else f"à {distance:.1f} km".replace(".", ",")
