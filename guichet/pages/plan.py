"""What search engines are told of: every public page."""

from xml.sax.saxutils import escape

from guichet.droits.fiches import charger_fiches
from guichet.droits.lettres import charger_lettres
from guichet.evenements.modele import charger_evenements


def plan_du_site(adresse: str) -> str:
    """A sitemap (sitemaps.org 0.9); `adresse`: https://… without a final slash."""
    chemins = [
        "/droits",
        *(f"/droits/{sujet}" for sujet in charger_fiches()),
        *(f"/evenements/{evenement}" for evenement in charger_evenements()),
        *(f"/lettres/{lettre}" for lettre in charger_lettres()),
    ]
    urls = "".join(f"<url><loc>{escape(adresse + chemin)}</loc></url>" for chemin in chemins)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>\n'
    )
