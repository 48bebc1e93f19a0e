import { creerClient } from './client.js';
import { creerConversation } from './conversation.js';
import { el } from './dom.js';
import { creerMemoire } from './memoire.js';
import { creerPanneau } from './panneau.js';

// A shadow root keeps the commune's stylesheet out of the widget, and the widget's out of the commune's site.
export function lancer({ api, commune, styles }) {
  const hote = el('div', { id: 'guichet-familles', lang: 'fr' });
  const racine = hote.attachShadow({ mode: 'open' });
  const memoire = creerMemoire();
  const panneau = creerPanneau(memoire);
  creerConversation({ client: creerClient(api), memoire, panneau, commune });

  // Shown only once styled: an unstyled panel flashing on a slow line is worse than a late button.
  hote.hidden = true;
  const montrer = () => { hote.hidden = false; };
  racine.append(el('link', { rel: 'stylesheet', href: styles, onload: montrer, onerror: montrer }), ...panneau.noeuds);
  document.body.append(hote);
}
