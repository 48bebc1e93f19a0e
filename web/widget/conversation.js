import { Panne } from './client.js';
import { demandeSortieRapide, tour, vientDeLaFamille } from './messages.js';

const MAX_CARACTERES = 1000;
const PAGE_NEUTRE = 'https://www.meteofrance.com';
const PERDUE = 'La conversation précédente a expiré ou a été effacée. En voici une nouvelle.';

export function creerConversation({ client, memoire, panneau, commune }) {
  let session = memoire.lire('session');
  let occupee = false;
  let commencee = false;
  // Waits here until shown: the announcement of a machine must reach the family even when the next call fails.
  let accueil = [];
  let avis = '';

  // One exchange at a time; whatever breaks ends in a sentence and a way to try again.
  async function echanger(attente, travail, reessayer) {
    if (occupee) return false;
    occupee = true;
    panneau.attendre(attente);
    panneau.dire('', null);
    try {
      await travail();
      return true;
    } catch (erreur) {
      if (!(erreur instanceof Panne)) console.error('Guichet Familles :', erreur);
      panneau.dire(erreur.phrase || 'Cette réponse n’a pas pu être affichée. Réessayez.', reessayer);
      return false;
    } finally {
      occupee = false;
      panneau.attendre('');
    }
  }

  function retenir(nouvelle) {
    session = nouvelle;
    if (nouvelle) memoire.ecrire('session', nouvelle);
    else memoire.oublier('session');
  }

  async function ouvrir() {
    retenir(null);
    const { conversation, jeton, messages } = await client.ouvrir(commune);
    retenir({ conversation, jeton, commune });
    accueil = messages;
  }

  function afficher(messages) {
    const tous = accueil.concat(messages);
    // Greeting buttons would compete with those of the answer that follows.
    const sansChoix = messages.length ? accueil.map((message) => ({ ...message, boutons: [] })) : accueil;
    panneau.ajouter(tour(sansChoix.concat(messages), choisir, avis));
    if (tous.some(demandeSortieRapide)) panneau.proposerSortie(true);
    accueil = [];
    avis = '';
  }

  async function reprendre() {
    const { messages } = await client.relire(session);
    panneau.reprendre(grouper(messages).map((groupe) => (
      vientDeLaFamille(groupe[0]) ? groupe[0].texte : tour(groupe, choisir))));
    panneau.proposerSortie(messages.some(demandeSortieRapide));
  }

  function commencer() {
    return echanger(session ? 'Le guichet retrouve votre conversation…' : 'Le guichet s’ouvre…', async () => {
      if (session && session.commune !== commune) {
        // Nobody will hold its token any more: erased rather than left behind.
        client.effacer(session).catch(() => {});
        retenir(null);
      }
      try {
        if (session) await reprendre();
        else await ouvrir();
      } catch (panne) {
        if (!panne.perdue || !session) throw panne;
        avis = PERDUE;
        await ouvrir();
      }
      if (accueil.length) afficher([]);
      commencee = true;
    }, commencer);
  }

  async function envoyer(charge, texte) {
    if (occupee) return;
    const question = panneau.poser(texte);
    const reussi = await echanger('Le guichet cherche…', async () => {
      if (!session) await ouvrir();
      let reponse;
      try {
        reponse = await client.envoyer(session, charge);
      } catch (panne) {
        if (!panne.perdue) throw panne;
        avis = PERDUE;
        await ouvrir();
        reponse = await client.envoyer(session, charge);
      }
      commencee = true;
      panneau.oublierChoix();
      afficher(reponse.messages);
    }, charge.texte ? envoyerSaisie : () => envoyer(charge, texte));
    if (!reussi) panneau.reprendreQuestion(question, charge.texte);
  }

  function envoyerSaisie() {
    const texte = panneau.saisie().trim();
    if (occupee || !texte) return;
    if (Array.from(texte).length > MAX_CARACTERES) {
      panneau.dire(`Votre message dépasse ${MAX_CARACTERES} caractères. Raccourcissez-le, puis envoyez-le.`);
      return;
    }
    panneau.viderSaisie();
    envoyer({ texte }, texte);
  }

  function choisir({ titre, bouton }) {
    envoyer({ bouton }, titre);
  }

  async function effacer() {
    if (occupee) {
      panneau.dire('Une réponse est en cours. Attendez-la, puis effacez.', effacer);
      return;
    }
    const efface = await echanger('Le guichet efface la conversation…', async () => {
      if (session) await client.effacer(session);
      retenir(null);
      panneau.vider();
      avis = 'La conversation est effacée. En voici une nouvelle.';
    }, effacer);
    if (efface) await commencer();
  }

  function quitter() {
    // The page goes blank at once; leaving does not wait more than a moment for the server.
    document.documentElement.style.display = 'none';
    const partir = () => window.location.replace(PAGE_NEUTRE);
    const ancienne = session;
    memoire.oublier('session', 'grand_texte');
    setTimeout(partir, 500);
    if (ancienne) client.effacer(ancienne, true).then(partir, partir);
    else partir();
  }

  panneau.brancher({
    ouvrir: () => { if (!commencee) commencer(); },
    envoyer: envoyerSaisie,
    effacer,
    quitter,
  });
}

function grouper(messages) {
  return messages.reduce((groupes, message) => {
    const dernier = groupes[groupes.length - 1];
    if (dernier && !vientDeLaFamille(message) && !vientDeLaFamille(dernier[0])) dernier.push(message);
    else groupes.push([message]);
    return groupes;
  }, []);
}
