"""One test per way in which an estimate can be wrong without a word."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from guichet.estimation import situation
from guichet.estimation.calcul import lire_bareme, montant_verse
from guichet.estimation.foyer import Foyer
from guichet.estimation.limites import non_calcules
from guichet.estimation.moteur import Moteur
from guichet.estimation.phrases import charger_phrases
from guichet.estimation.resultat import AideEstimee, Estimation
from guichet.estimation.variantes import VARIANTES_MAX, variantes
from guichet.sujets import charger_sujets
from tests.estimation.conftest import JOUR

SAINT_LO = frozenset({"50502"})
COUPLE = Foyer(
    couple=True,
    enfants=(7, 9),
    grossesse=False,
    logement="locataire",
    loyer=600,
    code_insee="50502",
    activite="salarie",
    revenus=1478,
    activite_conjoint="sans",
    revenus_conjoint=0,
    handicap="non",
)
SEULE = replace(
    COUPLE, couple=False, enfants=(8,), activite="sans", revenus=0, pension_alimentaire=False, activite_conjoint=None
)
MARS, AVRIL = date(2026, 3, 31), date(2026, 4, 1)


def aide(estimation: Estimation, nom: str) -> AideEstimee:
    return next(a for a in estimation.aides if a.aide == nom)


def noms(estimation: Estimation) -> set[str]:
    return {a.aide for a in estimation.aides}


def simulation(moteur: Moteur, foyer: Foyer, jour: date = JOUR):
    return situation.construire(moteur.systeme, variantes(foyer, jour, SAINT_LO), jour, 0.0)


def test_l_aeeh_de_base_vient_des_parametres_et_reste_a_verifier(moteur: Moteur) -> None:
    aeeh = aide(moteur.estimer(replace(COUPLE, handicap="enfant"), JOUR), "aeeh")
    assert (aeeh.minimum, aeeh.maximum, aeeh.etat) == (153, 153, "a_verifier")  # 32 % de 478,16, sans CRDS


def test_l_enfant_a_naitre_ne_change_que_la_prime_a_la_naissance(moteur: Moteur) -> None:
    sans = moteur.sommes(COUPLE, JOUR)
    avec = moteur.sommes(replace(COUPLE, grossesse=True), JOUR)
    assert max(avec["prime_naissance"]) == Decimal("1093.08")
    assert max(sans["prime_naissance"]) == 0
    assert all(set(sans[nom]) == set(avec[nom]) for nom in ("paje_base", "rsa", "ppa", "af", "aide_logement"))


@pytest.mark.parametrize("champ", ["revenus", "activite", "logement", "loyer", "couple", "revenus_conjoint"])
def test_une_reponse_inconnue_n_est_jamais_un_zero(moteur: Moteur, champ: str) -> None:
    inconnu = replace(COUPLE, **{champ: None})
    if champ == "activite":
        inconnu = replace(inconnu, revenus=None)
    estimation = moteur.estimer(inconnu, JOUR)
    change = [a for a in estimation.aides if a.minimum != a.maximum or a.minimum is None]
    assert change, "au moins une aide doit devenir une fourchette"
    assert all("La fourchette vient de ce qui n’est pas connu" in a.pourquoi for a in change if a.aide == "ppa")


def test_sans_revenus_connus_le_rsa_n_est_pas_dit_acquis(moteur: Moteur) -> None:
    estimation = moteur.estimer(replace(SEULE, activite=None, revenus=None), JOUR)
    assert aide(estimation, "rsa").etat == "a_verifier"


def test_les_revenus_de_2024_sont_donnes(moteur: Moteur) -> None:
    riche = replace(COUPLE, revenus=5000, activite_conjoint="salarie", revenus_conjoint=5000)
    donnee = simulation(moteur, riche)
    assert float(donnee.calculate("salaire_imposable", "2024-01")[0]) == pytest.approx(5180)
    assert aide(moteur.estimer(riche, JOUR), "af").maximum == Decimal(38)  # 153,01 / 4, et non 153


@pytest.mark.parametrize("mois", ["2023-09", "2024-12", "2026-07", "2026-09", "2026-11", "2026-12"])
def test_tous_les_mois_sont_donnes_le_mois_courant_aussi(moteur: Moteur, mois: str) -> None:
    assert float(simulation(moteur, COUPLE).calculate("salaire_net", mois)[0]) == 1478


@pytest.mark.parametrize("mois", ["2026-07", "2026-10", "2026-11"])
def test_le_trimestre_de_reference_est_celui_des_caf(moteur: Moteur, mois: str) -> None:
    assert simulation(moteur, COUPLE).calculate("departement_experimentation_rsa", mois).all()


def test_le_trimestre_de_reference_va_de_m_4_a_m_2(moteur: Moteur) -> None:
    donnee = simulation(moteur, replace(SEULE, logement="gratuit", loyer=None, activite="salarie", revenus=600))
    adultes = np.array([True, False] * (len(donnee.calculate("salaire_net", "2026-11")) // 2))
    for mois in ("2026-08", "2026-09", "2026-10"):
        donnee.delete_arrays("salaire_net", mois)
        donnee.set_input("salaire_net", mois, np.where(adultes, 0, 0).astype(np.float32))
    # July is in the quarter (600 / 3 = 200), October is not: 977,54 − 156,41 − 107,59 − 200.
    assert float(donnee.calculate("rsa", "2026-11")[0]) == pytest.approx(513.54, abs=0.02)


@pytest.mark.parametrize(
    ("nom", "brut", "verse"),
    [
        ("af", "349.06", "347.32"),
        ("af", "151.80", "151.05"),
        ("ppa", "590.39", "587.44"),
        ("asf", "201.78", "200.78"),
        ("rsa", "713.54", "713.54"),
        ("aide_logement", "270", "270"),
    ],
    ids=lambda valeur: str(valeur),
)
def test_la_crds_est_retiree_et_tronquee_la_ou_elle_est_due(nom: str, brut: str, verse: str) -> None:
    assert montant_verse(nom, Decimal(brut), Decimal("0.005")) == Decimal(verse)


@pytest.mark.parametrize(
    ("foyer", "etat"),
    [
        (SEULE, "probable"),
        (replace(SEULE, pension_alimentaire=None), "a_verifier"),
        (replace(SEULE, pension_alimentaire=True), "a_verifier"),
        (replace(SEULE, pension_alimentaire=True, montant_pension=400), "peu_probable"),
    ],
    ids=["l'autre parent ne paie pas", "on ne sait pas", "il paie on ne sait combien", "il paie plus que l'ASF"],
)
def test_un_parent_seul_n_a_pas_l_asf_pour_cela_seul(moteur: Moteur, foyer: Foyer, etat: str) -> None:
    assert aide(moteur.estimer(foyer, JOUR), "asf").etat == etat


def test_un_couple_n_entend_pas_parler_de_l_asf(moteur: Moteur) -> None:
    assert "asf" not in noms(moteur.estimer(COUPLE, JOUR))


@pytest.mark.parametrize("code", [None, "75056", "99999", "Saint-Lô"])
def test_une_commune_inconnue_ne_donne_pas_une_zone_2_silencieuse(moteur: Moteur, code: str | None) -> None:
    estimation = moteur.estimer(replace(COUPLE, code_insee=code), JOUR)
    logement = aide(estimation, "aide_logement")
    assert (logement.minimum, logement.maximum, logement.etat) == (None, None, "a_verifier")
    assert any("commune" in hypothese for hypothese in estimation.hypotheses)


def test_un_proprietaire_n_attend_pas_d_aide_au_logement_meme_sans_commune(moteur: Moteur) -> None:
    estimation = moteur.estimer(replace(COUPLE, logement="proprietaire", loyer=None, code_insee=None), JOUR)
    assert aide(estimation, "aide_logement").etat == "peu_probable"


def test_un_accedant_est_renvoye_a_la_caf(moteur: Moteur) -> None:
    assert aide(moteur.estimer(replace(COUPLE, logement="accedant"), JOUR), "aide_logement").minimum is None


def test_des_jumeaux_de_16_ans_ont_une_majoration_pour_age(moteur: Moteur) -> None:
    # 153,01 + 76,51 = 229,52, moins 1,14
    assert set(moteur.sommes(replace(COUPLE, enfants=(16, 16)), JOUR)["af"]) == {Decimal("228.38")}


def test_des_jumeaux_d_un_an_ont_peut_etre_deux_allocations_de_base(moteur: Moteur) -> None:
    base = aide(moteur.estimer(replace(COUPLE, enfants=(1, 1)), JOUR), "paje_base")
    assert (base.minimum, base.maximum) == (198, 396)
    assert "jumeaux" in base.pourquoi


def test_l_allocation_de_rentree_est_demandee_par_annee(moteur: Moteur) -> None:
    rentree = aide(moteur.estimer(COUPLE, JOUR), "ars")
    assert (rentree.minimum, rentree.unite) == (854, "€ par an")


def test_chacun_a_sa_date_de_naissance(moteur: Moteur) -> None:
    naissances = simulation(moteur, COUPLE).calculate("date_naissance", "ETERNITY")
    assert np.datetime64("1970-01-01") not in naissances
    assert (simulation(moteur, COUPLE).calculate("age", "2026-11")[2:4] == [7, 9]).all()


@pytest.mark.parametrize("jour", [date(2026, 1, 1), date(2026, 2, 28), date(2026, 11, 30), date(2026, 12, 31)])
def test_l_age_dit_est_l_age_compte_quel_que_soit_l_anniversaire(jour: date) -> None:
    premier = jour.replace(day=1)
    for variante in variantes(replace(COUPLE, enfants=(0, 6, 17)), jour, SAINT_LO):
        assert [
            premier.year - n.year - ((premier.month, premier.day) < (n.month, n.day)) for n in variante.naissances
        ] == [0, 6, 17]


@pytest.mark.parametrize(
    "foyer",
    [COUPLE, SEULE, replace(SEULE, activite="salarie", revenus=740), replace(COUPLE, activite="chomage", revenus=900)],
    ids=["un couple au Smic", "une mère seule sans revenu", "une mère seule à mi-temps", "un chômeur"],
)
def test_ce_qui_est_mis_a_zero_d_avance_l_aurait_ete_de_toute_facon(
    moteur: Moteur, foyer: Foyer, monkeypatch: pytest.MonkeyPatch
) -> None:
    vite = moteur.sommes(foyer, JOUR)
    for nom in ("_NULLES_PAR_PERSONNE", "_NULLES_PAR_FAMILLE", "_NULLES_PAR_FOYER_FISCAL"):
        monkeypatch.setattr(situation, nom, ())
    monkeypatch.setattr(situation, "AGE_DE_L_ASPA", 200)
    donner = situation._donner
    monkeypatch.setattr(
        situation,
        "_donner",
        lambda s, valeurs, periodes: donner(s, {n: v for n, v in valeurs.items() if n != "aah"}, periodes),
    )
    assert moteur.sommes(foyer, JOUR) == vite


@pytest.mark.parametrize(
    ("jour", "af", "rsa"),
    [(MARS, "151.05", "707.89"), (AVRIL, "152.25", "713.54")],
    ids=["la veille de la revalorisation", "le jour de la revalorisation"],
)
def test_une_revalorisation_change_les_montants_le_jour_dit(moteur: Moteur, jour: date, af: str, rsa: str) -> None:
    assert set(moteur.sommes(COUPLE, jour)["af"]) == {Decimal(af)}
    assert float(moteur.sommes(SEULE, jour)["rsa"][0]) == pytest.approx(float(rsa), abs=0.02)


def test_le_bareme_se_lit_a_la_date(moteur: Moteur) -> None:
    assert (lire_bareme(moteur.systeme, MARS).bmaf, lire_bareme(moteur.systeme, AVRIL).bmaf) == (
        Decimal("474.37"),
        Decimal("478.16"),
    )


def test_on_ne_sait_rien_rien_n_est_probable(moteur: Moteur) -> None:
    estimation = moteur.estimer(Foyer(), JOUR)
    assert all(a.etat == "a_verifier" for a in estimation.aides)
    assert len(variantes(Foyer(), JOUR, SAINT_LO)) == VARIANTES_MAX


def test_un_adulte_handicape_rend_le_rsa_incertain(moteur: Moteur) -> None:
    estimation = moteur.estimer(replace(SEULE, handicap="adulte"), JOUR)
    assert (aide(estimation, "aah").minimum, aide(estimation, "aah").maximum) == (0, 1042)
    assert aide(estimation, "rsa").etat == "a_verifier"


def test_un_non_salarie_doit_faire_verifier_son_rsa_et_sa_prime(moteur: Moteur) -> None:
    estimation = moteur.estimer(replace(COUPLE, activite="agriculteur", revenus=1000), JOUR)
    assert (aide(estimation, "ppa").etat, aide(estimation, "rsa").etat) == ("a_verifier", "a_verifier")


ALTERNEE = replace(SEULE, enfants=(7, 9), activite="salarie", revenus=1000, garde_alternee=True)


@pytest.mark.parametrize(
    ("nom", "minimum", "maximum"),
    [("af", 76, 152), ("asf", 0, 402), ("ars", 0, 854), ("aide_logement", 411, 411)],
)
def test_en_garde_alternee_ce_qui_se_partage_est_a_verifier(
    moteur: Moteur, nom: str, minimum: int, maximum: int
) -> None:
    dite = aide(moteur.estimer(ALTERNEE, JOUR), nom)
    assert (dite.minimum, dite.maximum, dite.etat) == (minimum, maximum, "a_verifier")
    assert "garde alternée" in dite.pourquoi


@pytest.mark.parametrize(
    ("nom", "enfants", "maximum"), [("cf", (4, 7, 9), 297), ("paje_base", (1, 7), 198)], ids=["cf", "paje"]
)
def test_en_garde_alternee_un_seul_parent_recoit_le_complement_et_la_paje(
    moteur: Moteur, nom: str, enfants: tuple[int, ...], maximum: int
) -> None:
    dite = aide(moteur.estimer(replace(ALTERNEE, enfants=enfants), JOUR), nom)
    assert (dite.minimum, dite.maximum, dite.etat) == (0, maximum, "a_verifier")
    assert "jumeaux" not in dite.pourquoi


@pytest.mark.parametrize(("nom", "revenus"), [("ppa", 1000), ("rsa", 500)])
def test_en_garde_alternee_une_asf_qui_n_est_pas_sure_n_ote_ni_le_rsa_ni_la_prime(
    moteur: Moteur, nom: str, revenus: int
) -> None:
    toujours_la = replace(ALTERNEE, enfants=(4, 7, 9, 12), revenus=revenus, garde_alternee=False)
    assert aide(moteur.estimer(toujours_la, JOUR), nom).maximum == 0
    sans_asf = replace(toujours_la, pension_alimentaire=True, montant_pension=0)
    alternee = aide(moteur.estimer(replace(toujours_la, garde_alternee=True), JOUR), nom)
    assert (alternee.minimum, alternee.etat) == (0, "a_verifier")
    assert alternee.maximum == aide(moteur.estimer(sans_asf, JOUR), nom).maximum


def test_la_garde_alternee_ne_cree_pas_de_droit(moteur: Moteur) -> None:
    un_seul_enfant = moteur.estimer(replace(ALTERNEE, enfants=(8,)), JOUR)
    assert (aide(un_seul_enfant, "af").maximum, aide(un_seul_enfant, "af").etat) == (0, "peu_probable")


def test_la_garde_alternee_se_dit_dans_les_hypotheses(moteur: Moteur) -> None:
    toujours = "Les enfants vivent chez vous toute l’année"
    alternee = moteur.estimer(ALTERNEE, JOUR).hypotheses
    assert any("garde alternée n’est pas calculée" in hypothese for hypothese in alternee)
    assert not any(hypothese.startswith(toujours) for hypothese in alternee)
    chez_elle = moteur.estimer(replace(ALTERNEE, garde_alternee=False), JOUR)
    assert any(hypothese.startswith(toujours) for hypothese in chez_elle.hypotheses)
    assert chez_elle == moteur.estimer(replace(ALTERNEE, garde_alternee=None), JOUR)


RETRAITES = replace(COUPLE, enfants=(), activite="retraite", activite_conjoint="retraite", revenus_conjoint=600)


@pytest.mark.parametrize(
    ("foyer", "dite"),
    [
        (RETRAITES, True),
        (replace(COUPLE, activite_conjoint="retraite"), True),
        (replace(COUPLE, age=65), True),
        (replace(COUPLE, age_conjoint=70), True),
        (replace(COUPLE, age=64), False),
        (COUPLE, False),
        (SEULE, False),
        (replace(SEULE, activite_conjoint="retraite", age_conjoint=70), False),
        (Foyer(), False),
    ],
    ids=["deux retraités", "conjoint", "65 ans", "conjoint de 70 ans", "64 ans", "actifs", "seule", "ex", "inconnu"],
)
def test_l_aspa_est_dite_aux_retraites_et_a_eux_seuls(foyer: Foyer, dite: bool) -> None:
    raisons = dict(non_calcules(foyer))
    assert ("proche_age_dependance" in raisons) == dite
    assert not dite or "Aspa" in raisons["proche_age_dependance"]


@pytest.mark.parametrize(
    "foyer", [Foyer(), COUPLE, SEULE, ALTERNEE, RETRAITES], ids=["inconnu", "couple", "seule", "alternée", "retraités"]
)
def test_une_estimation_se_tient(moteur: Moteur, foyer: Foyer) -> None:
    estimation = moteur.estimer(foyer, JOUR)
    sujets = charger_sujets()
    assert {a.sujet for a in estimation.aides} | {sujet for sujet, _ in estimation.non_calcules} <= set(sujets)
    assert len(noms(estimation)) == len(estimation.aides)
    etats = ["probable", "a_verifier", "peu_probable"]
    assert [etats.index(a.etat) for a in estimation.aides] == sorted(etats.index(a.etat) for a in estimation.aides)
    for a in estimation.aides:
        assert "{" not in a.pourquoi
        assert (a.minimum is None) == (a.maximum is None)
        if a.minimum is not None and a.maximum is not None:
            assert a.minimum <= a.maximum
            assert a.minimum == a.minimum.to_integral_value()
    assert "2024" in " ".join(estimation.hypotheses)


def test_aucune_phrase_ne_porte_de_somme() -> None:
    phrases = charger_phrases()
    textes = [*phrases.garde_alternee.values(), *phrases.precisions.values()]
    textes += [*phrases.hypotheses.values(), *phrases.non_calcules.values()]
    textes += [texte for a in phrases.aides.values() for texte in a.pourquoi.values()]
    assert not [texte for texte in textes if "€" in texte or "euro" in texte]
    assert set(phrases.inconnus) <= {champ.name for champ in fields(Foyer)}


@pytest.mark.parametrize(
    "faux", [{"revenus": -1}, {"loyer": 10**6}, {"enfants": (-1,)}, {"enfants": (3,) * 11}, {"age": 3}], ids=str
)
def test_un_foyer_impossible_est_refuse_sans_repeter_ce_qui_a_ete_dit(faux: dict) -> None:
    with pytest.raises(ValueError, match=next(iter(faux))) as refus:
        Foyer(**faux)
    assert str(next(iter(faux.values()))) not in str(refus.value)
