"""How long an estimate takes: `python -m bancs.estimation`. Real worker, varied families, one after the other."""

import asyncio
import statistics
import time

import psutil

from guichet.dates import maintenant
from guichet.estimation.foyer import Foyer
from guichet.estimation.ouvrier import Ouvrier

FAMILLES = (
    Foyer(couple=False, enfants=(3, 7), logement="locataire", loyer=450, activite="salarie", revenus=900),
    Foyer(couple=True, enfants=(1,), grossesse=True, logement="hlm", loyer=380, activite="salarie", revenus=1500),
    Foyer(couple=True, enfants=(6, 12, 16), logement="proprietaire", activite="agriculteur", revenus=1000),
    Foyer(couple=False, enfants=(), logement="locataire_meuble", loyer=400, activite="etudiant", revenus=300, age=20),
    Foyer(couple=True, enfants=(9,), handicap="enfant", logement="accedant", activite="chomage", revenus=1100),
    Foyer(),
)
TOURS = 10


def main() -> None:
    """Prints the time to ready, the first estimate, the median, the longest, and the worker's memory."""
    asyncio.run(_mesurer())


async def _mesurer() -> None:
    ouvrier, debut = Ouvrier(), time.perf_counter()
    ouvrier.demarrer()
    while not ouvrier.pret():
        await asyncio.sleep(0.05)
    print(f"prêt : {time.perf_counter() - debut:.1f} s")
    durees = []
    for _ in range(TOURS):
        for foyer in FAMILLES:
            debut = time.perf_counter()
            await ouvrier.estimer(foyer, maintenant().date())
            durees.append(time.perf_counter() - debut)
    memoire = psutil.Process(ouvrier.pid).memory_info().rss / 2**20
    ouvrier.arreter()
    print(f"première : {durees[0]:.2f} s, médiane : {statistics.median(durees):.2f} s, pire : {max(durees):.2f} s")
    print(f"{len(durees)} estimations, {memoire:.0f} Mio")


if __name__ == "__main__":
    main()
