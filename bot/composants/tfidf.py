"""Sparse features: tf-idf of the n-grams of a message, of characters (robust to misspellings) or of words."""

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from guichet.texte import plier

_OCCURRENCES_MIN = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TfidfDeGrammes(SparseFeaturizer, GraphComponent):
    """Sublinear tf-idf of the folded text; `analyseur`: `char_wb` or `word`, as scikit-learn names them."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**SparseFeaturizer.get_default_config(), "analyseur": "char_wb", "min_ngram": 2, "max_ngram": 5}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, name: str) -> None:
        super().__init__(name, config)
        self._model_storage, self._resource = model_storage, resource
        self._idf = np.zeros(0, dtype=np.float32)
        self._comptes = CountVectorizer(
            analyzer=config["analyseur"],
            ngram_range=(config["min_ngram"], config["max_ngram"]),
            min_df=_OCCURRENCES_MIN,
            token_pattern=r"\S+" if config["analyseur"] == "word" else None,
            dtype=np.float32,
        )

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "TfidfDeGrammes":
        return cls(config, model_storage, resource, execution_context.node_name)

    def train(self, training_data: TrainingData) -> Resource:
        textes = [plier(m.get(TEXT)) for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        presences = self._comptes.fit_transform(textes).getnnz(axis=0)
        self._idf = (np.log((1 + len(textes)) / (1 + presences)) + 1).astype(np.float32)
        with self._model_storage.write_to(self._resource) as dossier:
            vocabulaire = sorted(self._comptes.vocabulary_, key=self._comptes.vocabulary_.get)
            (dossier / "vocabulaire.json").write_text(json.dumps(vocabulaire), encoding="utf-8")
            np.save(dossier / "idf.npy", self._idf)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "TfidfDeGrammes":
        composant = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as dossier:
            vocabulaire = json.loads((dossier / "vocabulaire.json").read_text(encoding="utf-8"))
            composant._comptes.vocabulary_ = {ngramme: rang for rang, ngramme in enumerate(vocabulaire)}
            composant._idf = np.load(dossier / "idf.npy")
        return composant

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT):
                vecteur = self._vecteur(message.get(TEXT))
                message.add_features(Features(vecteur, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def _vecteur(self, texte: str) -> csr_matrix:
        """One row of unit norm. Done here on one message: scikit-learn's own takes five times longer."""
        ligne = self._comptes.transform([plier(texte)])
        ligne.data = (1 + np.log(ligne.data)) * self._idf[ligne.indices]
        ligne.data /= np.linalg.norm(ligne.data) or 1
        return ligne

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Checked by scikit-learn when it fits."""
