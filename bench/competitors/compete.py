"""Runs the recipes of other applications on a library: python compete.py FOLDER.

Reads `library.json` (dimension, labelings, recipes), `vectors.bin`, `photos.bin`, `qualities.bin` and
`labels-NAME.bin`; writes `answers.json` and the arrays that it names. It never sees who a face is.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

import chinese_whispers
import immich
import librephotos
import photoprism
from library import Library

RECIPES = {
    "immich": immich,
    "librephotos": librephotos,
    "photoprism": photoprism,
    "chinese-whispers": chinese_whispers,
}


def main(folder: Path) -> None:
    asked = json.loads((folder / "library.json").read_text())
    library = Library(folder)
    library.similarities  # so that no recipe pays for what all use
    answers = []

    def answer(recipe: str, setting: dict, published: str | None, labeling: str | None) -> None:
        started = time.perf_counter()
        name = f"answer-{len(answers)}"
        if labeling is None:
            groups, confidence = RECIPES[recipe].group(library, setting), None
        else:
            groups, confidence = RECIPES[recipe].match(library, setting, library.labelings[labeling])
        seconds = time.perf_counter() - started
        np.asarray(groups, dtype="<i4").tofile(folder / f"{name}.groups.bin")
        if confidence is not None:
            np.asarray(confidence, dtype="<f8").tofile(folder / f"{name}.confidence.bin")
        answers.append(
            {
                "recipe": recipe,
                "setting": setting,
                "published": published,
                "labeling": labeling,
                "file": name,
                "seconds": seconds,
            }
        )

    for recipe in asked["recipes"]:
        module = RECIPES[recipe]
        for labeling in [None, *asked["labelings"]]:
            for published, setting in module.PUBLISHED.items():
                answer(recipe, setting, published, labeling)
            for setting in (module.SWEEP if labeling is None else module.MATCH_SWEEP) if asked["sweep"] else []:
                answer(recipe, setting, None, labeling)
    (folder / "answers.json").write_text(json.dumps(answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
