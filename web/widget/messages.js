import { bouton, el, lien, paragraphes, pourLecteurDEcran } from './dom.js';
import { enDate, enDistance, enMontant, enTelephone, insecables } from './formats.js';

const SUJETS_A_QUITTER_VITE = ['urgence_violence', 'urgence_enfant_danger'];
const AIDE_SORTIE = 'Besoin de partir\u00a0? Le bouton «\u00a0Quitter vite cette page\u00a0», en haut, efface cette conversation '
  + 'et ouvre la météo. L’historique du navigateur peut garder une trace de cette page.';
const AUTEURS_FAMILLE = ['famille', 'usager', 'personne'];

export const vientDeLaFamille = (message) => AUTEURS_FAMILLE.includes(message.auteur);
export const demandeSortieRapide = (message) => SUJETS_A_QUITTER_VITE.includes(message.sujet);

export function bulleFamille(texte) {
  return el('div', { class: 'gf-question', dir: 'auto' }, pourLecteurDEcran('Vous\u00a0: '), texte);
}

// A whole turn is one node: inserted at once in the log, a screen reader announces it once.
export function tour(messages, choisir, avis) {
  return el('div', { class: 'gf-tour' },
    avis && el('p', { class: 'gf-avis' }, avis),
    pourLecteurDEcran('Guichet\u00a0: '),
    ...messages.map((message) => bulle(message, choisir)));
}

function bulle(message, choisir) {
  const urgence = message.type === 'urgence';
  return el('div', { class: `gf-message gf-message--${message.type}`, 'data-type': message.type, 'data-sujet': message.sujet },
    el('div', { class: 'gf-bulle', lang: message.langue, dir: message.langue && 'auto' },
      message.titre && el('h3', { class: 'gf-titre-reponse' }, insecables(message.titre)),
      ...paragraphes(enPhrases(message)),
      liste('gf-numeros', message.numeros, numero),
      urgence && demandeSortieRapide(message) && el('p', { class: 'gf-discret' }, AIDE_SORTIE),
      montants(message.montants),
      estimations(message.estimations),
      precautions(message),
      etapes(message.echeancier),
      lettre(message.lettre),
      liste('gf-conseils', message.conseils, (conseil) => el('li', null, insecables(conseil)))),
    liste('gf-services', message.services, service),
    liens(message.liens),
    sources(message.sources),
    boutons(message.boutons, choisir));
}

// What the cards below say at length is not said twice; a channel without cards has it in `texte`.
function enPhrases(message) {
  if (message.estimations) return `Vous m’avez dit : ${message.compris.join(' ; ')}.\n\n${message.avertissement}`;
  return message.echeancier ? '' : message.texte;
}

function liste(classe, elements, rendre) {
  // Safari drops list semantics when bullets are hidden, unless the role is written.
  return elements && elements.length ? el('ul', { class: classe, role: 'list' }, ...elements.map(rendre)) : null;
}

function montants(elements) {
  if (!elements || !elements.length) return null;
  return el('dl', { class: 'gf-montants' }, ...elements.map((montant) => el('div', { class: 'gf-montant' },
    el('dt', null, montant.libelle),
    typeof montant.valeur === 'number'
      ? el('dd', { class: 'gf-valeur' }, enMontant(montant.valeur, montant.unite))
      : el('dd', { class: 'gf-retenu' }, montant.texte || 'Montant non affiché\u00a0: il doit être vérifié.'),
    precisions(typeof montant.valeur === 'number' && enDate(montant.depuis), montant.reference))));
}

// Likely first; what is unlikely is folded away: it is no refusal.
function estimations(elements) {
  if (!elements || !elements.length) return null;
  const [montrees, autres] = [elements.filter((aide) => aide.etat !== 'peu_probable'), elements.filter((aide) => aide.etat === 'peu_probable')];
  return el('div', null,
    montrees.length > 0 && el('dl', { class: 'gf-montants' }, ...montrees.map((aide) => el('div', { class: 'gf-montant' },
      el('dt', null, aide.etat === 'a_verifier' ? `${aide.libelle} (à vérifier)` : aide.libelle),
      aide.somme && el('dd', { class: 'gf-valeur' }, aide.somme),
      el('dd', { class: 'gf-discret' }, insecables(aide.pourquoi))))),
    replie('Peu probable, d’après vos réponses', autres.map((aide) => `${aide.libelle}\u00a0: ${aide.pourquoi}`)));
}

