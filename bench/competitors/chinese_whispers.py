"""Chinese Whispers as in dlib's `chinese_whispers.h` and its example `face_clustering.py` (19.x): an edge of weight 1
between faces closer than 0.6 (Euclidean), then 100 rounds in which faces, in random order, take the label that is the
most frequent among their neighbours. It stops sooner here when a round changes nothing, since no later one would.
Threshold 0.6 is meant for dlib's own embedder, so other ones are tried too.
"""

import numpy as np

from immich import names_of_groups
from library import ALONE, Library, similarity_at

PUBLISHED = {"default": {"distance": 0.6}}
SWEEP = [{"distance": distance} for distance in (0.88, 0.96, 1.0, 1.04, 1.08)]
MATCH_SWEEP = SWEEP
ROUNDS = 100


def group(library: Library, setting) -> np.ndarray:
    known = library.__dict__.setdefault("whispers", {})
    distance = setting["distance"]
    if distance not in known:
        known[distance] = whisper(library, similarity_at(distance))
    return known[distance]


def whisper(library: Library, least: float) -> np.ndarray:
    near = [np.flatnonzero(row >= least) for row in library.similarities]
    random = np.random.default_rng(1)
    labels = np.arange(len(library))
    for _ in range(ROUNDS):
        changed = False
        for face in random.permutation(len(library)):
            others = labels[near[face]]
            others = others[near[face] != face]
            if len(others) == 0:
                continue
            values, counts = np.unique(others, return_counts=True)
            best = values[counts == counts.max()]
            if labels[face] in best:
                continue
            labels[face] = best[0]
            changed = True
        if not changed:
            break
    _, labels, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return np.where(counts[labels] > 1, labels, ALONE).astype(np.int32)


def match(library: Library, setting, labels: np.ndarray):
    """There is no recipe for labels; naming a group names its faces."""
    groups = group(library, setting)
    people = labels.copy()
    for name, number in names_of_groups(groups, labels).items():
        people[(groups == name) & (labels == ALONE)] = number
    return people, np.ones(len(library))
