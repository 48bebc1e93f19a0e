"""Last of the pipeline: when the ranking is too unsure to answer, the intent is `nlu_fallback`."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from guichet.comprehension.analyse import depuis_rasa
from guichet.comprehension.decision import decider


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class JugeDeConfiance(GraphComponent):
    """Confidence and margin are weighed by `guichet.comprehension.decision`; the ranking is kept."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "JugeDeConfiance":
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get("intent_ranking"):
                self._juger(message)
        return messages

    def _juger(self, message: Message) -> None:
        classement = message.get("intent_ranking")
        decision = decider(
            depuis_rasa(
                {
                    "text": message.get(TEXT),
                    "intent_ranking": classement,
                    "entities": message.get(ENTITIES),
                }
            )
        )
        intention = decision.intention or DEFAULT_NLU_FALLBACK_INTENT_NAME
        message.set(INTENT, {"name": intention, "confidence": decision.confiance}, add_to_output=True)