function precautions({ hypotheses, non_calcules: nonCalcules }) {
  if (!hypotheses && !nonCalcules) return null;
  return el('div', null,
    replie('Ce que j’ai supposé', hypotheses),
    replie('Ce qui n’a pas été calculé', (nonCalcules || []).map(({ intitule, raison }) => `${intitule}\u00a0: ${raison}`)));
}

function replie(titre, phrases) {
  if (!phrases || !phrases.length) return null;
  return el('details', { class: 'gf-sources' }, el('summary', null, titre),
    liste('gf-liste-sources', phrases, (phrase) => el('li', null, insecables(phrase))));
}

function etapes(elements) {
  if (!elements || !elements.length) return null;
  return el('ol', { class: 'gf-etapes' }, ...elements.map((etape) => el('li', null,
    el('strong', null, insecables(etape.titre)), ` ${quand(etape)} `, insecables(etape.texte))));
}

function quand({ des, avant }) {
  if (des && avant) return `(entre le ${enDate(des)} et le ${enDate(avant)})`;
  if (avant) return `(avant le ${enDate(avant)})`;
  return des ? `(à partir du ${enDate(des)})` : '';
}

function lettre(contenu) {
  if (!contenu) return null;
  return el('blockquote', { class: 'gf-lettre' }, el('p', null, el('strong', null, `Objet\u00a0: ${insecables(contenu.objet)}`)),
    ...paragraphes(contenu.corps));
}

function precisions(depuis, reference) {
  const renvoi = reference && lien(reference.url, reference.titre);
  if (!depuis && !renvoi) return null;
  return el('dd', { class: 'gf-discret' }, depuis && `depuis le ${depuis}`, depuis && renvoi && ' · ', renvoi);
}

function service(fiche) {
  const { appel, affichage } = enTelephone(fiche.telephone);
  const verification = enDate(fiche.verifie_le);
  const etat = fiche.ouvert === true ? 'ouvert' : fiche.ouvert === false ? 'ferme' : 'inconnu';
  return el('li', { class: 'gf-service', 'data-service': fiche.id },
    el('p', { class: 'gf-service-nom' }, fiche.nom),
    el('p', { class: 'gf-service-lieu' }, [fiche.commune, enDistance(fiche.distance_km)].filter(Boolean).join(', ')),
    fiche.ouverture && el('p', { class: `gf-ouverture gf-ouverture--${etat}` }, fiche.ouverture),
    fiche.adresse && el('p', { class: 'gf-service-adresse' }, fiche.adresse),
    appel ? el('a', { class: 'gf-appel', href: `tel:${appel}` },
      'Appeler le ', el('span', { class: 'gf-insecable' }, affichage), pourLecteurDEcran(`, ${fiche.nom}`))
      : affichage && el('p', null, `Téléphone\u00a0: ${affichage}`),
    fiche.a_verifier === true && el('p', { class: 'gf-a-verifier' }, 'à vérifier avant de vous déplacer'),
    verification && el('p', { class: 'gf-discret' }, `vérifié le ${verification}`));
}

function numero(ligne) {
  const { appel, affichage } = enTelephone(ligne.numero);
  const action = ligne.sms ? 'Envoyer un SMS au' : 'Appeler le';
  return el('li', null, el('a', { class: 'gf-numero', href: `${ligne.sms ? 'sms' : 'tel'}:${appel}` },
    el('span', { class: 'gf-numero-action' }, `${action} `, el('strong', null, affichage)),
    ligne.nom && el('span', { class: 'gf-numero-nom' }, ` ${ligne.nom}`),
    ...[ligne.pour, ligne.horaires].filter(Boolean).map((detail) => el('span', { class: 'gf-numero-detail' }, ` ${detail}`))));
}

function liens(elements) {
  if (!elements || !elements.length) return null;
  return liste('gf-liens', elements, (page) => el('li', null, lien(page.url, page.titre)));
}

function sources(elements) {
  if (!elements || !elements.length) return null;
  return el('details', { class: 'gf-sources' }, el('summary', null, 'Sources'),
    liste('gf-liste-sources', elements, (source) => el('li', null, lien(source.url, source.titre),
      source.consulte_le && el('span', { class: 'gf-discret' }, ` consulté le ${enDate(source.consulte_le)}`))));
}

function boutons(elements, choisir) {
  if (!elements || !elements.length) return null;
  return el('div', { class: 'gf-boutons', role: 'group', 'aria-label': 'Réponses proposées' },
    ...elements.map((choix) => bouton(choix.titre, 'gf-choix', () => choisir(choix))));
}
