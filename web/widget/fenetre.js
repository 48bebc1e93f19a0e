import { bouton, el } from './dom.js';

// Must be the query of guichet.css: where the panel covers the whole screen, it is also modal.
const PLEIN_ECRAN = '(max-width: 40em), (max-height: 30em)';

// The launcher and the dialog: opening, closing, where the focus goes.
export function creerFenetre(contenu, { ouverte, echapper }) {
  const lanceur = bouton('Une question\u00a0? Parlez au Guichet Familles', 'gf-lanceur', ouvrir,
    { id: 'gf-lanceur', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
  const panneau = el('div', {
    class: 'gf-panneau', id: 'gf-panneau', role: 'dialog', 'aria-labelledby': 'gf-titre', tabindex: '-1', lang: 'fr', hidden: true,
    onkeydown: auClavier,
  }, ...contenu);
  const vue = window.visualViewport;
  window.addEventListener('resize', adapter);
  if (vue) vue.addEventListener('resize', adapter);
  if (vue) vue.addEventListener('scroll', adapter);

  const couvreTout = () => window.matchMedia(PLEIN_ECRAN).matches;

  function ouvrir() {
    montrer(true);
    panneau.focus();
    ouverte();
  }

  function fermer() {
    montrer(false);
    lanceur.focus();
  }

  function montrer(oui) {
    panneau.hidden = !oui;
    lanceur.hidden = oui;
    lanceur.setAttribute('aria-expanded', String(oui));
    adapter();
  }

  function adapter() {
    const modal = !panneau.hidden && couvreTout();
    panneau.setAttribute('aria-modal', String(modal));
    document.documentElement.style.overflow = modal ? 'hidden' : '';
    // A phone's keyboard covers the bottom of a fixed panel, except where the visible part is measured. Not when zoomed by hand.
    const mesurable = modal && vue && vue.scale < 1.05;
    panneau.style.height = mesurable ? `${vue.height}px` : '';
    panneau.style.top = mesurable ? `${vue.offsetTop}px` : '';
  }

  function auClavier(evenement) {
    if (evenement.key === 'Escape') {
      evenement.stopPropagation();
      if (!echapper()) fermer();
    }
    if (evenement.key === 'Tab' && couvreTout()) retenirFocus(evenement);
  }

  function retenirFocus(evenement) {
    const cibles = Array.from(panneau.querySelectorAll('button, a[href], textarea, summary, [tabindex="0"]'))
      .filter((cible) => cible.offsetParent !== null);
    const actif = panneau.getRootNode().activeElement;
    const bord = evenement.shiftKey ? cibles[0] : cibles[cibles.length - 1];
    const depuisPanneau = evenement.shiftKey && actif === panneau;
    if (actif !== bord && !depuisPanneau) return;
    evenement.preventDefault();
    cibles[evenement.shiftKey ? cibles.length - 1 : 0].focus();
  }

  return { noeuds: [lanceur, panneau], panneau, fermer };
}
