"""The facet classifier: what a message asks about its subject (how much, how, with which papers…).

It learns from the `metadata: {facette: …}` of the training examples.
"""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.composants.separateur import Separateur, traits_de, traits_de_tous
from guichet.comprehension.analyse import FACETTE
from guichet.comprehension.decision import choisir_facette


def _facette_apprise(message: Message) -> str | None:
    facette: str | None = ((message.get(METADATA) or {}).get(INTENT) or {}).get(FACETTE)
    return facette


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class ClassifieurDeFacette(GraphComponent, EntityExtractorMixin):
    """Adds the entity `facette` when the message asks for one."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"rigueur": 0.2, "poids_dense": 0.8}

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
    ) -> "ClassifieurDeFacette":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        exemples = [m for m in training_data.intent_examples if m.get(TEXT) and _facette_apprise(m)]
        traits = traits_de_tous(exemples, self._config["poids_dense"])
        facettes = [str(_facette_apprise(m)) for m in exemples]
        self._separateur = Separateur.apprendre(traits, facettes, self._config["rigueur"])
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
    ) -> "ClassifieurDeFacette":
        with model_storage.read_from(resource) as dossier:
            return cls(config, model_storage, resource, Separateur.charger(dossier))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT) and self._separateur:
                self._chercher(message, self._separateur)
        return messages

    def _chercher(self, message: Message, separateur: Separateur) -> None:
        facette = choisir_facette(separateur.classer(traits_de(message, self._config["poids_dense"])))
        if facette:
            entite = {"entity": FACETTE, "value": facette, "start": 0, "end": len(message.get(TEXT))}
            entites = [*message.get(ENTITIES, []), entite]
            message.set(ENTITIES, self.add_extractor_name(entites), add_to_output=True)
