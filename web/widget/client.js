const DELAI_MS = 10000;
const URGENCE = 'En cas de danger, appelez le 112 (ou le 114 par SMS).';
const PHRASES = {
  delai: `Le guichet met trop de temps à répondre. Attendez un instant, puis réessayez. ${URGENCE}`,
  reseau: `La connexion ne passe pas. Vérifiez votre réseau, puis réessayez. ${URGENCE}`,
  429: 'Trop de questions à la suite. Patientez une minute, puis réessayez.',
  413: 'Votre message est trop long. Raccourcissez-le, puis renvoyez-le.',
  serveur: `Le guichet est indisponible pour le moment. Réessayez dans quelques minutes. ${URGENCE}`,
};

// What went wrong, in words for a family. `perdue`: the server no longer knows this conversation.
export class Panne extends Error {
  constructor(phrase, statut) {
    super(phrase);
    this.phrase = phrase;
    this.perdue = statut === 401 || statut === 404;
  }
}

export function creerClient(api) {
  async function appeler(methode, chemin, { jeton, charge, quitte } = {}) {
    const abandon = new AbortController();
    const minuterie = setTimeout(() => abandon.abort(), DELAI_MS);
    const headers = { Accept: 'application/json' };
    if (charge) headers['Content-Type'] = 'application/json';
    if (jeton) headers.Authorization = `Bearer ${jeton}`;
    try {
      const reponse = await fetch(`${api}/api/conversations${chemin}`, {
        method: methode,
        headers,
        body: charge && JSON.stringify(charge),
        signal: abandon.signal,
        credentials: 'omit',
        cache: 'no-store',
        keepalive: Boolean(quitte),
      });
      // A proxy on the way may answer with a page of its own, hence the tolerance on what is not JSON.
      const corps = reponse.status === 204 ? {} : await reponse.json().catch((illisible) => {
        if (abandon.signal.aborted) throw illisible;
        return null;
      });
      if (reponse.ok && corps) return corps;
      throw new Panne((corps && corps.message) || PHRASES[reponse.status] || PHRASES.serveur, reponse.status);
    } catch (erreur) {
      if (erreur instanceof Panne) throw erreur;
      throw new Panne(abandon.signal.aborted ? PHRASES.delai : PHRASES.reseau);
    } finally {
      clearTimeout(minuterie);
    }
  }
  const chemin = (session) => `/${encodeURIComponent(session.conversation)}`;
  return {
    ouvrir: (commune) => appeler('POST', '', { charge: { ...(commune && { commune }), canal: 'web' } }),
    relire: (session) => appeler('GET', `${chemin(session)}/messages`, { jeton: session.jeton }),
    envoyer: (session, charge) => appeler('POST', `${chemin(session)}/messages`, { jeton: session.jeton, charge }),
    effacer: (session, quitte) => appeler('DELETE', chemin(session), { jeton: session.jeton, quitte })
      .catch((panne) => { if (!panne.perdue) throw panne; }),
  };
}
