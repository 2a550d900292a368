import { type Library, NOBODY } from '../libraries/library';
import { Random } from '../libraries/random';
import type { Labeling } from './recipe';

/** Share of the people with enough faces whom somebody names; the others stay strangers, however often they appear. */
const NAMED = 0.7;
/** Whoever has fewer faces, or is recognised in fewer than three scenes, is not worth a name. */
const FEWEST_FACES = 5;
/** People label faces that they recognise, and now and then any face, since they know who was there. */
const RECOGNISABLE = 0.45;
const ANY_FACE = 0.1;

/**
 * Labels the same people's faces, more of them each time. People without a face left to find are left out. The faces
 * are of different scenes, since nobody labels a burst.
 */
export function labelingsOf(library: Library, counts: readonly number[], seed: number): Labeling[] {
  const random = new Random(seed, 11);
  const faces = new Map<number, number[]>();
  for (const [face, person] of library.people.entries()) {
    if (person === NOBODY) continue;
    const known = faces.get(person);
    if (known) known.push(face);
    else faces.set(person, [face]);
  }
  const worthAName = (own: readonly number[]) => {
    const recognised = own.filter((face) => library.qualities[face]! >= RECOGNISABLE);
    return own.length >= FEWEST_FACES && new Set(recognised.map((face) => library.scenes[face])).size >= 3;
  };
  const named = [...faces.values()].filter((own) => worthAName(own) && random.happens(NAMED));
  const queues = named.map((own) => queueOf(library, own, random));
  return counts.map((each) => {
    const labels = new Int32Array(library.people.length).fill(NOBODY);
    for (const [i, queue] of queues.entries()) {
      if (named[i]!.length <= each) continue;
      for (const face of queue.slice(0, each)) labels[face] = library.people[face]!;
    }
    return { each, labels };
  });
}

/** The faces of a person in the order in which they are labeled. */
function queueOf({ qualities, scenes }: Library, faces: readonly number[], random: Random): number[] {
  const order = faces.map((face) => ({
    face,
    chance: random.next(),
    bad: qualities[face]! < RECOGNISABLE && !random.happens(ANY_FACE),
  }));
  order.sort((one, other) => Number(one.bad) - Number(other.bad) || one.chance - other.chance);
  const seen = new Set<number>();
  const first = order.filter(({ face }) => !seen.has(scenes[face]!) && seen.add(scenes[face]!));
  return first.map(({ face }) => face);
}
