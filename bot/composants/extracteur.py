"""Entities found by our deterministic extractors: communes, aids, ages, Caf or MSA, language."""

from functools import cached_property
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from guichet.comprehension.extraction import extraire_entites

_INUTILES = ("parser", "morphologizer", "attribute_ruler", "lemmatizer")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ExtracteurGuichet(GraphComponent, EntityExtractorMixin):
    """Adds to each message what `guichet.comprehension.extraction` finds in it.

    `modele_spacy` recognises the names of towns that we do not know, when one seems to be said: its
    neural part would be a third of a message's time (docs/mesures.md).
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"modele_spacy": "fr_core_news_md"}

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ExtracteurGuichet":
        return cls(config)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "ExtracteurGuichet":
        extracteur = cls(config)
        extracteur._noms_propres("Bonjour de Lessay")  # loaded now, not in front of somebody
        return extracteur

    @cached_property
    def _spacy(self) -> Language:
        return spacy.load(self._config["modele_spacy"], exclude=list(_INUTILES))

    def _noms_propres(self, texte: str) -> list[str]:
        return [entite.text for entite in self._spacy(texte).ents if entite.label_ == "LOC"]

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            entites = message.get(ENTITIES, []) + extraire_entites(message.get(TEXT) or "", self._noms_propres)
            message.set(ENTITIES, entites, add_to_output=True)
        return messages
