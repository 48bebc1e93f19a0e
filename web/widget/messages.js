import { bouton, el, lien, paragraphes, pourLecteurDEcran } from './dom.js';
import { enDate, enDistance, enMontant, enTelephone, insecables } from './formats.js';

const SUJETS_A_QUITTER_VITE = ['urgence_violence', 'urgence_enfant_danger'];
const AIDE_SORTIE = 'Besoin de partir\u00a0? Le bouton «\u00a0Quitter vite cette page\u00a0», en haut, efface cette conversation '
  + 'et ouvre la météo. L’historique du navigateur peut garder une trace de cette page.';
const AUTEURS_FAMILLE = ['famille', 'usager', 'personne'];

export const vientDeLaFamille = (message) => AUTEURS_FAMILLE.includes(message.auteur);
export const demandeSortieRapide = (message) => SUJETS_A_QUITTER_VITE.includes(message.sujet);

export function bulleFamille(texte) {
  return el('div', { class: 'gf-question' }, pourLecteurDEcran('Vous\u00a0: '), texte);
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
    el('div', { class: 'gf-bulle' },
      message.titre && el('h3', { class: 'gf-titre-reponse' }, insecables(message.titre)),
      ...paragraphes(message.texte),
      liste('gf-numeros', message.numeros, numero),
      urgence && demandeSortieRapide(message) && el('p', { class: 'gf-discret' }, AIDE_SORTIE),
      montants(message.montants)),
    liste('gf-services', message.services, service),
    liens(message.liens),
    sources(message.sources),
    boutons(message.boutons, choisir));
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
