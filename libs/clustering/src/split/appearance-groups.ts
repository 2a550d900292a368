/** Rows compared between two pauses: some milliseconds. */
const ROWS_A_TURN = 32;

export interface AppearanceOptions {
  /** Mean cosine similarity from which two groups are one appearance. */
  readonly leastSimilarity: number;
  /** Called between pieces of work of some milliseconds, to give way to others. */
  readonly pause?: () => Promise<void>;
}

/**
 * Groups faces that look alike: agglomeration by the mean similarity of groups, the most similar two first, for as long
 * as they are similar enough. Exact and quadratic in time and memory: for some hundred faces, not for a library.
 * @param vectors L2-normalised.
 * @returns indices of the faces of each group, ascending; the largest group first.
 */
export async function appearanceGroups(
  vectors: readonly Float32Array[],
  { leastSimilarity, pause = () => Promise.resolve() }: AppearanceOptions,
): Promise<readonly (readonly number[])[]> {
  const groups = new Groups(await similaritiesOf(vectors, pause));
  for (let pair = groups.mostSimilar(); pair !== null; pair = groups.mostSimilar()) {
    if (pair.similarity < leastSimilarity) break;
    groups.join(pair.one, pair.other);
    await pause();
  }
  return groups.members().sort((one, other) => other.length - one.length || one[0]! - other[0]!);
}

async function similaritiesOf(
  vectors: readonly Float32Array[],
  pause: () => Promise<void>,
): Promise<Float64Array[]> {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  for (const [row, vector] of vectors.entries()) {
    for (let column = row + 1; column < vectors.length; column += 1) {
      const similarity = product(vector, vectors[column]!);
      rows[row]![column] = similarity;
      rows[column]![row] = similarity;
    }
    if (row % ROWS_A_TURN === ROWS_A_TURN - 1) await pause();
  }
  return rows;
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let axis = 0; axis < one.length; axis += 1) sum += one[axis]! * other[axis]!;
  return sum;
}

/** Groups with the mean similarity of each two; each remembers which other one is most similar. */
class Groups {
  private readonly faces: (number[] | null)[];
  private readonly nearest: number[];

  constructor(private readonly similarities: readonly Float64Array[]) {
    this.faces = similarities.map((_, face) => [face]);
    this.nearest = similarities.map((_, group) => this.findNearest(group));
  }

  mostSimilar(): { readonly one: number; readonly other: number; readonly similarity: number } | null {
    let best: { one: number; other: number; similarity: number } | null = null;
    for (const [one, other] of this.nearest.entries()) {
      if (this.faces[one] === null || other < 0) continue;
      const similarity = this.similarities[one]![other]!;
      if (best === null || similarity > best.similarity) best = { one, other, similarity };
    }
    return best;
  }

  join(into: number, from: number): void {
    const [kept, added] = [this.faces[into]!, this.faces[from]!];
    this.faces[from] = null;
    for (const [other, faces] of this.faces.entries()) {
      if (faces === null || other === into) continue;
      const sum =
        kept.length * this.similarities[into]![other]! + added.length * this.similarities[from]![other]!;
      const mean = sum / (kept.length + added.length);
      this.similarities[into]![other] = mean;
      this.similarities[other]![into] = mean;
    }
    this.faces[into] = [...kept, ...added];
    for (const [group, nearest] of this.nearest.entries()) {
      if (this.faces[group] === null) continue;
      if (group === into || nearest === from || nearest === into)
        this.nearest[group] = this.findNearest(group);
    }
  }

  members(): number[][] {
    return this.faces.flatMap((faces) =>
      faces === null ? [] : [[...faces].sort((one, other) => one - other)],
    );
  }

  /** -1 when there is no other group. */
  private findNearest(group: number): number {
    const row = this.similarities[group]!;
    let nearest = -1;
    for (let other = 0; other < row.length; other += 1) {
      if (other === group || this.faces[other] === null) continue;
      if (nearest < 0 || row[other]! > row[nearest]!) nearest = other;
    }
    return nearest;
  }
}
