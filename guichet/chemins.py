"""Where the project's files live, from the root of the checkout."""

import os
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
DATA = RACINE / "data"
WEB = RACINE / "web"
MODELES = RACINE / "models"
BOT_PYTHON = RACINE / "bot" / ".venv" / "bin" / "python"


def dossier_variable() -> Path:
    """The folder of what the product writes while it runs (databases, secret, logs), made if absent."""
    dossier = Path(os.environ.get("GUICHET_VAR", RACINE / "var"))
    dossier.mkdir(parents=True, exist_ok=True)
    return dossier
