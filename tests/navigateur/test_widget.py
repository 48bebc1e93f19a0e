"""The widget in a real Chromium, on the demonstration page, against the real guichet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from guichet.lancement.ensemble import Ensemble

CHROMIUM = shutil.which("chromium") or ""
ATTENTE_MS = 9000

# `make test` installs it where it may, says so where it may not, and refuses to go on without it in CI (installer.sh).
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="installez le paquet « chromium » pour ces tests")


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield navigateur
        navigateur.close()


@pytest.fixture(params=[(320, 640), (1280, 800)], ids=["un petit téléphone", "un ordinateur"])
def page(request: pytest.FixtureRequest, navigateur: Browser, ensemble: Ensemble) -> Iterator[Page]:
    largeur, hauteur = request.param
    page = navigateur.new_page(viewport={"width": largeur, "height": hauteur})
    page.set_default_timeout(ATTENTE_MS)
    page.goto(ensemble.adresse)
    yield page
    page.close()


def _ouvrir(page: Page) -> None:
    page.click("#gf-lanceur")
    expect(page.locator(".gf-message").first).to_contain_text("automatique")


def _demander(page: Page, texte: str) -> None:
    expect(page.locator(".gf-envoyer")).to_have_attribute("aria-disabled", "false")
    page.fill("#gf-saisie", texte)
    page.press("#gf-saisie", "Enter")


def test_on_demande_on_lit_on_choisit(page: Page, tmp_path: Path) -> None:
    _ouvrir(page)
    _demander(page, "combien l'ARS pour un enfant de 12 ans")
    reponse = page.locator(".gf-message[data-sujet=ars_rentree_scolaire]").last
    expect(reponse.locator(".gf-valeur").first).to_contain_text("450,41")
    page.get_by_role("button", name="Quels papiers ?").click()
    expect(page.locator(".gf-message[data-sujet=ars_rentree_scolaire]")).to_have_count(2)
    image = tmp_path / "widget.png"
    page.screenshot(path=image)
    assert image.stat().st_size > 10_000
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_une_carte_de_service_a_un_lien_pour_telephoner(page: Page) -> None:
    _ouvrir(page)
    _demander(page, "où est la maison france services à la haye du puits ?")
    carte = page.locator(".gf-service").first
    expect(carte).to_contain_text("France services de La Haye")
    expect(carte.locator("a.gf-appel")).to_have_attribute("href", "tel:0233071179")


def test_un_appel_au_secours_montre_les_numeros_et_une_sortie(page: Page) -> None:
    _ouvrir(page)
    _demander(page, "il m'a frappée hier et je ne sais pas où aller")
    expect(page.locator("a.gf-numero[href='tel:17']").first).to_be_visible()
    expect(page.locator("a.gf-numero[href^='sms:114']").first).to_be_attached()
    expect(page.locator(".gf-quitter").first).to_be_visible()


def test_tout_se_fait_au_clavier(page: Page) -> None:
    expect(page.locator("#gf-lanceur")).to_be_visible()  # once styled: what is hidden takes no focus
    page.focus("#gf-lanceur")
    page.keyboard.press("Enter")
    expect(page.locator(".gf-message").first).to_be_visible()
    page.focus("#gf-saisie")
    page.keyboard.type("bonjour")
    page.keyboard.press("Enter")
    expect(page.locator(".gf-message[data-sujet=salutation]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#gf-panneau")).to_be_hidden()
    assert page.evaluate("document.querySelector('#guichet-familles').shadowRoot.activeElement.id") == "gf-lanceur"


def test_ce_que_la_personne_ecrit_n_est_jamais_du_html(page: Page) -> None:
    _ouvrir(page)
    _demander(page, "<img src=x onerror=alert(1)> bonjour")
    expect(page.locator(".gf-question").last).to_contain_text("<img src=x")
    assert page.locator(".gf-journal img").count() == 0


def test_la_conversation_revient_apres_un_rechargement(page: Page) -> None:
    _ouvrir(page)
    _demander(page, "bonjour")
    expect(page.locator(".gf-message[data-sujet=salutation]")).to_be_visible()
    page.reload()
    page.click("#gf-lanceur")
    expect(page.locator(".gf-question")).to_contain_text("bonjour")


def test_une_panne_de_reseau_garde_le_texte_et_propose_de_reessayer(page: Page) -> None:
    _ouvrir(page)
    page.route("**/messages", lambda route: route.abort())
    _demander(page, "combien pour la rentrée")
    expect(page.locator(".gf-reessayer")).to_be_visible()
    expect(page.locator("#gf-saisie")).to_have_value("combien pour la rentrée")


def test_l_estimation_se_fait_au_doigt_et_se_lit(page: Page) -> None:
    _ouvrir(page)
    for choix in ("À quoi ai-je droit ?", "En couple", "Pas d'enfant", "Ni l'un ni l'autre", "Logé gratuitement"):
        page.get_by_role("button", name=choix, exact=True).click()
    page.get_by_role("button", name="Deux salariés").click()
    _demander(page, "1300 et 1250")
    _demander(page, "34")
    resultat = page.locator(".gf-message[data-sujet=simulation_eligibilite]").last
    expect(resultat).to_contain_text("pas une décision")
    expect(resultat.locator("summary", has_text="Ce que j’ai supposé")).to_be_visible()
    resultat.locator("summary", has_text="Ce qui n’a pas été calculé").click()
    expect(resultat).to_contain_text("Complémentaire santé solidaire")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_une_lettre_s_affiche_et_s_ouvre_en_page(page: Page) -> None:
    _ouvrir(page)
    _demander(page, "la caf me réclame un trop perçu et je peux pas payer")
    page.get_by_role("button", name="Demander une remise de dette").click()
    expect(page.locator(".gf-lettre").last).to_contain_text("Madame, Monsieur")
    with page.expect_popup() as ouverture:
        page.get_by_role("link", name="Imprimer cette lettre").last.click()
    expect(ouverture.value.locator("h1")).to_have_text("Demander une remise de dette")


def test_la_page_d_un_evenement_compte_les_dates_sans_script(page: Page, ensemble: Ensemble) -> None:
    page.goto(f"{ensemble.adresse}/evenements/naissance")
    page.fill("#date", "2027-03-12")
    page.get_by_role("button", name="Calculer mes dates").click()
    expect(page.locator(".quand", has_text="17 mars 2027")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
