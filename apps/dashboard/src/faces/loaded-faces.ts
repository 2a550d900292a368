import { type Run } from '../paging/sparse-list';

/** The faces of a list that are loaded, by their places in it; between them are places that nobody looked at yet. */
export class LoadedFaces {
  private places: ReadonlyMap<string, number> | null = null;

  constructor(readonly runs: readonly Run[]) {}

  /** The face at a place; undefined when it is not loaded. */
  at(index: number): string | undefined {
    const run = this.runs.findLast(({ start }) => start <= index);
    return run?.ids[index - run.start];
  }

  /** The place of a face; -1 when it is not here. */
  indexOf(id: string): number {
    this.places ??= new Map(
      this.runs.flatMap(({ start, ids }) => ids.map((each, at): [string, number] => [each, start + at])),
    );
    return this.places.get(id) ?? -1;
  }

  /** Loaded faces from one place to another, without `to`. */
  between(from: number, to: number): string[] {
    return this.runs.flatMap(({ start, ids }) =>
      ids.slice(Math.max(0, from - start), Math.max(0, to - start)),
    );
  }

  /** Everything that is loaded, in order. */
  get ids(): string[] {
    return this.runs.flatMap(({ ids }) => ids);
  }

  get size(): number {
    return this.runs.reduce((sum, { ids }) => sum + ids.length, 0);
  }
}

export const NO_FACES = new LoadedFaces([]);

/** Runs without what is hidden; what comes after moves up. Answers how many were hidden, too. */
export function withoutHidden(
  runs: readonly Run[],
  isShown: (id: string) => boolean,
): { faces: LoadedFaces; hidden: number } {
  let hidden = 0;
  const shown = runs.map(({ start, ids }): Run => {
    const kept = ids.filter(isShown);
    const run = { start: start - hidden, ids: kept };
    hidden += ids.length - kept.length;
    return run;
  });
  return { faces: new LoadedFaces(shown.filter(({ ids }) => ids.length > 0)), hidden };
}
