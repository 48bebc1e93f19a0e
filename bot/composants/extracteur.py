"""Entities found by our deterministic extractors: communes, aids, facets, ages, Caf or MSA."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from guichet.comprehension.extraction import extraire_entites


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False, model_from="SpacyLeger")
class ExtracteurGuichet(GraphComponent, EntityExtractorMixin):
    """Adds to each message what `guichet.comprehension.extraction` finds in it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ExtracteurGuichet":
        return cls()

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        def noms_de_lieux(texte: str) -> list[str]:
            return [entite.text for entite in model.model(texte).ents if entite.label_ == "LOC"]

        for message in messages:
            entites = message.get(ENTITIES, []) + extraire_entites(message.get(TEXT) or "", noms_de_lieux)
            message.set(ENTITIES, entites, add_to_output=True)
        return messages
