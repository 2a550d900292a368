"""PhotoPrism, `internal/photoprism/faces_cluster.go`, `faces_match.go`, `internal/entity/face.go` and
`internal/ai/face` (config.go, thresholds.go, embeddings.go, models.go, cluster_split.go).

DBSCAN with Euclidean distance over faces that are large and certain enough. A cluster is the normalised mean of its
faces and a radius: the largest distance of its faces from it (in newer versions the 95th percentile), clamped. Every
face, also those that took no part, then belongs to the nearest cluster within radius + match distance. Two published
settings: "facenet", the defaults since 2021 (core 4, distance 0.64, radius 0.42, match 0.46), and "arcface", those of
the newer model registry for an ArcFace MobileFaceNet, which is what our default pack is (core 5, 1.03, 0.64, 0.49;
clusters wider than what they accept are clustered again, up to six times, at 0.95 of the distance; the nearest
cluster has to win by 0.01).

Sizes are not in the library; "large enough" (80 px, 112 px) is an overall quality of 0.5 here, which is where faces of
48 px and faces blurred by 2 % of their width are.
"""

import numpy as np

from library import ALONE, Library, components, similarity_at

FACENET = {
    "core": 4, "distance": 0.64, "radius": 0.42, "match": 0.46, "percentile": 100, "margin": 0,
    "split": False, "quality": 0.5, "single": 0.0,
}  # fmt: skip
ARCFACE = {
    "core": 5, "distance": 1.03, "radius": 0.64, "match": 0.49, "percentile": 95, "margin": 0.01,
    "split": True, "quality": 0.5, "single": 0.64,
}  # fmt: skip
PUBLISHED = {"facenet": FACENET, "arcface": ARCFACE}
SWEEP = [
    {**ARCFACE, "core": core, "distance": distance, "match": match, "quality": quality}
    for core in (2, 4)
    for distance in (0.82, 0.88, 0.94)
    for match in (0.4, 0.49)
    for quality in (0.35, 0.5)
]
MATCH_SWEEP = [
    {**ARCFACE, "core": core, "distance": distance, "match": match}
    for core in (3, 5)
    for distance in (0.88, 0.94)
    for match in (0.4, 0.46)
]
WIDEST = max(setting["distance"] for setting in [FACENET, ARCFACE, *SWEEP, *MATCH_SWEEP])
EPSILON = 0.001
COLLISION = 0.05
SPLIT_ROUNDS, SPLIT_SHRINK = 6, 0.95


class Clusters:
    """Midpoints with the radius that each accepts."""

    def __init__(self, midpoints: np.ndarray, accepted: np.ndarray):
        self.midpoints = midpoints
        self.accepted = accepted

    def __len__(self) -> int:
        return len(self.midpoints)

    def nearest(self, vectors: np.ndarray, margin: float) -> np.ndarray:
        """The nearest cluster that accepts each vector; alone where none does, or where two do as well."""
        found = np.full(len(vectors), ALONE, dtype=np.int64)
        if len(self) == 0:
            return found
        for start in range(0, len(vectors), 4096):
            part = slice(start, start + 4096)
            distances = np.sqrt(np.maximum(0, 2 - 2 * vectors[part] @ self.midpoints.T))
            distances = np.where(distances <= self.accepted, distances, np.inf)
            best = distances.argmin(axis=1)
            rows = np.arange(len(best))
            least = distances[rows, best]
            good = np.isfinite(least)
            if margin > 0 and len(self) > 1:
                distances[rows, best] = np.inf
                with np.errstate(invalid="ignore"):
                    good &= ~(distances.min(axis=1) - least < margin)
            found[part] = np.where(good, best, ALONE)
        return found


def group(library: Library, setting) -> np.ndarray:
    return clusters_of(library, setting).nearest(library.vectors, setting["margin"]).astype(np.int32)


def clusters_of(library: Library, setting) -> Clusters:
    faces = np.flatnonzero(library.qualities >= setting["quality"])
    midpoints, accepted = [], []
    open_groups = [(members, 0) for members in dbscan(library, faces, setting["core"], setting["distance"])]
    while open_groups:
        members, rounds = open_groups.pop()
        midpoint, radius = midpoint_of(library.vectors[members], setting["percentile"])
        accepts = min(radius, setting["radius"]) + setting["match"]
        if setting["split"] and radius > accepts:
            if rounds < SPLIT_ROUNDS:
                distance = setting["distance"] * SPLIT_SHRINK ** (rounds + 1)
                parts = dbscan(library, members, setting["core"], distance)
                open_groups += [(part, rounds + 1) for part in parts]
            continue
        midpoints.append(midpoint)
        accepted.append(accepts)
    shape = (-1, library.vectors.shape[1])
    return Clusters(np.array(midpoints, dtype=np.float32).reshape(shape), np.array(accepted))


