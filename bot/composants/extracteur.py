"""Entities found by our deterministic extractors: communes, aids, facets, ages, Caf or MSA."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from guichet.comprehension.extraction import extraire_entites


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
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

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            entites = message.get(ENTITIES, []) + extraire_entites(message.get(TEXT) or "")
            message.set(ENTITIES, entites, add_to_output=True)
        return messages
