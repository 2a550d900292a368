"""A library of faces as the bench hands it over: no truth in it, only what an application would know."""

import json
from functools import cached_property
from pathlib import Path

import numpy as np

ALONE = -1


class Library:
    def __init__(self, folder: Path):
        facts = json.loads((folder / "library.json").read_text())
        self.folder = folder
        self.vectors = np.fromfile(folder / "vectors.bin", dtype="<f4").reshape(-1, facts["dimension"])
        self.photos = np.fromfile(folder / "photos.bin", dtype="<u4")
        self.qualities = np.fromfile(folder / "qualities.bin", dtype="<f4")
        self.labelings = {
            name: np.fromfile(folder / f"labels-{name}.bin", dtype="<i4") for name in facts["labelings"]
        }

    def __len__(self) -> int:
        return len(self.vectors)

    @cached_property
    def similarities(self) -> np.ndarray:
        """Cosine similarity of every pair: 4 bytes times the square of the number of faces."""
        return self.vectors @ self.vectors.T

    def distances_of(self, face: int) -> np.ndarray:
        """Euclidean distances of one face to all."""
        return np.sqrt(np.maximum(0, 2 - 2 * self.similarities[face]))


def similarity_at(distance: float) -> float:
    """The cosine similarity of unit vectors that are this far apart."""
    return 1 - distance * distance / 2


def components(count: int, pairs) -> np.ndarray:
    """Numbers the connected parts of a graph whose edges are (ones, others)."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ones, others = pairs
    graph = coo_matrix((np.ones(len(ones), dtype=np.int8), (ones, others)), shape=(count, count))
    return connected_components(graph, directed=False)[1]
