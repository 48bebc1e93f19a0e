"""Last of the pipeline: when the ranking is too unsure to answer, the intent is `nlu_fallback`."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.composants.sans_apprentissage import SansApprentissage
from guichet.comprehension.analyse import depuis_rasa
from guichet.comprehension.decision import decider


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class JugeDeConfiance(SansApprentissage):
    """Confidence and margin are weighed by `guichet.comprehension.decision`; the ranking is kept."""

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
