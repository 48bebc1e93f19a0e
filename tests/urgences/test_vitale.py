"""A life at stake: the 15 first, and no alarm on a training course or an old story."""

import pytest
import yaml

from guichet.urgences.vitale import FICHIER, est_vitale

CONTENU = yaml.safe_load(FICHIER.read_text(encoding="utf-8"))


@pytest.mark.parametrize("exemple", [regle["exemple"] for regle in CONTENU["motifs"]], ids=str)
def test_chaque_motif_entend_son_exemple(exemple: str) -> None:
    assert est_vitale(exemple)


@pytest.mark.parametrize(
    "message",
    [
        "mon bébé a 40 de fièvre et respire mal, et la caf m'a coupé les apl",
        "je saigne beaucoup, enceinte de 7 mois, et la prime de naissance c'est quand",
        "mon fils de 2 ans a avalé une pile",
        "jarive plu a respiré aidez moi, je n'arrive plus à respirer",
    ],
    ids=str,
)
def test_une_vie_en_jeu_est_entendue(message: str) -> None:
    assert est_vitale(message)


@pytest.mark.parametrize(
    "message",
    [
        *[regle["exemple"] for regle in CONTENU["sans_danger"]],
        "on respire enfin, la caf a payé",
        "je n'arrive plus à payer le loyer",
        "mon fils a mal au ventre, à quelle heure ouvre la pmi ?",
        "il prend des médicaments pour son asthme, qui peut les donner à la crèche ?",
        "j'étouffe sous les papiers",
    ],
    ids=str,
)
def test_une_vie_ordinaire_ne_l_est_pas(message: str) -> None:
    assert not est_vitale(message)
