"""A linear separator whose margins are calibrated probabilities: what our two classifiers are made of.

Linear support vectors, one against the rest (docs/adr/0003); a softmax of the margins, whose
temperature is fitted on examples held out, makes them probabilities.
"""

import json
import os
from abc import abstractmethod
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

import numpy as np
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

# Thousands of examples are enough to find one number, and the others lose little by not learning from them.
_PART_DE_CALIBRATION = 0.05
_GRAINE = 7
_TOLERANCE = 1e-2
_RESTE = ""  # sorts before every label


class Separateur:
    """Labels, weights of shape (features, labels) and biases: plain arrays, never a pickle.

    The weights are kept in half precision, on disk and in memory: half of the memory for the same answers.
    """

    def __init__(self, etiquettes: list[str], poids: np.ndarray, biais: np.ndarray) -> None:
        self.etiquettes, self._poids, self._biais = etiquettes, poids.astype(np.float16), biais.astype(np.float32)

    @classmethod
    def apprendre(cls, traits: sp.csr_matrix, etiquettes: list[str], rigueur: float) -> "Separateur":
        """`rigueur`: the C of scikit-learn's LinearSVC."""
        siennes = np.array(etiquettes)
        appris, tenus, y_appris, y_tenus = train_test_split(
            traits, siennes, test_size=_PART_DE_CALIBRATION, stratify=siennes, random_state=_GRAINE
        )
        noms, poids, biais = _separer(appris, y_appris, rigueur)
        temperature = _temperature(tenus @ poids + biais, np.searchsorted(noms, y_tenus))
        return cls(list(noms), poids * temperature, biais * temperature)

    def classer(self, traits: sp.csr_matrix) -> list[tuple[str, float]]:
        """Every label with its probability for one row, likeliest first."""
        marges = traits.data @ self._poids[traits.indices].astype(np.float32) + self._biais
        probabilites = np.exp(marges - marges.max())
        probabilites /= probabilites.sum()
        return [(self.etiquettes[rang], float(probabilites[rang])) for rang in np.argsort(-probabilites)]

    def enregistrer(self, dossier: Path) -> None:
        (dossier / "etiquettes.json").write_text(json.dumps(self.etiquettes), encoding="utf-8")
        np.savez_compressed(dossier / "poids.npz", poids=self._poids, biais=self._biais)

    @classmethod
    def charger(cls, dossier: Path) -> "Separateur":
        etiquettes = json.loads((dossier / "etiquettes.json").read_text(encoding="utf-8"))
        tableaux = np.load(dossier / "poids.npz")
        return cls(etiquettes, tableaux["poids"], tableaux["biais"])


def traits_de(messages: list[Message], origines: list[str], poids_dense: float) -> sp.csr_matrix:
    """One row a message: the sentence features that the featurizers `origines` gave it, the dense ones weighed.

    Block by block: row by row takes a minute for 20,000 of them.
    """
    blocs: list[Any] = []
    for origine in origines:
        lignes = [_traits_donnes_par(origine, message) for message in messages]
        creux = sp.issparse(lignes[0])
        blocs.append(sp.vstack(lignes, format="csr") if creux else sp.csr_matrix(np.vstack(lignes) * poids_dense))
    return sp.hstack(blocs, format="csr", dtype=np.float32)


def _traits_donnes_par(origine: str, message: Message) -> Any:
    """Not by Rasa's own getters, which copy what they find."""
    return next(t.features for t in message.features if t.origin == origine and t.attribute == TEXT)


def _separer(
    traits: sp.csr_matrix, etiquettes: np.ndarray, rigueur: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Labels (sorted), weights of shape (features, labels), biases: each label against all the others.

    The labels are dealt out to the cores, since the solver leaves Python free; those of another core are « the rest ».
    """

    def separer(les_siennes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        cibles = np.where(np.isin(etiquettes, les_siennes), etiquettes, _RESTE)
        appris = LinearSVC(C=rigueur, tol=_TOLERANCE, random_state=_GRAINE).fit(traits, cibles)
        return appris.coef_[-len(les_siennes) :].T, appris.intercept_[-len(les_siennes) :]

    traits = traits.astype(np.float64)  # what the solver reads
    traits.sum_duplicates()  # in place, now: not by two threads at once
    noms = np.unique(etiquettes)
    parts = np.array_split(noms, min(max(2, os.cpu_count() or 1), len(noms)))  # at least two: there is always a rest
    with ThreadPoolExecutor(len(parts)) as fils:
        poids, biais = zip(*fils.map(separer, parts), strict=True)
    return noms, np.hstack(poids), np.concatenate(biais)


def _temperature(marges: np.ndarray, justes: np.ndarray) -> float:
    """The factor that makes the softmax of `marges`, shape (examples, labels), most truthful of examples held out.

    `justes`: the rank of the right label of each.
    """

    def surprise(temperature: float) -> float:
        scores = marges * temperature
        return float(np.mean(logsumexp(scores, axis=1) - scores[np.arange(len(justes)), justes]))

    return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)


class ComposantSeparateur(GraphComponent):
    """A component of Rasa's graph around one separator: says what it learns, and what it does with the labels."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        separateur: Separateur | None = None,
    ) -> None:
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._separateur = separateur

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        with model_storage.read_from(resource) as dossier:
            return cls(config, model_storage, resource, Separateur.charger(dossier))

    @abstractmethod
    def etiquette(self, message: Message) -> str | None:
        """The label to learn of a training example; None when it teaches nothing here."""

    def train(self, training_data: TrainingData) -> Resource:
        exemples = [m for m in training_data.intent_examples if m.get(TEXT) and self.etiquette(m)]
        etiquettes = [str(self.etiquette(m)) for m in exemples]
        self._separateur = Separateur.apprendre(self._traits(exemples), etiquettes, self._config["rigueur"])
        with self._model_storage.write_to(self._resource) as dossier:
            self._separateur.enregistrer(dossier)
        return self._resource

    def classer(self, message: Message) -> list[tuple[str, float]]:
        """Every label with its probability, likeliest first; none without a text."""
        if not message.get(TEXT) or not self._separateur:
            return []
        return self._separateur.classer(self._traits([message]))

    def _traits(self, messages: list[Message]) -> sp.csr_matrix:
        return traits_de(messages, self._config["traits"], self._config["poids_dense"])
