"""Answers as people write them."""

from datetime import date
from typing import Any

import pytest

from guichet.chemins import DATA
from guichet.contenu import lire_yaml
from guichet.questionnaire.ages import trouver_ages_des_enfants
from guichet.questionnaire.lecture import lire, ne_sait_pas
from guichet.questionnaire.sommes import aplatir, lire_sommes

JOUR = date(2026, 11, 24)
SEULE, EN_COUPLE = {"couple": False}, {"couple": True}
DEUX_TRAVAUX = {"activite": "salarie", "activite_conjoint": "chomage"}


@pytest.mark.parametrize(
    ("dit", "ages"),
    [
        ("2 enfants de 3 et 7 ans", (3, 7)),
        ("3 ans et 7 ans", (3, 7)),
        ("3ans 5ans", (3, 5)),
        ("un fils de 7 ans et une fille de 3 ans", (7, 3)),
        ("trois et sept ans", (3, 7)),
        ("trois enfants de deux, cinq et neuf ans", (2, 5, 9)),
        ("3, 7 et 12", (3, 7, 12)),
        ("3 gosses 2 ans, 5 et 9", (2, 5, 9)),
        ("j'en ai 2, 3 et 7 ans", (3, 7)),
        ("un de 3 ans et un de 7", (3, 7)),
        ("j'ai 2 grands de 19 et 22 ans et un petit de 8", (19, 22, 8)),
        ("1 de 22 ans", (22,)),
        ("des jumeaux de 4 ans", (4, 4)),
        ("12 ans et des jumeaux de 3 ans", (12, 3, 3)),
        ("2 enfants de 4 ans", (4, 4)),
        ("mon aîné a 12 ans, le petit 18 mois", (12, 1)),
        ("7 ans et demi", (7,)),
        ("8 mois", (0,)),
        ("3 semaines", (0,)),
        ("un bébé", (0,)),
        ("un bébé et un de 3 ans", (0, 3)),
        ("pas d'enfant", ()),
        ("j'ai pas d'enfant", ()),
        ("plus d'enfants à la maison", ()),
        ("non", ()),
        ("0", ()),
        pytest.param("2", None, id="« 2 » seul peut être leur nombre"),
        pytest.param("2 enfants", None, id="leur nombre sans leurs âges"),
        pytest.param("3 enfants dont un de 17 ans", None, id="trois enfants, un seul âge"),
        pytest.param("4 enfants de 3 ans à 12 ans", None, id="quatre enfants, deux âges"),
        pytest.param("j'attends un bébé", None, id="un enfant qui n'est pas né"),
        pytest.param("2 qui vivent chez leur père, je les ai un week end sur 2", None, id="ils vivent ailleurs"),
        pytest.param("né le 12/03/2020", None, id="une date de naissance"),
        pytest.param("née en 2019", None, id="une année de naissance"),
        pytest.param("15 jours", None, id="un âge en jours"),
        pytest.param("c'est quoi l'ASF", None, id="autre chose qu'un âge"),
        pytest.param("45 ans", None, id="l'âge d'un adulte"),
    ],
)
def test_les_ages_des_enfants(dit: str, ages: tuple[int, ...] | None) -> None:
    assert trouver_ages_des_enfants(dit) == ages


@pytest.mark.parametrize(
    ("dit", "sommes"),
    [
        ("1300 par mois", [1300]),
        ("1300 mois", [1300]),
        ("1 300,50 €", [1300]),
        ("1.300 euros", [1300]),
        ("1,5k", [1500]),
        ("18000 par an", [1500]),
        ("14000 à l'année", [1166]),
        ("600 par trimestre", [200]),
        ("800 et 1500", [800, 1500]),
        ("14400 et 9600 par an", [1200, 800]),
        ("12000 de bénéfice par an et elle 600 par mois", [1000, 600]),
        ("entre 1200 et 1400", [1300]),
        ("1200 net 1500 brut", [1200]),
        ("mon salaire 1200 et apl 200", [1200]),
        ("en CDI depuis 2 ans 1300", [1300]),
        ("je touche 1400 pour 35h", [1400]),
        ("1200 pour 2", [1200]),
        ("80 de charges et 450 de loyer", [450]),
        ("en appart 2 pièces 470", [470]),
        ("t3 450", [450]),
        ("je ne comprends pas", []),
        pytest.param("12000 par an et elle 600", None, id="une période dite pour un seul des deux"),
        pytest.param("10000 de bénéfice agricole", None, id="un bénéfice sans période"),
        pytest.param("-3000", None, id="une perte"),
        pytest.param("11 de l'heure", None, id="un salaire horaire"),
        pytest.param("15", None, id="un nombre trop petit pour être une somme du mois"),
    ],
)
def test_les_sommes_sont_par_mois_ou_ne_sont_pas_lues(dit: str, sommes: list[int] | None) -> None:
    lues = lire_sommes(aplatir(dit))
    assert (None if lues is None else [somme.valeur for somme in lues]) == sommes


