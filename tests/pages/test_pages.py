"""Every page: complete, accessible in its structure, with the amounts that the assistant gives."""

from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from guichet.conversation.formats import somme
from guichet.droits.fiches import Fiche, charger_fiches
from guichet.droits.lettres import charger_lettres
from guichet.droits.montants import charger_montants
from guichet.evenements.modele import charger_evenements, dater
from guichet.pages.droits import page_d_accueil, page_de_fiche, page_des_communes
from guichet.pages.evenements import page_d_evenement
from guichet.pages.lettres import page_de_lettre
from guichet.pages.plan import plan_du_site
from guichet.sujets import charger_sujets

JOUR = date(2026, 11, 24)
_VIDES = {"meta", "link", "input", "br", "img"}


class Lecteur(HTMLParser):
    """Checks that tags close in order; keeps the text, the titles and the links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ouvertes: list[str] = []
        self.titres: list[str] = []
        self.liens: list[str] = []
        self.ancres: set[str] = set()
        self.texte = ""
        self.feed(page)
        assert self.ouvertes == [], "des balises restent ouvertes"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributs = dict(attrs)
        if tag not in _VIDES:
            self.ouvertes.append(tag)
        if tag == "a":
            self.liens.append(attributs["href"] or "")
        if identifiant := attributs.get("id"):
            assert identifiant not in self.ancres
            self.ancres.add(identifiant)
        if tag in ("h1", "h2", "h3"):
            self.titres.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.ouvertes.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texte += data


def _lire(page: str | None) -> Lecteur:
    assert page is not None
    lecteur = Lecteur(page)
    assert lecteur.titres[0] == "h1"
    assert lecteur.titres.count("h1") == 1
    assert 'lang="fr"' in page
    return lecteur


@pytest.mark.parametrize("fiche", charger_fiches().values(), ids=lambda f: f.sujet)
def test_chaque_fiche_a_sa_page_avec_ses_montants_et_ses_sources(fiche: Fiche) -> None:
    page = _lire(page_de_fiche(fiche.sujet, JOUR))
    assert set(fiche.facettes) <= page.ancres
    for facette in fiche.facettes.values():
        for identifiant in facette.montants:
            montant = charger_montants()[identifiant]
            if montant.est_montrable(JOUR):
                assert somme(montant.valeur, montant.unite) in page.texte
    assert {source.url for source in fiche.sources.values()} <= set(page.liens)


def test_un_montant_depasse_n_est_pas_sur_la_page() -> None:
    page = page_de_fiche("rsa", date(2027, 4, 2))
    assert page is not None
    assert "651,69" not in page
    assert "revalorisé" in page


@pytest.mark.parametrize("evenement", charger_evenements(), ids=str)
def test_chaque_evenement_a_sa_page_datee(evenement: str) -> None:
    sans_date = _lire(page_d_evenement(evenement, None, JOUR))
    avec_date = _lire(page_d_evenement(evenement, date(2027, 3, 12), JOUR))
    assert "calendrier.ics" not in "".join(sans_date.liens)
    assert f"/evenements/{evenement}/calendrier.ics?date=2027-03-12" in avec_date.liens
    datees = dater(charger_evenements()[evenement], date(2027, 3, 12))
    assert all(f"etape-{rang}" in avec_date.ancres for rang in range(1, len(datees) + 1))


@pytest.mark.parametrize("lettre", charger_lettres(), ids=str)
def test_chaque_lettre_a_sa_page(lettre: str) -> None:
    page = _lire(page_de_lettre(lettre))
    assert charger_lettres()[lettre].objet.split()[0] in page.texte


@pytest.mark.parametrize("sujet", [s.sujet for s in charger_sujets().values() if s.regles_locales])
def test_la_comparaison_des_communes_a_sa_page(sujet: str) -> None:
    page = _lire(page_des_communes(sujet, JOUR))
    assert "Agneaux" in page.texte


def test_une_commune_du_territoire_voit_sa_regle_locale_d_abord() -> None:
    page = page_de_fiche("mobilite_transport", JOUR, "50502")
    assert page is not None
    assert "Règle locale, Saint-Lô Agglo" in page
    commune_sans_regle = page_de_fiche("cantine_periscolaire", JOUR, "50394")
    assert commune_sans_regle is not None
    assert "Périers n’a pas encore indiqué" in commune_sans_regle


def test_ce_qui_n_existe_pas_n_a_pas_de_page() -> None:
    assert page_de_fiche("inconnue", JOUR) is None
    assert page_d_evenement("inconnu", None, JOUR) is None
    assert page_de_lettre("inconnue") is None
    assert page_des_communes("rsa", JOUR) is None


def test_les_liens_de_nos_pages_menent_a_nos_pages() -> None:
    connus = {
        "/droits",
        *(f"/droits/{sujet}" for sujet in charger_fiches()),
        *(f"/droits/{s.sujet}/communes" for s in charger_sujets().values() if s.regles_locales),
        *(f"/evenements/{evenement}" for evenement in charger_evenements()),
        *(f"/lettres/{lettre}" for lettre in charger_lettres()),
    }
    pages = [page_d_accueil(), *(page_de_fiche(s, JOUR) for s in charger_fiches())]
    pages += [page_d_evenement(e, None, JOUR) for e in charger_evenements()]
    for page in pages:
        internes = {lien.split("#")[0].split("?")[0] for lien in _lire(page).liens if lien.startswith("/")}
        assert internes <= connus, internes - connus


def test_le_plan_du_site_nomme_chaque_page() -> None:
    plan = ElementTree.fromstring(plan_du_site("https://guichet.exemple.fr"))
    adresses = [noeud.text for noeud in plan.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert "https://guichet.exemple.fr/droits/rsa" in adresses
    assert len(adresses) == 1 + len(charger_fiches()) + len(charger_evenements()) + len(charger_lettres())
