"""The intent classifier: which subject, or which dialogue act, a message is about."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.composants.separateur import Separateur, traits_de, traits_de_tous

_CLASSEMENT = 8


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ClassifieurLineaire(IntentClassifier, GraphComponent):
    """Ranks the intents by probability."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"rigueur": 0.3, "poids_dense": 0.8}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        separateur: Separateur | None = None,
    ) -> None:
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._separateur = separateur

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ClassifieurLineaire":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        exemples = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        traits = traits_de_tous(exemples, self._config["poids_dense"])
        self._separateur = Separateur.apprendre(traits, [m.get(INTENT) for m in exemples], self._config["rigueur"])
        with self._model_storage.write_to(self._resource) as dossier:
            self._separateur.enregistrer(dossier)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "ClassifieurLineaire":
        with model_storage.read_from(resource) as dossier:
            return cls(config, model_storage, resource, Separateur.charger(dossier))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            classement = self._classer(message) if message.get(TEXT) and self._separateur else []
            intention = classement[0] if classement else {"name": None, "confidence": 0.0}
            message.set(INTENT, intention, add_to_output=True)
            message.set("intent_ranking", classement, add_to_output=True)
        return messages

    def _classer(self, message: Message) -> list[dict[str, Any]]:
        assert self._separateur is not None
        classement = self._separateur.classer(traits_de(message, self._config["poids_dense"]))[:_CLASSEMENT]
        return [{"name": intention, "confidence": probabilite} for intention, probabilite in classement]
