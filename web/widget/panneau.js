import { creerCompteur } from './compteur.js';
import { bouton, el } from './dom.js';
import { creerEntete } from './entete.js';
import { creerFenetre } from './fenetre.js';
import { bulleFamille } from './messages.js';

// A reply that comes faster than this needs no waiting message, which would only be noise in a screen reader.
const ATTENTE_VISIBLE_MS = 300;

// What the family sees and touches; the rules of the exchange are in conversation.js.
export function creerPanneau(memoire) {
  let actions = {};
  let minuterie;
  const compteur = creerCompteur();

  const journal = el('div', {
    class: 'gf-journal', role: 'log', 'aria-live': 'polite', 'aria-label': 'Conversation', tabindex: '0',
  });
  const etat = el('p', { class: 'gf-etat', role: 'status' });
  const erreur = el('div', { class: 'gf-erreur', role: 'alert' });
  const saisie = el('textarea', {
    id: 'gf-saisie', class: 'gf-saisie', rows: '1', enterkeyhint: 'send', 'aria-describedby': 'gf-conseil', oninput: ajusterSaisie,
  });
  const envoi = el('button', { type: 'submit', class: 'gf-envoyer' }, 'Envoyer');
  const formulaire = el('form', { class: 'gf-formulaire', onsubmit: soumettre },
    el('p', { class: 'gf-etiquette' },
      el('label', { for: 'gf-saisie' }, 'Votre question'),
      el('span', { class: 'gf-conseil', id: 'gf-conseil' }, ' (sans nom ni numéro)')),
    el('div', { class: 'gf-ligne' }, saisie, envoi),
    ...compteur.noeuds);

  const entete = creerEntete({
    memoire,
    effacer: () => { journal.focus(); actions.effacer(); },
    quitter: () => actions.quitter(),
    fermer: () => fenetre.fermer(),
    agrandir: (grand) => {
      fenetre.panneau.classList.toggle('gf-panneau--grand', grand);
      if (journal.lastElementChild) montrer(journal.lastElementChild);
    },
  });
  const fenetre = creerFenetre([...entete.noeuds, journal, etat, erreur, formulaire], {
    ouverte: () => actions.ouvrir(),
    echapper: entete.replier,
  });
  entete.retablir();

  saisie.addEventListener('keydown', (evenement) => {
    if (evenement.key !== 'Enter' || evenement.shiftKey || evenement.isComposing) return;
    soumettre(evenement);
  });

  function soumettre(evenement) {
    evenement.preventDefault();
    actions.envoyer();
  }

  function ajusterSaisie() {
    saisie.style.height = 'auto';
    saisie.style.height = `${saisie.scrollHeight + 2}px`;
    compteur.compter(saisie.value);
  }

  function remplirSaisie(texte) {
    saisie.value = texte;
    ajusterSaisie();
  }

  // Long answers are read from their beginning, with the question that led to them.
  function montrer(noeud) {
    const precedent = noeud.previousElementSibling;
    const repere = precedent && precedent.matches('.gf-question') ? precedent : noeud;
    const defileur = journal.scrollHeight > journal.clientHeight ? journal : fenetre.panneau;
    defileur.scrollTop += repere.getBoundingClientRect().top - defileur.getBoundingClientRect().top - 12;
  }

  // The button that had the focus is about to vanish: the focus must not fall back on the whole page.
  function garderFocus(noeud) {
    if (noeud.contains(noeud.getRootNode().activeElement)) journal.focus({ preventScroll: true });
  }

  function choixVisibles(visibles) {
    journal.querySelectorAll('.gf-boutons').forEach((groupe) => {
      if (!visibles) garderFocus(groupe);
      groupe.hidden = !visibles;
    });
  }

  function oublierChoix() {
    journal.querySelectorAll('.gf-boutons').forEach((groupe) => groupe.remove());
  }

  return {
    noeuds: fenetre.noeuds,
    brancher(branchees) { actions = branchees; },
    saisie: () => saisie.value,
    viderSaisie: () => remplirSaisie(''),
    proposerSortie: entete.proposerSortie,
    oublierChoix,

    attendre(phrase) {
      clearTimeout(minuterie);
      // While busy, the family's own words are not read back to them; the reply that ends it is.
      journal.setAttribute('aria-busy', phrase ? 'true' : 'false');
      envoi.setAttribute('aria-disabled', phrase ? 'true' : 'false');
      etat.classList.toggle('gf-etat--attente', Boolean(phrase));
      if (!phrase) etat.textContent = '';
      else minuterie = setTimeout(() => {
        etat.textContent = phrase;
        if (journal.lastElementChild) montrer(journal.lastElementChild);
      }, ATTENTE_VISIBLE_MS);
    },

    dire(phrase, reessayer) {
      garderFocus(erreur);
      erreur.textContent = '';
      if (!phrase) return;
      erreur.append(el('p', null, phrase));
      if (reessayer) erreur.append(bouton('Réessayer', 'gf-reessayer', reessayer));
    },

    poser(texte) {
      choixVisibles(false);
      const question = bulleFamille(texte);
      journal.append(question);
      montrer(question);
      return question;
    },

    ajouter(tour) {
      journal.setAttribute('aria-busy', 'false');
      journal.append(tour);
      montrer(tour);
    },

    reprendreQuestion(question, texte) {
      question.remove();
      choixVisibles(true);
      if (texte) remplirSaisie([texte, saisie.value].filter(Boolean).join('\n'));
    },

    reprendre(elements) {
      journal.setAttribute('aria-live', 'off');
      journal.textContent = '';
      elements.forEach((element, rang) => {
        if (rang) oublierChoix();
        journal.append(typeof element === 'string' ? bulleFamille(element) : element);
      });
      if (journal.lastElementChild) montrer(journal.lastElementChild);
      // Restored once the browser has had time to ignore the old turns: only what follows is news.
      setTimeout(() => journal.setAttribute('aria-live', 'polite'), 500);
    },

    vider() {
      journal.textContent = '';
      remplirSaisie('');
      entete.proposerSortie(false);
    },
  };
}
