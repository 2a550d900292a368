import { embeddingFacts, SHARES } from './embedding-facts';
import { generateLibrary, generateParts } from './generate-library';
import { NOBODY, vectorOf } from './library';
import { similarityTable } from './similarities';

const facts = embeddingFacts('faceplugin');
const library = generateLibrary({ faces: 6000, seed: 1, facts });

/** How many faces each person has, most first. */
function sizes(): number[] {
  const counts = new Map<number, number>();
  for (const person of library.people)
    if (person !== NOBODY) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

describe('a generated library', () => {
  it('is the same for the same seed and another one for another', () => {
    expect(generateLibrary({ faces: 500, seed: 4, facts })).toEqual(
      generateLibrary({ faces: 500, seed: 4, facts }),
    );
    expect(generateLibrary({ faces: 500, seed: 4, facts }).people).not.toEqual(
      generateLibrary({ faces: 500, seed: 5, facts }).people,
    );
  });

  it('does not depend on the size of the parts in which it is streamed', () => {
    const plan = { faces: 700, seed: 2, facts };
    const whole = generateLibrary(plan);
    const parts = [...generateParts(plan, 64)];
    expect(parts.every(({ people }) => people.length <= 64)).toBe(true);
    expect(parts.flatMap(({ people }) => [...people])).toEqual([...whole.people]);
    expect(parts.flatMap(({ vectors }) => [...vectors.slice(0, 9)])).toEqual(
      parts.flatMap((_, part) => [
        ...whole.vectors.slice(part * 64 * facts.dimension, part * 64 * facts.dimension + 9),
      ]),
    );
  });

  it('has embeddings of length 1 and qualities from 0 to 1', () => {
    for (let face = 0; face < library.people.length; face += 1) {
      expect(vectorOf(library, face).reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 4);
    }
    expect(library.qualities.every((quality) => quality >= 0 && quality <= 1)).toBe(true);
  });

  it('shows nobody twice in one photo', () => {
    const seen = new Set<string>();
    for (const [face, person] of library.people.entries()) {
      if (person === NOBODY) continue;
      const place = `${library.photos[face]} ${person}`;
      expect(seen).not.toContain(place);
      seen.add(place);
    }
  });

  it('has a few people with hundreds of faces, and most with one or two', () => {
    const counts = sizes();
    expect(counts[0]).toBeGreaterThan(300);
    expect(counts.filter((count) => count <= 2).length).toBeGreaterThan(counts.length / 2);
    expect(library.people.filter((person) => person === NOBODY).length).toBeGreaterThan(60);
  });

  it('has similarities like those that were measured of real faces', () => {
    const { rows, trueAcceptRate } = similarityTable(library, facts);
    for (const { measured, generated } of rows.filter((row) => row.measured !== null)) {
      for (const share of [0.05, 0.25, 0.5, 0.75, 0.95] as const) {
        const place = SHARES.indexOf(share);
        expect(Math.abs(generated[place]! - measured![place]!)).toBeLessThan(0.05);
      }
    }
    expect(trueAcceptRate.good).toBeGreaterThan(0.98);
    expect(trueAcceptRate.bad).toBeLessThan(0.5);
  });

  it('has relatives who look more alike than strangers do, some of them too much', () => {
    const { rows } = similarityTable(library, facts);
    const at = (pairs: string, share: (typeof SHARES)[number]) =>
      rows.find((row) => row.pairs === pairs)!.generated[SHARES.indexOf(share)]!;
    expect(at('relatives, good', 0.5)).toBeGreaterThan(at('different, good', 0.5) + 0.08);
    expect(at('relatives, good', 0.99)).toBeGreaterThan(0.36);
  });
});
