const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre',
  'novembre', 'décembre'];

// French typography: a line never starts with a colon or a question mark.
export function insecables(texte) {
  return String(texte || '').replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

// Read by hand: `new Date("2026-04-01")` is UTC and becomes 31 March west of Greenwich.
export function enDate(iso) {
  const [, annee, mois, jour] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso || '') || [];
  return annee ? `${Number(jour) === 1 ? '1er' : Number(jour)}\u00a0${MOIS[mois - 1]}\u00a0${annee}` : '';
}

export function enMontant(valeur, unite) {
  const decimales = Number.isInteger(valeur) ? 0 : 2;
  const nombre = valeur.toLocaleString('fr-FR',
    { minimumFractionDigits: decimales, maximumFractionDigits: decimales });
  return unite ? `${nombre}\u00a0${unite}` : nombre;
}

// As the sentences of the server say it: no decimals past 10 km.
export function enDistance(km) {
  if (typeof km !== 'number') return '';
  if (km < 1) return 'dans la commune';
  return `à ${km.toLocaleString('fr-FR', { maximumFractionDigits: km < 10 ? 1 : 0 })}\u00a0km`;
}

// `appel` is empty when the text is not one dialable number ("02 33 … ou 06 …"): it is then shown, not linked.
export function enTelephone(brut) {
  const appel = String(brut || '').replace(/\(0\)/, '').replace(/[^\d+]/g, '').replace(/^(\+|00)33/, '0');
  if (!/^(\d{2,6}|0\d{9})$/.test(appel)) return { appel: '', affichage: String(brut || '') };
  return { appel, affichage: appel.length === 10 ? appel.match(/../g).join('\u00a0') : appel };
}
