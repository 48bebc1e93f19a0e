import { enTelephone, insecables } from './formats.js';

// Data only ever enters the page through text nodes and this attribute list: there is no innerHTML in the widget.
export function el(balise, attributs, ...enfants) {
  const noeud = document.createElement(balise);
  Object.entries(attributs || {}).forEach(([nom, valeur]) => {
    if (valeur === null || valeur === undefined || valeur === false) return;
    if (nom.startsWith('on')) noeud.addEventListener(nom.slice(2), valeur);
    else noeud.setAttribute(nom, valeur === true ? '' : valeur);
  });
  noeud.append(...enfants.filter(Boolean));
  return noeud;
}

export function bouton(titre, classe, onclick, attributs) {
  return el('button', { type: 'button', class: classe, onclick, ...attributs }, titre);
}

export function pourLecteurDEcran(texte) {
  return el('span', { class: 'gf-invisible' }, texte);
}

export function lien(url, titre) {
  if (!/^https?:\/\//i.test(url || '')) return titre || '';
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' },
    titre || url, pourLecteurDEcran(' (nouvel onglet)'));
}

const A_LIER = /(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)]|\b0\d(?:[ .\u00a0]\d\d){4}\b)/;

function lier(morceau) {
  if (morceau.startsWith('http')) return lien(morceau);
  const { appel, affichage } = enTelephone(morceau);
  return el('a', { class: 'gf-insecable', href: `tel:${appel}` }, affichage);
}

// Blank lines separate paragraphs; single line breaks are kept by the stylesheet; addresses and phones become links.
export function paragraphes(texte) {
  return insecables(texte).split(/\n{2,}/).filter((bloc) => bloc.trim()).map((bloc) => (
    el('p', null, ...bloc.trim().split(A_LIER).map((morceau, rang) => (rang % 2 ? lier(morceau) : morceau)))
  ));
}
