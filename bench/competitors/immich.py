"""Immich, `server/src/services/person.service.ts` (handleRecognizeFaces) and its default configuration, as of v1.130
to v2: maxDistance 0.5 (cosine), minFaces 3.

Faces are looked at in the order of their queue. One with at least `minFaces` faces within the distance, itself
included, is a core face; it joins the person of the nearest face that has one, or becomes a new person. Faces that
are no core are looked at again when the queue is through, and then only join. A face without any other face within
the distance stays without a person. The minimum detection score (0.7) has no counterpart here.
"""

import numpy as np

from library import ALONE, Library

PUBLISHED = {"default": {"max_distance": 0.5, "min_faces": 3}}
SWEEP = [
    {"max_distance": distance, "min_faces": faces}
    for faces in (2, 3, 5)
    for distance in (0.4, 0.45, 0.5, 0.55, 0.6)
]
MATCH_SWEEP = [setting for setting in SWEEP if setting["min_faces"] > 2 and setting["max_distance"] > 0.4]


def group(library: Library, setting) -> np.ndarray:
    return recognise(library, setting, np.full(len(library), ALONE, dtype=np.int32), 0)


def recognise(library: Library, setting, people: np.ndarray, next_person: int) -> np.ndarray:
    """Gives people to the faces that have none."""
    least = 1 - setting["max_distance"]
    similarities = library.similarities
    near = neighbours_within(library, least)
    people = people.copy()
    has_person = people != ALONE
    deferred = []

    def nearest_person(face: int) -> int:
        row = np.where(has_person, similarities[face], -2)
        best = int(np.argmax(row))
        return int(people[best]) if row[best] >= least else ALONE

    for face in np.flatnonzero(~has_person):
        if near[face] <= 1 and setting["min_faces"] > 1:
            continue
        if near[face] < setting["min_faces"]:
            deferred.append(face)
            continue
        person = nearest_person(face)
        if person == ALONE:
            person = next_person
            next_person += 1
        people[face] = person
        has_person[face] = True
    for face in deferred:
        person = nearest_person(face)
        if person != ALONE:
            people[face] = person
            has_person[face] = True
    return people


def neighbours_within(library: Library, least: float) -> np.ndarray:
    counts = np.empty(len(library), dtype=np.int64)
    for start in range(0, len(library), 2048):
        counts[start : start + 2048] = (library.similarities[start : start + 2048] >= least).sum(axis=1)
    return counts


def match(library: Library, setting, labels: np.ndarray):
    """Naming a person names all its faces; a face that was put with somebody else is moved by hand. A labeled face
    that was nobody becomes a person, whom faces without one then join."""
    groups = group(library, setting)
    named = names_of_groups(groups, labels)
    people = labels.copy()
    for name, number in named.items():
        people[(groups == name) & (labels == ALONE)] = number
    # Unnamed groups stay people of their own, so that faces that are more like them do not join a named one.
    free = int(labels.max(initial=0)) + 1
    unnamed = (people == ALONE) & (groups != ALONE)
    people[unnamed] = groups[unnamed] + free
    people = recognise(library, setting, people, free + int(groups.max(initial=0)) + 1)
    return np.where(people < free, people, ALONE), np.ones(len(library))


def names_of_groups(groups: np.ndarray, labels: np.ndarray) -> dict[int, int]:
    """Whoever most labels of a group name; the first of them where that is even."""
    named = {}
    for name in np.unique(groups[(labels != ALONE) & (groups != ALONE)]):
        known = labels[(groups == name) & (labels != ALONE)]
        numbers, first, counts = np.unique(known, return_index=True, return_counts=True)
        named[int(name)] = int(numbers[np.lexsort((first, -counts))[0]])
    return named
