"""The widget lives on the communes' sites: any page may call the API, none sends cookies to it."""

from sanic import HTTPResponse, Request, Sanic
from sanic.response import empty

_EN_TETES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Max-Age": "86400",
}


def ouvrir_aux_communes(app: Sanic) -> None:
    """Answers preflight requests, and lets other origins read the answers."""

    @app.on_request
    async def prealable(request: Request) -> HTTPResponse | None:
        return empty() if request.method == "OPTIONS" else None

    @app.on_response
    async def en_tetes(request: Request, reponse: HTTPResponse) -> None:
        reponse.headers.update(_EN_TETES)
        reponse.headers["X-Content-Type-Options"] = "nosniff"
        if request.path.startswith("/api/"):
            reponse.headers["Cache-Control"] = "no-store"
