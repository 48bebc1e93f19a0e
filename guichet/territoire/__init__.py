"""The territory: its communes, their former names, what is inside and what is not."""

from guichet.territoire.communes import Commune, Territoire, charger_territoire

__all__ = ["Commune", "Territoire", "charger_territoire"]
