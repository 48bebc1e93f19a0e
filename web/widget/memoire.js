// Session storage, so that closing the tab forgets; plain memory where the browser refuses it (private mode).
export function creerMemoire() {
  const PREFIXE = 'guichet-familles:';
  const secours = {};
  const essayer = (action) => {
    try {
      return action(window.sessionStorage);
    } catch (refus) {
      return undefined;
    }
  };
  return {
    lire(nom) {
      const texte = essayer((stock) => stock.getItem(PREFIXE + nom)) || secours[nom];
      try {
        return JSON.parse(texte);
      } catch (illisible) {
        return null;
      }
    },
    ecrire(nom, valeur) {
      secours[nom] = JSON.stringify(valeur);
      essayer((stock) => stock.setItem(PREFIXE + nom, secours[nom]));
    },
    oublier(...noms) {
      noms.forEach((nom) => {
        delete secours[nom];
        essayer((stock) => stock.removeItem(PREFIXE + nom));
      });
    },
  };
}
