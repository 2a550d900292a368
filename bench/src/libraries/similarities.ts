import { trueAcceptRate } from '@kindred/clustering';
import { type EmbeddingFacts, quantilesOf, SHARES } from './embedding-facts';
import { type Library, NOBODY, vectorOf } from './library';
import { Random } from './random';

/** From this quality on a face counts as good, up to this one as bad; between them is neither. */
const GOOD = 0.55;
const BAD = 0.35;
/** As many faces of a person as in the photos that were measured. */
const FACES_EACH = 10;
const MOST_FACES = 1500;

/** How alike pairs of one kind are. */
export interface Similarities {
  readonly same: Float64Array;
  readonly different: Float64Array;
}

/** The rows of a table that compares what was generated with what was measured. */
export interface SimilarityRow {
  readonly pairs: string;
  readonly measured: readonly number[] | null;
  readonly generated: readonly number[];
}

/** Pairs of good faces, of bad ones, and of good faces of relatives; one face a scene, a few a person. */
export function similaritiesOf(library: Library): {
  good: Similarities;
  bad: Similarities;
  relatives: Similarities;
} {
  const good = sampled(library, (face) => library.qualities[face]! >= GOOD);
  const bad = sampled(library, (face) => library.qualities[face]! <= BAD);
  const akin = good.filter((face) => library.households[face]! >= 0);
  return {
    good: pairsOf(library, good, (one, other) => !relatives(library, one, other)),
    bad: pairsOf(library, bad, () => true),
    relatives: pairsOf(library, akin, (one, other) => relatives(library, one, other)),
  };
}

/** The table: quantiles of similarities, then the share of same pairs accepted where 1 of 1000 different ones is. */
export function similarityTable(library: Library, facts: EmbeddingFacts) {
  const { good, bad, relatives } = similaritiesOf(library);
  const rows: SimilarityRow[] = [
    { pairs: 'same, good', measured: facts.same, generated: quantilesOf(good.same) },
    { pairs: 'different, good', measured: facts.different, generated: quantilesOf(good.different) },
    { pairs: 'same, bad', measured: null, generated: quantilesOf(bad.same) },
    { pairs: 'different, bad', measured: null, generated: quantilesOf(bad.different) },
    { pairs: 'relatives, good', measured: null, generated: quantilesOf(relatives.different) },
  ];
  return {
    shares: SHARES,
    rows,
    trueAcceptRate: {
      measured: facts.trueAcceptRate,
      good: trueAcceptRate(good, 1e-3).rate,
      bad: trueAcceptRate(bad, 1e-3).rate,
    },
  };
}

const relatives = ({ households, people }: Library, one: number, other: number) =>
  households[one]! >= 0 && households[one] === households[other] && people[one] !== people[other];

function sampled(library: Library, wanted: (face: number) => boolean): number[] {
  const order = Array.from(library.people.keys());
  const random = new Random(3);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const other = random.below(i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  const taken = new Map<number, number>();
  const scenes = new Set<string>();
  return order
    .filter((face) => {
      const person = library.people[face]!;
      const place = `${person} ${library.scenes[face]}`;
      if (person === NOBODY || !wanted(face) || scenes.has(place)) return false;
      const count = taken.get(person) ?? 0;
      if (count === FACES_EACH) return false;
      taken.set(person, count + 1);
      scenes.add(place);
      return true;
    })
    .slice(0, MOST_FACES);
}

function pairsOf(
  library: Library,
  faces: readonly number[],
  countsAsDifferent: (one: number, other: number) => boolean,
): Similarities {
  const same: number[] = [];
  const different: number[] = [];
  for (const [i, one] of faces.entries()) {
    for (const other of faces.slice(0, i)) {
      const isSame = library.people[one] === library.people[other];
      if (isSame) same.push(cosine(library, one, other));
      else if (countsAsDifferent(one, other)) different.push(cosine(library, one, other));
    }
  }
  return { same: Float64Array.from(same), different: Float64Array.from(different) };
}

function cosine(library: Library, one: number, other: number): number {
  const left = vectorOf(library, one);
  const right = vectorOf(library, other);
  let dot = 0;
  for (let i = 0; i < left.length; i += 1) dot += left[i]! * right[i]!;
  return dot;
}
