// Data only ever enters the page through text nodes and this attribute list: there is no innerHTML in the widget.
export function el(balise, attributs, ...enfants) {
  const noeud = document.createElement(balise);
  Object.entries(attributs || {}).forEach(([nom, valeur]) => {
    if (valeur === null || valeur === undefined || valeur === false) return;
    if (nom.startsWith('on')) noeud.addEventListener(nom.slice(2), valeur);
    else noeud.setAttribute(nom, valeur === true ? '' : valeur);
  });
  noeud.append(...enfants.filter((enfant) => enfant !== null && enfant !== undefined && enfant !== ''));
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

// Blank lines separate paragraphs; single line breaks are kept by the stylesheet; addresses become links.
export function paragraphes(texte) {
  return String(texte || '').split(/\n{2,}/).filter((bloc) => bloc.trim()).map((bloc) => (
    el('p', null, ...bloc.trim().split(/(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)])/)
      .map((morceau, rang) => (rang % 2 ? lien(morceau) : morceau)))
  ));
}
