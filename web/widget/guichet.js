// A classic script, so that a commune embeds one plain tag; the rest loads as modules from the same folder.
(function () {
  'use strict';
  const balise = document.currentScript || document.querySelector('script[src*="/widget/guichet.js"]');
  const options = {
    api: (balise.dataset.api || new URL(balise.src).origin).replace(/\/$/, ''),
    commune: balise.dataset.commune || '',
    styles: new URL('guichet.css', balise.src).href,
  };
  import(new URL('lancement.js', balise.src).href)
    .then((module) => module.lancer(options))
    .catch((erreur) => console.error('Guichet Familles :', erreur));
})();
