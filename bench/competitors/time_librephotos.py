"""Times LibrePhotos' recipe on a library: python time_librephotos.py FOLDER LABELING.

Reads what `compete.py` reads; writes `times.json`. Once the spanning tree is computed as LibrePhotos has it computed,
by the library's search trees, and once as in `librephotos.py`, from the matrix of all similarities, which counts.
"""

import json
import sys
import time
from pathlib import Path

import hdbscan
import numpy as np

import librephotos
from library import Library


def main(folder: Path, labeling: str) -> None:
    times = []
    for way, group in (("search trees", group_by_search_trees), ("matrix", librephotos.group)):
        library = Library(folder)
        started = time.perf_counter()
        groups = group(library, librephotos.DEFAULT)
        grouped = time.perf_counter()
        librephotos.match_groups(library, librephotos.DEFAULT, library.labelings[labeling], groups)
        ended = time.perf_counter()
        times.append({"way": way, "groupSeconds": grouped - started, "matchSeconds": ended - grouped})
    (folder / "times.json").write_text(json.dumps(times))


def group_by_search_trees(library: Library, setting) -> np.ndarray:
    clusters = hdbscan.HDBSCAN(
        min_cluster_size=setting["min_cluster_size"] or librephotos.smallest_cluster(len(library)),
        min_samples=setting["min_samples"],
        cluster_selection_epsilon=setting["epsilon"],
        metric="euclidean",
    )
    return np.asarray(clusters.fit(library.vectors).labels_, dtype=np.int32)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
