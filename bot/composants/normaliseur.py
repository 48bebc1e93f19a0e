"""First of the pipeline: rewrites SMS spellings and typography before anything reads the text."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.composants.sans_apprentissage import SansApprentissage
from guichet.comprehension.normalisation import normaliser


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Normaliseur(SansApprentissage):
    """Replaces the text of each message by its normalised form."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            texte = message.get(TEXT)
            if texte and not texte.startswith(INTENT_MESSAGE_PREFIX):  # a button is not words
                message.set(TEXT, normaliser(texte))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data
