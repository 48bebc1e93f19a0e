"""Reading the YAML files of `data/`: a faulty one is refused with its name, its line and the reason."""

from pathlib import Path
from typing import Any

import yaml

from guichet.erreurs import ErreurDeDonnees


def lire_yaml(fichier: Path) -> Any:
    """The content of a file. Raises ErreurDeDonnees: file, line when YAML gives it, and reason."""
    try:
        return yaml.safe_load(fichier.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as cause:
        ligne = cause.problem_mark.line + 1 if cause.problem_mark else None
        raise ErreurDeDonnees(fichier, f"YAML illisible ({cause.problem})", ligne) from cause
    except (OSError, yaml.YAMLError) as cause:
        raise ErreurDeDonnees(fichier, f"fichier illisible ({cause})") from cause
