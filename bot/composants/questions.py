"""Two questions in one message: each is also read alone, along with the message.

`QuestionsSeparees` adds the parts that ask to the list of messages, behind the one that was written; what comes
between reads them all; `QuestionsRassemblees` keeps of them what each was understood to ask.
"""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.composants.sans_apprentissage import SansApprentissage
from guichet.comprehension.analyse import CONFIANCE, FACETTE, QUESTION
from guichet.comprehension.question import questions_separees

_MESSAGE = "message_entier"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class QuestionsSeparees(SansApprentissage):
    """After the text is normalised, before its features."""

    def process(self, messages: list[Message]) -> list[Message]:
        return [*messages, *(partie for message in messages for partie in _parties(message))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class QuestionsRassemblees(SansApprentissage, EntityExtractorMixin):
    """After subject and facet are known: one entity `question` for each part that asks."""

    def process(self, messages: list[Message]) -> list[Message]:
        entiers = [message for message in messages if message.get(_MESSAGE) is None]
        for partie in messages:
            if (entier := partie.get(_MESSAGE)) is not None:
                entites = [*entier.get(ENTITIES, []), _question(partie, entier)]
                entier.set(ENTITIES, self.add_extractor_name(entites), add_to_output=True)
        return entiers


def _parties(message: Message) -> list[Message]:
    texte = message.get(TEXT) or ""
    if texte.startswith(INTENT_MESSAGE_PREFIX):
        return []
    return [Message({TEXT: partie, _MESSAGE: message}) for partie in questions_separees(texte)]


def _question(partie: Message, entier: Message) -> dict[str, Any]:
    intention = partie.get(INTENT)
    facette = next((e["value"] for e in partie.get(ENTITIES, []) if e["entity"] == FACETTE), None)
    debut = entier.get(TEXT).index(partie.get(TEXT))
    return {
        "entity": QUESTION,
        "value": intention["name"],
        CONFIANCE: intention["confidence"],
        FACETTE: facette,
        "start": debut,
        "end": debut + len(partie.get(TEXT)),
    }
