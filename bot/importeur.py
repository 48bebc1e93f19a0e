"""Reads the training files once: Rasa's own importer reads each of them a dozen times, a fifth of the training."""

import re
from functools import cached_property
from pathlib import Path

from rasa.shared.data import get_data_files
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

_CLE = re.compile(r"^(\w+):", re.MULTILINE)


class ImporteurDuGuichet(RasaFileImporter):
    """Rasa's importer of files, for the YAML files of this project.

    What a file holds is told by its first keys (`nlu`, `responses`, `rules`, `stories`) without parsing it, and the
    examples are parsed once for all who ask: they copy what they change.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path)
        cles = {f: set(_CLE.findall(Path(f).read_text(encoding="utf-8"))) for f in _yaml(training_data_paths)}
        self._nlu_files = [fichier for fichier, lues in cles.items() if lues & {"nlu", "responses"}]
        self._story_files = [fichier for fichier, lues in cles.items() if lues & {"rules", "stories"}]
        self._conversation_test_files = [f for f in self._story_files if Path(f).name.startswith("test_")]

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """The examples, whatever the language asked for: they are in one."""
        return self._exemples

    @cached_property
    def _exemples(self) -> TrainingData:
        return utils.training_data_from_paths(self._nlu_files, "fr")


def _yaml(chemins: list[str] | str | None) -> list[str]:
    fichiers: list[str] = get_data_files(chemins, lambda chemin: chemin.endswith((".yml", ".yaml")))
    return sorted(fichiers)
