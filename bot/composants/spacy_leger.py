"""spaCy with what is read of it only: tokens of each message, and named entities on demand."""

from functools import lru_cache
from typing import Any

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc

_INUTILES = ("parser", "morphologizer", "attribute_ruler", "lemmatizer")


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MODEL_LOADER, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=False,
    model_from="SpacyLeger",
)
class SpacyLeger(SpacyNLP):
    """Tokenizes only: the neural part of spaCy would be a third of a message's time (docs/mesures.md)."""

    @staticmethod
    @lru_cache(maxsize=1)
    def load_model(spacy_model_name: str) -> SpacyModel:
        return SpacyModel(spacy.load(spacy_model_name, exclude=list(_INUTILES)), spacy_model_name)

    def _doc_for_text(self, model: Any, text: str) -> Doc:
        return model.make_doc(text)

    def process_training_data(self, training_data: TrainingData, model: SpacyModel) -> TrainingData:
        self.process(training_data.training_examples, model)
        return training_data
