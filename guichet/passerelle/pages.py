"""The pages that are read without the assistant: `/droits`, `/evenements`, `/lettres`."""

from datetime import date

from sanic import HTTPResponse, Request, Sanic, html, text
from sanic.exceptions import NotFound
from sanic.response import raw

from guichet.chemins import WEB
from guichet.comprehension.dates import HORIZON
from guichet.dates import maintenant
from guichet.evenements.calendrier import en_ics
from guichet.evenements.modele import charger_evenements
from guichet.pages.droits import page_d_accueil, page_de_fiche, page_des_communes
from guichet.pages.evenements import page_d_evenement
from guichet.pages.lettres import page_de_lettre
from guichet.pages.plan import plan_du_site
from guichet.passerelle import refus
from guichet.passerelle.adresse import adresse_publique
from guichet.territoire import charger_territoire

# Nothing is loaded from elsewhere, nothing is sent elsewhere.
_POLITIQUE = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"


def routes_des_pages(app: Sanic) -> None:
    """Every page of the fiches, checklists and letters, and the plan of the site."""
    app.static("/pages", WEB / "pages", name="style_des_pages")

    @app.get("/droits")
    async def accueil(request: Request) -> HTTPResponse:
        return _page(page_d_accueil())

    @app.get("/droits/<sujet:str>")
    async def fiche(request: Request, sujet: str) -> HTTPResponse:
        return _page(page_de_fiche(sujet, maintenant().date(), _commune(request.args.get("commune"))))

    @app.get("/droits/<sujet:str>/communes")
    async def communes(request: Request, sujet: str) -> HTTPResponse:
        return _page(page_des_communes(sujet, maintenant().date()))

    @app.get("/evenements/<identifiant:str>/calendrier.ics")
    async def calendrier(request: Request, identifiant: str) -> HTTPResponse:
        evenement, jour = charger_evenements().get(identifiant), _date(request.args.get("date"))
        if evenement is None or jour is None:
            raise NotFound
        page = f"{adresse_publique(request)}/evenements/{identifiant}?date={jour.isoformat()}"
        fichier = en_ics(evenement, jour, maintenant(), page)
        en_tetes = {"Content-Disposition": f'attachment; filename="{identifiant}.ics"'}
        return raw(fichier, content_type="text/calendar; charset=utf-8", headers=en_tetes)

    @app.get("/evenements/<identifiant:str>")
    async def evenement(request: Request, identifiant: str) -> HTTPResponse:
        return _page(page_d_evenement(identifiant, _date(request.args.get("date")), maintenant().date()))

    @app.get("/lettres/<identifiant:str>")
    async def lettre(request: Request, identifiant: str) -> HTTPResponse:
        return _page(page_de_lettre(identifiant))

    @app.get("/sitemap.xml")
    async def plan(request: Request) -> HTTPResponse:
        return raw(plan_du_site(adresse_publique(request)).encode(), content_type="application/xml; charset=utf-8")

    @app.get("/robots.txt")
    async def robots(request: Request) -> HTTPResponse:
        return text(f"User-agent: *\nDisallow: /api/\nSitemap: {adresse_publique(request)}/sitemap.xml\n")


def _page(contenu: str | None) -> HTTPResponse:
    if contenu is None:
        raise NotFound
    return html(contenu, headers={"Content-Security-Policy": _POLITIQUE, "Referrer-Policy": "no-referrer"})


def _date(dite: str | None) -> date | None:
    """A date of the address, or none; refused when it is none that a person can mean."""
    if not dite:
        return None
    aujourd_hui = maintenant().date()
    try:
        jour = date.fromisoformat(dite)
    except ValueError as cause:
        raise refus.date_illisible() from cause
    if not aujourd_hui - HORIZON <= jour <= aujourd_hui + HORIZON:
        raise refus.date_illisible()
    return jour


def _commune(code_insee: str | None) -> str | None:
    return code_insee if code_insee and charger_territoire().contient(code_insee) else None
