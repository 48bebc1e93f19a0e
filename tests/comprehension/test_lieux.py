"""Communes as people write them: former names, typos, shared names, other towns; never a guess."""

import pytest

from guichet.comprehension.lieux import gazetteer, trouver_ville_inconnue
from guichet.territoire import charger_territoire


def _noms(texte: str) -> list[list[str]]:
    return [[charger_territoire().commune(c).nom for c in lieu.candidats] for lieu in gazetteer().chercher(texte)]


@pytest.mark.parametrize(
    ("texte", "commune"),
    [
        ("j'habite st lo", "Saint-Lô"),
        ("St-Lô", "Saint-Lô"),
        ("coutance", "Coutances"),
        ("a coté de perier", "Périers"),
        ("la haye du puits", "La Haye"),
        ("à La Haye", "La Haye"),
        ("mairie de torigni", "Torigny-les-Villes"),
        ("je suis sur carentan", "Carentan-les-Marais"),
        ("Hébécrevon", "Thèreval"),
        ("centre médico-social Carentan numéro", "Carentan-les-Marais"),
        ("graignes", "Graignes-Mesnil-Angot"),
        ("et à Créance", "Créances"),
        ("à Créances", "Créances"),
        ("50710", "Créances"),
        ("50502", "Saint-Lô"),
        ("hautteville sur mer", "Hauteville-sur-Mer"),
        ("france services hauteville s/ mer", "Hauteville-sur-Mer"),
        ("mon père habite Canizy", "Canisy"),
        ("la commune de cerisy la sale", "Cerisy-la-Salle"),
        ("chez un copain à Donville", "Donville-les-Bains"),
        ("mamie de gavrai est tombée", "Gavray-sur-Sienne"),
        ("un centre vers carantan", "Carentan-les-Marais"),
        ("France services de Marigny", "Marigny-Le-Lozon"),
        ("le ccas de lessey peut dépanner", "Lessay"),
        ("Agneaux, un couple et un ado chez un cousin", "Agneaux"),
        ("une place à la crèche d'Agneaux", "Agneaux"),
        ("on a trouvé près d'Agneaux", "Agneaux"),
        ("jdemenage samedi a creance", "Créances"),
        ("multi-accueil créance, 2 jours par semaine", "Créances"),
        ("ma femme elle accoucher a sin lo", "Saint-Lô"),
        ("pour inscrire a la creche d'agneau", "Agneaux"),
        ("hlm creance kel papiers", "Créances"),
        ("il vit a marini", "Marigny-Le-Lozon"),
    ],
    ids=lambda valeur: valeur,
)
def test_une_commune_est_reconnue(texte: str, commune: str) -> None:
    assert _noms(texte) == [[commune]]


@pytest.mark.parametrize(
    ("texte", "nombre"),
    [("50200", 16), ("a cerisy", 2), ("Saint-Sauveur", 2), ("à montmartin", 2)],
    ids=lambda valeur: str(valeur),
)
def test_un_nom_partage_garde_tous_ses_candidats(texte: str, nombre: int) -> None:
    (candidats,) = _noms(texte)
    assert len(candidats) == nombre


@pytest.mark.parametrize(
    "texte",
    [
        "on n'a pas de médecin",
        "carnet de santé perdu",
        "Créances impayées, que faire",
        "la caf a une créance sur moi",
        "un gigot d'agneaux",
        "au rsa depuis juillé",
        "je craque quand le petit se réveille",
        "sur la feuille de paie",
        "pas de bus dans mon village",
        "maintien dans les lieux",
        "je suis dans la douche",
        "mes créances",
        "j'ai mal à la gorge",
        "je pars en vacances",
        "un pont entre nous",
        "bonjour",
        "j'ai percé un secret",
        "je parie que non",
        "dans le parc HLM",
        "c'est gratos",
        "une maison avec deux chambres",
        "notre fils arrive de Colombie",
    ],
    ids=lambda texte: texte,
)
def test_un_mot_de_tous_les_jours_n_est_pas_une_commune(texte: str) -> None:
    assert _noms(texte) == []


@pytest.mark.parametrize("texte", ["à caen", "j'habite à Rennes", "Paris"], ids=lambda texte: texte)
def test_une_ville_d_ailleurs_n_a_pas_de_candidat(texte: str) -> None:
    assert _noms(texte) == [[]]


def test_une_ville_inconnue_est_vue_quand_elle_est_dite_comme_un_lieu() -> None:
    assert trouver_ville_inconnue("une crèche à Plouguerneau", lambda _: ["Plouguerneau"]) == "Plouguerneau"
    assert trouver_ville_inconnue("une aide de la Normandie", lambda _: ["Normandie"]) is None


@pytest.mark.parametrize("commune", charger_territoire().communes.values(), ids=lambda c: c.nom)
def test_chaque_commune_est_reconnue_par_son_nom_exact(commune) -> None:
    assert commune.code_insee in gazetteer().chercher(commune.nom)[0].candidats


@pytest.mark.parametrize("ancienne", charger_territoire().anciennes, ids=lambda a: a.nom)
def test_chaque_ancienne_commune_est_reconnue_par_son_nom(ancienne) -> None:
    candidats = gazetteer().chercher(ancienne.nom)[0].candidats
    meme_nom = [c.code_insee for c in charger_territoire().communes.values() if c.nom == ancienne.nom]
    assert ancienne.code_insee_actuel in candidats or meme_nom
