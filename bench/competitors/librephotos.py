"""LibrePhotos, `api/face_classify.py`, `api/cluster_manager.py` and the defaults of `api/models/user.py`, as of 2024.

HDBSCAN over all faces with Euclidean distance: min_samples 1, cluster_selection_epsilon 0.05, and a smallest cluster
of 2 faces, 4 above 1,000, 8 above 10,000 and 16 above 100,000. Clusters with labels are split among the people
labeled in them, each other face going to the person whose mean is closest. A multilayer perceptron with 100 hidden
units (scikit-learn's default; adam, alpha 1e-5, random state 1, 1000 iterations) learns the labels and the means of
the clusters nobody named; what it says of a face is the face's person, its softmax the confidence. A second one that
learns labels only ("classification") names even strangers.

The spanning tree is computed from the matrix of all distances rather than by the library's search trees: it is the
same tree, sooner.
"""

import warnings

import numpy as np
from hdbscan._hdbscan_linkage import label
from hdbscan.hdbscan_ import _tree_to_labels
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from library import ALONE, Library

DEFAULT = {"min_cluster_size": 0, "min_samples": 1, "epsilon": 0.05, "learns": "labels and clusters"}
PUBLISHED = {"default": DEFAULT, "classification": {**DEFAULT, "learns": "labels"}}
SWEEP = [
    {**DEFAULT, "min_cluster_size": size, "min_samples": samples, "epsilon": epsilon}
    for samples in (1, 3)
    for size in (2, 4, 8)
    for epsilon in (0.05, 0.75, 0.85, 0.95)
]
MATCH_SWEEP = [{**DEFAULT, "min_cluster_size": 8, "epsilon": 0.85}]


def group(library: Library, setting) -> np.ndarray:
    size = setting["min_cluster_size"] or smallest_cluster(len(library))
    if len(library) <= max(size, setting["min_samples"] + 1):
        return np.full(len(library), ALONE, dtype=np.int32)
    labels, _, _, _, _ = _tree_to_labels(
        library.vectors, tree_of(library, setting["min_samples"]), size, cluster_selection_epsilon=setting["epsilon"]
    )
    return np.asarray(labels, dtype=np.int32)


def smallest_cluster(faces: int) -> int:
    return 16 if faces > 100_000 else 8 if faces > 10_000 else 4 if faces > 1_000 else 2


def tree_of(library: Library, min_samples: int) -> np.ndarray:
    """The single-linkage tree of mutual reachability distances; the same for all settings but `min_samples`."""
    trees = library.__dict__.setdefault("trees", {})
    if min_samples not in trees:
        edges = spanning_tree(library, min_samples)
        trees[min_samples] = label(edges[np.argsort(edges[:, 2], kind="stable")])
    return trees[min_samples]


def spanning_tree(library: Library, min_samples: int) -> np.ndarray:
    """Prim's algorithm, one row of distances a step."""
    count = len(library)
    core = np.array([np.partition(library.distances_of(face), min_samples)[min_samples] for face in range(count)])
    distance = np.full(count, np.inf)
    origin = np.zeros(count, dtype=np.int64)
    outside = np.ones(count, dtype=bool)
    edges = np.empty((count - 1, 3))
    face = 0
    for step in range(count - 1):
        outside[face] = False
        reach = np.maximum(np.maximum(library.distances_of(face), core), core[face])
        closer = outside & (reach < distance)
        distance[closer] = reach[closer]
        origin[closer] = face
        face = int(np.argmin(np.where(outside, distance, np.inf)))
        edges[step] = origin[face], face, distance[face]
    return edges


def match(library: Library, setting, labels: np.ndarray):
    return match_groups(library, setting, labels, group(library, setting))


def match_groups(library: Library, setting, labels: np.ndarray, groups: np.ndarray):
    people = np.flatnonzero(labels != ALONE)
    known, names = [library.vectors[people]], [labels[people]]
    free = int(labels.max(initial=0)) + 1
    if setting["learns"] == "labels and clusters":
        labeled = set(groups[people]) - {ALONE}
        unnamed = [number for number in np.unique(groups) if number != ALONE and number not in labeled]
        if unnamed:
            known.append(np.array([library.vectors[groups == number].mean(axis=0) for number in unnamed]))
            names.append(np.array(unnamed) + free)
    said, confidence = learn(np.concatenate(known), np.concatenate(names), library.vectors)
    said = np.where(said < free, said, ALONE)
    if setting["learns"] == "labels and clusters":
        # What is in no cluster is shown as unknown.
        said = np.where(groups == ALONE, ALONE, said)
    return np.where(labels != ALONE, labels, said), confidence


def learn(known: np.ndarray, names: np.ndarray, vectors: np.ndarray):
    if len(np.unique(names)) == 1:
        return np.full(len(vectors), names[0]), np.ones(len(vectors))
    # Batches are small: threads only wait for each other.
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        network = MLPClassifier(solver="adam", alpha=1e-5, random_state=1, max_iter=1000).fit(known, names)
    said, confidence = np.empty(len(vectors), dtype=np.int64), np.empty(len(vectors))
    for start in range(0, len(vectors), 4096):
        chances = network.predict_proba(vectors[start : start + 4096])
        said[start : start + 4096] = network.classes_[chances.argmax(axis=1)]
        confidence[start : start + 4096] = chances.max(axis=1)
    return said, confidence
