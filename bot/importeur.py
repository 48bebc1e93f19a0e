"""Reads the training files once: Rasa's own importer reads each of them a dozen times, a fifth of the training."""

import gc
import hashlib
import re
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from rasa.shared.data import get_data_files
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

_CLE = re.compile(r"^(\w+):", re.MULTILINE)


class Exemple(Message):
    """A training example that costs little to copy and to compare: Rasa does both a dozen times for each.

    What an example holds is replaced, never changed in place.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> "Exemple":
        copie = Exemple(self.data, set(self.output_properties), self.time, list(self.features))
        copie._cached_fingerprint = self._cached_fingerprint
        return copie

    def fingerprint(self) -> str:
        """What it says and the bytes of its features, digested."""
        if self._cached_fingerprint is None:
            condense = hashlib.blake2b(repr(sorted(self.data.items())).encode(), digest_size=16)
            for traits in self.features:
                condense.update(f"{traits.type}{traits.attribute}{traits.origin}".encode())
                matrice = traits.features.tocsr() if traits.is_sparse() else traits.features
                for tableau in (matrice.data, matrice.indices) if traits.is_sparse() else (matrice,):
                    condense.update(np.ascontiguousarray(tableau))
            self._cached_fingerprint = condense.hexdigest()
        return self._cached_fingerprint


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
        gc.disable()  # a training is short and keeps what it makes: looking for rubbish was a tenth of its time
        lues = utils.training_data_from_paths(self._nlu_files, "fr")
        lues.training_examples = [Exemple(message.data, time=message.time) for message in lues.training_examples]
        return lues


def _yaml(chemins: list[str] | str | None) -> list[str]:
    fichiers: list[str] = get_data_files(chemins, lambda chemin: chemin.endswith((".yml", ".yaml")))
    return sorted(fichiers)
