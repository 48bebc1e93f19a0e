"""The intent classifier: which subject, or which dialogue act, a message is about."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.composants.separateur import ComposantSeparateur

_CLASSEMENT = 8


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ClassifieurLineaire(ComposantSeparateur, IntentClassifier):
    """Ranks the intents by probability."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"traits": ["phrase", "message"], "rigueur": 0.3, "poids_dense": 0.8}

    def etiquette(self, message: Message) -> str | None:
        intention: str | None = message.get(INTENT)
        return intention

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            classement = [{"name": nom, "confidence": p} for nom, p in self.classer(message)[:_CLASSEMENT]]
            intention = classement[0] if classement else {"name": None, "confidence": 0.0}
            message.set(INTENT, intention, add_to_output=True)
            message.set("intent_ranking", classement, add_to_output=True)
        return messages
