"""The facet classifier: what a message asks about its subject (how much, how, with which papers…).

It learns from the `metadata: {facette: …}` of the training examples.
"""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.composants.separateur import ComposantSeparateur
from guichet.comprehension.analyse import FACETTE
from guichet.comprehension.decision import choisir_facette


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class ClassifieurDeFacette(ComposantSeparateur, EntityExtractorMixin):
    """Adds the entity `facette` when the message asks for one."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"traits": ["phrase", "message"], "rigueur": 0.3, "poids_dense": 0.8}

    def etiquette(self, message: Message) -> str | None:
        facette: str | None = ((message.get(METADATA) or {}).get(INTENT) or {}).get(FACETTE)
        return facette

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if facette := choisir_facette(self.classer(message)):
                entite = {"entity": FACETTE, "value": facette, "start": 0, "end": len(message.get(TEXT))}
                entites = [*message.get(ENTITIES, []), entite]
                message.set(ENTITIES, self.add_extractor_name(entites), add_to_output=True)
        return messages
