"""Sparse features: tf-idf of the n-grams of a message, of characters (robust to misspellings) and of words."""

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from guichet.comprehension.question import ce_qui_est_demande
from guichet.texte import plier

_OCCURRENCES_MIN = 2


def _question(texte: str) -> str:
    return plier(ce_qui_est_demande(texte))


_LECTURES = {"message": plier, "question": _question}


class _Grammes:
    """Sublinear tf-idf of one kind of n-grams of folded texts, rows of unit norm."""

    def __init__(self, analyseur: str, min_ngram: int, max_ngram: int) -> None:
        self._comptes = CountVectorizer(
            analyzer=analyseur,
            ngram_range=(min_ngram, max_ngram),
            min_df=_OCCURRENCES_MIN,
            token_pattern=r"\S+" if analyseur == "word" else None,
            dtype=np.float32,
        )
        self._idf = np.zeros(0, dtype=np.float32)

    def apprendre(self, textes: list[str]) -> None:
        presences = self._comptes.fit_transform(textes).getnnz(axis=0)
        self._idf = (np.log((1 + len(textes)) / (1 + presences)) + 1).astype(np.float32)

    def vecteurs(self, textes: list[str]) -> csr_matrix:
        """One row a text. Done here: scikit-learn's own takes five times longer for one message."""
        comptes = self._comptes.transform(textes)
        comptes.data = (1 + np.log(comptes.data)) * self._idf[comptes.indices]
        return normalize(comptes, copy=False)

    def en_memoire(self) -> tuple[list[str], np.ndarray]:
        return sorted(self._comptes.vocabulary_, key=self._comptes.vocabulary_.get), self._idf

    def reprendre(self, vocabulaire: list[str], idf: np.ndarray) -> None:
        self._comptes.vocabulary_ = {ngramme: rang for rang, ngramme in enumerate(vocabulaire)}
        self._idf = idf


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TfidfDeGrammes(SparseFeaturizer, GraphComponent):
    """`grammes`: a list of [analyser as scikit-learn names it, shortest, longest].

    `lecture`: what is read of a message, all of it (`message`) or the parts that ask (`question`).
    """

    @classmethod
    def required_components(cls) -> list[type]:
        return []  # the text itself is read, not tokens

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        grammes = [["char_wb", 3, 5], ["word", 1, 2]]
        return {**SparseFeaturizer.get_default_config(), "grammes": grammes, "lecture": "message"}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, name: str) -> None:
        super().__init__(name, config)
        self._model_storage, self._resource = model_storage, resource
        self._grammes = [_Grammes(*grammes) for grammes in config["grammes"]]
        self._lecture = _LECTURES[config["lecture"]]

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
        messages = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        textes = [self._lecture(message.get(TEXT)) for message in messages]
        with self._model_storage.write_to(self._resource) as dossier:
            for rang, grammes in enumerate(self._grammes):
                grammes.apprendre(textes)
                vocabulaire, idf = grammes.en_memoire()
                (dossier / f"vocabulaire_{rang}.json").write_text(json.dumps(vocabulaire), encoding="utf-8")
                np.save(dossier / f"idf_{rang}.npy", idf)
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
            for rang, grammes in enumerate(composant._grammes):
                vocabulaire = json.loads((dossier / f"vocabulaire_{rang}.json").read_text(encoding="utf-8"))
                grammes.reprendre(vocabulaire, np.load(dossier / f"idf_{rang}.npy"))
        return composant

    def process(self, messages: list[Message]) -> list[Message]:
        avec_texte = [message for message in messages if message.get(TEXT)]
        if not avec_texte:
            return messages
        textes = [self._lecture(message.get(TEXT)) for message in avec_texte]
        tous = hstack([grammes.vecteurs(textes) for grammes in self._grammes], format="csr")
        for message, debut, fin in zip(avec_texte, tous.indptr, tous.indptr[1:], strict=False):
            ligne = csr_matrix((tous.data[debut:fin], tous.indices[debut:fin], [0, fin - debut]), (1, tous.shape[1]))
            message.add_features(Features(ligne, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Checked by scikit-learn when it fits."""
