"""Finding the commune in a message: a gazetteer of today's and former names, typos forgiven.

Never a guess: a name shared by several communes, or a postal code, comes back with all its
candidates, and a town that is not ours comes back as such.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml
from rapidfuzz import fuzz, process

from guichet.chemins import DATA
from guichet.comprehension.formes import LIAISONS, LONGUEUR_D_UN_NOM_SEUL, avec_et_sans_article, formes_courtes
from guichet.comprehension.lexique import est_un_mot
from guichet.comprehension.sons import entendre
from guichet.territoire import Territoire, charger_territoire
from guichet.texte import mots_plies, plier

_LOCATIFS = {
    "a",
    "au",
    "aux",
    "sur",
    "vers",
    "habite",
    "habitons",
    "commune",
    "ville",
    "village",
    "dans",
    "mairie",
    "pres",
    "cote",
    "bourg",
    "secteur",
    "vis",
    "vit",
    "loge",
    "chez",
    "depuis",
}
# What has the name of its commune for a name: « ALSH Agneaux », « ccas Percy ».
_INSTITUTIONS = {
    "accueil",
    "alsh",
    "agglo",
    "bibliotheque",
    "caf",
    "cantine",
    "ccas",
    "centre",
    "college",
    "creche",
    "ecole",
    "ehpad",
    "garderie",
    "gare",
    "hlm",
    "hopital",
    "lycee",
    "maternelle",
    "mediatheque",
    "mfr",
    "msa",
    "periscolaire",
    "pmi",
    "relais",
    "rpe",
    "services",
}
_LOCATIFS_FAIBLES = {"de", "d", "du", "pour", "des"}
_CODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")
_BARRE = re.compile(r"\bs/ ?(?=[^\W\d_])|(?<=[^\W\d_])/(?=[^\W\d_])")
_NOM_PROPRE = re.compile(r"(?:(?<=[^\s.!?:»\"] )|(?<=\b[dD]'))[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ][\w-]+")
_EN_TETE = re.compile(r"^\s*([A-ZÀ-ÖØ-Þ][\w' -]*?) ?[,:]")  # « Agneaux, couple + ado »
_VILLE_DITE = re.compile(r"\b(?:à|sur|vers|habite) ([A-ZÀ-ÖØ-Þ][\w-]+)")
_LONGUEUR_MAX = 7
_RESSEMBLANCE = 86
_RESSEMBLANCE_SANS_LOCATIF = 92
_LONGUEUR_D_UN_NOM_MAL_ECRIT = 6
_LONGUEUR_D_UN_NOM_ENTENDU = 5


@dataclass(frozen=True)
class Lieu:
    """A place named in a message.

    `candidats`: INSEE codes, one when it is sure, several when the name or the postal code is
    shared, none when the place is out of the département. `debut`/`fin`: its words in the
    folded message.
    """

    dit: str
    candidats: tuple[str, ...]
    debut: int
    fin: int

    @property
    def code_insee(self) -> str | None:
        return self.candidats[0] if len(self.candidats) == 1 else None


class Gazetteer:
    """All the names by which people call a commune of the département."""

    def __init__(self, territoire: Territoire) -> None:
        self._territoire = territoire
        self._complets: dict[str, set[str]] = defaultdict(set)
        self._courts: dict[str, set[str]] = defaultdict(set)
        for commune in territoire.communes.values():
            self._ajouter(commune.nom, commune.code_insee)
        for ancienne in territoire.anciennes:
            self._ajouter(ancienne.nom, ancienne.code_insee_actuel, ancienne=True)
        reglages = yaml.safe_load((DATA / "comprehension" / "lieux.yml").read_text(encoding="utf-8"))
        courants = (forme for mot in reglages["mots_courants"] for forme in avec_et_sans_article(plier(mot)))
        self._mots_courants = {nom for nom in courants if all(est_un_mot(mot) for mot in nom.split())}
        self._jamais = {plier(mot) for mot in reglages["jamais"]}
        self._surnoms = {plier(nom): code for nom, code in reglages["surnoms"].items()}
        self._villes_d_ailleurs = {plier(nom): nom for nom in reglages["villes_d_ailleurs"]}
        self._noms_longs = [nom for nom in {**self._courts, **self._complets} if len(nom) >= 5]
        self._noms_sans_equivoque = [nom for nom in self._noms_longs if nom not in self._mots_courants]
        self._noms_d_ici = [nom for nom in self._noms_sans_equivoque if self._est_d_ici(self._codes(nom))]
        self._par_premier_mot: dict[str, list[str]] = defaultdict(list)
        for nom in self._complets:
            if len(nom.split()) > 2:
                self._par_premier_mot[nom.split()[0]].append(nom)
        self._entendus: dict[str, set[str]] = defaultdict(set)
        for nom in self._noms_d_ici:
            if " " not in nom:
                self._entendus[entendre(nom)] |= self._codes(nom)

    def _ajouter(self, nom: str, code: str, ancienne: bool = False) -> None:
        plie = plier(nom)
        if ancienne and plie in self._complets:
            return  # today's commune of that name comes first
        self._complets[plie].add(code)
        for variante in formes_courtes(plie):
            self._courts[variante].add(code)

    def _codes(self, nom: str) -> set[str]:
        return self._complets.get(nom) or self._courts[nom]

    def _est_d_ici(self, codes: set[str]) -> bool:
        return any(self._territoire.contient(code) for code in codes)

    def chercher(self, texte: str) -> list[Lieu]:
        """The places of a message, in the order of the text, overlaps removed."""
        texte = _BARRE.sub(" sur ", texte)  # « Condé/Vire », « Hauteville s/ mer »
        mots = mots_plies(texte)
        en_tete = [nom for nom in _EN_TETE.findall(texte) if plier(nom) in self._complets]
        propres = _NOM_PROPRE.findall(texte) + en_tete
        noms_propres = {mot for nom in propres for mot in mots_plies(nom)}
        trouves = self._par_code(texte, mots)
        position = 0
        while position < len(mots):
            lieu = self._a_partir_de(mots, position, noms_propres)
            if lieu:
                trouves.append(lieu)
                position = lieu.fin
            else:
                position += 1
        trouves += (not trouves and self._ressemblants(mots, noms_propres)) or self._mal_ecrits(mots, trouves)
        return sorted(trouves, key=lambda lieu: lieu.debut)

    def _par_code(self, texte: str, mots: tuple[str, ...]) -> list[Lieu]:
        lieux = []
        for code in _CODE.findall(texte):
            communes = self._territoire.communes_du_code_postal(code)
            candidats = tuple(c.code_insee for c in communes)
            if not candidats and code in self._territoire.communes:
                candidats = (code,)
            if candidats and code in mots:
                debut = mots.index(code)
                lieux.append(Lieu(code, candidats, debut, debut + 1))
        return lieux

    def _a_partir_de(self, mots: tuple[str, ...], debut: int, noms_propres: set[str]) -> Lieu | None:
        for fin in range(min(len(mots), debut + _LONGUEUR_MAX), debut, -1):
            nom = " ".join(mots[debut:fin])
            seul = fin - debut == len(mots)
            if nom in self._jamais and not seul:
                continue
            situe = seul or self._est_situe(mots, debut)
            if nom in self._surnoms and (nom not in self._mots_courants or self._est_situe(mots, debut, strict=True)):
                return Lieu(nom, (self._surnoms[nom],), debut, fin)
            if nom in self._complets:
                propre = set(mots[debut:fin]) <= noms_propres
                if nom not in self._mots_courants or seul or propre or self._est_situe(mots, debut, strict=True):
                    return Lieu(nom, tuple(sorted(self._complets[nom])), debut, fin)
            if fin - debut > 2 and (mal_ecrit := self._nom_entier_mal_ecrit(nom)):
                return Lieu(nom, tuple(sorted(self._complets[mal_ecrit])), debut, fin)
            if nom in self._courts and nom not in self._mots_courants and (situe or self._se_suffit(nom, mots[fin:])):
                return Lieu(nom, self._trier(self._codes_d_une_forme_courte(nom)), debut, fin)
            if nom in self._villes_d_ailleurs and (seul or self._est_situe(mots, debut, strict=True)):
                return Lieu(self._villes_d_ailleurs[nom], (), debut, fin)
        return None

    def _nom_entier_mal_ecrit(self, nom: str) -> str | None:
        """« cerisy la sale »: the whole name of one commune, although its short form is that of two."""
        candidats = self._par_premier_mot.get(nom.split()[0], [])
        trouve = process.extractOne(nom, candidats, scorer=fuzz.ratio, score_cutoff=_RESSEMBLANCE_SANS_LOCATIF)
        return trouve[0] if trouve else None

    def _codes_d_une_forme_courte(self, nom: str) -> set[str]:
        """Those of that short form; when it is of elsewhere, of the name of ours that sounds like it (« Perriers »)."""
        if self._est_d_ici(self._courts[nom]):
            return self._courts[nom]
        return self._entendus.get(entendre(nom)) or self._courts[nom]

    def _se_suffit(self, nom: str, suite: tuple[str, ...]) -> bool:
        """« Carentan », « Blainville »: a short form long enough, of one commune only, not cut in a longer name."""
        coupe = bool(suite) and suite[0] in LIAISONS
        return not coupe and len(nom) >= LONGUEUR_D_UN_NOM_SEUL and len(self._trier(self._courts[nom])) == 1

    def _est_situe(self, mots: tuple[str, ...], debut: int, strict: bool = False) -> bool:
        precedents = mots[max(0, debut - 2) : debut]
        if not precedents:
            return False
        if precedents[-1] in _LOCATIFS | _INSTITUTIONS:
            return True
        place = precedents[0] in _LOCATIFS | _INSTITUTIONS
        if len(precedents) == 2 and precedents[-1] in _LOCATIFS_FAIBLES and place:
            return True
        return not strict and precedents[-1] in _LOCATIFS_FAIBLES

    def _trier(self, codes: set[str]) -> tuple[str, ...]:
        """Communes of the territory first, the most populated first; others only if there is none."""
        du_territoire = [code for code in codes if self._territoire.contient(code)]
        return tuple(sorted(du_territoire or codes, key=lambda c: -self._territoire.commune(c).population))

    def _mal_ecrits(self, mots: tuple[str, ...], trouves: list[Lieu]) -> list[Lieu]:
        """Words that are not French, one letter away from a commune of the territory, or that sound like it."""
        pris = {rang for lieu in trouves for rang in range(lieu.debut, lieu.fin)}
        lieux = []
        for rang, mot in enumerate(mots):
            connu = est_un_mot(mot) or mot in self._jamais
            if rang in pris or len(mot) < _LONGUEUR_D_UN_NOM_ENTENDU or connu or not mot.isalpha():
                continue
            if entendus := self._entendus.get(entendre(mot)):
                lieux.append(Lieu(mot, self._trier(entendus), rang, rang + 1))
                continue
            if len(mot) < _LONGUEUR_D_UN_NOM_MAL_ECRIT:
                continue
            seuil = _RESSEMBLANCE if self._est_situe(mots, rang) else _RESSEMBLANCE_SANS_LOCATIF
            trouve = process.extractOne(mot, self._noms_d_ici, scorer=fuzz.ratio, score_cutoff=seuil)
            if trouve and trouve[0][0] == mot[0]:
                lieux.append(Lieu(mot, self._trier(self._codes(trouve[0])), rang, rang + 1))
        return lieux

    def _ressemblants(self, mots: tuple[str, ...], noms_propres: set[str]) -> list[Lieu]:
        """One misspelt name, after a word of place, or long enough to be unmistakable."""
        meilleur: tuple[float, Lieu] | None = None
        for debut in range(len(mots)):
            situe = len(mots) <= 3 or self._est_situe(mots, debut, strict=True)
            for fin in range(debut + 1, min(len(mots), debut + 4) + 1):
                nom = " ".join(mots[debut:fin])
                if len(nom) < (5 if situe else 8) or nom in self._jamais:
                    continue
                if all(est_un_mot(mot) and mot not in noms_propres for mot in mots[debut:fin]):
                    continue  # « les repas » is not a misspelt « Le Repas »
                if nom in self._courts and mots[fin : fin + 1] and mots[fin] in LIAISONS:
                    continue  # the beginning of a longer name
                seuil = _RESSEMBLANCE if situe else _RESSEMBLANCE_SANS_LOCATIF
                noms = self._noms_longs if situe else self._noms_sans_equivoque
                trouve = process.extractOne(nom, noms, scorer=fuzz.ratio, score_cutoff=seuil)
                if trouve and trouve[0][0] == nom[0] and (meilleur is None or trouve[1] > meilleur[0]):
                    candidats = self._trier(self._codes(trouve[0]))
                    meilleur = (trouve[1], Lieu(nom, candidats, debut, fin))
        return [meilleur[1]] if meilleur else []


def trouver_ville_inconnue(texte: str, noms_de_lieux: Callable[[str], list[str]]) -> str | None:
    """A town that we do not know, said as the place where one is: « à Plouguerneau »."""
    candidats = [nom for nom in _VILLE_DITE.findall(texte) if plier(nom) not in _reglage("pas_des_villes")]
    if not candidats:
        return None
    return next((nom for nom in noms_de_lieux(texte) if any(nom.startswith(c) for c in candidats)), None)


def ne_dit_qu_un_lieu(texte: str, lieux_dits: Sequence[str]) -> bool:
    """« Hambye », « je suis à Hambye »; not « déchetterie Hambye ». `lieux_dits`: its places, as they are written."""
    nommes = {mot for lieu in lieux_dits for mot in mots_plies(lieu)}
    return bool(nommes) and set(mots_plies(texte)) <= nommes | _reglage("autour_d_un_lieu")


@lru_cache(maxsize=4)
def _reglage(liste: str) -> frozenset[str]:
    reglages = yaml.safe_load((DATA / "comprehension" / "lieux.yml").read_text(encoding="utf-8"))
    return frozenset(plier(nom) for nom in reglages[liste])


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return Gazetteer(charger_territoire())