def dbscan(library: Library, faces: np.ndarray, core: int, distance: float) -> list[np.ndarray]:
    """Faces of each cluster; a face at the border goes to the first cluster that reaches it."""
    ones, others = pairs_within(library, faces, similarity_at(distance))
    counts = np.bincount(ones, minlength=len(faces)) + np.bincount(others, minlength=len(faces)) + 1
    is_core = counts >= core
    both = is_core[ones] & is_core[others]
    parts = components(len(faces), (ones[both], others[both]))
    parts = np.where(is_core, parts, ALONE)
    for inner, border in ((ones, others), (others, ones)):
        reaches = is_core[inner] & ~is_core[border]
        for one, other in zip(inner[reaches], border[reaches]):
            if parts[other] == ALONE or parts[one] < parts[other]:
                parts[other] = parts[one]
    order = np.argsort(parts, kind="stable")
    names, starts = np.unique(parts[order], return_index=True)
    pieces = np.split(faces[order], starts[1:])
    return [piece for name, piece in zip(names, pieces) if name != ALONE]


def pairs_within(library: Library, faces: np.ndarray, least: float):
    """Places in `faces` of every pair that is at least as similar."""
    if len(faces) < 3000:
        left, right = np.nonzero(library.similarities[np.ix_(faces, faces)] >= least)
        return left[right > left], right[right > left]
    ones, others, similarities = all_pairs(library)
    places = np.full(len(library), ALONE, dtype=np.int64)
    places[faces] = np.arange(len(faces))
    wanted = (similarities >= least) & (places[ones] != ALONE) & (places[others] != ALONE)
    return places[ones[wanted]], places[others[wanted]]


def all_pairs(library: Library):
    """Every pair that any setting may ask for, found once."""
    if "pairs" not in library.__dict__:
        least = similarity_at(WIDEST)
        parts = []
        for start in range(0, len(library), 1024):
            block = library.similarities[start : start + 1024, start:]
            left, right = np.nonzero(block >= least)
            above = right > left
            left, right = left[above], right[above]
            parts.append((left + start, right + start, block[left, right]))
        library.__dict__["pairs"] = tuple(np.concatenate(of) for of in zip(*parts))
    return library.__dict__["pairs"]


def midpoint_of(vectors: np.ndarray, percentile: int) -> tuple[np.ndarray, float]:
    mean = vectors.mean(axis=0)
    mean /= np.linalg.norm(mean)
    distances = np.sort(np.linalg.norm(vectors - mean, axis=1))
    rank = min(max((percentile * len(distances) + 99) // 100, 1), len(distances))
    return mean, float(distances[rank - 1]) + EPSILON


def match(library: Library, setting, labels: np.ndarray):
    """A label names the cluster that its face is in. Where another person has that cluster already, or the face is in
    none, the face becomes a cluster of its own, and the other one no longer reaches as far as it."""
    clusters = clusters_of(library, setting)
    groups = clusters.nearest(library.vectors, setting["margin"])
    owners = np.full(len(clusters), ALONE, dtype=np.int64)
    accepted = clusters.accepted.copy()
    midpoints, reaches, names = [], [], []
    for face in np.flatnonzero(labels != ALONE):
        at = groups[face]
        if at != ALONE and owners[at] in (ALONE, labels[face]):
            owners[at] = labels[face]
            continue
        if at != ALONE:
            distance = float(np.linalg.norm(clusters.midpoints[at] - library.vectors[face]))
            if distance - 10 * EPSILON > COLLISION:
                accepted[at] = min(accepted[at], distance - 10 * EPSILON)
        midpoints.append(library.vectors[face])
        reaches.append(setting["single"] + setting["match"])
        names.append(labels[face])
    shape = (-1, library.vectors.shape[1])
    everyone = Clusters(
        np.concatenate([clusters.midpoints, np.array(midpoints, dtype=np.float32).reshape(shape)]),
        np.concatenate([accepted, reaches]),
    )
    owners = np.concatenate([owners, np.array(names, dtype=np.int64)])
    found = everyone.nearest(library.vectors, 0)
    people = np.where(found == ALONE, ALONE, owners[found] if len(owners) else ALONE)
    return np.where(labels != ALONE, labels, people), np.ones(len(library))