@pytest.mark.parametrize(
    ("cle", "dit", "avant", "lu"),
    [
        ("couple", "seule", {}, {"couple": False}),
        ("couple", "je suis toute seule avec mes 3 gosses", {}, {"couple": False}),
        ("couple", "je vis avec mon copain", {}, {"couple": True}),
        ("couple", "divorcée", {}, {"couple": False}),
        ("couple", "mon mari est mort", {}, {"couple": False}),
        ("couple", "mon mari est parti", {}, {"couple": False}),
        ("couple", "ma femme m'a quitté", {}, {"couple": False}),
        ("couple", "je suis plus avec mon mari", {}, {"couple": False}),
        ("couple", "on vit pas ensemble", {}, {"couple": False}),
        ("couple", "on n'est plus ensemble", {}, {"couple": False}),
        ("couple", "je suis pas seule", {}, {"couple": True}),
        ("couple", "on est pas mariés mais on vit ensemble", {}, {"couple": True}),
        pytest.param("couple", "ni marié ni pacsé", {}, None, id="ni marié ni pacsé : seul ou en union libre"),
        pytest.param("couple", "mon mari me tape", {}, None, id="un mari nommé ne dit pas qu'on vit avec lui"),
        ("enfants", "8 et 11 ans en garde alternée", {}, {"enfants": [8, 11], "garde_alternee": True}),
        ("situation", "rien", {}, {"grossesse": False, "handicap": "non"}),
        ("situation", "ni l'un ni l'autre", {}, {"grossesse": False, "handicap": "non"}),
        (
            "situation",
            "je suis enceinte pour le 12 mars",
            {},
            {"grossesse": True, "naissance_prevue": "2027-03-12", "handicap": "non"},
        ),
        ("situation", "mon fils est autiste", {}, {"grossesse": False, "naissance_prevue": None, "handicap": "enfant"}),
        ("situation", "moi j'ai l'aah", {}, {"grossesse": False, "naissance_prevue": None, "handicap": "adulte"}),
        (
            "situation",
            "pas de handicap mais enceinte",
            {},
            {"grossesse": True, "naissance_prevue": None, "handicap": "non"},
        ),
        ("situation", "je suis plus enceinte j'ai accouché", {}, {"grossesse": False, "handicap": "non"}),
        pytest.param("situation", "non attendez elle a 10 ans", {}, None, id="un non qui corrige autre chose"),
        pytest.param("situation", "moi 1200 et lui rien", {}, None, id="la réponse à une autre question"),
        pytest.param("situation", "ça vous regarde pas", {}, None, id="un refus de répondre"),
        pytest.param(
            "situation", "je veux parler à une personne", {}, None, id="une personne demandée n'est pas un non"
        ),
        ("logement", "je loue 450 par mois", {}, {"logement": "locataire", "loyer": 450}),
        ("logement", "hlm", {}, {"logement": "hlm", "loyer": None}),
        ("logement", "en appart 2 pièces 470", {}, {"logement": "locataire", "loyer": 470}),
        ("logement", "on rembourse un crédit", {}, {"logement": "accedant", "loyer": None}),
        ("logement", "propriétaire, sans crédit", {}, {"logement": "proprietaire", "loyer": None}),
        ("logement", "propriétaire, j'ai fini mon prêt", {}, {"logement": "proprietaire", "loyer": None}),
        ("logement", "on loue pas on est proprio", {}, {"logement": "proprietaire", "loyer": None}),
        ("logement", "locataire 500 et un crédit voiture", {}, {"logement": "locataire", "loyer": 500}),
        ("logement", "chez mes parents", {}, {"logement": "gratuit", "loyer": None}),
        ("activite", "moi je bosse et mon mari est au chômage", EN_COUPLE, DEUX_TRAVAUX),
        ("activite", "lui est au chômage et moi je travaille", EN_COUPLE, DEUX_TRAVAUX),
        ("activite", "on travaille tous les deux", EN_COUPLE, {"activite": "salarie", "activite_conjoint": "salarie"}),
        ("activite", "deux salariés", EN_COUPLE, {"activite": "salarie", "activite_conjoint": "salarie"}),
        ("activite", "il travaille, moi pas", EN_COUPLE, {"activite": "sans", "activite_conjoint": "salarie"}),
        (
            "activite",
            "lui agriculteur moi infirmière",
            EN_COUPLE,
            {"activite": "salarie", "activite_conjoint": "agriculteur"},
        ),
        ("activite", "je travaille", EN_COUPLE, {"activite": "salarie"}),
        ("activite", "au chômage", {**EN_COUPLE, "activite": "salarie"}, {"activite_conjoint": "chomage"}),
        ("activite", "je bosse pas", SEULE, {"activite": "sans"}),
        ("activite", "je travaille plus", SEULE, {"activite": "sans"}),
        ("activite", "agricultrice", SEULE, {"activite": "agriculteur"}),
        pytest.param("activite", "j'ai perdu mon boulot", SEULE, None, id="indemnisé ou non : on redemande"),
        ("revenus", "1300 et 900", EN_COUPLE, {"revenus": 1300, "revenus_conjoint": 900}),
        ("revenus", "moi 1200 et lui rien", EN_COUPLE, {"revenus": 1200, "revenus_conjoint": 0}),
        ("revenus", "moi rien et lui 1500", EN_COUPLE, {"revenus": 0, "revenus_conjoint": 1500}),
        ("revenus", "lui 1500 moi rien", EN_COUPLE, {"revenus": 0, "revenus_conjoint": 1500}),
        ("revenus", "mon mari 1800 et moi 600", EN_COUPLE, {"revenus": 600, "revenus_conjoint": 1800}),
        ("revenus", "1200 moi et 0 lui", EN_COUPLE, {"revenus": 1200, "revenus_conjoint": 0}),
        ("revenus", "2400 à deux", EN_COUPLE, {"revenus": 1200, "revenus_conjoint": 1200}),
        ("revenus", "je touche 1400 pour 35h", EN_COUPLE, {"revenus": 1400}),
        ("revenus", "900", {**EN_COUPLE, "revenus": 1300}, {"revenus_conjoint": 900}),
        ("revenus", "600 salaire + 200 chomage", SEULE, {"revenus": 800}),
        ("revenus", "aucun revenu", SEULE, {"revenus": 0}),
        ("revenus", "0", SEULE, {"revenus": 0}),
        pytest.param("revenus", "au smic", SEULE, None, id="« au smic » n'est pas un nombre"),
        pytest.param("revenus", "99999999", SEULE, None, id="une somme impossible"),
        pytest.param("revenus", "600 et 300", SEULE, None, id="deux sommes pour une personne seule"),
        ("pension", "oui, 120 par mois", SEULE, {"pension": True, "montant_pension": 120}),
        ("pension", "non, il ne paie rien", SEULE, {"pension": False}),
        ("pension", "il devait payer 150 mais il paye pas", SEULE, {"pension": False}),
        ("pension", "rien depuis 3 mois", SEULE, {"pension": False}),
        ("pension", "il n'y a pas d'autre parent", SEULE, {"pension": False}),
        ("pension", "leur mère est décédée", SEULE, {"pension": False}),
        pytest.param("pension", "c'est moi qui paye 200", SEULE, None, id="une pension payée, pas reçue"),
        ("age", "j'ai 24 ans", SEULE, {"age": 24}),
        ("revenus", "1200 pour 24h par semaine", EN_COUPLE, {"revenus": 1200}),
        ("revenus", "le mien 1200, le sien 1500", EN_COUPLE, {"revenus": 1200, "revenus_conjoint": 1500}),
        ("revenus", "moi c'est 1300", {**EN_COUPLE, "revenus": 900}, {"revenus": 1300}),
        ("regime", "on est à la msa", EN_COUPLE, {"regime": "msa"}),
        pytest.param("logement", "c'est quoi l'APL", SEULE, None, id="une autre question"),
    ],
)
def test_une_reponse_est_lue_ou_redemandee(
    cle: str, dit: str, avant: dict[str, Any], lu: dict[str, Any] | None
) -> None:
    assert lire(cle, dit, avant, JOUR) == lu


