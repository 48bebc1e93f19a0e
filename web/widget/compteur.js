import { el } from './dom.js';

const VISIBLE_DES = 800;
const MAXIMUM = 1000;

const pluriel = (nombre) => `${nombre} caractère${nombre > 1 ? 's' : ''}`;

// The figure follows every key; the spoken version moves by steps of 50, or typing would be unbearable to hear.
export function creerCompteur() {
  const affiche = el('span', { 'aria-hidden': 'true' });
  const parle = el('span', { class: 'gf-invisible', role: 'status' });
  const noeud = el('p', { class: 'gf-compteur', hidden: true }, affiche);
  return {
    noeuds: [noeud, parle],
    compter(texte) {
      const longueur = Array.from(texte.trim()).length;
      const reste = MAXIMUM - longueur;
      noeud.hidden = longueur < VISIBLE_DES;
      noeud.classList.toggle('gf-compteur--depasse', reste < 0);
      affiche.textContent = reste < 0 ? `${pluriel(-reste)} de trop` : `Encore ${pluriel(reste)}`;
      const annonce = reste < 0 ? 'Message trop long' : `Moins de ${(Math.floor(reste / 50) + 1) * 50} caractères restants`;
      const nouvelle = noeud.hidden ? '' : annonce;
      if (parle.textContent !== nouvelle) parle.textContent = nouvelle;
    },
  };
}
