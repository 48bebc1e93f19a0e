"""The intent classifier: linear support vectors on dense and sparse sentence features.

Chosen by measurement (docs/adr/0003): trains in seconds, deterministic, a matrix product a message.
Its margins become probabilities by a softmax whose temperature is fitted on examples held out.
"""

import json
from typing import Any

import numpy as np
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

_CLASSEMENT = 8
_PART_DE_CALIBRATION = 0.2
_GRAINE = 7


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ClassifieurLineaire(IntentClassifier, GraphComponent):
    """Ranks the intents by probability; stores plain arrays, never a pickle."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": 0.3, "poids_dense": 0.8}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._intentions: list[str] = []
        self._poids = np.zeros((0, 0), dtype=np.float32)
        self._biais = np.zeros(0, dtype=np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ClassifieurLineaire":
        return cls(config, model_storage, resource)

    def _matrice(self, messages: list[Message]) -> sp.csr_matrix:
        return sp.vstack([self._ligne(message) for message in messages], format="csr")

    def _ligne(self, message: Message) -> sp.csr_matrix:
        blocs = []
        dense, sparse = message.get_dense_features(TEXT)[1], message.get_sparse_features(TEXT)[1]
        if dense:
            blocs.append(sp.csr_matrix(dense.features * self._config["poids_dense"]))
        if sparse:
            blocs.append(sp.csr_matrix(sparse.features))
        return sp.hstack(blocs, format="csr", dtype=np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        exemples = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        traits, intentions = self._matrice(exemples), np.array([m.get(INTENT) for m in exemples])
        temperature = self._temperature(traits, intentions)
        separateur = LinearSVC(C=self._config["C"], random_state=_GRAINE).fit(traits, intentions)
        self._intentions = list(separateur.classes_)
        self._poids = (separateur.coef_.T * temperature).astype(np.float32)
        self._biais = (separateur.intercept_ * temperature).astype(np.float32)
        with self._model_storage.write_to(self._resource) as dossier:
            (dossier / "intentions.json").write_text(json.dumps(self._intentions), encoding="utf-8")
            np.savez_compressed(dossier / "poids.npz", poids=self._poids.astype(np.float16), biais=self._biais)
        return self._resource

    def _temperature(self, traits: sp.csr_matrix, intentions: np.ndarray) -> float:
        """The factor on the margins that makes the softmax most truthful on examples held out."""
        appris, tenus, y_appris, y_tenus = train_test_split(
            traits, intentions, test_size=_PART_DE_CALIBRATION, stratify=intentions, random_state=_GRAINE
        )
        separateur = LinearSVC(C=self._config["C"], random_state=_GRAINE).fit(appris, y_appris)
        marges = separateur.decision_function(tenus)
        justes = np.searchsorted(separateur.classes_, y_tenus)

        def surprise(temperature: float) -> float:
            scores = marges * temperature
            return float(np.mean(logsumexp(scores, axis=1) - scores[np.arange(len(justes)), justes]))

        return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "ClassifieurLineaire":
        composant = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as dossier:
            composant._intentions = json.loads((dossier / "intentions.json").read_text(encoding="utf-8"))
            tableaux = np.load(dossier / "poids.npz")
            composant._poids = tableaux["poids"].astype(np.float32)
            composant._biais = tableaux["biais"]
        return composant

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT):
                self._classer(message)
            else:
                message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
                message.set("intent_ranking", [], add_to_output=True)
        return messages

    def _classer(self, message: Message) -> None:
        scores = np.asarray(self._ligne(message) @ self._poids).ravel() + self._biais
        probabilites = np.exp(scores - scores.max())
        probabilites /= probabilites.sum()
        meilleures = np.argsort(-probabilites)[:_CLASSEMENT]
        classement = [{"name": self._intentions[rang], "confidence": float(probabilites[rang])} for rang in meilleures]
        message.set(INTENT, classement[0], add_to_output=True)
        message.set("intent_ranking", classement, add_to_output=True)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data
