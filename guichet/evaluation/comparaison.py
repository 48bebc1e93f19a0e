"""What ours must be clearly better than, on the same lines: a search box, and Rasa as it comes."""

from functools import cached_property

import bm25s
import Stemmer

from guichet.comprehension.analyse import depuis_rasa
from guichet.comprehension.decision import PROPOSITIONS_MAX, Decision, Issue
from guichet.droits.fiches import Fiche, charger_fiches
from guichet.evaluation.analyseur import Analyseur
from guichet.evaluation.comprehension import Lecture
from guichet.lancement.modele import Modele
from guichet.sujets import HORS_SUJET, est_dialogue, est_urgence
from guichet.texte import plier

# Rasa's stock pipeline, trained on our examples.
STOCK = Modele("stock", "bot/comparaison/stock.yml", ("domain.yml", "data/nlu", "bot/uv.lock"), ("nlu",))


class RechercheParMots:
    """BM25 over our own fiches: the first result is the answer, the next two are a clarification."""

    def __init__(self) -> None:
        self._fiches = list(charger_fiches().values())

    def lire(self, texte: str) -> Lecture:
        rangs, scores = self._index.retrieve(self._mots([texte]), k=PROPOSITIONS_MAX, show_progress=False)
        trouvees = [self._fiches[rang].sujet for rang, score in zip(rangs[0], scores[0], strict=True) if score > 0]
        if not trouvees:
            return Lecture(Decision(Issue.REFUSE, None, 0.0))
        issue = Issue.URGENCE if est_urgence(trouvees[0]) else Issue.REPOND
        return Lecture(Decision(issue, trouvees[0], float(scores[0][0]), tuple(trouvees)))

    @cached_property
    def _index(self) -> bm25s.BM25:
        index = bm25s.BM25()
        index.index(self._mots([_texte_entier(fiche) for fiche in self._fiches]), show_progress=False)
        return index

    def _mots(self, textes: list[str]) -> bm25s.tokenization.Tokenized:
        """Folded, stemmed, without the empty words of French: a fair search box."""
        return bm25s.tokenize(
            [plier(texte) for texte in textes], stopwords="fr", stemmer=Stemmer.Stemmer("french"), show_progress=False
        )


def _texte_entier(fiche: Fiche) -> str:
    facettes = fiche.facettes.values()
    return " ".join([fiche.titre, *(f"{facette.texte} {facette.suite} {facette.simple}" for facette in facettes)])


class RasaDeStock:
    """Word and character counts, DIET, Rasa's own fallback."""

    def __init__(self, analyseur: Analyseur) -> None:
        self._analyseur = analyseur

    def lire(self, texte: str) -> Lecture:
        lu = self._analyseur.analyser(texte.lstrip("/ "))
        analyse = depuis_rasa(lu)
        intention = lu["intent"]["name"]
        if intention in (None, "nlu_fallback", HORS_SUJET):
            return Lecture(Decision(Issue.REFUSE, None, analyse.confiance))
        issue = Issue.URGENCE if est_urgence(intention) else Issue.DIALOGUE if est_dialogue(intention) else Issue.REPOND
        suivantes = tuple(nom for nom, _ in analyse.classement if nom != "nlu_fallback")[:PROPOSITIONS_MAX]
        return Lecture(Decision(issue, intention, analyse.confiance, suivantes))
