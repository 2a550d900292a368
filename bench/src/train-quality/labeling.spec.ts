import { embeddingFacts } from '../libraries/embedding-facts';
import { generateLibrary } from '../libraries/generate-library';
import { labelingsOf } from './labeling';

const library = generateLibrary({ faces: 3000, seed: 1, facts: embeddingFacts('faceplugin') });
const labelings = labelingsOf(library, [1, 2, 5], 1);
const facesOf = (labels: Int32Array) => Array.from(labels.keys()).filter((face) => labels[face]! >= 0);

describe('labeling a library', () => {
  it('labels as many faces of each person as asked, truly, and leaves some of each', () => {
    for (const { each, labels } of labelings) {
      const counts = new Map<number, number>();
      for (const face of facesOf(labels)) {
        expect(labels[face]).toBe(library.people[face]);
        counts.set(labels[face]!, (counts.get(labels[face]!) ?? 0) + 1);
      }
      expect(Math.max(...counts.values())).toBe(each);
      for (const [person, count] of counts) {
        expect(library.people.filter((other) => other === person).length).toBeGreaterThan(count);
      }
    }
  });

  it('adds labels to those there are', () => {
    const [one, two, five] = labelings.map(({ labels }) => new Set(facesOf(labels)));
    expect(facesOf(labelings[0]!.labels).filter((face) => !two!.has(face))).toEqual([]);
    expect(one!.size).toBeLessThan(two!.size);
    expect(two!.size).toBeLessThan(five!.size);
  });

  it('leaves some people unnamed who are seen as often as others', () => {
    const named = new Set(labelings[0]!.labels);
    const counts = new Map<number, number>();
    for (const person of library.people) counts.set(person, (counts.get(person) ?? 0) + 1);
    const frequent = [...counts]
      .filter(([person, count]) => person >= 0 && count >= 40)
      .map(([person]) => person);
    expect(frequent.some((person) => named.has(person))).toBe(true);
    expect(frequent.some((person) => !named.has(person))).toBe(true);
  });
});
