import { bouton, el } from './dom.js';

// The bar at the top of the panel: its menu, the confirmation of erasure, and the quick way out.
export function creerEntete({ memoire, effacer, quitter, fermer, agrandir }) {
  const options = bouton('Options', 'gf-entete-bouton', () => deplier(menu.hidden ? menu : null),
    { id: 'gf-options', 'aria-expanded': 'false', 'aria-controls': 'gf-menu' });
  const grand = bouton('Agrandir le texte', 'gf-option', () => agrandirTexte(!estGrand()), { 'aria-pressed': 'false' });
  const menu = el('div', { class: 'gf-menu', id: 'gf-menu', hidden: true },
    grand,
    bouton('Effacer la conversation', 'gf-option', () => { deplier(confirmation); garder.focus(); }));
  const garder = bouton('Non, la garder', 'gf-option', () => { deplier(null); options.focus(); });
  const confirmation = el('div', { class: 'gf-menu', role: 'group', 'aria-labelledby': 'gf-confirmer', hidden: true },
    el('p', { id: 'gf-confirmer' }, 'Effacer toute la conversation\u00a0? Rien n’en sera gardé.'),
    bouton('Oui, effacer', 'gf-option gf-option--forte', () => { deplier(null); effacer(); }),
    garder);
  const sortie = el('div', { class: 'gf-sortie', hidden: true }, bouton('Quitter vite cette page', 'gf-quitter', quitter));

  const estGrand = () => grand.getAttribute('aria-pressed') === 'true';

  function agrandirTexte(oui) {
    grand.setAttribute('aria-pressed', String(oui));
    memoire.ecrire('grand_texte', oui);
    agrandir(oui);
  }

  function deplier(bloc) {
    [menu, confirmation].forEach((autre) => { autre.hidden = autre !== bloc; });
    options.setAttribute('aria-expanded', String(bloc === menu));
  }

  return {
    noeuds: [
      el('div', { class: 'gf-entete' },
        el('div', { class: 'gf-enseigne' },
          el('h2', { class: 'gf-titre', id: 'gf-titre' }, 'Guichet Familles'),
          el('p', { class: 'gf-sous-titre' }, 'Assistant automatique')),
        options,
        bouton('Fermer', 'gf-entete-bouton', fermer, { id: 'gf-fermer' })),
      menu, confirmation, sortie,
    ],
    retablir: () => agrandirTexte(memoire.lire('grand_texte') === true),
    proposerSortie(oui) { sortie.hidden = !oui; },
    // Says whether there was something to fold, so that Escape closes one thing at a time.
    replier() {
      const deplie = !menu.hidden || !confirmation.hidden;
      if (deplie) {
        deplier(null);
        options.focus();
      }
      return deplie;
    },
  };
}