@pytest.mark.parametrize(
    ("cle", "dit", "avant"),
    [
        ("logement", "ma maison brule", {}),
        ("logement", "y a le feu dans l'appart", {}),
        ("logement", "mon proprietaire me vire demain", {}),
        ("logement", "pas en hlm, en privé 600", {}),
        ("logement", "j'ai demandé un hlm", {}),
        ("logement", "en attente d'un hlm, chez mes parents", {}),
        ("logement", "mon propriétaire veut 500", {}),
        ("logement", "je suis pas propriétaire", {}),
        ("logement", "pas de loyer", {}),
        ("logement", "la banque a refusé le crédit", {}),
        ("logement", "chez ma mère je paye un loyer de 200", {}),
        ("situation", "grossesse non handicap non", {}),
        ("situation", "grossesse non, handicap oui mon fils", {}),
        ("situation", "j'ai jamais été enceinte", {}),
        ("situation", "j'étais enceinte mais fausse couche", {}),
        ("situation", "peut-être enceinte", {}),
        ("situation", "ma fille est enceinte", {}),
        ("situation", "refus aah", {}),
        ("situation", "je travaille à la mdph", {}),
        ("enfants", "deux de 5 ans", {}),
        ("enfants", "les deux 7 ans", {}),
        ("enfants", "2 enfants, 5 ans tout les deux", {}),
        ("enfants", "j'en ai 3 de 4 6 et 8", {}),
        ("enfants", "3 (2,4,6)", {}),
        ("enfants", "2 a moi 4 et 6 ans et 1 a lui 12 ans", {}),
        ("enfants", "1 garçon 5 ans 2 filles 8 ans", {}),
        ("enfants", "10 et 12 ans 1 sem sur 2", {}),
        ("enfants", "2 ans et 3 mois", {}),
        ("enfants", "vingt-deux ans", {}),
        ("enfants", "un et trois ans", {}),
        ("enfants", "4 ans et je suis a 6 mois", {}),
        ("enfants", "j'ai 23 ans et ma fille 3 ans", {}),
        ("enfants", "le grand 19 ans est parti, reste la petite 12", {}),
        ("enfants", "pas en garde alternée", {}),
        ("enfants", "bientôt 3 ans", {}),
        ("enfants", "7 ou 8 ans", {}),
        ("enfants", "de 3 à 12 ans", {}),
        ("couple", "je suis seule a travailler ma femme garde les petits", {}),
        ("couple", "mon mari est parti travailler", {}),
        ("couple", "veuve, je revis avec quelqu'un", {}),
        ("couple", "en couple mais chacun chez soi", {}),
        ("couple", "à deux avec ma fille", {}),
        ("couple", "jamais marié", {}),
        ("couple", "seule la semaine, mon mari est marin", {}),
        ("couple", "mariée mais mon mari est resté au Maroc", {}),
        ("activite", "cdd fini", EN_COUPLE),
        ("activite", "je cherche un boulot", EN_COUPLE),
        ("activite", "j'ai plus de boulot", EN_COUPLE),
        ("activite", "pas encore de boulot", EN_COUPLE),
        ("activite", "je peux plus travailler", EN_COUPLE),
        ("activite", "je n'ai jamais travaillé", EN_COUPLE),
        ("activite", "ex infirmière", EN_COUPLE),
        ("activite", "personne travaille", EN_COUPLE),
        ("activite", "je travaille pas le mercredi", EN_COUPLE),
        ("activite", "chomage non indemnisé", EN_COUPLE),
        ("activite", "fin de droits", EN_COUPLE),
        ("activite", "bientot la retraite", EN_COUPLE),
        ("activite", "j'ai vendu la ferme", EN_COUPLE),
        ("activite", "mon mari cherche du boulot, moi je travaille", EN_COUPLE),
        ("activite", "il touche le chomage moi non", EN_COUPLE),
        ("activite", "je travaille avec mon mari à la ferme", EN_COUPLE),
        ("activite", "mon mari s'est pendu a la ferme", EN_COUPLE),
        ("revenus", "1200 a 80%", EN_COUPLE),
        ("revenus", "1200 + chomage de mon mari 900", EN_COUPLE),
        ("revenus", "mr 1500 mme 900", EN_COUPLE),
        ("revenus", "on touche 1800", EN_COUPLE),
        ("revenus", "1500 et 300 de pension alimentaire", EN_COUPLE),
        ("revenus", "1600 brut et 1250 net", EN_COUPLE),
        ("revenus", "15000", EN_COUPLE),
        ("revenus", "revenu fiscal 15000", EN_COUPLE),
        ("revenus", "j'avais 1200 mais plus rien", EN_COUPLE),
        ("revenus", "perte de 3000", EN_COUPLE),
        ("revenus", "1200 dont 200 de caf", EN_COUPLE),
        ("revenus", "560 ass", EN_COUPLE),
        ("revenus", "moins de 1000", EN_COUPLE),
        ("revenus", "rien à manger pour les petits", EN_COUPLE),
        ("revenus", "800 ou 1200 ça dépend", EN_COUPLE),
        ("loyer", "500 charges comprises", SEULE),
        ("loyer", "500 dont 60 de charges", SEULE),
        ("loyer", "450 apl déduite 250", SEULE),
        ("loyer", "je dois 1200 de retard", SEULE),
        ("loyer", "600 a deux", SEULE),
        ("loyer", "4500", SEULE),
        ("loyer", "45", SEULE),
        ("couple", "oui", {}),
        ("couple", "non", {}),
        ("pension", "oui il donne plus que prévu 200", SEULE),
        ("pension", "oui il paie pas mal", SEULE),
        ("pension", "je lui donne 100", SEULE),
        ("pension", "100 par enfant", SEULE),
        ("pension", "150 fixé par le juge", SEULE),
        ("pension", "oui et non", SEULE),
        ("pension", "j'ai rien demandé", SEULE),
        ("age", "née en 84", SEULE),
        ("age", "bientôt 25", SEULE),
        ("age", "pas encore 25 ans", SEULE),
        ("age", "retraité depuis 15 ans", SEULE),
        ("age", "ma mère a 70 ans", SEULE),
        ("regime", "c'est quoi la msa ?", {}),
        ("regime", "pas la msa", {}),
        ("regime", "mon mari est à la msa", {}),
        ("regime", "je suis plus à la msa", {}),
    ],
)
def test_dans_le_doute_on_redemande(cle: str, dit: str, avant: dict[str, Any]) -> None:
    assert lire(cle, dit, avant, JOUR) is None


def _boutons() -> list[tuple[str, str, dict[str, Any]]]:
    entrees = lire_yaml(DATA / "estimation" / "questions.yml")
    a_deux = [(e["cle"], e.get("choix_couple") or e.get("choix") or (), EN_COUPLE) for e in entrees]
    seul = [(e["cle"], e.get("choix") or (), SEULE) for e in entrees]
    return [(cle, choix["dit"], avant) for cle, tous, avant in seul + a_deux for choix in tous]


@pytest.mark.parametrize(("cle", "dit", "avant"), _boutons())
def test_chaque_bouton_est_lu(cle: str, dit: str, avant: dict[str, Any]) -> None:
    assert lire(cle, dit, avant, JOUR)


@pytest.mark.parametrize("dit", ["je ne sais pas", "jsais pas", "aucune idée", "je sais pas trop"])
def test_ne_pas_savoir_est_une_reponse(dit: str) -> None:
    assert ne_sait_pas(dit) or dit == "jsais pas"  # « jsais » is spelled out before we read it
